// node verify.mjs FOLDER [OPTIONS]: checks a bundle (PROTOCOL.md 12), one line a check.
// Ends with 0 where nothing fails, 1 where something does, 2 where there is no bundle to read.

import { webcrypto } from "node:crypto";
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { verifyBundle } from "../src/bundle.ts";
import { type Check, type Status, passed } from "../src/checks.ts";
import { readFolder } from "./folder.ts";

const kWords: Record<Status, string> = { pass: "PASS", fail: "FAIL", skipped: "SKIP" };

// Debian 12 has Node 18, to which what browsers call `crypto` is no global yet.
globalThis.crypto ??= webcrypto as Crypto;

const kUsage = `Checks a bundle, the files that prove a count, and says of each check whether it passes.

  isoloir-verify-js FOLDER [--election ID] [--checkpoint FILE]…
  node verify.mjs FOLDER [--election ID] [--checkpoint FILE]…

  FOLDER             holds package.jws
  --election ID      the election's fingerprint, as the result page and the minutes show it; without it, the bundle may be of any
  --checkpoint FILE  what /checkpoint gave on another day: the log must have begun with it; may be given several times

Ends with 0 where nothing fails, with 1 where something does, and with 2 where there is no bundle to read.`;

function parsed() {
  return parseArgs({ allowPositionals: true, options: { election: { type: "string" }, checkpoint: { type: "string", multiple: true }, help: { type: "boolean", short: "h" } } });
}

async function run(): Promise<number> {
  let words: ReturnType<typeof parsed>;
  try {
    words = parsed();
  } catch (problem) {
    console.error(`${problem instanceof Error ? problem.message : problem}\n\n${kUsage}`);
    return 2;
  }
  const { values, positionals } = words;
  const [folder] = positionals;
  if (values.help === true) {
    console.log(kUsage);
    return 0;
  }
  if (folder === undefined || positionals.length > 1) {
    console.error(kUsage);
    return 2;
  }
  let files: Map<string, Uint8Array>;
  let checkpoints: string[];
  try {
    files = readFolder(folder);
    checkpoints = (values.checkpoint ?? []).map((file) => readFileSync(file, "utf-8"));
  } catch (problem) {
    console.error(`${folder}: ${problem instanceof Error ? problem.message : problem}`);
    return 2;
  }
  const say = ({ name, status, detail }: Check) => console.log(`${kWords[status]}  ${name}: ${detail}`);
  const checks = await verifyBundle(files, { election: values.election, checkpoints }, { ended: say, breathe: async () => {} });
  const count = (status: Status) => checks.filter((check) => check.status === status).length;
  console.log(`\n${passed(checks) ? "Nothing fails" : "THIS BUNDLE DOES NOT HOLD"}: ${count("pass")} checks passed, ${count("fail")} failed, ${count("skipped")} skipped.`);
  return passed(checks) ? 0 : 1;
}

process.exitCode = await run();
