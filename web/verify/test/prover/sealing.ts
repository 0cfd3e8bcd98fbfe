// Choices, sealed as PROTOCOL.md 4.1 to 4.3 say.

import { type Context, type Sealed, challengeOf } from "../../../protocol/ballot.ts";
import { elementOf } from "../../../protocol/challenge.ts";
import { type ChoiceRules, type Mark, blockCount } from "../../../protocol/choice.ts";
import { Point, reduced, times } from "../../../protocol/group.ts";
import type { Seeded } from "./random.ts";

export interface SealedBallot {
  ciphertexts: Sealed[];
  randomness: bigint[];
}

const kBlockBytes = 29;

function width(rules: ChoiceRules, projects: number): number {
  const bits = (most: number) => most.toString(2).length;
  return rules.kind === "approval" ? 1 : bits(rules.kind === "points" ? rules.mostPoints : projects);
}

export function payloadsOf(rules: ChoiceRules, projects: number, marks: Mark[]): Uint8Array[] {
  const payloads = Array.from({ length: blockCount(rules, projects) }, () => new Uint8Array(kBlockBytes));
  const bits = width(rules, projects);
  marks.forEach(({ project, points }, place) => {
    const [field, value] = rules.kind === "ranking" ? [place, project + 1] : [project, points];
    for (let i = 0; i < bits; ++i) {
      const at = field * bits + i;
      payloads[Math.floor(at / 232)]![Math.floor((at % 232) / 8)]! |= ((value >> i) & 1) << at % 8;
    }
  });
  return payloads;
}

export function encrypt(elements: Point[], key: Point, random: Seeded): SealedBallot {
  const randomness = random.scalars(elements.length);
  const ciphertexts = elements.map((element, i): Sealed => {
    const points: [Point, Point] = [times(randomness[i]!, Point.BASE), element.add(times(randomness[i]!, key))];
    return { c1: points[0].toBytes(), c2: points[1].toBytes(), points };
  });
  return { ciphertexts, randomness };
}

export function seal(payloads: Uint8Array[], key: Point, random: Seeded): SealedBallot {
  return encrypt(payloads.map(elementOf), key, random);
}

/// T and s of each block.
export function prove({ ciphertexts, randomness }: SealedBallot, key: Point, context: Context, random: Seeded): { t: Uint8Array; s: bigint }[] {
  const a = random.scalars(randomness.length);
  const proofs = a.map((one) => {
    const point = times(one, Point.BASE);
    return { t: point.toBytes(), point, s: 0n };
  });
  const c = challengeOf({ ciphertexts, proofs, context }, key.toBytes());
  return proofs.map(({ t }, i) => ({ t, s: reduced(a[i]! + c * randomness[i]!) }));
}
