// The challenge of PROTOCOL.md 4.4: reads what the terminal showed, and seals it again.
//
//   challenge := base64url(0x01 || election, 16 bytes || tracker, 10 bytes || (choice, 29 bytes || r, 32 bytes){w})

import { blake2b } from "@noble/hashes/blake2";
import { equal, fromBase64url, joined, littleEndian } from "./bytes.ts";
import { type Mark, marksOf } from "./choice.ts";
import { Point, kOrder, readElement, times } from "./group.ts";
import type { Election } from "./package.ts";

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

/// PROTOCOL.md 4.1: the element of the smallest counter.
export function elementOf(choice: Uint8Array): Point {
  const block = new Uint8Array(32);
  block.set(choice, 1);
  for (let counter = 0; counter < 128 * 256; ++counter) {
    block[0] = (counter % 128) * 2;
    block[30] = Math.floor(counter / 128);
    const point = readElement(block);
    if (point !== null) return point;
  }
  throw new Error("no counter fits: this does not happen");
}

export interface Ciphertext {
  c1: Uint8Array;
  c2: Uint8Array;
}

/// PROTOCOL.md 4.2: what an honest terminal must have sealed.
/// @return null under a key that is none, or where a ciphertext would be the identity
export function sealAgain(blocks: Block[], electionKey: Uint8Array): Ciphertext[] | null {
  const key = readElement(electionKey);
  if (key === null) return null;
  const sealed = blocks.map(({ choice, r }) => [times(r, Point.BASE), elementOf(choice).add(times(r, key))]);
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
