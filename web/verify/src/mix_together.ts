// Every equation of PROTOCOL.md 11.3 says that a sum of products is the identity. Each is taken with a weight of its own that
// nobody could foresee, and all are added up: left side minus right side, term by term as the protocol writes them.

import { Point, kOrder, reduced, sumOfProducts } from "../../protocol/group.ts";
import { type Breathe, type Mix, generator } from "./mix_statement.ts";
import { randomWeight } from "./weight.ts";

const kTogether = 4096;

class Sum {
  private factors: bigint[] = [];
  private points: Point[] = [];
  private all = Point.ZERO;

  add(factor: bigint, point: Point): void {
    this.factors.push(reduced(factor));
    this.points.push(point);
    if (this.points.length >= kTogether) this.fold();
  }
  isZero(): boolean {
    this.fold();
    return this.all.is0();
  }
  private fold(): void {
    this.all = this.all.add(sumOfProducts(this.factors, this.points));
    this.factors = [];
    this.points = [];
  }
}

export async function mixHoldsTogether(mix: Mix, breathe: Breathe): Promise<boolean> {
  const { place, commitments, chain, chainT, chainS, orderS, t, t4, s, s4, u, c } = mix;
  const count = commitments.length;
  const h = generator(place.election, 0);
  const [a1, a2, a3] = [randomWeight(), randomWeight(), randomWeight()];
  const a4 = t4.map(randomWeight);
  const sum = new Sum();
  let base = a1 * s[0]! + a2 * s[1]! + a3 * s[2]!;
  let ofH = a2 * c * u.reduce((all, one) => (all * one) % kOrder, 1n);
  let ofKey = 0n;

  [a1, a2, a3].forEach((a, i) => sum.add(-a, t[i]!));
  sum.add(-a2 * c, chain[count - 1]!);
  t4.forEach((point, half) => {
    sum.add(-a4[half]!, point);
    const cover = a4[half]! * s4[half >> 1]!;
    if (half % 2 === 0) base -= cover;
    else ofKey -= cover;
  });
  for (let i = 0; i < count; ++i) {
    sum.add(a1 * c + a3 * orderS[i]!, generator(place.election, i + 1));
    sum.add(-c * (a1 + a3 * u[i]!), commitments[i]!);
    for (let half = 0; half < t4.length; ++half) {
      sum.add(a4[half]! * orderS[i]!, mix.output[t4.length * i + half]!);
      sum.add(-a4[half]! * c * u[i]!, mix.input[t4.length * i + half]!);
    }
    const w = randomWeight();
    base += w * chainS[i]!;
    if (i === 0) ofH += w * orderS[0]!;
    else sum.add(w * orderS[i]!, chain[i - 1]!);
    sum.add(-w, chainT[i]!);
    sum.add(-w * c, chain[i]!);
    await breathe();
  }
  sum.add(ofH, h);
  sum.add(ofKey, place.key);
  sum.add(base, Point.BASE);
  return sum.isZero();
}
