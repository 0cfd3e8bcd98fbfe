// The equations of PROTOCOL.md 11.3 as they stand there.

import { Point, kOrder, times } from "../../protocol/group.ts";
import { Wrong } from "../../protocol/json.ts";
import { type Breathe, type Mix, generator } from "./mix_statement.ts";

const kBase = Point.BASE;

function holds(one: Point, other: Point, name: string): void {
  if (!one.equals(other)) throw new Wrong(`${name}: the equation does not hold`);
}

async function sum(count: number, term: (i: number) => Point, breathe: Breathe): Promise<Point> {
  let all = Point.ZERO;
  for (let i = 0; i < count; ++i) {
    all = all.add(term(i));
    await breathe();
  }
  return all;
}

/// @error Wrong  the first that does not hold
export async function checkPlainly(mix: Mix, breathe: Breathe): Promise<void> {
  const { place, commitments, chain, chainT, chainS, orderS, t, t4, s, s4, u, c } = mix;
  const count = commitments.length;
  const h = generator(place.election, 0);
  const generators = Array.from({ length: count }, (_, i) => generator(place.election, i + 1));
  const product = u.reduce((all, one) => (all * one) % kOrder, 1n); // û
  const opened = (await sum(count, (i) => commitments[i]!, breathe)).subtract(await sum(count, (i) => generators[i]!, breathe));
  holds(times(s[0]!, kBase), t[0]!.add(times(c, opened)), "s₁");
  holds(times(s[1]!, kBase), t[1]!.add(times(c, chain[count - 1]!.subtract(times(product, h)))), "s₂");
  const answered = await sum(count, (i) => times(orderS[i]!, generators[i]!), breathe);
  const weighed = await sum(count, (i) => times(u[i]!, commitments[i]!), breathe);
  holds(times(s[2]!, kBase).add(answered), t[2]!.add(times(c, weighed)), "s₃");

  for (let block = 0; block < place.blocks; ++block)
    for (const half of [0, 1] as const) {
      const at = (i: number) => 2 * (i * place.blocks + block) + half;
      const out = await sum(count, (i) => times(orderS[i]!, mix.output[at(i)]!), breathe);
      const into = await sum(count, (i) => times(u[i]!, mix.input[at(i)]!), breathe);
      const cover = half === 0 ? kBase : place.key;
      holds(out.subtract(times(s4[block]!, cover)), t4[2 * block + half]!.add(times(c, into)), half === 0 ? "s₄ of C₁" : "s₄ of C₂");
    }

  for (let i = 0; i < count; ++i) {
    holds(times(chainS[i]!, kBase).add(times(orderS[i]!, i === 0 ? h : chain[i - 1]!)), chainT[i]!.add(times(c, chain[i]!)), "ŝ");
    await breathe();
  }
}
