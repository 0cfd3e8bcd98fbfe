// Sums, and the outcome under the rule "greedy" (PROTOCOL.md 11.5): most votes first, each project that still fits the envelope is
// funded, and one that nobody chose never is.

import type { Mark } from "../../protocol/choice.ts";
import type { Election } from "../../protocol/package.ts";
import { compare } from "../../protocol/bytes.ts";
import type { OpenedRound } from "./plaintexts.ts";

export interface Ranked {
  project: number;
  votes: number;
  verdict: "funded" | "does-not-fit" | "no-votes";
  leftBefore: number; // cents
}

export interface Outcome {
  ranking: Ranked[];
  winners: number[];
  spent: number; // cents
}

export interface Sums {
  votes: number[]; // of each project
  ballots: number; // valid ones
  invalid: number;
}

export function sumUp(rounds: OpenedRound[], projects: number): Sums {
  const sums: Sums = { votes: Array(projects).fill(0), ballots: 0, invalid: 0 };
  const add = ({ project, points }: Mark) => (sums.votes[project]! += points);
  for (const { valid, invalid } of rounds) {
    valid.forEach((marks) => marks.forEach(add));
    sums.ballots += valid.length;
    sums.invalid += invalid.length;
  }
  return sums;
}

/// Ids are compared as text, byte by byte: "10" goes before "9".
function tie({ projects, ties }: Election, a: number, b: number): number {
  const [one, other] = [projects[a]!, projects[b]!];
  if (ties === "ballot-order") return a - b;
  if (ties === "lowest-cost" && one.cost !== other.cost) return one.cost - other.cost;
  if (ties === "highest-cost" && one.cost !== other.cost) return other.cost - one.cost;
  const utf8 = new TextEncoder();
  return compare(utf8.encode(one.id), utf8.encode(other.id));
}

/// null for a rule that is not known here.
export function outcomeOf(election: Election, { votes }: Sums): Outcome | null {
  if (election.rule !== "greedy") return null;
  const order = votes.map((_, project) => project).sort((a, b) => votes[b]! - votes[a]! || tie(election, a, b));
  const outcome: Outcome = { ranking: [], winners: [], spent: 0 };
  for (const project of order) {
    const leftBefore = election.envelope - outcome.spent;
    const { cost } = election.projects[project]!;
    const verdict = votes[project] === 0 ? "no-votes" : cost > leftBefore ? "does-not-fit" : "funded";
    outcome.ranking.push({ project, votes: votes[project]!, verdict, leftBefore });
    if (verdict !== "funded") continue;
    outcome.winners.push(project);
    outcome.spent += cost;
  }
  return outcome;
}
