// Real votes, of tests/data/pabulib, and what pabutools makes of them.

import { readFileSync } from "node:fs";
import type { Mark } from "../../../protocol/choice.ts";
import type { BallotRules, Election } from "../../../protocol/package.ts";
import type { Rule, Satisfaction } from "../../../protocol/rule.ts";
import type { Contest } from "../../src/count/profile.ts";
import { parsePabulib } from "../../src/pabulib.ts";
import { keepsRules } from "../../src/plaintexts.ts";

const kFolder = `${process.env.ISOLOIR_SOURCE}/tests/data/pabulib`;
const kKinds = { approval: "approval", cumulative: "points", ordinal: "ranking" } as const;

interface Selected {
  votes: number;
  rules: Record<string, string[]>; // winners by rule and satisfaction
}

const kOutcomes: Record<string, Selected> = JSON.parse(readFileSync(`${kFolder}/outcomes.json`, "utf-8"));
export const kOldVotes = Object.keys(kOutcomes);

export interface OldVote {
  file: string;
  contest: Contest;
  valid: Mark[][];
  invalid: number;
}

const itemsOf = (cell: string) => (cell === "" ? [] : cell.split(",").map((item) => item.trim()));
const centsOf = (units: string) => Math.round(Number(units) * 100);

function ballotRules(meta: Map<string, string>, projects: number): BallotRules {
  const number = (key: string, otherwise: number) => Number(meta.get(key) ?? otherwise);
  const mostProjects = Math.min(projects, number("max_length", projects));
  const mostSumPoints = number("max_sum_points", number("max_points", 0) * mostProjects);
  const mostCost = meta.get("max_sum_cost");
  return {
    kind: kKinds[meta.get("vote_type") as keyof typeof kKinds],
    leastProjects: number("min_length", 0),
    mostProjects,
    mostCost: mostCost === undefined ? null : centsOf(mostCost),
    mostPoints: number("max_points", mostSumPoints),
    mostSumPoints,
  };
}

function marksOf({ kind, mostProjects }: BallotRules, row: Map<string, string>, places: Map<string, number>): Mark[] {
  const points = itemsOf(row.get("points") ?? "");
  const given = (place: number) => (kind === "points" ? Number(points[place]) : kind === "ranking" ? mostProjects - place : 1);
  return itemsOf(row.get("vote")!).map((id, place) => ({ project: places.get(id)!, points: given(place) })).filter((mark) => mark.points > 0);
}

/// @param name  of a file
export function anOldVote(name: string): OldVote {
  const file = `${kFolder}/${name}`;
  const { meta, projects: rows, votes } = parsePabulib(readFileSync(file, "utf-8"));
  const projects = rows.map((row) => ({ id: row.get("project_id")!, cost: centsOf(row.get("cost")!) })) as Election["projects"];
  const ballot = ballotRules(meta, projects.length);
  const places = new Map(projects.map(({ id }, place) => [id, place]));
  const contest: Contest = { projects, envelope: centsOf(meta.get("budget")!), ballot, ties: "project-id", rule: { kind: "greedy", satisfaction: null, completion: "none", skip: true } };
  const all = votes.map((row) => marksOf(ballot, row, places));
  const valid = all.filter((marks) => keepsRules(marks, contest));
  return { file, contest, valid, invalid: all.length - valid.length };
}

/// pabutools' greedy ranks by satisfaction per cost, so that "greedy/cost" is greedy by votes.
function ruleNamed(name: string): Partial<Rule> {
  if (name === "greedy/cost") return { kind: "greedy" };
  const [rule, satisfaction] = name.split("/");
  const kinds: Record<string, Partial<Rule>> = {
    greedy: { kind: "greedy-per-cost" }, mes: { kind: "mes" }, "mes+add1": { kind: "mes", completion: "add1" }, "mes+add1+greedy": { kind: "mes", completion: "add1-greedy" },
    phragmen: { kind: "phragmen" },
  };
  return { ...kinds[rule!], satisfaction: satisfaction === "cardinality" ? "votes" : ((satisfaction as Satisfaction | undefined) ?? null) };
}

export function pabutools(): { name: string; rule: Partial<Rule>; selected: string[] }[] {
  return Object.entries(kOutcomes).flatMap(([name, { rules }]) => Object.entries(rules).map(([rule, selected]) => ({ name, rule: ruleNamed(rule), selected })));
}
