// Known answers, and whatever has one form alone.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { equal, fromBase64, fromBase64url, joined, toBase64, toBase64url, toHex } from "../../protocol/bytes.ts";
import { allHold, bytesOf, proofsHold, readProof, readSealed } from "../../protocol/ballot.ts";
import { languages } from "../../page/document.ts";
import { readElement, readScalar } from "../../protocol/group.ts";
import { parseJson } from "../../protocol/json.ts";
import { isIncluded, leafHash, proveInclusion, rootOf } from "../../protocol/merkle.ts";
import { signatureHolds } from "../../protocol/signature.ts";
import { Transcript } from "../../protocol/transcript.ts";
import { checkWords, sentenceFor } from "../src/check_words.ts";
import { kAfter, kBefore, kRoundChecks } from "../src/checks.ts";
import { checkKept } from "../src/log.ts";
import { decode } from "../src/plaintexts.ts";
import { checkMix, checkMixPlainly, readMix } from "../src/mix.ts";
import { mixHoldsTogether } from "../src/mix_together.ts";
import { lagrange } from "../src/opening.ts";
import { checkReceipt, readTracker } from "../src/receipt.ts";
import { randomWeight } from "../src/weight.ts";
import { words } from "../src/words.ts";
import { swapped } from "./forgeries/forgery.ts";
import { aBundle } from "./prover/a_bundle.ts";
import { kVariants } from "./prover/an_election.ts";
import { aSigner, signCheckpoint } from "./prover/signing.ts";
import { generatorVectors, mixVectors, openingVectors } from "./vectors.ts";

const vectors = (name: string) => JSON.parse(readFileSync(`${process.env.ISOLOIR_SOURCE}/tests/vectors/${name}`, "utf-8"));
const bytes = (hex: string) => Uint8Array.from(Buffer.from(hex, "hex"));
const utf8 = (text: string) => new TextEncoder().encode(text);
const nobody = async () => {};

test("H gives the known answers", () => {
  for (const { meaning, label, items, digest, scalar } of vectors("transcript.json").cases) {
    const transcript = Transcript.of(label).add(...items.map(bytes));
    assert.equal(toHex(transcript.digest()), digest, meaning);
    assert.equal(transcript.scalar(), readScalar(bytes(scalar)), meaning);
  }
});

test("a sealed ballot's proof holds in its place, and in no other", () => {
  for (const vector of vectors("ballot.json").ballots) {
    const ciphertexts = vector.c1.map((c1: string, i: number) => readSealed(bytes(c1 + vector.c2[i])));
    const proofs = vector.t.map((t: string, i: number) => readProof(bytes(t + vector.s[i])));
    const context = { election: bytes(vector.election), voter: bytes(vector.voter), terminal: bytes(vector.terminal), sequence: vector.sequence };
    const holds = (change: object) => proofsHold([{ ciphertexts, proofs, context: { ...context, ...change } }], ciphertexts.length, bytes(vector.election_key), randomWeight)[0];
    assert.equal(holds({}), true, vector.meaning);
    for (const change of [{ sequence: vector.sequence + 1 }, { voter: context.election }, { election: context.voter }, { terminal: new Uint8Array(16) }]) assert.equal(holds(change), false);
    assert.equal(bytesOf(ciphertexts).length, 64 * vector.c1.length);
  }
});

test("of ballots that are checked together the false one is found", () => {
  const vector = vectors("ballot.json").ballots[0];
  const ciphertexts = [readSealed(bytes(vector.c1[0] + vector.c2[0]))];
  const proofs = [readProof(bytes(vector.t[0] + vector.s[0]))];
  const context = { election: bytes(vector.election), voter: bytes(vector.voter), terminal: bytes(vector.terminal), sequence: vector.sequence };
  const good = { ciphertexts, proofs, context };
  const bad = { ...good, context: { ...context, sequence: 7 } };
  assert.ok(allHold([good, good], bytes(vector.election_key), randomWeight));
  assert.ok(!allHold([good, bad], bytes(vector.election_key), randomWeight));
  assert.deepEqual(proofsHold([good, bad, good, { ...good, proofs: [] }], 1, bytes(vector.election_key), randomWeight), [true, false, true, false]);
});

test("every kind of choice decodes from the elements that the C++ program encodes it to", () => {
  for (const vector of vectors("choice.json").choices) {
    const ballot = { kind: vector.kind, mostProjects: vector.max_projects ?? vector.projects, mostPoints: vector.max_points ?? 0 };
    const marks = decode(vector.blocks.map(bytes), { ballot, projects: Array(vector.projects) } as never);
    assert.deepEqual(marks?.map(({ project, points }) => [project, points]), vector.marks, vector.meaning);
  }
});

test("an element has one encoding, and the identity is none", () => {
  const good = bytes("e2f2ae0a6abc4e71a884a961c500515f58e30b6aa582dd8db6a65945e08d2d76"); // RFC 9496, A.1: B
  assert.notEqual(readElement(good), null);
  const bit255 = good.slice();
  bit255[31]! |= 0x80;
  // RFC 9496, A.2: a field element that is not canonical, one that is negative, and one whose square root there is not.
  const bad = ["edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f", "0100000000000000000000000000000000000000000000000000000000000000",
    "26948d35ca62e643e26a83177332e6b6afeb9d08e4268b650f1f5bbd8d81d371"];
  for (const wrong of [bit255, new Uint8Array(32), good.slice(1), ...bad.map(bytes)]) assert.equal(readElement(wrong), null);
});

test("a scalar has one encoding", () => {
  const order = bytes("edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010");
  assert.equal(readScalar(order), null);
  order[0]! -= 1;
  assert.notEqual(readScalar(order), null);
  assert.equal(readScalar(new Uint8Array(31)), null);
});

test("a signature holds as RFC 8032 says, for one key, one message and one spelling", () => {
  // RFC 8032, 7.1, test 2
  const key = bytes("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c");
  const signature = bytes("92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00");
  assert.ok(signatureHolds(key, bytes("72"), signature));
  for (let at = 0; at < 64; ++at) {
    const other = signature.slice();
    other[at]! ^= 1;
    assert.ok(!signatureHolds(key, bytes("72"), other), `byte ${at}`);
  }
  assert.ok(!signatureHolds(key, bytes("73"), signature));
  assert.ok(!signatureHolds(key, bytes("72"), signature.slice(1)));
  // A key of small order takes any message for signed by R = the identity, S = 0.
  const nothing = joined([bytes("0100000000000000000000000000000000000000000000000000000000000000"), new Uint8Array(32)]);
  assert.ok(!signatureHolds(bytes("0100000000000000000000000000000000000000000000000000000000000000"), bytes("72"), nothing));
});

test("JSON is read in one way: no member twice, no 1.0 for 1, nothing behind it", () => {
  assert.deepEqual(parseJson(utf8(' {"a":[1,-2,true,null,"\\u00e9\\n"]} ')), new Map([["a", [1, -2, true, null, "é\n"]]]));
  for (const wrong of ['{"a":1,"a":1}', '{"a":1}x', "[1,]", '{"a"}', "01", '"\\x"', '"\n"', '"\\ud800"', "", "\ufeff1", `${"[".repeat(40)}${"]".repeat(40)}`, "nul", "[1 2]"])
    assert.throws(() => parseJson(utf8(wrong)), Error, wrong);
  assert.throws(() => parseJson(Uint8Array.of(0x22, 0xff, 0x22)));
  for (const other of ["1.0", "1e3", "9007199254740993"]) assert.notEqual(typeof parseJson(utf8(other)), "number", other);
});

test("bytes have one text, with padding and without", () => {
  for (let size = 0; size < 40; ++size) {
    const some = Uint8Array.from({ length: size }, (_, i) => i * 37);
    assert.equal(toBase64url(some), Buffer.from(some).toString("base64url"));
    assert.equal(toBase64(some), Buffer.from(some).toString("base64"));
    assert.ok(equal(fromBase64url(toBase64url(some))!, some));
    assert.ok(equal(fromBase64(toBase64(some))!, some));
  }
  for (const wrong of ["AB", "A", "AA==", "A+", "é"]) assert.equal(fromBase64url(wrong), null, wrong);
  for (const wrong of ["AA", "AA=", "AB==", "A_==", "AAA", "===="]) assert.equal(fromBase64(wrong), null, wrong);
});

test("every leaf of every small tree is proved to be in it, and to be nowhere else", () => {
  for (let size = 1; size < 20; ++size) {
    const leaves = Array.from({ length: size }, (_, i) => leafHash(Uint8Array.of(i)));
    const root = rootOf(leaves);
    for (let index = 0; index < size; ++index) {
      const proof = proveInclusion(leaves, index);
      assert.ok(isIncluded(leaves[index]!, index, size, proof, root));
      assert.ok(!isIncluded(leaves[index]!, (index + 1) % size, size, proof, root) || size === 1);
      assert.ok(!isIncluded(leafHash(Uint8Array.of(99)), index, size, proof, root));
      assert.ok(!isIncluded(leaves[index]!, index, size, [...proof, root], root));
    }
  }
});

test("the vectors that the C++ programs take are those that this makes", () => {
  assert.deepEqual(vectors("mix.json"), JSON.parse(JSON.stringify(mixVectors())));
  assert.deepEqual(vectors("generators.json"), JSON.parse(JSON.stringify(generatorVectors())));
  assert.deepEqual(vectors("opening.json"), JSON.parse(JSON.stringify(openingVectors())));
});

test("both ways of checking take the mixes of the vectors, and say the same of one that is doctored", async () => {
  const flat = (hexes: string[]) => bytes(hexes.join(""));
  for (const vector of vectors("mix.json").mixes) {
    const place = { election: bytes(vector.election), round: vector.round, mixer: vector.mixer, key: readElement(bytes(vector.key))!, blocks: vector.blocks };
    const mix = {
      input: flat(vector.input), output: flat(vector.output), commitments: flat(vector.commitments), chain: flat(vector.chain), chainT: flat(vector.chain_t),
      chainS: flat(vector.chain_s), orderS: flat(vector.order_s), t: vector.t.map(bytes), t4: vector.t4.map((pair: string[]) => pair.map(bytes)), s: vector.s.map(bytes), s4: vector.s4.map(bytes),
    };
    await checkMix(place, mix, nobody);
    await checkMixPlainly(place, mix, nobody);
    // Where the sum of all equations did not hold though each does, checkMix would only be slow: so it is looked at by itself.
    assert.ok(await mixHoldsTogether(await readMix(place, mix, nobody), nobody), vector.meaning);
    for (const part of ["chainS", "orderS"] as const) assert.ok(!(await mixHoldsTogether(await readMix(place, { ...mix, [part]: swapped(mix[part], 0, 1) }, nobody), nobody)));
    for (const change of [{ round: place.round + 1 }, { mixer: 9 }, { election: new Uint8Array(32) }]) {
      const together = await checkMix({ ...place, ...change }, mix, nobody).catch((wrong: Error) => wrong.message);
      const plainly = await checkMixPlainly({ ...place, ...change }, mix, nobody).catch((wrong: Error) => wrong.message);
      assert.match(String(together), /does not hold/);
      assert.equal(together, plainly);
    }
  }
});

test("Lagrange's factors add up to one, and one trustee alone counts wholly", () => {
  assert.equal(lagrange([1], 1), 1n);
  const order = 2n ** 252n + 27742317777372353535851937790883648493n;
  assert.equal([2, 3, 7].reduce((sum, j, _, all) => (sum + lagrange(all, j)) % order, 0n), 1n);
});

test("a tracker is read however it is typed", () => {
  assert.equal(readTracker(" 7k2m 9qdx-o4tz b8hc\n"), "7K2M-9QDX-04TZ-B8HC");
  for (const wrong of ["", "7K2M", "7K2M-9QDX-04TZ-B8HU", "7K2M-9QDX-04TZ-B8HCC"]) assert.equal(readTracker(wrong), null);
});

test("a ballot's place in the log is proved, and a log that was forked since is found out", async () => {
  const { at, poll } = await aBundle(kVariants[0]!);
  const hashes = poll.leaves.map(leafHash);
  const checkpoint = { size: hashes.length, root: rootOf(hashes), epoch: 0 };
  const note = signCheckpoint(checkpoint, at.election.id, at.log);
  const inclusion = { leaf: 2, size: hashes.length, record: new TextDecoder().decode(poll.leaves[2]!), proof: proveInclusion(hashes, 2).map(toBase64url), checkpoint: note };
  const proof = (change: object) => utf8(JSON.stringify({ ...inclusion, ...change }));
  const receipt = checkReceipt(proof({}), null, at.election);
  assert.equal(checkReceipt(proof({}), receipt.tracker, at.election).leaf, 2);
  assert.throws(() => checkReceipt(proof({}), "0000-0000-0000-0000", at.election), /another ballot/);
  const forged = signCheckpoint(checkpoint, at.election.id, aSigner("mallory"));
  for (const change of [{ leaf: 3 }, { size: 20 }, { proof: inclusion.proof.slice(1) }, { record: new TextDecoder().decode(poll.leaves[3]!) }, { checkpoint: forged }, { more: 1 }])
    assert.throws(() => checkReceipt(proof(change), null, at.election), Error, JSON.stringify(Object.keys(change)));

  const kept = (size: number) => ({ size, root: rootOf(hashes.slice(0, size)), epoch: 0 });
  for (const size of [0, 1, 7, hashes.length]) checkKept(kept(size), checkpoint, hashes);
  assert.throws(() => checkKept({ ...kept(7), root: new Uint8Array(32) }, checkpoint, hashes), /another root/);
  assert.throws(() => checkKept({ ...kept(7), size: 99 }, checkpoint, hashes), /fewer records/);
  assert.throws(() => checkKept({ ...kept(7), epoch: 5 }, checkpoint, hashes), /another name/);
  assert.throws(() => checkKept(kept(7), checkpoint, hashes.slice(1)), /do not make the root/);
});

test("every language has every sentence, in its own words, and one for each check", () => {
  const seen = new Map<string, string>();
  for (const language of languages)
    for (const [name, sentence] of [...Object.entries(words[language]), ...Object.entries(checkWords[language])]) {
      assert.ok(sentence.length > 0, `${language} ${name}`);
      if (sentence.length > 20) assert.equal(seen.get(sentence), undefined, `${language} ${name}`);
      seen.set(sentence, language);
    }
  const names = [...kBefore, ...kAfter, kRoundChecks.mix(0, 1), kRoundChecks.opening(0, 1), kRoundChecks.opened(0)];
  for (const language of languages) for (const name of names) assert.notEqual(sentenceFor(name, language), name);
});
