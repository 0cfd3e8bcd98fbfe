// A sealed ballot and its proof of knowledge (PROTOCOL.md 4.3).

import { Point, readElement, readScalar, reduced, sumOfProducts, times } from "./group.ts";
import { joined, pieces } from "./bytes.ts";
import { Wrong } from "./json.ts";
import { Transcript } from "./transcript.ts";

/// A ciphertext as it travels and as what it is.
export interface Sealed {
  c1: Uint8Array;
  c2: Uint8Array;
  points: [Point, Point];
}

export interface Proof {
  t: Uint8Array;
  point: Point; // of t
  s: bigint;
}

export interface Context {
  election: Uint8Array;
  voter: Uint8Array;
  terminal: Uint8Array;
  sequence: number;
}

export interface Claim {
  ciphertexts: Sealed[];
  proofs: Proof[];
  context: Context;
}

function element(bytes: Uint8Array, place: string): Point {
  const point = readElement(bytes);
  if (point === null) throw new Wrong(`${place}: an element is not valid`);
  return point;
}

/// @param both  C₁ and C₂
export function readSealed(both: Uint8Array): Sealed {
  const [c1, c2] = [both.slice(0, 32), both.slice(32)];
  return { c1, c2, points: [element(c1, "ciphertext"), element(c2, "ciphertext")] };
}

/// @param both  T and s
export function readProof(both: Uint8Array): Proof {
  const [t, scalar] = [both.slice(0, 32), both.slice(32)];
  const s = readScalar(scalar);
  if (s === null) throw new Wrong("proof: a scalar is not reduced");
  return { t, point: element(t, "proof"), s };
}

export function bytesOf(ciphertexts: Sealed[]): Uint8Array {
  return joined(ciphertexts.flatMap(({ c1, c2 }) => [c1, c2]));
}

/// c of a claim.
export function challengeOf({ ciphertexts, proofs, context }: Claim, key: Uint8Array): bigint {
  const transcript = Transcript.of("ballot").add(context.election, context.voter, context.terminal).addNumber(context.sequence).add(key);
  transcript.add(...pieces(bytesOf(ciphertexts), 32));
  return transcript.add(...proofs.map(({ t }) => t)).scalar();
}

function holds(claim: Claim, key: Uint8Array): boolean {
  const c = challengeOf(claim, key);
  return claim.proofs.every(({ point, s }, i) => times(s, Point.BASE).equals(point.add(times(c, claim.ciphertexts[i]!.points[0]))));
}

/// s·B = T + c·C₁ for all of them in one sum, each with a weight of its own.
export function allHold(claims: Claim[], key: Uint8Array, weight: () => bigint): boolean {
  const factors: bigint[] = [];
  const points: Point[] = [];
  let base = 0n;
  for (const claim of claims) {
    const c = challengeOf(claim, key);
    claim.proofs.forEach(({ point, s }, i) => {
      const w = weight();
      base = reduced(base + w * s);
      factors.push(reduced(-w), reduced(-w * c));
      points.push(point, claim.ciphertexts[i]!.points[0]);
    });
  }
  return sumOfProducts([...factors, base], [...points, Point.BASE]).is0();
}

/// Whether each claim holds; one of another number of blocks does not.
/// @param weight  a fresh random number of 128 bits each time
export function proofsHold(claims: Claim[], blocks: number, key: Uint8Array, weight: () => bigint): boolean[] {
  const whole = claims.map(({ ciphertexts, proofs }) => ciphertexts.length === blocks && proofs.length === blocks);
  const rest = claims.filter((_, i) => whole[i]);
  if (allHold(rest, key, weight)) return whole;
  return claims.map((claim, i) => whole[i]! && holds(claim, key));
}
