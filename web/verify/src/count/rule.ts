// Counts ballots under the election's rule.

import type { Mark } from "../../../protocol/choice.ts";
import { add1 } from "./add1.ts";
import { EqualShares } from "./equal_shares.ts";
import { fundGreedily } from "./greedy.ts";
import type { Outcome } from "./outcome.ts";
import { phragmen } from "./phragmen.ts";
import { type Contest, type Profile, profileOf } from "./profile.ts";

async function equalShares(election: Contest, profile: Profile, breathe: () => Promise<void>): Promise<Outcome> {
  const { completion } = election.rule;
  const isRepeated = completion === "add1" || completion === "add1-greedy";
  const run = isRepeated ? await add1(election, profile, breathe) : new EqualShares(election, profile, BigInt(election.envelope));
  const isCompleted = completion === "greedy" || completion === "add1-greedy";
  return isCompleted ? fundGreedily(election, profile, { perCost: true, skip: true }, run.outcome()) : run.outcome();
}

/// @param ballots  valid ones
export async function count(election: Contest, ballots: Mark[][], breathe: () => Promise<void>): Promise<Outcome> {
  const profile = profileOf(election, ballots);
  const { kind, skip } = election.rule;
  if (kind === "phragmen") return phragmen(election, profile);
  // Without a voter there is nobody to share among.
  if (kind === "mes" && profile.voters > 0) return equalShares(election, profile, breathe);
  return fundGreedily(election, profile, { perCost: kind === "greedy-per-cost", skip });
}
