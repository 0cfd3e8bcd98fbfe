// round-R/mix-P.jws and the raw files beside it (PROTOCOL.md 12).

import { sha256 } from "@noble/hashes/sha2";
import { equal, toHex } from "../../protocol/bytes.ts";
import { keyId, openEnvelope, splitEnvelope } from "../../protocol/envelope.ts";
import { Wrong } from "../../protocol/json.ts";
import type { Election } from "../../protocol/package.ts";
import { ObjectReader, bytesIn } from "../../protocol/reader.ts";
import type { Files } from "./files.ts";
import type { MixBytes } from "./mix_statement.ts";

/// As many bytes as 16 blocks need, and some.
export const kMostProofBytes = 64 * 1024;
const kMostBlocks = 16;

/// Who may sign mixes and openings, by number: the trustees, or the authority where the server counts alone.
export function counters(election: Election): Map<number, Uint8Array> {
  if (election.trustees === null) return new Map([[1, election.keys.authority]]);
  return new Map(election.trustees.members.map(({ key }, i) => [i + 1, key]));
}

/// Opens what one of them signed. @return  its payload, and who it was
export function openSigned(jws: Uint8Array, kind: "mix" | "opening", election: Election): { reader: ObjectReader; signer: number } {
  const envelope = splitEnvelope(jws, kind, kMostProofBytes);
  for (const [signer, key] of counters(election)) {
    if (!equal(keyId(key), envelope.kid)) continue;
    const reader = ObjectReader.of(openEnvelope(envelope, key), kind);
    if (!equal(reader.bytes("election", 32), election.id)) throw new Wrong(`${kind}.election: of another election`);
    return { reader, signer };
  }
  throw new Wrong(`${kind}: signed by nobody who counts`);
}

export function needNumber(reader: ObjectReader, name: string, expected: number): void {
  const said = reader.integer(name, 0, Number.MAX_SAFE_INTEGER);
  if (said !== expected) throw new Wrong(`${reader.place(name)}: ${said} instead of ${expected}`);
}

/// A raw file of its length, whose hash was signed.
export function takeRaw(files: Files, path: string, size: number, hash: Uint8Array): Uint8Array {
  const bytes = files.takeOf(path, size);
  if (!equal(sha256(bytes), hash)) throw new Wrong(`${path}: its hash is ${toHex(sha256(bytes)).slice(0, 16)}…, another was signed`);
  return bytes;
}

export interface MixFile {
  mixer: number;
  bytes: MixBytes;
}

/// @param input  what went in: a whole number of ballots
export function takeMix(files: Files, election: Election, round: number, place: number, input: Uint8Array, blocks: number): MixFile {
  const path = `round-${round}/mix-${place}`;
  const { reader, signer } = openSigned(files.take(`${path}.jws`), "mix", election);
  const ballots = input.length / (64 * blocks);
  needNumber(reader, "round", round);
  needNumber(reader, "mixer", signer);
  needNumber(reader, "ballots", ballots);
  needNumber(reader, "blocks", blocks);
  const t4 = reader.list("t4", kMostBlocks).map((pair): [Uint8Array, Uint8Array] => {
    if (!Array.isArray(pair) || pair.length !== 2) throw new Wrong(`${reader.place("t4")}: pairs are expected`);
    return [bytesIn(pair[0]!, 32, reader.place("t4")), bytesIn(pair[1]!, 32, reader.place("t4"))];
  });
  const hashes = reader.object("files");
  const raw = (name: string, size: number) => takeRaw(files, `${path}.${name}`, size, hashes.bytes(name, 32));
  const bytes: MixBytes = {
    input,
    output: raw("output", input.length),
    commitments: raw("commitments", 32 * ballots),
    chain: raw("chain", 32 * ballots),
    chainT: raw("chain-t", 32 * ballots),
    chainS: raw("chain-s", 32 * ballots),
    orderS: raw("order-s", 32 * ballots),
    t: [reader.bytes("t1", 32), reader.bytes("t2", 32), reader.bytes("t3", 32)],
    t4,
    s: [reader.bytes("s1", 32), reader.bytes("s2", 32), reader.bytes("s3", 32)],
    s4: reader.bytesList("s4", 32, kMostBlocks),
  };
  hashes.finish();
  reader.finish();
  return { mixer: signer, bytes };
}
