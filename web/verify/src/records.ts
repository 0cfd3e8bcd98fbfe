// All records of the log: signatures, chains, and what becomes of each by PROTOCOL.md 8, as far as anybody can tell from the log
// alone. What hangs on tags (commitment, roll, who voted before) only openings could tell.

import { blake2b } from "@noble/hashes/blake2";
import { sha256 } from "@noble/hashes/sha2";
import { bytesOf, proofsHold, type Sealed } from "../../protocol/ballot.ts";
import { equal, toHex } from "../../protocol/bytes.ts";
import { sealAgain } from "../../protocol/challenge.ts";
import { blockCount, marksOf } from "../../protocol/choice.ts";
import { Wrong } from "../../protocol/json.ts";
import type { Election } from "../../protocol/package.ts";
import { type Record, type SpoiltBody, blocksOf, readRecord } from "./record.ts";
import type { Roster } from "./roster.ts";
import { randomWeight } from "./weight.ts";

/// What a leaf is in the count. "counts": a ballot against which the log says nothing.
export type Standing = "event" | "spoilt" | "counts" | "unreadable" | "opening" | "proof" | "not-open" | "replay";

/// @error Wrong  naming the leaf
export async function readRecords(leaves: Uint8Array[], roster: Roster, election: Election, breathe: () => Promise<void>): Promise<Record[]> {
  const heads = new Map<string, { next: number; last: Uint8Array }>();
  const records: Record[] = [];
  for (const [index, leaf] of leaves.entries()) {
    await breathe();
    try {
      const record = readRecord(leaf, roster);
      const id = toHex(record.terminalId);
      const head = heads.get(id) ?? { next: 0, last: new Uint8Array(32) };
      if (!equal(record.election, election.id)) throw new Wrong("record.election: of another election");
      if (record.sequence !== head.next) throw new Wrong(`record.seq: ${record.sequence} where ${head.next} follows in its terminal's chain`);
      if (!equal(record.previous, head.last)) throw new Wrong("record.prev: not the hash of the record before it in its terminal's chain");
      heads.set(id, { next: head.next + 1, last: sha256(leaf) });
      records.push(record);
    } catch (problem) {
      if (problem instanceof Wrong) throw new Wrong(`leaf ${index}: ${problem.message}`);
      throw problem;
    }
  }
  return records;
}

/// Whether a spoilt ballot's opening gives its ciphertext (PROTOCOL.md 4.4, b and c).
export function openingHolds(body: SpoiltBody, election: Election): boolean {
  if (body.choice.length !== body.ciphertexts.length || body.randomness.length !== body.choice.length) return false;
  if (marksOf(election, body.choice) === null) return false;
  const sealed = sealAgain(blocksOf(body), election.key);
  return sealed !== null && sealed.every(({ c1, c2 }, i) => equal(c1, body.ciphertexts[i]!.c1) && equal(c2, body.ciphertexts[i]!.c2));
}

/// A ballot as a whole and, where it has several, each of its blocks: none may stand in the log before.
function marks(ciphertexts: Sealed[]): string[] {
  const mark = (some: Sealed[]) => toHex(blake2b(bytesOf(some), { dkLen: 32 }));
  return ciphertexts.length === 1 ? [mark(ciphertexts)] : [mark(ciphertexts), ...ciphertexts.map((one) => mark([one]))];
}

async function proofsOf(records: Record[], election: Election, breathe: () => Promise<void>): Promise<Set<Record>> {
  const kTogether = 512;
  const sound = new Set<Record>();
  const ballots = records.filter(({ body }) => body.kind === "ballot");
  const blocks = blockCount(election.ballot, election.projects.length);
  for (let at = 0; at < ballots.length; at += kTogether) {
    const some = ballots.slice(at, at + kTogether);
    const claims = some.map(({ body, terminalId, sequence }) => {
      if (body.kind !== "ballot") throw new Error("only ballots are here");
      const context = { election: election.id, voter: body.voter, terminal: terminalId, sequence };
      return { ciphertexts: body.ciphertexts, proofs: body.proofs, context };
    });
    proofsHold(claims, blocks, election.key, randomWeight).forEach((holds, i) => holds && sound.add(some[i]!));
    await breathe();
  }
  return sound;
}

export async function standingsOf(records: Record[], election: Election, breathe: () => Promise<void>): Promise<Standing[]> {
  const proven = await proofsOf(records, election, breathe);
  const open = new Set<string>();
  const seen = new Set<string>();
  const standings: Standing[] = [];
  for (const record of records) {
    const { body } = record;
    const id = toHex(record.terminalId);
    if (body.kind === "event" || body.kind === "unreadable") {
      standings.push(body.kind);
      if (body.kind === "event" && body.event === "opened") open.add(id);
      if (body.kind === "event" && body.event === "closed") open.delete(id);
      continue;
    }
    const own = marks(body.ciphertexts);
    const again = own.some((mark) => seen.has(mark));
    own.forEach((mark) => seen.add(mark));
    const [sound, unsound]: [boolean, Standing] = body.kind === "ballot" ? [proven.has(record), "proof"] : [openingHolds(body, election), "opening"];
    const standing = !sound ? unsound : !open.has(id) ? "not-open" : again ? "replay" : body.kind === "ballot" ? "counts" : "spoilt";
    standings.push(standing);
    await breathe();
  }
  return standings;
}
