// What a project would cost its supporters for each unit of weight, if those who have less gave all of it: the least p with
// Σ min(money of i, p × weight of i) = cost.
//
// Nobody gives more than all he has, nor more than p × weight. So for any set P of supporters (cost − Σ money of P) / (Σ weights of the
// others) is at most p; and it is p for the set of those who have less than p asks for. Doubles may therefore choose a set, and give a
// bound that is certain once what they may be wrong by is taken off. That leaves aside all but one or two projects of a round,
// whose prices are then found in whole numbers. Since money only gets less, prices only rise, and a bound of an earlier round holds.

import { kRounding, near } from "./fraction.ts";
import type { Money, Price } from "./money.ts";
import type { Supporters } from "./profile.ts";

/// One step from a bound to a better one; without a better one, the same. In cents for each unit of weight.
/// @return  Infinity: they have less than the cost together
export function raisedBound(money: Money, { voters, weights }: Supporters, cost: number, bound: number): number {
  let given = 0;
  let weight = 0; // whole, and far below 2^53
  for (let i = 0; i < voters.length; ++i) {
    const has = money.near[voters[i]!]!;
    if (has < bound * weights[i]!) given += has;
    else weight += weights[i]!;
  }
  // Each of n amounts is wrong by money.error at most, and each of at most n + 4 sums by 2^-53 of what it comes to.
  const wrong = voters.length * money.error + (voters.length + 8) * 2 ** -52 * (given + cost);
  const next = ((cost - given - wrong) / weight) * (1 - kRounding);
  return next > bound ? next : bound;
}

/// @param bound  as raisedBound gives it
/// @return  null: they have less than the cost together
export function priceOf(money: Money, { voters, weights }: Supporters, cost: number, bound: number): Price | null {
  const givingAll: number[] = [];
  let others: number[] = []; // their places among the supporters
  const surely = bound * (1 - kRounding);
  for (let i = 0; i < voters.length; ++i)
    if (money.near[voters[i]!]! + money.error < surely * weights[i]!) givingAll.push(voters[i]!);
    else others.push(i);
  // While too few are taken to give all, the price is too low: who has less than that has less in the end, too.
  while (others.length > 0) {
    const over = money.unitsPerCent * BigInt(cost) - money.of(givingAll);
    const under = BigInt(others.reduce((sum, i) => sum + weights[i]!, 0));
    const asked = near({ over, under: under * money.unitsPerCent });
    const hasEnough = (i: number): boolean => {
      const [has, part] = [money.near[voters[i]!]!, asked * weights[i]!];
      const wrong = money.error + part * kRounding;
      if (Math.abs(has - part) > wrong) return has > part;
      return money.of([voters[i]!]) * under >= over * BigInt(weights[i]!);
    };
    const enough = others.filter(hasEnough);
    if (enough.length === others.length) return { over, under, givingAll };
    const stay = new Set(enough);
    for (const i of others) if (!stay.has(i)) givingAll.push(voters[i]!);
    others = enough;
  }
  return null;
}
