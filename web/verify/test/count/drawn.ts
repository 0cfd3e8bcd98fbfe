// Elections and ballots by chance, and their Pabulib files. Few projects of few different costs and many voters who choose alike, so that
// much is tied and much is paid for.

import type { Mark } from "../../../protocol/choice.ts";
import type { BallotRules, Election } from "../../../protocol/package.ts";
import type { Rule } from "../../../protocol/rule.ts";
import type { Contest } from "../../src/count/profile.ts";
import { decimal } from "../../src/pabulib.ts";
import { Seeded } from "../prover/random.ts";

export interface Drawn {
  contest: Contest;
  ballots: Mark[][];
}

export function drawn(seed: string, rules: Partial<Rule>[], kinds: BallotRules["kind"][]): Drawn {
  const random = new Seeded(seed);
  const oneOf = <T>(all: readonly T[]): T => all[random.below(all.length)]!;
  const kind = oneOf(kinds);
  const count = 1 + random.below(8);
  const projects = Array.from({ length: count }, (_, i) => ({ id: String(((i * 7) % 11) + 1), cost: oneOf([100, 200, 300, 400, 600, 3000, 1250, 333]) })) as Election["projects"];
  const mostProjects = Math.min(count, 3);
  const ballot = { kind, leastProjects: 0, mostProjects, mostCost: null, mostPoints: 4, mostSumPoints: 12 };
  const ties = oneOf(["project-id", "ballot-order", "lowest-cost", "highest-cost"] as const);
  const ballots: Mark[][] = [];
  for (let left = 1 + random.below(12); left > 0; --left) {
    const chosen = projects.map((_, project) => project).filter(() => random.below(3) === 0).slice(0, mostProjects);
    if (random.below(2) === 0) chosen.reverse();
    const marks = chosen.map((project, place) => ({ project, points: kind === "points" ? 1 + random.below(4) : kind === "ranking" ? mostProjects - place : 1 }));
    for (let alike = 1 + random.below(3); alike > 0; --alike) ballots.push(marks);
  }
  const rule = { kind: "greedy", satisfaction: null, completion: "none", skip: true, ...oneOf(rules) } as const;
  return { contest: { projects, envelope: 100 + random.below(4900), ballot, ties, rule }, ballots };
}

export function pabulibOf({ contest: { projects, envelope, ballot, ties }, ballots }: Drawn): string {
  const type = { approval: "approval", points: "cumulative", ranking: "ordinal" }[ballot.kind];
  const points = ballot.kind === "points";
  const meta = [
    ["num_projects", projects.length], ["num_votes", ballots.length], ["budget", decimal(envelope)], ["vote_type", type], ["max_length", ballot.mostProjects],
    ...(points ? [["max_points", ballot.mostPoints], ["max_sum_points", ballot.mostSumPoints]] : []), ["tie_break", ties],
  ];
  const vote = (marks: Mark[], i: number) => [i + 1, marks.map(({ project }) => projects[project]!.id).join(","), ...(points ? [marks.map((mark) => mark.points).join(",")] : [])];
  return [
    "META", "key;value", ...meta.map((row) => row.join(";")),
    "PROJECTS", "project_id;cost", ...projects.map(({ id, cost }) => `${id};${decimal(cost)}`),
    "VOTES", points ? "voter_id;vote;points" : "voter_id;vote", ...ballots.map((marks, i) => vote(marks, i).join(";")), "",
  ].join("\n");
}
