// What each voter has left in mes, exactly and nearly.
//
// Who did not run out has the share less what he paid: of each funded project that he wanted, its price times its weight for him. So no
// amount is kept for a voter. A group together has its number times the share, less each price times the group's weight in that
// round: a few multiplications, however many they are. The share and all prices are whole numbers of one unit, of which a cent is
// so many that they are.
//
// Beside it stands a double near each voter's money. A share is rounded by at most 2^-52 of itself, and each payment from it adds at
// most 2^-51 of the share: 2^-52 for the price, half of that for its product with the weight, half of that for the difference.

import { type Fraction, gcd, near } from "./fraction.ts";
import type { Profile, Supporters } from "./profile.ts";

/// What is paid for each unit of weight: `over` units for `under`; and who has less than it asks for and gives all.
export interface Price extends Fraction {
  givingAll: number[];
}

export class Money {
  unitsPerCent: bigint;
  readonly near: Float64Array; // of each voter, in cents
  private readonly prices: bigint[] = []; // of each round
  private readonly roundOf = new Map<number, number>(); // of each funded project
  private readonly ranOut: boolean[];
  private readonly nearShare: number;

  /// @param share  of all voters together, in cents
  constructor(private readonly profile: Profile, private share: bigint) {
    this.unitsPerCent = BigInt(profile.voters);
    this.ranOut = Array(profile.voters).fill(false);
    this.nearShare = near({ over: share, under: this.unitsPerCent });
    this.near = new Float64Array(profile.voters).fill(this.nearShare);
  }

  /// No `near` is further from the truth, in cents.
  get error(): number {
    return (this.prices.length + 2) * 2 ** -51 * this.nearShare;
  }

  /// What some voters have together, in units.
  of(voters: number[]): bigint {
    const weights: number[] = Array(this.prices.length).fill(0);
    let paying = 0;
    for (const voter of voters) {
      if (this.ranOut[voter]) continue;
      ++paying;
      for (const { project, weight } of this.profile.wanted[voter]!) {
        const round = this.roundOf.get(project);
        if (round !== undefined) weights[round]! += weight;
      }
    }
    return this.prices.reduce((sum, price, round) => sum - price * BigInt(weights[round]!), this.share * BigInt(paying));
  }

  pay(project: number, { voters, weights }: Supporters, price: Price): void {
    const common = gcd(price.over, price.under);
    const finer = price.under / common;
    const nearPrice = near({ over: price.over, under: price.under * this.unitsPerCent });
    voters.forEach((voter, i) => (this.near[voter] = Math.max(0, this.near[voter]! - nearPrice * weights[i]!)));
    for (const voter of price.givingAll) [this.ranOut[voter], this.near[voter]] = [true, 0];

    this.unitsPerCent *= finer;
    this.share *= finer;
    this.prices.forEach((other, round) => (this.prices[round] = other * finer));
    this.roundOf.set(project, this.prices.length);
    this.prices.push(price.over / common);
  }
}
