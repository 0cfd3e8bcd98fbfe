// Every counting rule: counted along by hand, by the book, by pabutools and by isoloir-verify, which was written apart.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import type { Mark } from "../../protocol/choice.ts";
import { type Rule, satisfactionOf } from "../../protocol/rule.ts";
import { near, textOf } from "../src/count/fraction.ts";
import { Money } from "../src/count/money.ts";
import { type Outcome, winnersOf } from "../src/count/outcome.ts";
import { priceOf, raisedBound } from "../src/count/price.ts";
import { type Contest, profileOf } from "../src/count/profile.ts";
import { count } from "../src/count/rule.ts";
import { anOldVote, kOldVotes, pabutools } from "./count/an_old_vote.ts";
import { add1ByTheBook, equalSharesByTheBook, phragmenByTheBook, utilitiesOf } from "./count/by_the_book.ts";
import { drawn, pabulibOf } from "./count/drawn.ts";

const nobody = async () => {};
const kGreedy: Rule = { kind: "greedy", satisfaction: null, completion: "none", skip: true };
const kMes = { kind: "mes", satisfaction: "votes" } as const;

/// Approvals unless `more` says otherwise. @param costs  in units of money, as the envelope
function aContest(costs: number[], envelope: number, rule: Partial<Rule>, more: Partial<Contest> = {}): Contest {
  const projects = costs.map((cost, i) => ({ id: `p${i + 1}`, cost: Math.round(cost * 100) })) as Contest["projects"];
  const ballot = { kind: "approval", leastProjects: 0, mostProjects: costs.length, mostCost: null, mostPoints: 0, mostSumPoints: 0 } as const;
  return { projects, envelope: envelope * 100, ballot, ties: "project-id", rule: { ...kGreedy, ...rule }, ...more };
}

const marks = (...projects: number[]): Mark[] => projects.map((project) => ({ project, points: 1 }));
const counted = (contest: Contest, ballots: Mark[][]) => count(contest, ballots, nobody);
const scores = ({ rounds }: Outcome) => rounds.map(({ score }) => score);
const verdicts = ({ ranking }: Outcome) => ranking.map(({ project, verdict }) => [project, verdict]);

test("each voter has an equal share, and pays for what is cheapest to him and those who want it too", async () => {
  // Four voters with 30 each. p2 first: 35 of two voters, 35/2 each, is less than 20; then p1: 60 of 30 + 30 + 25/2, of which the last gives all.
  const outcome = await counted(aContest([60, 35, 40], 120, kMes), [marks(0), marks(0), marks(0, 1), marks(1, 2)]);
  assert.deepEqual(outcome, {
    ranking: [
      { project: 1, votes: 2, verdict: "funded", leftBefore: 120_00 },
      { project: 0, votes: 3, verdict: "funded", leftBefore: 85_00 },
      { project: 2, votes: 1, verdict: "supporters-ran-out", leftBefore: 25_00, supportersHad: "25/2" },
    ],
    rounds: [
      { project: 1, score: "35/2", supporters: 2, gaveAll: 0, leftBefore: 120_00 },
      { project: 0, score: "95/4", supporters: 3, gaveAll: 1, leftBefore: 85_00 },
    ],
    spent: 95_00,
    share: "30",
  });
});

test("what supporters had is what they are left with in the end, whenever it was seen that it would not do", async () => {
  // Three voters with 30 each have too little for p2 from the beginning; then p1 takes all that two of them have.
  for (const satisfaction of ["votes", "cost"] as const) {
    const outcome = await counted(aContest([60, 91], 90, { kind: "mes", satisfaction }), [marks(0, 1), marks(0, 1), marks(1)]);
    assert.deepEqual(outcome.ranking[1], { project: 1, votes: 3, verdict: "supporters-ran-out", leftBefore: 30_00, supportersHad: "30" });
  }
});

test("satisfaction by cost asks for a part of the cost, so that the dearer project may go first; points and places weigh", async () => {
  const both = [marks(0, 1), marks(0, 1), marks(0), marks(0, 1)];
  assert.deepEqual(scores(await counted(aContest([60, 30], 100, { kind: "mes" }), both)), ["1/4", "1/3"]);
  assert.deepEqual(winnersOf(await counted(aContest([60, 30], 100, kMes), both)), [1, 0]);

  const points = aContest([60, 10], 100, { kind: "mes" });
  points.ballot.kind = "points";
  assert.deepEqual(scores(await counted(points, [[{ project: 0, points: 2 }], [{ project: 0, points: 1 }, { project: 1, points: 3 }]])), ["10/3", "20"]);

  const ranking = aContest([60, 10], 100, { kind: "mes" });
  ranking.ballot.kind = "ranking";
  const last = await counted(ranking, [marks(0, 1), marks(0, 1)]);
  assert.deepEqual(verdicts(last), [[0, "funded"], [1, "no-votes"]]); // the last of a ranking gives nothing by Borda's count
});

test("Add1 gives each voter more until another project would be too much, and greedy fills what is left", async () => {
  // Ten voters with 10 each: six want p1, two p2, one p3. At 15 both p2 and p3 could be paid for, which is 105.
  const ballots = [...Array(6).fill(marks(0)), marks(1), marks(1), marks(2), marks()];
  const by = (completion: Rule["completion"]) => counted(aContest([60, 30, 15], 100, { ...kMes, completion }), ballots);
  assert.deepEqual([winnersOf(await by("none")), (await by("none")).share], [[0], "10"]);
  assert.deepEqual([winnersOf(await by("add1")), (await by("add1")).share], [[0], "14"]);
  const filled = await by("add1-greedy");
  assert.deepEqual(filled.rounds[1], { project: 1, score: "1/15", supporters: 2, leftBefore: 40_00, completing: true });
  assert.deepEqual(filled.ranking[2], { project: 2, votes: 1, verdict: "does-not-fit", leftBefore: 10_00 });
  assert.deepEqual(winnersOf(await by("greedy")), [0, 1]);
});

test("Add1 reaches a project with one supporter among many without a step for each unit", async () => {
  // 50 million steps lie between the share of 1000 and what the one voter needs.
  const outcome = await counted(aContest([100, 50_000_000], 100_000_000, { ...kMes, completion: "add1" }), [...Array(100_000).fill(marks(0)), marks(1)]);
  assert.deepEqual(winnersOf(outcome), [0, 1]);
});

test("a tie that comes about by thirds is a tie, and is broken as the election says", async () => {
  // Each of three has 100/3 and pays 10/3 for p1; then p2 asks 10 of two and p3 10 of three.
  for (const [ties, second] of [["project-id", 1], ["highest-cost", 2]] as const) {
    const outcome = await counted(aContest([10, 20, 30], 100, kMes, { ties }), [marks(0, 1, 2), marks(0, 1, 2), marks(0, 2)]);
    assert.deepEqual([winnersOf(outcome)[1], scores(outcome)], [second, ["10/3", "10", "10"]]);
  }
});

test("a difference far below what a double can hold decides who wins", async () => {
  // Each voter has 10^8 cents. p1 asks 7×10^7 and a bit of each of 9973 voters, p2 of 10007; what the two ask differs by 1 / (9973 × 10007)
  // of a cent. One voter of each then lacks just so much when p3 and p4 are to be paid for, by him and three who have all of theirs.
  for (const more of [0, 1, 2, 3, 5, 8, 13, 21]) // doubles may be right by chance, but not each time
    for (const first of [true, false]) {
      const ballots = [...Array(9972).fill(marks(0)), ...Array(10006).fill(marks(1)), marks(first ? 0 : 1, 2), marks(first ? 1 : 0, 3), ...Array(3).fill(marks(2)), ...Array(3).fill(marks(3))];
      const contest = aContest([1, 1, 3_200_000, 3_200_000], 1_000_000 * ballots.length, kMes);
      contest.projects[0]!.cost = (70_000_000 + more) * 9973 + 880;
      contest.projects[1]!.cost = (70_000_000 + more) * 10007 + 883;
      const outcome = await counted(contest, ballots);
      assert.deepEqual(winnersOf(outcome), first ? [1, 0, 3, 2] : [1, 0, 2, 3]);
      assert.notEqual(scores(outcome)[2], scores(outcome)[3]);
      assert.equal(outcome.rounds[2]!.gaveAll, 1);
    }
});

test("a project that takes all that its supporters have, to the last fraction of a cent, is funded", async () => {
  // The first and the second project leave two groups with different fractions; the third costs what both then have together.
  for (const group of [3, 7, 13, 49, 97])
    for (let cost = 1; cost < 100; ++cost) {
      const ballots = [...Array(group).fill(marks(0, 2)), ...Array(group + 2).fill(marks(1, 2))];
      const contest = aContest([cost / 100, 1, (503 - cost) / 100], 6.03, kMes);
      assert.equal((await counted(contest, ballots)).rounds.length, 3);
      assert.equal((await counted(contest, [...ballots, marks()])).rounds.length, 2);
    }
});

test("greedy without skipping ends with the first project that does not fit; per cost small projects go first", async () => {
  const ballots = [marks(0), marks(0, 1), marks(0, 1, 2)];
  assert.deepEqual(winnersOf(await counted(aContest([60, 50, 40, 10], 100, {}), ballots)), [0, 2]);
  const ended = await counted(aContest([60, 50, 40, 10], 100, { skip: false }), ballots);
  assert.deepEqual(verdicts(ended), [[0, "funded"], [1, "does-not-fit"], [2, "not-reached"], [3, "no-votes"]]);
  const small = await counted(aContest([90, 20, 30], 100, { kind: "greedy-per-cost" }), [marks(0), marks(0, 1), marks(0, 1, 2), marks(0, 2), marks(2)]);
  assert.deepEqual([winnersOf(small), scores(small)], [[1, 2], ["1/10", "1/10"]]); // 2 for 20 and 3 for 30 are equal
  // What it costs, for each unit of it, is a number of supporters.
  assert.deepEqual(scores(await counted(aContest([60, 30, 90], 100, { kind: "greedy-per-cost", satisfaction: "cost" }), ballots)), ["3", "2"]);
});

test("who is equal goes by the election's word, and then by the id as text", async () => {
  const order = async (ties: Contest["ties"]) => {
    const contest = aContest([20, 10, 20, 10], 100, {}, { ties });
    ["b", "9", "a", "10"].forEach((id, i) => (contest.projects[i]!.id = id));
    return winnersOf(await counted(contest, [marks(0, 1, 2, 3)]));
  };
  assert.deepEqual(await order("project-id"), [3, 1, 2, 0]);
  assert.deepEqual(await order("ballot-order"), [0, 1, 2, 3]);
  assert.deepEqual(await order("lowest-cost"), [3, 1, 2, 0]);
  assert.deepEqual(await order("highest-cost"), [2, 0, 3, 1]);
});

test("Phragmén's rule ends with a project among the best that no longer fits", async () => {
  // p1 loads three with 10 each; then p2 would load two with 20 + 10/2, and p3 one with 35.
  const outcome = await counted(aContest([30, 40, 35, 200], 60, { kind: "phragmen" }), [marks(0, 1), marks(0), marks(0), marks(1), marks(2, 3)]);
  assert.deepEqual(verdicts(outcome), [[0, "funded"], [1, "does-not-fit"], [2, "not-reached"], [3, "does-not-fit"]]);
  assert.deepEqual(scores(outcome), ["10"]);

  // p2 and p3 would load theirs with 20 each: that the one fits does not help, whoever wins the tie.
  const tied = await counted(aContest([30, 20, 40], 60, { kind: "phragmen" }), [marks(0), marks(0), marks(0), marks(1), marks(2), marks(2)]);
  assert.deepEqual(verdicts(tied), [[0, "funded"], [2, "does-not-fit"], [1, "not-reached"]]);
});

test("without ballots or without votes nothing is funded", async () => {
  for (const rule of [{}, { kind: "greedy-per-cost" }, { kind: "mes" }, { kind: "mes", completion: "add1-greedy" }, { kind: "phragmen" }] as Partial<Rule>[])
    for (const ballots of [[], [marks(), marks()]]) {
      const outcome = await counted(aContest([1, 2], 100, rule), ballots);
      assert.deepEqual([verdicts(outcome), outcome.spent], [[[0, "no-votes"], [1, "no-votes"]], 0]);
      // Add1 gave each of the two all that it may, and still there was room.
      assert.equal(outcome.share, rule.kind !== "mes" || ballots.length === 0 ? undefined : rule.completion ? "150" : "50");
    }
});

test("a double near a ratio is, and a bound of a price is never above it", () => {
  for (const [over, under] of [[1n, 3n], [10n ** 400n + 1n, 3n * 10n ** 399n], [7n, 10n ** 20n], [2n ** 53n + 1n, 1n]] as const) {
    const exact = (over << 160n) / under;
    const wrong = BigInt(near({ over, under }) * 2 ** 160) - exact;
    assert.ok((wrong < 0n ? -wrong : wrong) <= exact >> 52n, `${over}/${under}`);
  }
  let prices = 0;
  for (let seed = 0; seed < 200; ++seed) {
    const { contest, ballots } = drawn(`bound ${seed}`, [{ kind: "mes" }], ["approval", "points"]);
    const profile = profileOf(contest, ballots);
    const money = new Money(profile, BigInt(contest.envelope) * 3n);
    contest.projects.forEach(({ cost }, project) => {
      const supporters = profile.supporters[project]!;
      let bound = 0;
      for (let next = raisedBound(money, supporters, cost, bound); next > bound; next = raisedBound(money, supporters, cost, bound)) bound = next;
      const price = bound === Infinity ? null : priceOf(money, supporters, cost, bound);
      if (price === null) return;
      const under = price.under * money.unitsPerCent;
      assert.ok(BigInt(Math.floor(bound * 2 ** 80)) * under <= price.over << 80n);
      money.pay(project, supporters, price);
      profile.wanted.forEach((_, voter) => assert.ok(Math.abs(money.near[voter]! - near({ over: money.of([voter]), under: money.unitsPerCent })) <= money.error));
      ++prices;
    });
  }
  assert.ok(prices > 200);
});

test("each rule is what its authors wrote, round by round", async () => {
  for (let seed = 0; seed < 150; ++seed) {
    const mes = drawn(`mes ${seed}`, [{ kind: "mes" }, { kind: "mes", completion: "add1" }, { kind: "mes", satisfaction: "votes", completion: "add1" }], ["approval", "points", "ranking"]);
    const utilities = utilitiesOf(satisfactionOf(mes.contest.rule, mes.contest.ballot.kind), mes.contest, mes.ballots);
    const share = { over: BigInt(mes.contest.envelope), under: BigInt(mes.ballots.length) * 100n };
    const book = mes.contest.rule.completion === "add1" ? add1ByTheBook(mes.contest, utilities) : { ...equalSharesByTheBook(mes.contest, utilities, share), share };
    const outcome = await counted(mes.contest, mes.ballots);
    assert.deepEqual([winnersOf(outcome), scores(outcome), outcome.share], [book.winners, book.scores.map(textOf), textOf(book.share)], `mes ${seed}`);

    const loaded = drawn(`phragmen ${seed}`, [{ kind: "phragmen" }], ["approval"]);
    const loads = phragmenByTheBook(loaded.contest, utilitiesOf("votes", loaded.contest, loaded.ballots));
    const found = await counted(loaded.contest, loaded.ballots);
    assert.deepEqual([winnersOf(found), scores(found)], [loads.winners, loads.scores.map(textOf)], `phragmen ${seed}`);
  }
});

test("the winners of real elections are those that pabutools selects, under each of its rules", async () => {
  let counts = 0;
  for (const { name, rule, selected } of pabutools()) {
    const { contest, valid } = anOldVote(name);
    const outcome = await counted({ ...contest, rule: { ...kGreedy, ...rule } }, valid);
    // pabutools also funds projects that nobody voted for, where there is room.
    const wanted = new Set(outcome.ranking.filter(({ votes }) => votes > 0).map(({ project }) => contest.projects[project]!.id));
    const winners = winnersOf(outcome).map((project) => contest.projects[project]!.id);
    assert.deepEqual(winners.sort(), selected.filter((id) => wanted.has(id)).sort(), `${name} ${JSON.stringify(rule)}`);
    ++counts;
  }
  assert.equal(counts, 38);
});

const work = mkdtempSync(join(tmpdir(), "isoloir-count-"));
after(() => rmSync(work, { recursive: true }));

/// What isoloir-verify makes of a file; null where it refuses the rule.
function inCpp(file: string, { kind, satisfaction, completion, skip }: Rule): any {
  const words = ["--rule", kind, "--completion", completion, skip ? "--skip" : "--no-skip", ...(satisfaction === null ? [] : ["--satisfaction", satisfaction])];
  const done = spawnSync(`${process.env.ISOLOIR_BIN}/isoloir-verify`, ["tally", file, ...words, "--json"], { encoding: "utf-8" });
  if (done.error) throw done.error;
  return done.status === 0 ? JSON.parse(done.stdout) : null;
}

/// An outcome in the words of isoloir-verify, without what is rounded there.
function toldAs({ contest: { projects }, outcome }: { contest: Contest; outcome: Outcome }): object {
  const of = (project: number) => ({ project: projects[project]!.id, cost: projects[project]!.cost / 100 });
  return {
    winners: winnersOf(outcome).map((project) => projects[project]!.id),
    spent: outcome.spent / 100,
    share: outcome.share ?? "",
    rounds: outcome.rounds.map(({ project, score, supporters, gaveAll, leftBefore, completing }) => ({
      ...of(project), score, supporters, ...(gaveAll === undefined ? {} : { gave_all: gaveAll }), left_before: leftBefore / 100, ...(completing && { completing }),
    })),
    not_funded: outcome.ranking.filter(({ verdict }) => verdict !== "funded").map(({ project, votes, verdict, leftBefore, supportersHad }) => ({
      ...of(project), verdict, votes, left_before: leftBefore / 100, ...(supportersHad !== undefined && { supporters_had: supportersHad }),
    })),
  };
}

function toldBy(cpp: any): object {
  const round = ({ score_decimal, ...rest }: any) => rest;
  const lost = ({ supporters_had_decimal, ...rest }: any) => rest;
  return { winners: cpp.winners, spent: cpp.spent, share: cpp.share ?? "", rounds: cpp.rounds.map(round), not_funded: cpp.not_funded.map(lost) };
}

const kSatisfactions = [null, "votes", "cost", "points", "borda"] as const;
const kEveryRule: Rule[] = kSatisfactions.flatMap((satisfaction) => [
  ...(["none", "add1", "add1-greedy", "greedy"] as const).map((completion): Rule => ({ kind: "mes", satisfaction, completion, skip: true })),
  ...(["greedy", "greedy-per-cost"] as const).flatMap((kind) => [true, false].map((skip): Rule => ({ kind, satisfaction, completion: "none", skip }))),
  { kind: "phragmen", satisfaction, completion: "none", skip: true },
]);

test("isoloir-verify counts real elections alike to the last digit, under every rule", async () => {
  let counts = 0;
  for (const name of kOldVotes) {
    const { contest, valid, invalid, file } = anOldVote(name);
    for (const rule of kEveryRule) {
      const cpp = inCpp(file, rule);
      if (cpp === null) continue;
      const outcome = await counted({ ...contest, rule }, valid);
      assert.deepEqual(toldAs({ contest, outcome }), toldBy(cpp), `${name} ${JSON.stringify(rule)}`);
      assert.deepEqual([valid.length, invalid], [cpp.ballots, cpp.invalid]);
      ++counts;
    }
  }
  assert.equal(counts, 190);
});

test("isoloir-verify counts elections drawn by chance alike", async () => {
  const file = join(work, "drawn.pb");
  let counts = 0;
  for (let seed = 0; seed < 100; ++seed) {
    const { contest, ballots } = drawn(`alike ${seed}`, kEveryRule, ["approval", "points", "ranking"]);
    writeFileSync(file, pabulibOf({ contest, ballots }));
    const cpp = inCpp(file, contest.rule);
    if (cpp === null) continue;
    assert.deepEqual(toldAs({ contest, outcome: await counted(contest, ballots) }), toldBy(cpp), `${seed}: ${readFileSync(file, "utf-8")} ${JSON.stringify(contest.rule)}`);
    ++counts;
  }
  assert.ok(counts > 40);
});
