// The challenge of PROTOCOL.md 4.4: reads what the terminal showed, and seals it again.
//
//   challenge := base64url(0x01 || election, 16 bytes || tracker, 10 bytes || (choice, 29 bytes || r, 32 bytes){w})

import { ristretto255 } from "@noble/curves/ed25519";
import { blake2b } from "@noble/hashes/blake2";
import { equal, fromBase64url, joined, littleEndian } from "./bytes.ts";
import { type Mark, marksOf } from "./choice.ts";
import type { Election } from "./package.ts";

const { Point } = ristretto255;
type Point = InstanceType<typeof Point>;

export interface Block {
  choice: Uint8Array; // 29 bytes
  r: bigint;
}

export interface Challenge {
  election: Uint8Array; // the first 16 bytes of its identifier
  tracker: Uint8Array; // 10 bytes
  blocks: Block[];
}

export interface Verdict {
  election: boolean; // made for this election
  encoding: boolean; // the choice is one that this election has
  tracker: boolean; // sealed again, it gives the tracker
  marks: Mark[] | null; // what the ballot holds
}

const kOrder = 2n ** 252n + 27742317777372353535851937790883648493n; // of the group, RFC 9496
const kHead = 1 + 16 + 10;
const kPayload = 29;
const kBlock = kPayload + 32;
const kMostBlocks = 16;

/// null for whatever is no whole challenge of version 1.
export function parseChallenge(text: string): Challenge | null {
  const bytes = fromBase64url(text);
  if (bytes === null || bytes[0] !== 1) return null;
  const count = (bytes.length - kHead) / kBlock;
  if (!Number.isInteger(count) || count < 1 || count > kMostBlocks) return null;
  const blocks: Block[] = [];
  for (let at = kHead; at < bytes.length; at += kBlock) {
    const r = littleEndian(bytes.slice(at + kPayload, at + kBlock));
    if (r >= kOrder) return null;
    blocks.push({ choice: bytes.slice(at, at + kPayload), r });
  }
  return { election: bytes.slice(1, 17), tracker: bytes.slice(17, kHead), blocks };
}

function pointOf(bytes: Uint8Array): Point | null {
  try {
    const point = Point.fromBytes(bytes);
    return point.equals(Point.ZERO) ? null : point;
  } catch {
    return null; // not the canonical encoding of an element
  }
}

/// PROTOCOL.md 4.1: the element of the smallest counter.
function elementOf(choice: Uint8Array): Point {
  const block = new Uint8Array(32);
  block.set(choice, 1);
  for (let counter = 0; counter < 128 * 256; ++counter) {
    block[0] = (counter % 128) * 2;
    block[30] = Math.floor(counter / 128);
    const point = pointOf(block);
    if (point !== null) return point;
  }
  throw new Error("no counter fits: this does not happen");
}

function times(point: Point, factor: bigint): Point {
  return factor === 0n ? Point.ZERO : point.multiply(factor);
}

export interface Ciphertext {
  c1: Uint8Array;
  c2: Uint8Array;
}

/// PROTOCOL.md 4.2: what an honest terminal must have sealed.
/// @return null under a key that is none, or where a ciphertext would be the identity
export function sealAgain(blocks: Block[], electionKey: Uint8Array): Ciphertext[] | null {
  const key = pointOf(electionKey);
  if (key === null) return null;
  const sealed = blocks.map(({ choice, r }) => [times(Point.BASE, r), elementOf(choice).add(times(key, r))]);
  if (sealed.some((pair) => pair.some((point) => point.equals(Point.ZERO)))) return null;
  return sealed.map(([c1, c2]) => ({ c1: c1!.toBytes(), c2: c2!.toBytes() }));
}

export function trackerOf(ciphertexts: Ciphertext[]): Uint8Array {
  return blake2b(joined(ciphertexts.flatMap(({ c1, c2 }) => [c1, c2])), { dkLen: 32 }).slice(0, 10);
}

/// Crockford's base 32: "0A1B-2C3D-4E5F-6G7H".
export function trackerText(tracker: Uint8Array): string {
  let number = tracker.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
  let text = "";
  for (let i = 0; i < 16; ++i, number >>= 5n) text = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"[Number(number & 31n)] + text;
  return text.match(/.{4}/g)!.join("-");
}

export function checkChallenge(challenge: Challenge, election: Election): Verdict {
  const sealed = sealAgain(challenge.blocks, election.key);
  const marks = marksOf(election, challenge.blocks.map((block) => block.choice));
  return {
    election: equal(challenge.election, election.id.slice(0, 16)),
    encoding: marks !== null,
    tracker: sealed !== null && equal(trackerOf(sealed), challenge.tracker),
    marks,
  };
}
