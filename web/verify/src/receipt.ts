// Whether a ballot stands in the log (PROTOCOL.md 4.4 and 9): what /inclusion/{tracker} says, checked against the key that the
// package names.

import { fromBase64url } from "../../protocol/bytes.ts";
import { readSealed } from "../../protocol/ballot.ts";
import { trackerOf, trackerText } from "../../protocol/challenge.ts";
import { type Checkpoint, readCheckpoint } from "../../protocol/checkpoint.ts";
import { Wrong, parseJson } from "../../protocol/json.ts";
import { isIncluded, leafHash } from "../../protocol/merkle.ts";
import type { Election } from "../../protocol/package.ts";
import { ObjectReader } from "../../protocol/reader.ts";

export interface Receipt {
  tracker: string;
  leaf: number;
  checkpoint: Checkpoint;
}

const kMostBytes = 64 * 1024;
const kMostHashes = 64;
const kMostRecord = 16 * 1024;

/// As Crockford's base 32 is read: case, blanks and hyphens do not matter, nor O for 0, I and L for 1. null: no tracker
export function readTracker(text: string): string | null {
  const signs = text.toUpperCase().replace(/[\s-]/g, "").replaceAll("O", "0").replace(/[IL]/g, "1");
  if (!/^[0-9A-HJKMNP-TV-Z]{16}$/.test(signs)) return null;
  return signs.match(/.{4}/g)!.join("-");
}

function trackerIn(record: string): string {
  const payload = fromBase64url(record.split(".")[1] ?? "");
  if (payload === null) throw new Wrong("inclusion.record: not a record");
  const reader = ObjectReader.of(payload, "record");
  const ciphertexts = reader.bytesList("ciphertext", 64, 16).map(readSealed);
  return trackerText(trackerOf(ciphertexts));
}

/// @param proof  JSON  @param asked  the tracker; null to learn it from the proof
/// @error Wrong  what does not hold
export function checkReceipt(proof: Uint8Array, asked: string | null, election: Election): Receipt {
  if (proof.length > kMostBytes) throw new Wrong("inclusion: too large");
  const reader = new ObjectReader(parseJson(proof), "inclusion");
  const leaf = reader.integer("leaf", 0, Number.MAX_SAFE_INTEGER);
  const size = reader.integer("size", 1, Number.MAX_SAFE_INTEGER);
  const record = reader.text("record", kMostRecord);
  const hashes = reader.bytesList("proof", 32, kMostHashes);
  const checkpoint = readCheckpoint(reader.text("checkpoint", 4096), election.id, election.keys.log);
  reader.finish();
  if (checkpoint.size !== size) throw new Wrong("inclusion.size: another than the checkpoint's");
  if (!isIncluded(leafHash(new TextEncoder().encode(record)), leaf, size, hashes, checkpoint.root)) throw new Wrong("inclusion.proof: does not lead to the checkpoint's root");
  const tracker = trackerIn(record);
  if (asked !== null && asked !== tracker) throw new Wrong(`inclusion.record: of another ballot, ${tracker}`);
  return { tracker, leaf, checkpoint };
}
