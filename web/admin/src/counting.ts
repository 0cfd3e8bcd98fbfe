// What may be said of the counting rule beside the ballot, as shared/election/counting_rules.hpp has it.

import type { ElectionFile } from "./api.ts";

type BallotKind = "approval" | "points" | "ranking";
type Rule = ElectionFile["rule"];
export type Satisfaction = NonNullable<ElectionFile["satisfaction"]>;

export const kindOf = (file: ElectionFile) => (file.ballot.kind ?? "approval") as BallotKind;

export function rulesFor(kind: BallotKind): Rule[] {
  return kind === "approval" ? ["greedy", "greedy-per-cost", "mes", "phragmen"] : ["greedy", "greedy-per-cost", "mes"];
}

/// The usual one first.
export function satisfactionsFor(kind: BallotKind, rule: Rule): Satisfaction[] {
  if (rule === "phragmen") return [];
  const money: Satisfaction[] = rule === "greedy" ? [] : ["cost"];
  if (kind === "approval") return rule === "mes" ? ["cost", "votes"] : ["votes"];
  if (kind === "points") return ["points", "votes", ...money];
  return rule === "greedy" ? ["points", "borda", "votes"] : ["borda", "points", "votes", ...money];
}

export const completions = ["none", "add1", "add1-greedy", "greedy"] as const;

export const skips = (rule: Rule) => rule === "greedy" || rule === "greedy-per-cost";

export const satisfactionOf = (file: ElectionFile) => file.satisfaction ?? satisfactionsFor(kindOf(file), file.rule)[0];

/// Whether sums of ballots decide, so that a ranking can be shown while the vote goes on.
export function countsSums(file: ElectionFile): boolean {
  return skips(file.rule) && (kindOf(file) === "approval" || satisfactionOf(file) === "points");
}

/// The file without what its rule cannot have; what is usual is not said.
export function settled(file: ElectionFile): ElectionFile {
  const next = { ...file };
  if (!rulesFor(kindOf(next)).includes(next.rule)) next.rule = "greedy";
  const [usual, ...others] = satisfactionsFor(kindOf(next), next.rule);
  if (next.satisfaction === usual || !others.includes(next.satisfaction!)) delete next.satisfaction;
  if (next.rule !== "mes" || next.completion === "none") delete next.completion;
  if (!skips(next.rule) || next.skip) delete next.skip;
  if (!countsSums(next)) next.ranking = "sealed";
  if (next.ranking === "live") next.precedence = "first";
  return next;
}
