// The trustees of an election whose key no one holds alone (PROTOCOL.md 10), as its package lists them.

import { Point, readElement, times } from "./group.ts";
import { Wrong } from "./json.ts";
import { ObjectReader } from "./reader.ts";

export interface Trustee {
  name: string;
  key: Uint8Array; // signs mixes and openings
  polynomial: Point[]; // A_{i,0} … A_{i,t−1}
}

export interface Trustees {
  threshold: number;
  members: Trustee[]; // trustee i is the i-th, counted from 1
  key: Uint8Array; // K = Σ A_{i,0}
}

const kMost = 32;

/// Also refuses one key for two: whoever had both would be two of t.
export function readTrustees(reader: ObjectReader): Trustees {
  const threshold = reader.integer("threshold", 1, kMost);
  reader.bytes("transcript", 32);
  const members = reader.objects("members", kMost).map((member) => {
    const name = member.text("name", 100);
    if (name === "") throw new Wrong(`${member.place("name")}: a trustee has a name`);
    const key = member.bytes("key", 32);
    const polynomial = member.bytesList("polynomial", 32, kMost).map((bytes) => {
      const element = readElement(bytes);
      if (element === null) throw new Wrong(`${member.place("polynomial")}: an element is not valid`);
      return element;
    });
    if (polynomial.length !== threshold) throw new Wrong(`${member.place("polynomial")}: as many elements as the threshold are expected`);
    member.finish();
    return { name, key, polynomial };
  });
  reader.finish();
  if (members.length < threshold) throw new Wrong(`${reader.place("members")}: fewer than the threshold`);
  if (new Set(members.map(({ key }) => String(key))).size !== members.length) throw new Wrong(`${reader.place("members")}: one key stands twice`);
  const key = members.reduce((sum, { polynomial }) => sum.add(polynomial[0]!), Point.ZERO);
  return { threshold, members, key: key.toBytes() };
}

/// K_j = Σ_i Σ_k j^k·A_{i,k}
export function publicShare(trustees: Trustees, j: number): Point {
  const ofOne = (polynomial: Point[]) => polynomial.reduceRight((sum, a) => times(BigInt(j), sum).add(a), Point.ZERO);
  return trustees.members.reduce((sum, { polynomial }) => sum.add(ofOne(polynomial)), Point.ZERO);
}
