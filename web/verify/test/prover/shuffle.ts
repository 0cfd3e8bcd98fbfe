// A mix and its proof (PROTOCOL.md 11.3), written from the protocol for tests: simple, slow, and of no use with real ballots, since
// nothing here takes constant time. ψ is `from`: what comes out at i went in at from[i].

import { joined, pieces } from "../../../protocol/bytes.ts";
import { Point, kOrder, readElement, reduced, sumOfProducts, times } from "../../../protocol/group.ts";
import { type MixBytes, type MixPlace, challengeOf, generator, statementOf, weightsOf } from "../../src/mix_statement.ts";
import { type Seeded, scalarBytes } from "./random.ts";

/// Where a prover may be dishonest before the proof is drawn over what it made.
export interface Cheat {
  order?(from: number[]): void;
  output?(output: Uint8Array[], ballot: number): void; // 32 bytes each; ballot: how many belong together
  commitments?(commitments: Uint8Array[]): void;
}

export type MixProof = Omit<MixBytes, "input">;

const sum = (terms: bigint[]) => reduced(terms.reduce((all, one) => all + one, 0n));
const bytes = (points: Point[]) => joined(points.map((point) => point.toBytes()));

function permutation(count: number, random: Seeded): number[] {
  const order = Array.from({ length: count }, (_, i) => i);
  for (let i = count; i > 1; --i) {
    const j = random.below(i);
    [order[i - 1], order[j]] = [order[j]!, order[i - 1]!];
  }
  return order;
}

export function shuffle(place: MixPlace, input: Uint8Array, random: Seeded, cheat: Cheat = {}): MixProof {
  const { blocks, key } = place;
  const base = Point.BASE;
  const count = input.length / (64 * blocks);
  const from = permutation(count, random);
  cheat.order?.(from);
  const e = pieces(input, 32).map((encoding) => readElement(encoding)!);
  const fresh = random.scalars(count * blocks); // r', by ballot of the input
  const r = random.scalars(count); // by ballot of the input
  const h = Array.from({ length: count + 1 }, (_, i) => generator(place.election, i));

  const output = from.flatMap((j) =>
    Array.from({ length: blocks }, (_, block) => {
      const [at, again] = [2 * (j * blocks + block), fresh[j * blocks + block]!];
      return [e[at]!.add(times(again, base)).toBytes(), e[at + 1]!.add(times(again, key)).toBytes()];
    }).flat(),
  );
  cheat.output?.(output, 2 * blocks);
  const commitments = r.map((one, j) => times(one, base).add(h[j + 1]!).toBytes()); // what a prover without a permutation leaves there
  from.forEach((j, i) => (commitments[j] = times(r[j]!, base).add(h[i + 1]!).toBytes()));
  cheat.commitments?.(commitments);

  const out = output.map((encoding) => readElement(encoding) ?? Point.ZERO);
  const statement = statementOf(place, { input, output: joined(output), commitments: joined(commitments) });
  const u = weightsOf("mix-u", statement, count);
  const uOut = from.map((j) => u[j]!); // u'
  const rHat = random.scalars(count);
  const [bigR, bigU] = [[0n], [1n]];
  for (let i = 0; i < count; ++i) {
    bigR.push(reduced(rHat[i]! + uOut[i]! * bigR[i]!));
    bigU.push(reduced(uOut[i]! * bigU[i]!));
  }
  const chain = Array.from({ length: count }, (_, i) => times(bigR[i + 1]!, base).add(times(bigU[i + 1]!, h[0]!)));

  const omega = random.scalars(3);
  const omega4 = random.scalars(blocks);
  const [omegaHat, omegaOut] = [random.scalars(count), random.scalars(count)];
  const weighed = (half: number) => sumOfProducts(omegaOut, omegaOut.map((_, i) => out[2 * blocks * i + half]!));
  const t = [times(omega[0]!, base), times(omega[1]!, base), times(omega[2]!, base).add(sumOfProducts(omegaOut, h.slice(1)))].map((point) => point.toBytes());
  const t4 = omega4.map((o, block): [Uint8Array, Uint8Array] => [
    weighed(2 * block).subtract(times(o, base)).toBytes(),
    weighed(2 * block + 1).subtract(times(o, key)).toBytes(),
  ]);
  const chainT = Array.from({ length: count }, (_, i) => times(omegaHat[i]!, base).add(times(omegaOut[i]!, i === 0 ? h[0]! : chain[i - 1]!)));

  const sent = { chain: bytes(chain), chainT: bytes(chainT), t: t as [Uint8Array, Uint8Array, Uint8Array], t4 };
  const c = challengeOf(statement, sent);
  const answer = (one: bigint, secret: bigint) => scalarBytes((one + c * secret) % kOrder);
  const s4 = omega4.map((o, block) => answer(o, sum(u.map((one, j) => one * fresh[j * blocks + block]!))));
  return {
    output: joined(output),
    commitments: joined(commitments),
    ...sent,
    s: [answer(omega[0]!, sum(r)), answer(omega[1]!, bigR[count]!), answer(omega[2]!, sum(u.map((one, j) => one * r[j]!)))],
    s4,
    chainS: joined(omegaHat.map((o, i) => answer(o, rHat[i]!))),
    orderS: joined(omegaOut.map((o, i) => answer(o, uOut[i]!))),
  };
}
