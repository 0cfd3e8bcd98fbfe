// A link of a terminal's chain (PROTOCOL.md 6).

import { toHex } from "../../protocol/bytes.ts";
import { type Proof, type Sealed, readProof, readSealed } from "../../protocol/ballot.ts";
import type { Block } from "../../protocol/challenge.ts";
import { openEnvelope, splitEnvelope } from "../../protocol/envelope.ts";
import { readScalar } from "../../protocol/group.ts";
import { Wrong } from "../../protocol/json.ts";
import { ObjectReader } from "../../protocol/reader.ts";
import { type Roster, type Terminal, kMostHour } from "./roster.ts";

export interface BallotBody {
  kind: "ballot";
  voter: Uint8Array;
  ciphertexts: Sealed[];
  proofs: Proof[];
}

export interface SpoiltBody {
  kind: "spoilt";
  ciphertexts: Sealed[];
  choice: Uint8Array[];
  randomness: bigint[];
}

export interface EventBody {
  kind: "event";
  event: (typeof kEvents)[number];
}

/// Signed and in its place, but not readable: the chain goes on over it.
export interface UnreadableBody {
  kind: "unreadable";
  why: string;
}

export interface Record {
  terminal: Terminal;
  terminalId: Uint8Array;
  election: Uint8Array;
  sequence: number;
  previous: Uint8Array;
  body: BallotBody | SpoiltBody | EventBody | UnreadableBody;
}

const kMostBytes = 16 * 1024;
const kMostSequence = 1_000_000_000;
const kMostBlocks = 16;
const kMostHandle = 40;
const kPayload = 29;
const kEvents = [
  "opened", "closed", "started", "unlocked", "unlock_failed", "locked_out", "exported", "imported", "receipt_taken", "report_printed", "diagnostics_run",
  "settings_changed", "cleaned", "test_begun", "test_ended", "shut_down", "staff_added", "staff_removed",
] as const; // PROTOCOL.md 6

function readSealedList(reader: ObjectReader): Sealed[] {
  return reader.bytesList("ciphertext", 64, kMostBlocks).map(readSealed);
}

function readBallot(reader: ObjectReader): BallotBody {
  const voter = reader.bytes("voter", 32);
  return { kind: "ballot", voter, ciphertexts: readSealedList(reader), proofs: reader.bytesList("proof", 64, kMostBlocks).map(readProof) };
}

function readSpoilt(reader: ObjectReader): SpoiltBody {
  const ciphertexts = readSealedList(reader);
  const choice = reader.bytesList("choice", kPayload, kMostBlocks);
  const randomness = reader.bytesList("randomness", 32, kMostBlocks).map((bytes) => {
    const r = readScalar(bytes);
    if (r === null) throw new Wrong("randomness: a scalar is not reduced");
    return r;
  });
  return { kind: "spoilt", ciphertexts, choice, randomness };
}

function readEvent(reader: ObjectReader): EventBody {
  const event = reader.word("event", kEvents);
  reader.integer("ballots", 0, kMostSequence);
  if (reader.has("staff")) {
    const staff = reader.text("staff", kMostHandle);
    if (!/^[^\s\u0000-\u001f\u007f](?:[^\u0000-\u001f\u007f]*[^\s\u0000-\u001f\u007f])?$/u.test(staff)) throw new Wrong("record.staff: nobody is named so");
  }
  return { kind: "event", event };
}

function readBody(reader: ObjectReader): Record["body"] {
  try {
    const kind = reader.word("kind", ["ballot", "spoilt", "event"]);
    const body = kind === "ballot" ? readBallot(reader) : kind === "spoilt" ? readSpoilt(reader) : readEvent(reader);
    reader.finish();
    return body;
  } catch (problem) {
    if (problem instanceof Wrong) return { kind: "unreadable", why: problem.message };
    throw problem;
  }
}

/// Reads what a key of the roster signed.
export function readRecord(jws: Uint8Array, roster: Roster): Record {
  const envelope = splitEnvelope(jws, "record", kMostBytes);
  const terminal = roster.get(toHex(envelope.kid));
  if (terminal === undefined) throw new Wrong("from a terminal that is not in the roster");
  const reader = ObjectReader.of(openEnvelope(envelope, terminal.key), "record");
  const election = reader.bytes("election", 32);
  const terminalId = reader.bytes("terminal", 16);
  const sequence = reader.integer("seq", 0, kMostSequence);
  const previous = reader.bytes("prev", 32);
  reader.integer("hour", 0, kMostHour);
  if (toHex(terminalId) !== toHex(envelope.kid)) throw new Wrong("record.terminal: signed by another terminal than it names");
  return { terminal, terminalId, election, sequence, previous, body: readBody(reader) };
}

export function blocksOf({ choice, randomness }: SpoiltBody): Block[] {
  return choice.map((payload, i) => ({ choice: payload, r: randomness[i]! }));
}
