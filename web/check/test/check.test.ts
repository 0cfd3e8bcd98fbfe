// The logic of the page over the vectors that the C++ tests use as well.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { equal, fromBase64url, toHex } from "../../protocol/bytes.ts";
import { checkChallenge, parseChallenge, sealAgain, trackerOf, trackerText } from "../../protocol/challenge.ts";
import { marksOf } from "../../protocol/choice.ts";
import { openPackage } from "../../protocol/package.ts";
import { languages } from "../../page/document.ts";
import { words } from "../src/words.ts";

const vectors = (name: string) => JSON.parse(readFileSync(`${process.env.ISOLOIR_SOURCE}/tests/vectors/${name}`, "utf-8"));
const bytes = (hex: string) => Uint8Array.from(Buffer.from(hex, "hex"));
const challenges = vectors("challenge.json");

test("choice and randomness give ciphertext and tracker, as known answers say", () => {
  for (const vector of challenges.sealed) {
    const challenge = parseChallenge(vector.text)!;
    assert.deepEqual(challenge.blocks.map((block) => toHex(block.choice)), vector.choice, vector.meaning);
    const sealed = sealAgain(challenge.blocks, bytes(vector.election_key))!;
    assert.deepEqual(sealed.map(({ c1 }) => toHex(c1)), vector.c1);
    assert.deepEqual(sealed.map(({ c2 }) => toHex(c2)), vector.c2);
    assert.equal(trackerText(trackerOf(sealed)), vector.tracker);
    assert.ok(equal(trackerOf(sealed), challenge.tracker));
    assert.equal(toHex(challenge.election), vector.election.slice(0, 32));
  }
});

test("a challenge held against a signed election passes and fails where the C++ program says so", () => {
  const election = openPackage(challenges.package)!;
  for (const vector of challenges.challenges) {
    const challenge = parseChallenge(vector.text)!;
    const verdict = checkChallenge(challenge, election);
    const projects = verdict.marks?.map((mark) => election.projects[mark.project]!.id) ?? null;
    assert.deepEqual(
      { election: verdict.election, encoding: verdict.encoding, tracker: verdict.tracker, shows: trackerText(challenge.tracker), projects },
      { election: vector.election, encoding: vector.encoding, tracker: vector.tracker, shows: vector.shows, projects: vector.projects },
      vector.meaning,
    );
  }
});

test("what is cut, longer, of another alphabet or version, or not reduced is no challenge", () => {
  for (const vector of challenges.malformed) assert.equal(parseChallenge(vector.text), null, vector.meaning);
  const text: string = challenges.challenges[0].text;
  for (let size = 0; size < text.length; ++size) assert.equal(parseChallenge(text.slice(0, size)), null);
});

test("no bit of an honest challenge can be turned without its check failing", () => {
  const election = openPackage(challenges.package)!;
  const honest = fromBase64url(challenges.challenges[0].text)!;
  for (let at = 0; at < honest.length; ++at) {
    const altered = honest.slice();
    altered[at]! ^= 1;
    const challenge = parseChallenge(Buffer.from(altered).toString("base64url"));
    const verdict = challenge && checkChallenge(challenge, election);
    assert.ok(verdict === null || !(verdict.election && verdict.encoding && verdict.tracker), `byte ${at}`);
  }
});

test("a package is believed under its authority's signature alone", () => {
  assert.notEqual(openPackage(`${challenges.package}\n`), null);
  const [header, payload, signature] = challenges.package.split(".");
  const flipped = (text: string, at: number) => text.slice(0, at) + (text[at] === "A" ? "B" : "A") + text.slice(at + 1);
  for (const other of [`${flipped(header, 30)}.${payload}.${signature}`, `${header}.${flipped(payload, 400)}.${signature}`, `${header}.${payload}.${flipped(signature, 20)}`,
    `${header}.${payload}`, `${challenges.package}.`, "", "a.b.c"])
    assert.equal(openPackage(other), null);
});

test("every kind of choice reads as the C++ program encodes it", () => {
  for (const vector of vectors("choice.json").choices) {
    const election = {
      ballot: { kind: vector.kind, mostProjects: vector.max_projects ?? vector.projects, mostPoints: vector.max_points ?? 0 },
      projects: Array.from({ length: vector.projects }),
    };
    const marks = marksOf(election, vector.blocks.map((block: string) => bytes(block).slice(1, 30)));
    assert.deepEqual(marks?.map(({ project, points }) => [project, points]), vector.marks, vector.meaning);
  }
});

test("a ranking with a hole, a project twice or one that does not exist, and bits behind the choice, are no choice", () => {
  const payload = (...head: number[]) => [Uint8Array.from([...head, ...Array(29 - head.length).fill(0)])];
  const ranking = { ballot: { kind: "ranking" as const, mostProjects: 3, mostPoints: 0 }, projects: Array(9) }; // four bits a place
  assert.deepEqual(marksOf(ranking, payload(0x21, 0x03)), [{ project: 0, points: 3 }, { project: 1, points: 2 }, { project: 2, points: 1 }]);
  for (const wrong of [payload(0x01, 0x02), payload(0x11), payload(0x0a), payload(0x21, 0x13), [...payload(0), ...payload(0)], []]) assert.equal(marksOf(ranking, wrong), null);
});

test("every language has every sentence, in its own words", () => {
  const seen = new Map<string, string>();
  for (const language of languages)
    for (const [name, sentence] of Object.entries(words[language])) {
      assert.ok(sentence.length > 0, `${language} ${name}`);
      if (sentence.length > 20) assert.equal(seen.get(sentence), undefined, `${language} ${name}`);
      seen.set(sentence, language);
    }
});
