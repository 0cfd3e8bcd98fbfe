// What a forger does with a bundle, and which check must say so.

import { toBase64url, fromBase64url } from "../../../protocol/bytes.ts";
import { Point, kOrder, readElement } from "../../../protocol/group.ts";
import { littleEndian, toLittleEndian } from "../../../protocol/bytes.ts";
import type { BundleFiles, Doctor } from "../prover/a_bundle.ts";
import { type Variant, kVariants } from "../prover/an_election.ts";

export interface Forgery {
  name: string; // a sentence: who does what
  caught: string; // the first check that must fail
  says: RegExp; // and what it must say
  doctor: Doctor;
  of: Variant; // the election
}

export function forged(name: string, caught: string, says: RegExp, doctor: Doctor, of = kVariants[0]!): Forgery {
  return { name, caught, says, doctor, of };
}

/// By somebody without any key: the file changes, no signature does.
export function changed(path: string, change: (bytes: Uint8Array) => Uint8Array): Doctor {
  return {
    files(files: BundleFiles) {
      const bytes = files.get(path);
      if (bytes === undefined) throw new Error(`there is no ${path} to be forged`);
      files.set(path, change(bytes.slice()));
    },
  };
}

export function removed(path: string): Doctor {
  return {
    files(files: BundleFiles) {
      if (!files.delete(path)) throw new Error(`there is no ${path} to be removed`);
    },
  };
}

export function added(path: string, bytes = new Uint8Array(32)): Doctor {
  return { files: (files: BundleFiles) => void files.set(path, bytes) };
}

/// One sign of a text file.
export function turned(path: string, at: number): Doctor {
  return changed(path, (bytes) => {
    const place = at < 0 ? bytes.length + at : at;
    bytes[place] = bytes[place] === 0x41 ? 0x42 : 0x41; // A or B
    return bytes;
  });
}

export const plusBase = (bytes: Uint8Array): Uint8Array => readElement(bytes)!.add(Point.BASE).toBytes();
export const plusOne = (bytes: Uint8Array): Uint8Array => toLittleEndian((littleEndian(bytes) + 1n) % kOrder, 32);
/// s + l: the same scalar in another spelling.
export const plusOrder = (bytes: Uint8Array): Uint8Array => toLittleEndian(littleEndian(bytes) + kOrder, 32);
export const identity = (): Uint8Array => new Uint8Array(32);
export const withBit255 = (bytes: Uint8Array): Uint8Array => {
  const other = bytes.slice();
  other[31]! |= 0x80;
  return other;
};

/// The same on the text that stands in an object.
export function inText(change: (bytes: Uint8Array) => Uint8Array): (text: string) => string {
  return (text) => toBase64url(change(fromBase64url(text)!));
}

/// Changes 32 bytes of a raw file. @param at  which of them
export function at(raw: Uint8Array, at: number, change: (bytes: Uint8Array) => Uint8Array): Uint8Array {
  const other = raw.slice();
  other.set(change(raw.slice(32 * at, 32 * at + 32)), 32 * at);
  return other;
}

export function swapped(raw: Uint8Array, one: number, other: number, size = 32): Uint8Array {
  const result = raw.slice();
  result.set(raw.subarray(size * one, size * one + size), size * other);
  result.set(raw.subarray(size * other, size * other + size), size * one);
  return result;
}
