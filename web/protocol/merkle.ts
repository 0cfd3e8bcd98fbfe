// The tree of RFC 6962 section 2.1 over SHA-256, and inclusion in it (verified as RFC 9162 section 2.1.3.2).

import { sha256 } from "@noble/hashes/sha2";
import { equal, joined } from "./bytes.ts";

export function leafHash(leaf: Uint8Array): Uint8Array {
  return sha256(joined([Uint8Array.of(0), leaf]));
}

export function nodeHash(left: Uint8Array, right: Uint8Array): Uint8Array {
  return sha256(joined([Uint8Array.of(1), left, right]));
}

/// The largest power of two below n. @param n  more than 1
function split(n: number): number {
  let k = 1;
  while (k * 2 < n) k *= 2;
  return k;
}

export function rootOf(hashes: Uint8Array[], from = 0, until = hashes.length): Uint8Array {
  if (until === from) return sha256(new Uint8Array());
  if (until - from === 1) return hashes[from]!;
  const middle = from + split(until - from);
  return nodeHash(rootOf(hashes, from, middle), rootOf(hashes, middle, until));
}

export function proveInclusion(hashes: Uint8Array[], index: number, from = 0, until = hashes.length): Uint8Array[] {
  if (until - from === 1) return [];
  const middle = from + split(until - from);
  if (index < middle) return [...proveInclusion(hashes, index, from, middle), rootOf(hashes, middle, until)];
  return [...proveInclusion(hashes, index, middle, until), rootOf(hashes, from, middle)];
}

export function isIncluded(leaf: Uint8Array, index: number, size: number, proof: Uint8Array[], root: Uint8Array): boolean {
  if (index < 0 || index >= size) return false;
  let fn = index;
  let sn = size - 1;
  let hash = leaf;
  for (const other of proof) {
    if (sn === 0) return false;
    if (fn % 2 === 1 || fn === sn) {
      hash = nodeHash(other, hash);
      while (fn % 2 === 0 && fn !== 0) {
        fn /= 2;
        sn = Math.floor(sn / 2);
      }
    } else {
      hash = nodeHash(hash, other);
    }
    fn = Math.floor(fn / 2);
    sn = Math.floor(sn / 2);
  }
  return sn === 0 && equal(hash, root);
}
