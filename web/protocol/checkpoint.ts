// What the log's key signed of the log (PROTOCOL.md 9): a C2SP tlog-checkpoint, that is, a signed note
//
//   origin \n size \n root in base64 \n \n — name base64(key hash, 4 bytes ‖ signature) \n …

import { sha256 } from "@noble/hashes/sha2";
import { equal, fromBase64, joined, toBase64, toHex } from "./bytes.ts";
import { Wrong } from "./json.ts";
import { signatureHolds } from "./signature.ts";

export interface Checkpoint {
  size: number;
  root: Uint8Array;
  epoch: number; // 0, or since when a restored server's log has another name
}

const kMostBytes = 4096;
const utf8 = new TextEncoder();

export function originOf(election: Uint8Array, epoch: number): string {
  return `isoloir/${toHex(election)}${epoch === 0 ? "" : `/${epoch}`}`;
}

/// C2SP signed-note: 0x01 says Ed25519.
export function keyHash(name: string, key: Uint8Array): Uint8Array {
  return sha256(joined([utf8.encode(`${name}\n`), Uint8Array.of(1), key])).slice(0, 4);
}

export function bodyOf({ size, root, epoch }: Checkpoint, election: Uint8Array): string {
  return `${originOf(election, epoch)}\n${size}\n${toBase64(root)}\n`;
}

function readBody(body: string, election: Uint8Array): Checkpoint {
  const lines = body.split("\n");
  const first = originOf(election, 0);
  if (!lines[0]!.startsWith(first)) throw new Wrong("checkpoint: of another election");
  const root = fromBase64(lines[2] ?? "");
  if (root === null || root.length !== 32) throw new Wrong("checkpoint: no root");
  const checkpoint = { size: Number(lines[1]), root, epoch: Number(lines[0]!.slice(first.length + 1)) };
  const whole = [checkpoint.size, checkpoint.epoch].every((number) => Number.isSafeInteger(number) && number >= 0);
  // One checkpoint has one text: what was read must write back to it.
  if (!whole || bodyOf(checkpoint, election) !== body) throw new Wrong("checkpoint: not in its canonical form");
  return checkpoint;
}

/// Other signatures are of witnesses; the log's must be among them.
/// @param note  UTF-8
export function readCheckpoint(note: string, election: Uint8Array, key: Uint8Array): Checkpoint {
  if (utf8.encode(note).length > kMostBytes) throw new Wrong("checkpoint: too large");
  const end = note.indexOf("\n\n");
  if (end < 0) throw new Wrong("checkpoint: no signatures");
  const body = note.slice(0, end + 1);
  const checkpoint = readBody(body, election);
  const name = originOf(election, checkpoint.epoch);
  const lines = note.slice(end + 2).split("\n");
  if (lines.pop() !== "") throw new Wrong("checkpoint: a signature line is cut");
  for (const line of lines) {
    if (!line.startsWith(`\u2014 ${name} `)) continue;
    const bytes = fromBase64(line.slice(name.length + 3));
    if (bytes === null || bytes.length !== 68 || !equal(bytes.slice(0, 4), keyHash(name, key))) continue;
    if (signatureHolds(key, utf8.encode(body), bytes.slice(4))) return checkpoint;
  }
  throw new Wrong("checkpoint: not signed by the log's key");
}
