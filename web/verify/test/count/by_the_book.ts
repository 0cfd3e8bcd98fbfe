// The rules as their authors write them down: one fraction for each voter, every project looked at anew in each round. Slow, and apart
// from the code that it is held against.

import { type Fraction, compareFractions as compare, gcd } from "../../src/count/fraction.ts";
import type { Contest } from "../../src/count/profile.ts";
import { compareTied } from "../../src/count/ties.ts";

export interface ByTheBook {
  winners: number[];
  scores: Fraction[]; // rho, or load, in units of money
}

const whole = (number: number | bigint): Fraction => ({ over: BigInt(number), under: 1n });
const kNothing = whole(0);
function lowest({ over, under }: Fraction): Fraction {
  const common = gcd(over < 0n ? -over : over, under);
  return { over: over / common, under: under / common };
}
const plus = (a: Fraction, b: Fraction) => lowest({ over: a.over * b.under + b.over * a.under, under: a.under * b.under });
const minus = (a: Fraction, b: Fraction) => plus(a, { over: -b.over, under: b.under });
const times = (a: Fraction, b: Fraction) => lowest({ over: a.over * b.over, under: a.under * b.under });
const by = (a: Fraction, b: Fraction) => times(a, { over: b.under, under: b.over }); // b above 0
const least = (a: Fraction, b: Fraction) => (compare(b, a) < 0 ? b : a);
const sum = (all: Fraction[]) => all.reduce(plus, kNothing);
const units = (cents: number) => lowest({ over: BigInt(cents), under: 100n });

/// utilities[voter][project], 0 where the voter does not ask for it.
export type Utilities = Fraction[][];

export function utilitiesOf(satisfaction: string, { projects }: Contest, ballots: { project: number; points: number }[][]): Utilities {
  return ballots.map((marks) => {
    const of = projects.map(() => kNothing);
    marks.forEach(({ project, points }, place) => {
      if (satisfaction === "votes") of[project] = whole(1);
      if (satisfaction === "cost") of[project] = units(projects[project]!.cost);
      if (satisfaction === "points") of[project] = whole(points);
      if (satisfaction === "borda") of[project] = whole(marks.length - 1 - place);
    });
    return of;
  });
}

/// The least rho with Σ min(money, rho × utility) = cost: the sum is piecewise linear, with a bend wherever somebody runs out.
function rhoOf(money: Fraction[], utilities: Utilities, project: number, cost: Fraction): Fraction | null {
  const raised = (rho: Fraction) => sum(money.map((has, i) => least(has, times(rho, utilities[i]![project]!))));
  const bends = money.flatMap((has, i) => (utilities[i]![project]!.over > 0n ? [by(has, utilities[i]![project]!)] : [])).sort(compare);
  let [before, raisedBefore] = [kNothing, kNothing];
  for (const bend of bends) {
    const here = raised(bend);
    if (compare(here, cost) >= 0) return plus(before, by(times(minus(bend, before), minus(cost, raisedBefore)), minus(here, raisedBefore)));
    [before, raisedBefore] = [bend, here];
  }
  return null;
}

/// @param share  of each voter, in units of money
export function equalSharesByTheBook(contest: Contest, utilities: Utilities, share: Fraction): ByTheBook {
  const result: ByTheBook = { winners: [], scores: [] };
  const money = utilities.map(() => share);
  for (;;) {
    const offers = contest.projects.flatMap(({ cost }, project) => {
      const rho = result.winners.includes(project) ? null : rhoOf(money, utilities, project, units(cost));
      return rho === null ? [] : [{ project, rho }];
    });
    if (offers.length === 0) return result;
    const [best] = offers.sort((a, b) => compare(a.rho, b.rho) || compareTied(contest, a.project, b.project));
    money.forEach((has, i) => (money[i] = minus(has, least(has, times(best!.rho, utilities[i]![best!.project]!)))));
    result.winners.push(best!.project);
    result.scores.push(best!.rho);
  }
}

/// Every step, one by one.
export function add1ByTheBook(contest: Contest, utilities: Utilities): ByTheBook & { share: Fraction } {
  const envelope = units(contest.envelope);
  let share = by(envelope, whole(utilities.length));
  let best = { ...equalSharesByTheBook(contest, utilities, share), share };
  for (const most = plus(share, envelope); compare(share, most) <= 0; share = plus(share, whole(1))) {
    const next = { ...equalSharesByTheBook(contest, utilities, share), share };
    const left = next.winners.reduce((rest, project) => rest - contest.projects[project]!.cost, contest.envelope);
    if (left < 0) break;
    best = next;
    if (!contest.projects.some(({ cost }, project) => !best.winners.includes(project) && cost <= left)) break;
  }
  return best;
}

export function phragmenByTheBook(contest: Contest, utilities: Utilities): ByTheBook {
  const result: ByTheBook = { winners: [], scores: [] };
  const loads = utilities.map(() => kNothing);
  let left = contest.envelope;
  for (;;) {
    const offers = contest.projects.flatMap(({ cost }, project) => {
      const borne = loads.filter((_, i) => utilities[i]![project]!.over > 0n);
      if (borne.length === 0 || cost > contest.envelope || result.winners.includes(project)) return [];
      return [{ project, cost, load: by(plus(units(cost), sum(borne)), whole(borne.length)) }];
    });
    const best = offers.filter(({ load }) => offers.every((other) => compare(load, other.load) <= 0));
    if (best.length === 0 || best.some(({ cost }) => cost > left)) return result;
    const { project, cost, load } = best.sort((a, b) => compareTied(contest, a.project, b.project))[0]!;
    loads.forEach((_, i) => utilities[i]![project]!.over > 0n && (loads[i] = load));
    left -= cost;
    result.winners.push(project);
    result.scores.push(load);
  }
}
