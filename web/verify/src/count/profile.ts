// The valid ballots, by project and by voter.

import type { Mark } from "../../../protocol/choice.ts";
import type { Election } from "../../../protocol/package.ts";
import { type Satisfaction, satisfactionOf } from "../../../protocol/rule.ts";

/// What of an election decides how its ballots are counted.
export type Contest = Pick<Election, "projects" | "envelope" | "ballot" | "rule" | "ties">;

export interface Supporters {
  voters: number[];
  weights: number[]; // above 0: what the project is worth to each; 1 where satisfaction is its cost, which is the same for all of them
}

export interface Profile {
  voters: number; // also those who chose nothing
  satisfaction: Satisfaction;
  votes: number[]; // of each project, the sum of PROTOCOL.md 11.5
  supporters: Supporters[]; // of each project
  wanted: { project: number; weight: number }[][]; // of each voter: the same
}

function weightOf(satisfaction: Satisfaction, ballot: Mark[], place: number): number {
  if (satisfaction === "points") return ballot[place]!.points;
  return satisfaction === "borda" ? ballot.length - place - 1 : 1;
}

export function profileOf({ projects, ballot, rule }: Contest, ballots: Mark[][]): Profile {
  const satisfaction = satisfactionOf(rule, ballot.kind);
  const votes: number[] = Array(projects.length).fill(0);
  const supporters = projects.map((): Supporters => ({ voters: [], weights: [] }));
  const wanted = ballots.map((marks, voter) =>
    marks.flatMap(({ project, points }, place) => {
      votes[project]! += points;
      const weight = weightOf(satisfaction, marks, place);
      if (weight === 0) return [];
      supporters[project]!.voters.push(voter);
      supporters[project]!.weights.push(weight);
      return [{ project, weight }];
    }),
  );
  return { voters: ballots.length, satisfaction, votes, supporters, wanted };
}

export function weightTogether({ weights }: Supporters): number {
  return weights.reduce((sum, weight) => sum + weight, 0);
}
