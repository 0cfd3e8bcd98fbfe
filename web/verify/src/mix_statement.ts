// What a proof of a mix is about and what is drawn from it (PROTOCOL.md 11.3). What has an index is counted from 0 here, and
// generators from 1.

import { pieces } from "../../protocol/bytes.ts";
import { Point, readElement } from "../../protocol/group.ts";
import { Wrong } from "../../protocol/json.ts";
import { Transcript } from "../../protocol/transcript.ts";

export interface MixPlace {
  election: Uint8Array;
  round: number;
  mixer: number; // the trustee's number, from 1
  key: Point; // K
  blocks: number; // w
}

/// As it travels: 32 bytes an element or scalar, one after the other.
export interface MixBytes {
  input: Uint8Array;
  output: Uint8Array;
  commitments: Uint8Array;
  chain: Uint8Array;
  chainT: Uint8Array;
  chainS: Uint8Array;
  orderS: Uint8Array;
  t: [Uint8Array, Uint8Array, Uint8Array];
  t4: [Uint8Array, Uint8Array][];
  s: [Uint8Array, Uint8Array, Uint8Array];
  s4: Uint8Array[];
}

/// What it is, once every element and scalar was read.
export interface Mix {
  place: MixPlace;
  input: Point[]; // C₁ C₂ of each block of each ballot
  output: Point[];
  commitments: Point[];
  chain: Point[];
  chainT: Point[];
  chainS: bigint[];
  orderS: bigint[];
  t: Point[];
  t4: Point[]; // two for each block
  s: bigint[];
  s4: bigint[];
  u: bigint[];
  c: bigint;
}

export type Breathe = () => Promise<void>;

export async function elementsOf(bytes: Uint8Array, name: string, breathe: Breathe): Promise<Point[]> {
  const elements: Point[] = [];
  for (const [i, encoding] of pieces(bytes, 32).entries()) {
    const element = readElement(encoding);
    if (element === null) throw new Wrong(`${name}: element ${i} is not valid`);
    elements.push(element);
    await breathe();
  }
  return elements;
}

/// h_index; h itself is 0. Nobody knows how they relate to one another.
export function generator(election: Uint8Array, index: number): Point {
  return Point.hashToCurve(Transcript.of("generator").add(election).addNumber(index).digest());
}

export function statementOf(place: MixPlace, { input, output, commitments }: Pick<MixBytes, "input" | "output" | "commitments">): Uint8Array {
  const transcript = Transcript.of("mix-statement").add(place.election).addNumber(place.round).addNumber(place.mixer).add(place.key.toBytes());
  return transcript.add(input, output, commitments).digest();
}

export function weightsOf(label: string, statement: Uint8Array, count: number): bigint[] {
  const prefix = Transcript.of(label).add(statement);
  return Array.from({ length: count }, (_, i) => prefix.copy().addNumber(i + 1).weight());
}

export function challengeOf(statement: Uint8Array, proof: Pick<MixBytes, "chain" | "chainT" | "t" | "t4">): bigint {
  return Transcript.of("mix-c").add(statement, proof.chain, ...proof.t, ...proof.t4.flat(), proof.chainT).scalar();
}
