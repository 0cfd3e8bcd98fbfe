// The program that reads a folder, as an observer runs it.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { aBundle, type BundleFiles } from "./prover/a_bundle.ts";
import { kVariants } from "./prover/an_election.ts";

function inFolder(files: BundleFiles, use: (folder: string) => void): void {
  const folder = mkdtempSync(join(tmpdir(), "isoloir-bundle-"));
  try {
    for (const [path, bytes] of files) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), bytes);
    }
    use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const verify = (...words: string[]) => spawnSync(process.execPath, [`${process.env.ISOLOIR_BIN}/verify.mjs`, ...words], { encoding: "utf-8" });

test("a good bundle in a folder ends with 0, and every check is told", async () => {
  const { files } = await aBundle(kVariants[0]!);
  inFolder(files, (folder) => {
    const { status, stdout } = verify(folder);
    assert.equal(status, 0, stdout);
    for (const name of ["package", "log", "round 1 mix 2", "round 0 opening 3", "result", "files"]) assert.match(stdout, new RegExp(`^PASS {2}${name}: `, "m"));
    assert.doesNotMatch(stdout, /FAIL|SKIP/);
  });
});

test("a doctored one ends with 1 and names what is wrong; so does one of another election than was asked for", async () => {
  const { files } = await aBundle(kVariants[1]!);
  inFolder(files, (folder) => {
    assert.equal(verify(folder, "--election", "00".repeat(32)).status, 1);
    writeFileSync(join(folder, "round-0/mix-1.chain"), new Uint8Array(files.get("round-0/mix-1.chain")!.length));
    const { status, stdout } = verify(folder);
    assert.equal(status, 1);
    assert.match(stdout, /^FAIL {2}round 0 mix 1: round-0\/mix-1.chain: its hash/m);
    assert.match(stdout, /THIS BUNDLE DOES NOT HOLD/);
  });
});

test("a checkpoint that was kept in a file is held against the log", async () => {
  const { files } = await aBundle(kVariants[0]!);
  inFolder(files, (folder) => {
    const { status, stdout } = verify(folder, "--checkpoint", `${folder}/checkpoint`, "--checkpoint", `${folder}/counted.json`);
    assert.equal(status, 1);
    assert.match(stdout, /^PASS {2}kept checkpoint 1: the log began with its \d+ records$/m);
    assert.match(stdout, /^FAIL {2}kept checkpoint 2: /m);
    assert.equal(verify(folder, "--checkpoint", `${folder}/none`).status, 2);
  });
});

test("whoever asks how it is used is told, and so is whoever asks for what there is not", () => {
  const asked = verify("--help");
  assert.equal(asked.status, 0);
  assert.match(asked.stdout, /FOLDER \[--election ID\] \[--checkpoint FILE\]/);
  const wrong = verify("--elections", "x");
  assert.equal(wrong.status, 2);
  assert.match(wrong.stderr, /--elections[^]*FOLDER \[--election ID\]/);
});

test("what is no folder of plain files ends with 2", async () => {
  assert.equal(verify("/nowhere/at/all").status, 2);
  assert.equal(verify().status, 2);
  inFolder(new Map([["package.jws", new Uint8Array(1)]]), (folder) => {
    symlinkSync("/etc/hostname", join(folder, "roster.jws"));
    assert.equal(verify(folder).status, 2);
  });
});
