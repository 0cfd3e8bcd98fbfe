// "Add1": mes again and again, each time with one unit of money more for each voter, from the envelope on: the last outcome before one that
// costs more than the envelope, or the first that leaves no room for any other project, also one without votes; at the latest the one
// with which each voter has the whole envelope beside his share.
//
// Source: exhaustion_by_budget_increase of pabutools with a step of one unit for each voter.

import { EqualShares } from "./equal_shares.ts";
import type { Contest, Profile } from "./profile.ts";

const kCents = 100; // in a unit of money

/// Whether some project fits beside those that are taken.
function leavesRoom({ projects, envelope }: Contest, taken: ReadonlySet<number>): boolean {
  const spent = [...taken].reduce((sum, project) => sum + projects[project]!.cost, 0);
  return projects.some(({ cost }, project) => !taken.has(project) && cost <= envelope - spent);
}

/// The first step that may end it, or one after the last. With a project of few supporters there may be very many before it: as long as
/// all projects that the shares of their supporters could pay for leave room together, so do the winners.
function firstToTry(election: Contest, { voters, supporters }: Profile, last: number): number {
  const [envelope, share] = [BigInt(election.envelope), BigInt(kCents * voters)];
  const possibleFrom = election.projects.map(({ cost }, project) => {
    const among = BigInt(supporters[project]!.voters.length);
    if (among === 0n) return Infinity;
    const missing = BigInt(cost) * BigInt(voters) - envelope * among;
    return missing <= 0n ? 0 : Number((missing + share * among - 1n) / (share * among));
  });
  for (const step of [0, ...possibleFrom].sort((a, b) => a - b)) {
    if (step > last) break;
    const possible = [...possibleFrom.keys()].filter((project) => possibleFrom[project]! <= step);
    if (!leavesRoom(election, new Set(possible))) return step;
  }
  return last + 1;
}

/// @param profile  with a voter at least
export async function add1(election: Contest, profile: Profile, breathe: () => Promise<void>): Promise<EqualShares> {
  const last = Math.floor(election.envelope / kCents);
  const run = (step: number) => new EqualShares(election, profile, BigInt(election.envelope) + BigInt(step) * BigInt(kCents * profile.voters));
  let step = firstToTry(election, profile, last);
  let best = run(Math.max(step - 1, 0));
  for (; step <= last; ++step) {
    await breathe();
    const next = run(step);
    if (next.spent > election.envelope) break;
    best = next;
    if (!leavesRoom(election, best.winners)) break;
  }
  return best;
}
