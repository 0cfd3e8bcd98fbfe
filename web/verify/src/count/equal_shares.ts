// The Method of Equal Shares, "mes". The envelope is shared equally among the voters, also those who chose nothing. In each round the
// project is funded whose supporters pay least for each unit of satisfaction (rho, the score of its round), each in proportion to what
// the project gives to him, and who has less gives all of it; until no project is left that its supporters can pay for together.
//
// Source: Peters, Pierczyński, Skowron, "Proportional Participatory Budgeting with Additive Utilities" (NeurIPS 2021);
// method_of_equal_shares of pabutools.

import { type Fraction, compareFractions, kRounding, near, textOf } from "./fraction.ts";
import { Money, type Price } from "./money.ts";
import type { Outcome, Ranked } from "./outcome.ts";
import { priceOf, raisedBound } from "./price.ts";
import type { Contest, Profile } from "./profile.ts";
import { compareTied, mostVotesFirst } from "./ties.ts";

const kCents = 100; // in a unit of money

/// A project that may still be funded. Rho is its price divided by its scale.
interface Candidate {
  project: number;
  scale: number; // cents: of what it costs where that is the satisfaction, so that rho is a bare number; else of a unit of money
  bound: number; // its price is not less
}

interface Offer {
  candidate: Candidate;
  price: Price;
  rho: Fraction;
}

const rhoAtLeast = ({ bound, scale }: Candidate): number => (bound / scale) * (1 - kRounding);
const isLess = (a: Candidate, b: Candidate): boolean => rhoAtLeast(a) < rhoAtLeast(b);

/// One run, with shares of one size.
export class EqualShares {
  readonly winners = new Set<number>();
  spent = 0; // cents
  private readonly rounds: { offer: Offer; leftBefore: number }[] = [];
  private readonly candidates = new Set<Candidate>();
  private readonly money: Money;

  /// @param profile  with a voter at least
  /// @param cents    that all voters have together
  constructor(private readonly election: Contest, private readonly profile: Profile, private readonly cents: bigint) {
    this.money = new Money(profile, cents);
    for (const [project, { cost }] of election.projects.entries()) {
      const isWanted = profile.supporters[project]!.voters.length > 0;
      if (isWanted) this.candidates.add({ project, scale: profile.satisfaction === "cost" ? cost : kCents, bound: 0 });
    }
    for (let best = this.best(); best !== null; best = this.best()) this.fund(best);
  }

  outcome(): Outcome {
    const { election, profile, winners, spent } = this;
    const rounds = this.rounds.map(({ offer: { candidate, price, rho }, leftBefore }) => {
      const { project } = candidate;
      return { project, score: textOf(rho), supporters: this.supporters(project).voters.length, gaveAll: price.givingAll.length, leftBefore };
    });
    const won = rounds.map(({ project, leftBefore }): Ranked => ({ project, votes: profile.votes[project]!, verdict: "funded", leftBefore }));
    const lost = [...election.projects.keys()].filter((project) => !winners.has(project)).map((project) => this.lost(project));
    const share = textOf({ over: this.cents, under: BigInt(profile.voters * kCents) });
    return { ranking: [...won, ...mostVotesFirst(election, lost)], rounds, spent, share };
  }

  private lost(project: number): Ranked {
    const { voters } = this.supporters(project);
    const ranked = { project, votes: this.profile.votes[project]!, leftBefore: this.election.envelope - this.spent };
    if (voters.length === 0) return { ...ranked, verdict: "no-votes" };
    const supportersHad = textOf({ over: this.money.of(voters), under: this.money.unitsPerCent * BigInt(kCents) });
    return { ...ranked, verdict: "supporters-ran-out", supportersHad };
  }

  /// The least bound is raised until it cannot be any more; then the price is found out. Who cannot pay it now cannot later.
  private best(): Offer | null {
    let best: Offer | null = null;
    const unseen = new Set(this.candidates);
    while (unseen.size > 0) {
      const candidate = [...unseen].reduce((a, b) => (isLess(b, a) ? b : a));
      if (best !== null && rhoAtLeast(candidate) > near(best.rho) * (1 + kRounding)) break;
      const [supporters, cost, known] = [this.supporters(candidate.project), this.cost(candidate.project), candidate.bound];
      candidate.bound = raisedBound(this.money, supporters, cost, known);
      if (candidate.bound > known) continue;
      unseen.delete(candidate);
      const price = priceOf(this.money, supporters, cost, known);
      if (price === null) this.candidates.delete(candidate);
      else best = this.better(best, this.offer(candidate, price));
    }
    return best;
  }

  private offer(candidate: Candidate, price: Price): Offer {
    return { candidate, price, rho: { over: price.over, under: price.under * this.money.unitsPerCent * BigInt(candidate.scale) } };
  }

  private better(best: Offer | null, offer: Offer): Offer {
    if (best === null) return offer;
    const order = compareFractions(offer.rho, best.rho) || compareTied(this.election, offer.candidate.project, best.candidate.project);
    return order < 0 ? offer : best;
  }

  private fund(offer: Offer): void {
    const { project } = offer.candidate;
    this.rounds.push({ offer, leftBefore: this.election.envelope - this.spent });
    this.money.pay(project, this.supporters(project), offer.price);
    this.winners.add(project);
    this.spent += this.cost(project);
    this.candidates.delete(offer.candidate);
  }

  private supporters(project: number) {
    return this.profile.supporters[project]!;
  }
  private cost(project: number): number {
    return this.election.projects[project]!.cost;
  }
}
