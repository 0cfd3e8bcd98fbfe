// Every forgery is caught, by the check that it should be, and its name is said.

import assert from "node:assert/strict";
import { test } from "node:test";
import { verifyBundle } from "../src/bundle.ts";
import { kForgeries } from "./forgeries/all.ts";
import { aBundle } from "./prover/a_bundle.ts";
import { nobody, told } from "./reading.ts";

test("the corpus holds every kind of forgery once", () => {
  assert.ok(kForgeries.length >= 60);
  assert.equal(new Set(kForgeries.map(({ name }) => name)).size, kForgeries.length);
});

for (const { name, caught, says, doctor, of } of kForgeries)
  test(`${caught}: ${name}`, async () => {
    const { files } = await aBundle(of, doctor);
    const checks = await verifyBundle(files, {}, nobody);
    const first = checks.find(({ status }) => status === "fail");
    assert.equal(first?.name, caught, told(checks));
    assert.match(first.detail, says, told(checks));
  });
