// The log's leaves as C2SP tlog-tiles writes them, and whether they make the tree that the checkpoint names (PROTOCOL.md 9 and 12).

import type { Checkpoint } from "../../protocol/checkpoint.ts";
import { equal, toBase64url } from "../../protocol/bytes.ts";
import { Wrong } from "../../protocol/json.ts";
import { leafHash, rootOf } from "../../protocol/merkle.ts";
import type { Files } from "./files.ts";

const kTile = 256;

/// "x001/x234/067" for 1234067.
function numberPath(index: number): string {
  const groups = [String(index % 1000).padStart(3, "0")];
  for (let rest = Math.floor(index / 1000); rest > 0; rest = Math.floor(rest / 1000)) groups.unshift(`x${String(rest % 1000).padStart(3, "0")}`);
  return groups.join("/");
}

export function entriesPath(index: number, width: number): string {
  return `log/tile/entries/${numberPath(index)}${width < kTile ? `.p/${width}` : ""}`;
}

/// Each entry after its length as two bytes, the most significant first.
function readEntries(bytes: Uint8Array, count: number, path: string): Uint8Array[] {
  const entries: Uint8Array[] = [];
  let at = 0;
  while (at < bytes.length) {
    const size = (bytes[at]! << 8) | (bytes[at + 1] ?? 0);
    if (at + 2 + size > bytes.length) throw new Wrong(`${path}: an entry is cut`);
    entries.push(bytes.slice(at + 2, at + 2 + size));
    at += 2 + size;
  }
  if (entries.length !== count) throw new Wrong(`${path}: ${entries.length} entries instead of ${count}`);
  return entries;
}

export interface Log {
  leaves: Uint8Array[]; // in order
  hashes: Uint8Array[]; // of the leaves
}

export async function readLog(files: Files, checkpoint: Checkpoint, breathe: () => Promise<void>): Promise<Log> {
  const leaves: Uint8Array[] = [];
  for (let index = 0; index * kTile < checkpoint.size; ++index) {
    const width = Math.min(kTile, checkpoint.size - index * kTile);
    const path = entriesPath(index, width);
    leaves.push(...readEntries(files.take(path), width, path));
    await breathe();
  }
  const hashes = leaves.map(leafHash);
  if (!equal(rootOf(hashes), checkpoint.root)) throw new Wrong("the tree of the records has another root than the checkpoint names");
  return { leaves, hashes };
}

/// Whether the log that is there now begins with the one that a kept checkpoint tells of.
/// @param leaves  the hashes of all leaves that `now` covers
/// @error Wrong  where it was forked
export function checkKept(kept: Checkpoint, now: Checkpoint, leaves: Uint8Array[]): void {
  if (kept.epoch !== now.epoch) throw new Wrong("the server was restored from a backup since then: its log has another name");
  if (kept.size > now.size) throw new Wrong(`the log has fewer records than it had: ${now.size} instead of ${kept.size}`);
  if (leaves.length !== now.size || !equal(rootOf(leaves), now.root)) throw new Wrong("the log's hashes do not make the root that it signed");
  if (!equal(rootOf(leaves.slice(0, kept.size)), kept.root)) throw new Wrong(`the log's first ${kept.size} records have another root than it signed then: ${toBase64url(kept.root)}`);
}
