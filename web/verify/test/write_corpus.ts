// node write_corpus.mjs DIR [good]: writes every bundle of the corpus (or the good ones alone) as a folder, for another verifier to
// judge, and corpus.json beside them: [{"folder":…,"name":…,"caught":the check that must fail first, or null for a good one}].

import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { kForgeries } from "./forgeries/all.ts";
import { type BundleFiles, aBundle } from "./prover/a_bundle.ts";
import { kVariants } from "./prover/an_election.ts";
import { kRuleVariants } from "./prover/rule_variants.ts";

const target = process.argv[2]!;
const corpus: { folder: string; name: string; caught: string | null }[] = [];

function write(files: BundleFiles, name: string, caught: string | null): void {
  const folder = `${caught === null ? "good" : "forged"}-${String(corpus.length).padStart(3, "0")}`;
  for (const [path, bytes] of files) {
    mkdirSync(dirname(join(target, folder, path)), { recursive: true });
    writeFileSync(join(target, folder, path), bytes);
  }
  corpus.push({ folder, name, caught });
}

for (const variant of [...kVariants, ...kRuleVariants]) write((await aBundle(variant)).files, variant.name, null);
for (const { name, caught, doctor, of } of process.argv[3] === "good" ? [] : kForgeries) write((await aBundle(of, doctor)).files, name, caught);
writeFileSync(join(target, "corpus.json"), `${JSON.stringify(corpus, null, 1)}\n`);
