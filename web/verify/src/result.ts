// The signed result but for its outcome, against everything that was found (PROTOCOL.md 12).

import { sha256 } from "@noble/hashes/sha2";
import { equal } from "../../protocol/bytes.ts";
import { type Checkpoint, readCheckpoint } from "../../protocol/checkpoint.ts";
import { open } from "../../protocol/envelope.ts";
import { Wrong } from "../../protocol/json.ts";
import type { Election } from "../../protocol/package.ts";
import { ObjectReader } from "../../protocol/reader.ts";
import type { Counted } from "./counted.ts";
import type { Files } from "./files.ts";
import { needNumber } from "./mix_file.ts";
import type { Record as LogRecord } from "./record.ts";

export interface Found {
  election: Election;
  checkpoint: Checkpoint;
  records: LogRecord[];
  counted: Counted;
}

const kMostBytes = 16 * 1024 * 1024;
const kMostChannels = 100_000;
const kMostBallots = 1_000_000_000_000;
/// Of PROTOCOL.md 8, those of records that never came into the log: nobody can count them again.
const kOutside = [
  "shape", "unknown-terminal", "revoked", "not-yet-valid", "signature", "gap", "fork", "after-fork", "foreign-election", "after-close", "online-voter", "online-choice",
];
const kInside = ["unreadable", "commitment", "proof", "not-open", "replay", "opening", "not-on-roll"];

interface Tally {
  accepted: number;
  duplicates: number;
  spoilt: number;
  false_openings: number;
}

/// What became of the records of each hall, from the log and counted.json.
function talliesOf({ records, counted }: Found): Map<string, Tally> {
  const tallies = new Map<string, Tally>();
  const inRounds = new Set(counted.rounds.flatMap(({ leaves }) => leaves));
  records.forEach(({ terminal }, leaf) => {
    const tally = tallies.get(terminal.hall) ?? { accepted: 0, duplicates: 0, spoilt: 0, false_openings: 0 };
    tallies.set(terminal.hall, tally);
    const reason = counted.excluded.get(leaf);
    if (inRounds.has(leaf)) ++tally.accepted;
    else if (reason === "duplicate" || reason === "superseded") ++tally.duplicates;
    else if (reason === "opening") ++tally.false_openings;
    else if (reason === "spoilt") ++tally.spoilt;
  });
  return tallies;
}

/// Records that never came into the log can only be added up.
function checkReport(reader: ObjectReader, found: Found): void {
  const tallies = talliesOf(found);
  const all = (name: keyof Tally) => [...tallies.values()].reduce((sum, tally) => sum + tally[name], 0);
  for (const name of ["accepted", "duplicates", "spoilt"] as const) needNumber(reader, name, all(name));
  const refused = reader.integer("refused", 0, kMostBallots);
  const byReason = reader.object("by_reason");
  let sum = 0;
  for (const reason of byReason.names()) {
    if (!kInside.includes(reason) && !kOutside.includes(reason)) throw new Wrong(`${byReason.place(reason)}: this reason is not known`);
    sum += byReason.integer(reason, 0, kMostBallots);
  }
  for (const reason of kInside) {
    const count = [...found.counted.excluded.values()].filter((one) => one === reason).length;
    if (count > 0 || byReason.has(reason)) needNumber(byReason, reason, count);
  }
  if (sum !== refused) throw new Wrong(`${reader.place("refused")}: ${refused} instead of ${sum}`);

  let rest = refused;
  for (const channel of reader.objects("by_channel", kMostChannels)) {
    const name = channel.text("channel", 1024);
    const tally = tallies.get(name) ?? { accepted: 0, duplicates: 0, spoilt: 0, false_openings: 0 };
    tallies.delete(name);
    for (const [member, count] of Object.entries(tally)) needNumber(channel, member, count);
    rest -= channel.integer("refused", 0, kMostBallots);
    channel.finish();
  }
  const forgotten = [...tallies].filter(([, tally]) => Object.values(tally).some((count) => count > 0));
  if (forgotten.length > 0) throw new Wrong(`${reader.place("by_channel")}: ${forgotten[0]![0]} is missing`);
  if (rest !== 0) throw new Wrong(`${reader.place("by_channel")}: refused do not add up`);
  reader.finish();
}

/// What the authority signed, believed and not yet held against anything.
export function openResult(jws: Uint8Array, election: Election): ObjectReader {
  return ObjectReader.of(open(jws, "result", kMostBytes, election.keys.authority), "result");
}

/// What else the result says, and that it was signed over these very files.
export function checkResult(result: ObjectReader, { election, checkpoint, ...found }: Found, files: Files): string {
  if (!equal(result.bytes("election", 32), election.id)) throw new Wrong("result.election: of another election");
  result.object("outcome");
  if (result.has("channels")) result.object("channels");
  const named = readCheckpoint(result.text("checkpoint", 4096), election.id, election.keys.log);
  if (named.size !== checkpoint.size || named.epoch !== checkpoint.epoch || !equal(named.root, checkpoint.root)) throw new Wrong("result.checkpoint: another than the bundle's");
  checkReport(result.object("report"), { election, checkpoint, ...found });
  const hashes = result.object("files");
  for (const name of ["counted.json", "ballots.pb", "invalid.json"])
    if (!equal(hashes.bytes(name, 32), sha256(files.take(name)))) throw new Wrong(`${name}: it is another file than the one that was signed for`);
  hashes.finish();
  result.finish();
  return "signed by the authority, over these very files";
}
