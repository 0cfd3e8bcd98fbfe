// Whole bundles: good ones pass in every kind of election.

import assert from "node:assert/strict";
import { test } from "node:test";
import { verifyBundle } from "../src/bundle.ts";
import { aBundle } from "./prover/a_bundle.ts";
import { kVariants } from "./prover/an_election.ts";
import { nobody, told } from "./reading.ts";

for (const variant of kVariants)
  test(`a good bundle passes every check: ${variant.name}`, async () => {
    const { files } = await aBundle(variant);
    const checks = await verifyBundle(files, {}, nobody);
    assert.ok(checks.every(({ status }) => status === "pass"), told(checks));
  });
