// Phragmén's sequential rule, with costs. A project's cost is a load that its supporters bear so that all of them are then loaded
// alike: each with (cost + their loads so far) / (how many they are), which is the score of its round. In each round the project is
// funded with which that is least. The rule ends with the first round in which a project among the best no longer fits; one that costs
// more than the whole envelope does not take part.
//
// Source: Brill, Freeman, Janson, Lackner, "Phragmén's Voting Methods and Justified Representation" (2017); with costs Los, Christoff,
// Grossi, "Proportional Budget Allocations: Towards a Systematization" (2022); sequential_phragmen of pabutools.

import { type Fraction, compareFractions, gcd, textOf } from "./fraction.ts";
import type { Outcome, Ranked } from "./outcome.ts";
import type { Contest, Profile } from "./profile.ts";
import { compareTied, mostVotesFirst } from "./ties.ts";

const kCents = 100n; // in a unit of money

/// Loads are those of rounds: whoever supported a winner bears what the last such round left all of its supporters with. They are kept
/// as whole numbers of one unit, of which a cent is so many that all of them are whole.
class Loads {
  private readonly ofRound = [0n]; // the first one is of nobody's round
  private readonly roundOf: number[]; // of each voter
  private unitsPerCent = 1n;
  constructor(private readonly profile: Profile) {
    this.roundOf = Array(profile.voters).fill(0);
  }

  /// What each supporter would bear, in units.
  after(project: number, cost: number): Fraction {
    const { voters } = this.profile.supporters[project]!;
    const bearers: number[] = Array(this.ofRound.length).fill(0); // of each round's load
    for (const voter of voters) ++bearers[this.roundOf[voter]!]!;
    const borne = this.ofRound.reduce((sum, load, round) => sum + load * BigInt(bearers[round]!), 0n);
    return { over: borne + this.unitsPerCent * BigInt(cost), under: BigInt(voters.length) };
  }

  /// @return  what each supporter now bears, in units of money
  bear(project: number, load: Fraction): string {
    const shown = textOf({ over: load.over, under: load.under * this.unitsPerCent * kCents });
    const common = gcd(load.over, load.under);
    const finer = load.under / common;
    this.unitsPerCent *= finer;
    this.ofRound.forEach((other, round) => (this.ofRound[round] = other * finer));
    for (const voter of this.profile.supporters[project]!.voters) this.roundOf[voter] = this.ofRound.length;
    this.ofRound.push(load.over / common);
    return shown;
  }
}

export function phragmen(election: Contest, profile: Profile): Outcome {
  const { projects, envelope } = election;
  const outcome: Outcome = { ranking: [], rounds: [], spent: 0 };
  const losers: Ranked[] = [];
  const ranked = (project: number, verdict: Ranked["verdict"], leftBefore: number): Ranked => ({ project, votes: profile.votes[project]!, verdict, leftBefore });
  const lose = (project: number, verdict: Ranked["verdict"]) => losers.push(ranked(project, verdict, envelope - outcome.spent));

  const loads = new Loads(profile);
  const candidates = new Set(projects.keys());
  for (const [project, { cost }] of projects.entries()) {
    const verdict = profile.votes[project] === 0 ? "no-votes" : cost > envelope ? "does-not-fit" : null;
    if (verdict === null) continue;
    lose(project, verdict);
    candidates.delete(project);
  }
  while (candidates.size > 0) {
    const after = new Map([...candidates].map((project) => [project, loads.after(project, projects[project]!.cost)]));
    const least = [...after.values()].reduce((a, b) => (compareFractions(b, a) < 0 ? b : a));
    const best = [...candidates].filter((project) => compareFractions(after.get(project)!, least) === 0);
    const leftBefore = envelope - outcome.spent;
    const tooDear = best.filter((project) => projects[project]!.cost > leftBefore);
    if (tooDear.length > 0) {
      for (const project of candidates) lose(project, tooDear.includes(project) ? "does-not-fit" : "not-reached");
      break;
    }
    const project = best.sort((a, b) => compareTied(election, a, b))[0]!;
    outcome.ranking.push(ranked(project, "funded", leftBefore));
    outcome.rounds.push({ project, score: loads.bear(project, after.get(project)!), supporters: profile.votes[project]!, leftBefore });
    outcome.spent += projects[project]!.cost;
    candidates.delete(project);
  }
  outcome.ranking.push(...mostVotesFirst(election, losers));
  return outcome;
}
