// node verify.mjs FOLDER [--election ID]: checks a bundle (PROTOCOL.md 12), one line a check.
// Ends with 0 where nothing fails, 1 where something does, 2 where there is no bundle to read.

import { parseArgs } from "node:util";
import { verifyBundle } from "../src/bundle.ts";
import { type Check, type Status, passed } from "../src/checks.ts";
import { readFolder } from "./folder.ts";

const kWords: Record<Status, string> = { pass: "PASS", fail: "FAIL", skipped: "SKIP" };

async function run(): Promise<number> {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { election: { type: "string" } } });
  const [folder] = positionals;
  if (folder === undefined || positionals.length > 1) {
    console.error("usage: node verify.mjs FOLDER [--election ID]");
    return 2;
  }
  let files: Map<string, Uint8Array>;
  try {
    files = readFolder(folder);
  } catch (problem) {
    console.error(`${folder}: ${problem instanceof Error ? problem.message : problem}`);
    return 2;
  }
  const say = ({ name, status, detail }: Check) => console.log(`${kWords[status]}  ${name}: ${detail}`);
  const checks = await verifyBundle(files, { election: values.election }, { ended: say, breathe: async () => {} });
  const count = (status: Status) => checks.filter((check) => check.status === status).length;
  console.log(`\n${passed(checks) ? "Nothing fails" : "THIS BUNDLE DOES NOT HOLD"}: ${count("pass")} checks passed, ${count("fail")} failed, ${count("skipped")} skipped.`);
  return passed(checks) ? 0 : 1;
}

process.exitCode = await run();
