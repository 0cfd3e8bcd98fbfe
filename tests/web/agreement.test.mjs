// The two verifiers, which were written apart, on the same bundles: those that the one's own prover makes and doctors, and one that the
// programs of a whole election leave, with a bit flipped here and there.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";

const bin = process.env.ISOLOIR_BIN;
const work = mkdtempSync(join(tmpdir(), "isoloir-agreement-"));
after(() => rmSync(work, { recursive: true }));

function run(program, ...words) {
  const done = spawnSync(program, words, { encoding: "utf8", maxBuffer: 1 << 26, env: { ...process.env, ISOLOIR_BIN: bin } });
  if (done.error) throw done.error;
  return done;
}

/// Name of the first check of isoloir-verify that fails, or null; and that its exit code says the same.
function inCpp(folder) {
  const done = run(join(bin, "isoloir-verify"), folder, "--json");
  const { passed, checks } = JSON.parse(done.stdout);
  assert.equal(done.status, passed ? 0 : 1);
  return checks.find((check) => !check.passed)?.name ?? null;
}

/// The same of verify.mjs.
function inTypeScript(folder) {
  const done = run(process.execPath, join(bin, "verify.mjs"), folder);
  const failed = done.stdout.split("\n").find((line) => line.startsWith("FAIL"));
  assert.equal(done.status, failed ? 1 : 0, done.stdout + done.stderr);
  return failed ? failed.slice(4).trim().split(":")[0] : null;
}

test("isoloir-verify passes every good bundle of the corpus and catches every forgery by the same check", () => {
  const corpus = join(work, "corpus");
  const made = run(process.execPath, join(bin, "write_corpus.mjs"), corpus);
  assert.equal(made.status, 0, made.stderr);
  const wrong = [];
  const all = JSON.parse(readFileSync(join(corpus, "corpus.json"), "utf8"));
  for (const { folder, name, caught } of all) {
    const found = inCpp(join(corpus, folder));
    if (found !== caught) wrong.push(`${name}: ${found} instead of ${caught}`);
  }
  assert.ok(all.length > 60);
  assert.deepEqual(wrong, []);
});

function filesOf(folder) {
  return readdirSync(folder, { recursive: true }).filter((name) => statSync(join(folder, name)).isFile()).sort();
}

test("a ceremony's bundle passes both, and one flipped bit in any of its files fails both", () => {
  const bundle = join(work, "bundle");
  const script = join(process.env.ISOLOIR_SOURCE, "demo", "run");
  const played = run(script, "--ceremony", "--headless", "--voters", "40", "--dir", join(work, "demo"), "--bundle", bundle);
  assert.equal(played.status, 0, played.stdout + played.stderr);
  assert.equal(inCpp(bundle), null);
  assert.equal(inTypeScript(bundle), null);
  filesOf(bundle).forEach((name, i) => {
    const path = join(bundle, name);
    const good = readFileSync(path);
    const bad = Buffer.from(good);
    const place = (i * 7919) % good.length;
    bad[place] ^= 1 << i % 8;
    writeFileSync(path, bad);
    assert.notEqual(inCpp(bundle), null, `${name}, byte ${place}`);
    assert.notEqual(inTypeScript(bundle), null, `${name}, byte ${place}`);
    writeFileSync(path, good);
  });
});
