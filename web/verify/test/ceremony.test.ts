// The key of three in five that the C++ programs made (tests/vectors/ceremony.json), made again from PROTOCOL.md 10 alone. The
// sealed boxes stay closed: what they bear is computed from the coefficients.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { sha256 } from "@noble/hashes/sha2";
import { ed25519, x25519 } from "@noble/curves/ed25519";
import { equal, fromBase64url, joined, littleEndian, toHex } from "../../protocol/bytes.ts";
import { keyId } from "../../protocol/envelope.ts";
import { Point, readElement, readScalar, reduced, times } from "../../protocol/group.ts";
import { ObjectReader } from "../../protocol/reader.ts";
import { signatureHolds } from "../../protocol/signature.ts";
import { Transcript } from "../../protocol/transcript.ts";
import { publicShare, readTrustees } from "../../protocol/trustees.ts";
import { lagrange } from "../src/opening.ts";

const vector = JSON.parse(readFileSync(`${process.env.ISOLOIR_SOURCE}/tests/vectors/ceremony.json`, "utf-8"));
const bytes = (hex: string) => Uint8Array.from(Buffer.from(hex, "hex"));
const utf8 = (text: string) => new TextEncoder().encode(text);
const scalar = (hex: string) => readScalar(bytes(hex))!;

const ceremony = sha256(utf8(vector.ceremony));
const keys: Uint8Array[] = vector.trustees.map(({ seed }: { seed: string }) => ed25519.getPublicKey(bytes(seed)));
const polynomials: bigint[][] = vector.trustees.map(({ coefficients }: { coefficients: string[] }) => coefficients.map(scalar));
const valueAt = (polynomial: bigint[], j: number) => polynomial.reduceRight((sum, a) => reduced(sum * BigInt(j) + a), 0n);
const chained = (envelopes: string[]) => sha256(joined(envelopes.map((jws) => sha256(utf8(jws)))));
const sent = (round: "commit" | "reveal" | "confirm"): string[] => vector.trustees.map((trustee: Record<string, string>) => trustee[round]);

/// The members of a message that trustee i, from 0, signed in a round.
function opened(jws: string, round: string, i: number): ObjectReader {
  const [header, payload, signature] = jws.split(".") as [string, string, string];
  const said = JSON.parse(Buffer.from(header, "base64url").toString());
  assert.equal(said.typ, "isoloir/trustee+1");
  assert.ok(equal(fromBase64url(said.kid)!, keyId(keys[i]!)));
  assert.ok(signatureHolds(keys[i]!, utf8(`${header}.${payload}`), fromBase64url(signature)!), `${round} of trustee ${i + 1}`);
  const reader = ObjectReader.of(fromBase64url(payload)!, round);
  assert.equal(reader.text("round", 16), round);
  assert.ok(equal(reader.bytes("ceremony", 32), ceremony));
  assert.equal(reader.integer("trustee", 1, 5), i + 1);
  return reader;
}

test("each commitment is to what was revealed, and each proof of knowledge holds", () => {
  sent("commit").forEach((jws, i) => {
    const commit = opened(jws, "commit", i);
    const trustee = vector.trustees[i];
    const points = polynomials[i]!.map((a) => times(a, Point.BASE).toBytes());
    const commitment = Transcript.of("dkg-commit").add(ceremony).addNumber(i + 1).add(...points, bytes(trustee.salt)).digest();
    assert.ok(equal(commit.bytes("commitment", 64), commitment));
    assert.ok(equal(commit.bytes("box", 32), x25519.getPublicKey(bytes(trustee.box_secret))));
    commit.finish();

    const reveal = opened(sent("reveal")[i]!, "reveal", i);
    assert.ok(equal(reveal.bytes("commits", 32), chained(sent("commit"))));
    assert.ok(equal(reveal.bytes("salt", 32), bytes(trustee.salt)));
    assert.deepEqual(reveal.bytesList("polynomial", 32, 3), points);
    const t = reveal.bytes("t", 32);
    const c = littleEndian(Transcript.of("dkg-pok").add(ceremony).addNumber(i + 1).add(points[0]!, t).digest());
    const right = readElement(t)!.add(times(reduced(c), readElement(points[0]!)!));
    assert.ok(times(readScalar(reveal.bytes("s", 32))!, Point.BASE).equals(right));
    reveal.member("shares");
    reveal.finish();
  });
});

test("every trustee confirms the same transcript", () => {
  const transcript = chained([...sent("commit"), ...sent("reveal")]);
  assert.equal(toHex(transcript), vector.transcript);
  sent("confirm").forEach((jws, i) => {
    const confirm = opened(jws, "confirm", i);
    assert.ok(equal(confirm.bytes("transcript", 32), transcript));
    confirm.finish();
  });
});

test("the key and the shares are those of the polynomials, and any three shares make the key's secret", () => {
  const trustees = readTrustees(ObjectReader.of(utf8(vector.trustees_json), "trustees"));
  const secret = reduced(polynomials.reduce((sum, polynomial) => sum + polynomial[0]!, 0n));
  assert.equal(toHex(trustees.key), vector.key);
  assert.equal(toHex(times(secret, Point.BASE).toBytes()), vector.key);
  const shares = vector.trustees.map((trustee: { share: string; public_share: string }, i: number) => {
    const share = reduced(polynomials.reduce((sum, polynomial) => sum + valueAt(polynomial, i + 1), 0n));
    assert.equal(share, scalar(trustee.share));
    assert.equal(toHex(publicShare(trustees, i + 1).toBytes()), trustee.public_share);
    assert.equal(toHex(times(share, Point.BASE).toBytes()), trustee.public_share);
    return share;
  });
  for (let a = 1; a <= 5; a++)
    for (let b = a + 1; b <= 5; b++)
      for (let c = b + 1; c <= 5; c++) {
        const some = [a, b, c];
        const together = some.reduce((sum, j) => sum + lagrange(some, j) * shares[j - 1]!, 0n);
        assert.equal(reduced(together), secret, `trustees ${some}`);
      }
});
