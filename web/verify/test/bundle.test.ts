// Whole bundles: good ones pass in every kind of election, and what is said where something cannot be checked.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fromBase64url } from "../../protocol/bytes.ts";
import { latin } from "../../protocol/envelope.ts";
import { leafHash, rootOf } from "../../protocol/merkle.ts";
import { verifyBundle } from "../src/bundle.ts";
import { type Check, kAfter, kBefore, passed } from "../src/checks.ts";
import { aBundle } from "./prover/a_bundle.ts";
import { kVariants } from "./prover/an_election.ts";
import { kRuleVariants } from "./prover/rule_variants.ts";
import { signCheckpoint } from "./prover/signing.ts";
import { nobody, told } from "./reading.ts";

for (const variant of [...kVariants, ...kRuleVariants])
  test(`a good bundle passes every check: ${variant.name}`, async () => {
    const { files } = await aBundle(variant);
    const checks = await verifyBundle(files, {}, nobody);
    assert.ok(checks.every(({ status }) => status === "pass"), told(checks));
  });

test("the elections for each counting rule show whatever an outcome can say", async () => {
  const outcomes = await Promise.all(kRuleVariants.map(async (variant) => JSON.parse(latin(fromBase64url(latin((await aBundle(variant)).files.get("result.jws")!).split(".")[1]!)!)).outcome));
  const verdicts = new Set(outcomes.flatMap(({ ranking }) => ranking.map(({ verdict }: { verdict: string }) => verdict)));
  assert.deepEqual([...verdicts].sort(), ["does-not-fit", "funded", "no-votes", "not-reached", "supporters-ran-out"]);
  const rounds = outcomes.flatMap((outcome) => outcome.rounds);
  assert.ok(rounds.some(({ gave_all }) => gave_all > 0) && rounds.some(({ completing }) => completing) && rounds.some(({ score }) => score.includes("/")));
  assert.equal(new Set(outcomes.map(({ winners }) => winners.join())).size, kRuleVariants.length - 1); // two fund the same, one completing what the other takes first
});

const statusOf = (checks: Check[]) => Object.fromEntries(checks.map(({ name, status }) => [name, status]));

test("nobody can keep mixes and openings back", async () => {
  const { files } = await aBundle(kVariants[0]!, { files: (all) => [...all.keys()].filter((path) => path.startsWith("round-")).forEach((path) => all.delete(path)) });
  const checks = await verifyBundle(files, {}, nobody);
  assert.equal(statusOf(checks)["round 0 mix 1"], "fail", told(checks));
});

/// Signed by the log: how it was when it had so many records.
function keeper({ at, poll }: Pick<Awaited<ReturnType<typeof aBundle>>, "at" | "poll">) {
  const hashes = poll.leaves.map(leafHash);
  return (size: number, change: { root?: Uint8Array; epoch?: number } = {}) =>
    signCheckpoint({ size, root: rootOf(hashes.slice(0, size)), epoch: 0, ...change }, at.election.id, at.log);
}

test("checkpoints that somebody kept are held against the log, each by name", async () => {
  const made = await aBundle(kVariants[0]!);
  const keep = keeper(made);
  const kept = async (...checkpoints: string[]) => (await verifyBundle(made.files, { checkpoints }, nobody)).filter(({ name }) => name.startsWith("kept"));
  const good = await kept(keep(0), keep(9), keep(made.poll.leaves.length));
  assert.deepEqual(good.map(({ name, status }) => `${status} ${name}`), ["pass kept checkpoint 1", "pass kept checkpoint 2", "pass kept checkpoint 3"], told(good));
  const bad = await kept(keep(9, { root: new Uint8Array(32) }), keep(9_999), keep(9, { epoch: 5 }), keep(9).replace("\n9\n", "\n8\n"), "");
  const says = [/another root/, /fewer records/, /another name/, /not signed by the log/, /no signatures/];
  bad.forEach(({ name, status, detail }, index) => {
    assert.equal(`${status} ${name}`, `fail kept checkpoint ${index + 1}`, detail);
    assert.match(detail, says[index]!);
  });
});

test("checks stand in the order and under the names of PROTOCOL.md 12", async () => {
  const made = await aBundle(kVariants[2]!);
  const names = (await verifyBundle(made.files, { checkpoints: [keeper(made)(3)] }, nobody)).map(({ name }) => name);
  const before = (kept: string) => kBefore.flatMap((name) => (name === "log" ? [name, kept] : [name]));
  const round = ["round 0 mix 1", "round 0 mix 2", "round 0 opening 1", "round 0 opening 2", "round 0 opening 3", "round 0 opened"];
  assert.deepEqual(names, [...before("kept checkpoint 1"), ...round, ...kAfter]);
  const protocol = readFileSync(`${process.env.ISOLOIR_SOURCE}/PROTOCOL.md`, "utf-8");
  const table = [...protocol.matchAll(/^\| `([a-z RPJ]+)` \|/gm)].map(([, name]) => name!);
  assert.deepEqual(table, [...before("kept checkpoint P"), "round R mix P", "round R opening J", "round R opened", ...kAfter]);
});

test("nothing at all is no bundle, and every check says why", async () => {
  const checks = await verifyBundle(new Map(), {}, nobody);
  assert.deepEqual(checks.filter(({ status }) => status === "pass").map(({ name }) => name), ["files"]);
  assert.equal(statusOf(checks).package, "fail");
});

test("whatever bytes stand in a file, a check fails and nothing breaks", async () => {
  const { files } = await aBundle(kVariants[1]!);
  for (const path of files.keys())
    for (const junk of ["", "null", "[]", "{}", "a.b.c", "\u0000", "\n\n\n"]) {
      const checks = await verifyBundle(new Map(files).set(path, new TextEncoder().encode(junk)), {}, nobody);
      assert.ok(!passed(checks), `${path}: ${JSON.stringify(junk)}`);
      assert.ok(checks.every(({ detail }) => !detail.startsWith("cannot be read")), told(checks));
    }
});
