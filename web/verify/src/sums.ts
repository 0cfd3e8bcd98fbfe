// What ballots add up to (PROTOCOL.md 11.5): an approval's mark is one point, so that a sum of points is a number of votes.

import type { OpenedRound } from "./plaintexts.ts";

export interface Sums {
  votes: number[]; // of each project
  ballots: number; // valid ones
  invalid: number;
}

export function sumUp(rounds: OpenedRound[], projects: number): Sums {
  const sums: Sums = { votes: Array(projects).fill(0), ballots: 0, invalid: 0 };
  for (const { valid, invalid } of rounds) {
    for (const marks of valid) for (const { project, points } of marks) sums.votes[project]! += points;
    sums.ballots += valid.length;
    sums.invalid += invalid.length;
  }
  return sums;
}
