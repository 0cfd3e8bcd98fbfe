// The group of PROTOCOL.md 4: ristretto255 (RFC 9496), points as 32 canonical bytes, scalars as 32 bytes with the least first.

import { ristretto255 } from "@noble/curves/ed25519";
import { littleEndian } from "./bytes.ts";

export const Point = ristretto255.Point;
export type Point = InstanceType<typeof Point>;

export const kOrder = 2n ** 252n + 27742317777372353535851937790883648493n; // RFC 9496, section 4

/// null for what is not the canonical encoding of an element, bit 255 among it, and for the identity.
export function readElement(bytes: Uint8Array): Point | null {
  try {
    const point = Point.fromBytes(bytes);
    return point.is0() ? null : point;
  } catch {
    return null;
  }
}

/// null for s + l and whatever else is not reduced.
export function readScalar(bytes: Uint8Array): bigint | null {
  const scalar = bytes.length === 32 ? littleEndian(bytes) : kOrder;
  return scalar < kOrder ? scalar : null;
}

export function reduced(number: bigint): bigint {
  const rest = number % kOrder;
  return rest < 0n ? rest + kOrder : rest;
}

/// Of public values alone: its time tells of the factor.
export function times(factor: bigint, point: Point): Point {
  return point.multiplyUnsafe(factor);
}

/// Σ factor·point, by Pippenger's buckets.
export function sumOfProducts(factors: bigint[], points: Point[]): Point {
  if (points.length === 0) return Point.ZERO;
  return Point.msm(points, factors);
}

/// 1/a (Fermat). @param a  not zero
export function inverse(a: bigint): bigint {
  let result = 1n;
  let square = reduced(a);
  for (let e = kOrder - 2n; e > 0n; e >>= 1n) {
    if (e & 1n) result = (result * square) % kOrder;
    square = (square * square) % kOrder;
  }
  return result;
}
