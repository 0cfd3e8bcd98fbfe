// An election key in n shares, made without the ceremony's messages.

import { Point, reduced, times } from "../../../protocol/group.ts";
import type { Seeded } from "./random.ts";

export interface SharedKey {
  key: Point; // K
  shares: bigint[]; // x_1 …
  polynomials: Point[][]; // A_{i,k}
}

export function aSharedKey(threshold: number, trustees: number, random: Seeded): SharedKey {
  const secret = Array.from({ length: trustees }, () => random.scalars(threshold));
  const at = (polynomial: bigint[], j: bigint) => polynomial.reduceRight((sum, a) => reduced(sum * j + a), 0n);
  return {
    key: times(secret.reduce((sum, [a]) => reduced(sum + a!), 0n), Point.BASE),
    shares: secret.map((_, i) => secret.reduce((sum, polynomial) => reduced(sum + at(polynomial, BigInt(i + 1))), 0n)),
    polynomials: secret.map((polynomial) => polynomial.map((a) => times(a, Point.BASE))),
  };
}
