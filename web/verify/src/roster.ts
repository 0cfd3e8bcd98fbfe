// The terminals that the authority knows (PROTOCOL.md 3).

import { toHex } from "../../protocol/bytes.ts";
import { keyId, open } from "../../protocol/envelope.ts";
import { Wrong } from "../../protocol/json.ts";
import type { Election } from "../../protocol/package.ts";
import { ObjectReader } from "../../protocol/reader.ts";
import { equal } from "../../protocol/bytes.ts";

export interface Terminal {
  key: Uint8Array;
  hall: string;
  online: boolean;
}

/// By key identifier, in hex.
export type Roster = Map<string, Terminal>;

const kMostBytes = 32 * 1024 * 1024;
const kMostTerminals = 100_000;
const kMostWithdrawn = 10_000;
export const kMostHour = 24 * 366 * 10_000;

export function readRoster(jws: Uint8Array, election: Election): Roster {
  const reader = ObjectReader.of(open(jws, "roster", kMostBytes, election.keys.authority), "roster");
  if (!equal(reader.bytes("election", 32), election.id)) throw new Wrong("roster.election: of another election");
  reader.integer("version", 0, Number.MAX_SAFE_INTEGER);
  // The online channel is a terminal whose key the server holds: the package names it, the roster need not.
  const online = { key: election.keys.online, hall: "online", online: true };
  const roster: Roster = new Map();
  for (const entry of reader.objects("terminals", kMostTerminals)) {
    const key = entry.bytes("key", 32);
    const id = toHex(keyId(key));
    if (roster.has(id)) throw new Wrong(`${entry.place("key")}: this device stands twice`);
    roster.set(id, { key, hall: entry.text("hall", 200), online: false });
    entry.integer("valid_from", 0, kMostHour);
    if (entry.has("revoked")) entry.integer("revoked", 0, kMostHour);
    entry.finish();
  }
  if (reader.has("withdrawn")) reader.bytesList("withdrawn", 16, kMostWithdrawn);
  reader.finish();
  return roster.set(toHex(keyId(online.key)), online);
}
