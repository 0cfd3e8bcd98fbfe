// Forgeries of the counting rule and of what a count under it gives: the authority signs another rule than there is, counts by another
// than it signed, or tells another way to the same winners.

import type { Doctor } from "../prover/a_bundle.ts";
import type { Object, Variant } from "../prover/an_election.ts";
import { kByAdd1, kByBorda, kByPhragmen, kByPoints, kByShares } from "../prover/rule_variants.ts";
import { type Forgery, forged } from "./forgery.ts";

const signed = (change: Object): Doctor => ({ definition: (definition) => void Object.assign(definition, change) });
const outcome = (change: (outcome: Object) => void): Doctor => ({ result: (result) => void change(result.outcome) });
const round = (at: number, change: (round: Object) => void): Doctor => outcome(({ rounds }) => change(rounds[at]));
const lost = (change: (ranked: Object) => void): Doctor => outcome(({ ranking }) => change(ranking.find((one: Object) => one.verdict === "supporters-ran-out")));
const meta = (from: string, to: string): Doctor => ({ ballots: (text) => text.replace(`\n${from}\n`, to === "" ? "\n" : `\n${to}\n`) });

/// Packages that nobody may count by.
const kRefused: [name: string, says: RegExp, change: Object, of?: Variant][] = [
  ["a rule that is not known", /rule: "by-lot" is not known/, { rule: "by-lot" }],
  ["no rule", /rule: is missing/, { rule: undefined }],
  ["a satisfaction that is not known", /satisfaction: "joy" is not known/, { satisfaction: "joy" }],
  ["a completion that is not known", /completion: "add2" is not known/, { rule: "mes", completion: "add2" }],
  ["a word for whether to skip", /skip: true or false/, { rule: "greedy", skip: "no" }],
  ["a greedy rule that is completed", /completion: only mes/, { rule: "greedy", completion: "add1" }],
  ["Phragmén's rule, completed", /completion: only mes/, { rule: "phragmen", completion: "greedy" }],
  ["mes that does not skip", /skip: only the greedy/, { rule: "mes", skip: false }],
  ["Phragmén's rule that does not skip", /skip: only the greedy/, { rule: "phragmen", skip: false }],
  ["Phragmén's rule with a satisfaction", /satisfaction: phragmen/, { rule: "phragmen", satisfaction: "votes" }],
  ["Phragmén's rule for points", /rule: phragmen needs approvals/, { rule: "phragmen" }, kByPoints],
  ["Phragmén's rule for rankings", /rule: phragmen needs approvals/, { rule: "phragmen", satisfaction: undefined }, kByBorda],
  ["greedy by the sum of costs", /satisfaction: greedy/, { rule: "greedy", satisfaction: "cost" }],
  ["points of approvals", /satisfaction: approvals/, { rule: "mes", satisfaction: "points" }],
  ["Borda's count of approvals", /satisfaction: borda/, { rule: "greedy-per-cost", satisfaction: "borda" }],
  ["Borda's count of points", /satisfaction: borda/, { satisfaction: "borda" }, kByPoints],
  ["a live ranking under mes", /ranking: .*sums do not decide/, { rule: "mes", ranking: "live" }],
  ["a live ranking under Phragmén's rule", /ranking: .*sums do not decide/, { rule: "phragmen", ranking: "live" }],
  ["a live ranking by Borda's count", /ranking: .*sums do not decide/, { rule: "greedy", ranking: "live" }, kByBorda],
  ["a live ranking by how many gave points", /ranking: .*sums do not decide/, { rule: "greedy", satisfaction: "votes", ranking: "live" }, kByPoints],
];

export const kRuleForgeries: Forgery[] = [
  ...kRefused.map(([name, says, change, of]) => forged(`the authority signs ${name}`, "package", says, signed(change), of ?? kByPhragmen)),

  forged("greedy is counted per cost", "tally", /selected|project/, { rule: { kind: "greedy-per-cost" } }, kByPhragmen),
  forged("Phragmén's rule is counted in equal shares", "tally", /selected|project/, { rule: { kind: "mes" } }, kByPhragmen),
  forged("equal shares are counted greedily", "tally", /selected|project/, { rule: { kind: "greedy" } }, kByShares),
  forged("equal shares by cost are counted by votes", "tally", /selected|project/, { rule: { satisfaction: "votes" } }, kByShares),
  forged("equal shares that must be repeated are not, which funds the same projects", "tally", /rounds\[2\].score/, { rule: { completion: "greedy" } }, kByAdd1),
  forged("equal shares that must be completed are not", "tally", /selected|project/, { rule: { completion: "add1" } }, kByAdd1),
  forged("another rule stands in ballots.pb", "tally", /META: rule is "phragmen" instead of "greedy"/, meta("rule;greedy", "rule;phragmen")),
  forged("no rule stands in ballots.pb", "tally", /META: rule/, meta("rule;greedy", "")),
  forged("ballots.pb leaves out what completes the rule", "tally", /META: rule/, meta("rule;equalshares/add1-greedy", "rule;equalshares"), kByAdd1),
  forged("another satisfaction stands in ballots.pb", "tally", /META: satisfaction/, meta("satisfaction;votes", "satisfaction;cost"), kByAdd1),

  forged("the result tells no rounds", "tally", /rounds: is missing/, outcome((it) => delete it.rounds)),
  forged("the result tells a round less", "tally", /rounds: 2 instead of 3/, outcome((it) => it.rounds.pop())),
  forged("the result tells a round more", "tally", /rounds: 4 instead of 3/, outcome((it) => it.rounds.push(it.rounds[0]))),
  forged("two rounds changed places", "tally", /rounds\[0\]/, outcome((it) => it.rounds.reverse())),
  forged("a round is won by another project", "tally", /rounds\[0\].project/, round(0, (it) => (it.project = "5"))),
  forged("a round is won with more votes", "tally", /rounds\[0\].score/, round(0, (it) => (it.score = "99"))),
  forged("a round's score is a number", "tally", /rounds\[0\].score: a text/, round(0, (it) => (it.score = Number(it.score)))),
  forged("a round has more supporters", "tally", /rounds\[1\].supporters/, round(1, (it) => ++it.supporters)),
  forged("more is left before a round", "tally", /rounds\[1\].left_before/, round(1, (it) => ++it.left_before)),
  forged("a greedy round says who gave all", "tally", /rounds\[0\].gave_all: there is nothing/, round(0, (it) => (it.gave_all = 0))),
  forged("a greedy round completes what nothing began", "tally", /rounds\[0\].completing: there is nothing/, round(0, (it) => (it.completing = true))),
  forged("a greedy count gives each voter a share", "tally", /share: there is nothing/, outcome((it) => (it.share = "1"))),
  forged("a greedy count says what supporters had", "tally", /supporters_had: there is nothing/, outcome((it) => (it.ranking[4].supporters_had = "1"))),
  forged("a round has a member that nobody knows", "tally", /not known/, round(0, (it) => (it.more = 1))),
  forged("the outcome has a member that nobody knows", "tally", /not known/, outcome((it) => (it.more = 1))),

  forged("supporters pay less in a round than they do", "tally", /rounds\[2\].score: 670\/84/, round(2, (it) => (it.score = "670/84")), kByAdd1),
  forged("a score is not in lowest terms", "tally", /rounds\[2\].score/, round(2, (it) => (it.score = "1342/168")), kByAdd1),
  forged("a whole score is written as a fraction", "tally", /rounds\[1\].score/, round(1, (it) => (it.score = "6/1")), kByAdd1),
  forged("nobody gave all that he had", "tally", /rounds\[2\].gave_all/, round(2, (it) => (it.gave_all = 0)), kByAdd1),
  forged("a round hides who gave all that he had", "tally", /rounds\[2\].gave_all: is missing/, round(2, (it) => delete it.gave_all), kByAdd1),
  forged("a round that completes says who gave all", "tally", /rounds\[3\].gave_all: there is nothing/, round(3, (it) => (it.gave_all = 0)), kByAdd1),
  forged("a round that completes is told as one of equal shares", "tally", /rounds\[3\].completing: is missing/, round(3, (it) => delete it.completing), kByAdd1),
  forged("a round that completes says that it does not", "tally", /rounds\[3\].completing/, round(3, (it) => (it.completing = false)), kByAdd1),
  forged("a round of equal shares is told as one that completes", "tally", /rounds\[0\].completing: there is nothing/, round(0, (it) => (it.completing = true)), kByAdd1),
  forged("each voter had more at first", "tally", /share: 108\/7 instead of 107\/7/, outcome((it) => (it.share = "108/7")), kByAdd1),
  forged("what each voter had at first is not told", "tally", /share: is missing/, outcome((it) => delete it.share), kByShares),
  forged("supporters had more than they had", "tally", /supporters_had/, lost((it) => (it.supporters_had = "656/42")), kByShares),
  forged("what supporters had is not told", "tally", /supporters_had: is missing/, lost((it) => delete it.supporters_had), kByShares),
  forged("a project whose supporters ran out is told as one that does not fit", "tally", /verdict/, lost((it) => (it.verdict = "does-not-fit")), kByShares),
  forged("a load is less than it is", "tally", /rounds\[1\].score: 132\/16 instead of 133\/16/, round(1, (it) => (it.score = "132/16")), kByPhragmen),
  forged("a project that was not reached is told as one that does not fit", "tally", /verdict/,
    outcome((it) => (it.ranking.find(({ verdict }: Object) => verdict === "not-reached").verdict = "does-not-fit")), kByPhragmen),
];
