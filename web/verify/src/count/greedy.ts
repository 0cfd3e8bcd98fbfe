// Greedily: the best first, each that still fits the envelope is funded. One that nobody asked for never is, however much is left.
//
// The best has most satisfaction together, or, per cost, most for each unit of money: the score of its round. Satisfaction by cost, for
// each unit of money, is a number of supporters.
//
// Source: Pabulib's "greedy"; greedy_utilitarian_welfare of pabutools, which always ranks per cost.

import { type Fraction, compareFractions, textOf } from "./fraction.ts";
import { type Outcome, type Ranked, winnersOf } from "./outcome.ts";
import { type Contest, type Profile, weightTogether } from "./profile.ts";
import { compareTied } from "./ties.ts";

const kCents = 100n; // in a unit of money

/// Goes on with what an outcome leaves of the envelope: its winners stay, all others are ranked after them.
/// @param skip  whether what does not fit is skipped; else the count ends there
export function fundGreedily(election: Contest, profile: Profile, how: { perCost: boolean; skip: boolean }, before?: Outcome): Outcome {
  const scores = election.projects.map(({ cost }, project): Fraction => {
    const together = BigInt(weightTogether(profile.supporters[project]!));
    return how.perCost && profile.satisfaction !== "cost" ? { over: together * kCents, under: BigInt(cost) } : { over: together, under: 1n };
  });
  const won = new Set(before ? winnersOf(before) : []);
  const rest = [...scores.keys()].filter((project) => !won.has(project));
  rest.sort((a, b) => compareFractions(scores[b]!, scores[a]!) || compareTied(election, a, b));

  const outcome: Outcome = before ? { ...before, ranking: before.ranking.slice(0, won.size) } : { ranking: [], rounds: [], spent: 0 };
  let ended = false;
  for (const project of rest) {
    const leftBefore = election.envelope - outcome.spent;
    const { cost } = election.projects[project]!;
    const verdict: Ranked["verdict"] = scores[project]!.over === 0n ? "no-votes" : ended ? "not-reached" : cost > leftBefore ? "does-not-fit" : "funded";
    outcome.ranking.push({ project, votes: profile.votes[project]!, verdict, leftBefore });
    ended ||= verdict === "does-not-fit" && !how.skip;
    if (verdict !== "funded") continue;
    const supporters = profile.supporters[project]!.voters.length;
    outcome.rounds.push({ project, score: textOf(scores[project]!), supporters, leftBefore, ...(before && { completing: true }) });
    outcome.spent += cost;
  }
  return outcome;
}
