// The counting rule as the package names it, and what may be said beside it.
//
//   rule             satisfaction                 completion   skip
//   greedy           votes, points, borda         –            yes
//   greedy-per-cost  votes, cost, points, borda   –            yes
//   mes              votes, cost, points, borda   yes          –
//   phragmen         – (of approvals alone)       –            –

import { Wrong } from "./json.ts";
import type { ChoiceRules } from "./choice.ts";
import type { ObjectReader } from "./reader.ts";

const kRules = ["greedy", "greedy-per-cost", "mes", "phragmen"] as const;
const kSatisfactions = ["votes", "cost", "points", "borda"] as const;
const kCompletions = ["none", "add1", "add1-greedy", "greedy"] as const;

/// What a funded project gives to a voter whose ballot names it: 1, what it costs, what the ballot gives it, or how many of the ballot's
/// projects stand after it.
export type Satisfaction = (typeof kSatisfactions)[number];

export interface Rule {
  kind: (typeof kRules)[number];
  satisfaction: Satisfaction | null; // null: the one that suits the ballots
  completion: (typeof kCompletions)[number]; // of mes
  skip: boolean; // of the greedy rules: what does not fit is skipped; else the count ends there
}

type Ballots = ChoiceRules["kind"];

export const isGreedy = ({ kind }: Rule): boolean => kind === "greedy" || kind === "greedy-per-cost";

/// The one that is stated, or the one that suits. Phragmén's rule knows none: there each voter counts once.
export function satisfactionOf({ kind, satisfaction }: Rule, ballots: Ballots): Satisfaction {
  if (satisfaction !== null) return satisfaction;
  if (ballots === "points") return "points";
  if (ballots === "ranking") return kind === "greedy" ? "points" : "borda";
  return kind === "mes" ? "cost" : "votes";
}

/// Whether the sums of PROTOCOL.md 11.5 decide who wins, so that they can be ranked while ballots are still out.
export function sumsDecide(rule: Rule, ballots: Ballots): boolean {
  const sums = ballots === "approval" ? ["votes", "cost"] : ["points"];
  return isGreedy(rule) && sums.includes(satisfactionOf(rule, ballots));
}

/// @error Wrong  a word that is not known, and what the table above does not have
export function readRule(reader: ObjectReader, ballots: Ballots): Rule {
  const rule: Rule = {
    kind: reader.word("rule", kRules),
    satisfaction: reader.has("satisfaction") ? reader.word("satisfaction", kSatisfactions) : null,
    completion: reader.has("completion") ? reader.word("completion", kCompletions) : "none",
    skip: !reader.has("skip") || reader.boolean("skip"),
  };
  const need = (holds: boolean, name: string, sentence: string) => {
    if (!holds) throw new Wrong(`${reader.place(name)}: ${sentence}`);
  };
  const satisfaction = satisfactionOf(rule, ballots);
  need(rule.completion === "none" || rule.kind === "mes", "completion", "only mes is completed");
  need(rule.skip || isGreedy(rule), "skip", "only the greedy rules may end at the first project that does not fit");
  need(rule.kind !== "phragmen" || ballots === "approval", "rule", "phragmen needs approvals");
  need(rule.kind !== "phragmen" || rule.satisfaction === null, "satisfaction", "phragmen knows none");
  need(satisfaction !== "points" || ballots !== "approval", "satisfaction", "approvals give no points");
  need(satisfaction !== "borda" || ballots === "ranking", "satisfaction", "borda needs rankings");
  need(satisfaction !== "cost" || rule.kind !== "greedy", "satisfaction", "greedy by the sum of costs would prefer what is dear");
  return rule;
}
