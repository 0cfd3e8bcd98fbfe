// counted.json: which leaves are counted in which round, and why others are not (PROTOCOL.md 8, 11.1, 11.2 and 12).

import { Wrong } from "../../protocol/json.ts";
import type { Election } from "../../protocol/package.ts";
import { ObjectReader } from "../../protocol/reader.ts";
import type { Record } from "./record.ts";
import type { Standing } from "./records.ts";

export interface Round {
  channel: (typeof kChannels)[number];
  leaves: number[];
}

export interface Counted {
  rounds: Round[];
  excluded: Map<number, Reason>;
}

const kChannels = ["all", "halls", "online"] as const;
/// Of PROTOCOL.md 8, those with which a record is logged and not counted.
const kReasons = ["spoilt", "unreadable", "commitment", "proof", "not-open", "replay", "duplicate", "opening", "not-on-roll", "superseded"] as const;
export type Reason = (typeof kReasons)[number];

const kMostBytes = 256 * 1024 * 1024;
const kMostLeaves = 10_000_000;
const kMostRounds = 3;

export function readCounted(file: Uint8Array): Counted {
  if (file.length > kMostBytes) throw new Wrong("counted.json: too large");
  const reader = ObjectReader.of(file, "counted");
  const rounds = reader.objects("rounds", kMostRounds).map((round) => {
    const channel = round.word("channel", kChannels);
    const leaves = round.list("leaves", kMostLeaves).map((leaf) => {
      if (typeof leaf !== "number" || leaf < 0) throw new Wrong(`${round.place("leaves")}: numbers of leaves are expected`);
      return leaf;
    });
    round.finish();
    if (leaves.some((leaf, i) => i > 0 && leaf <= leaves[i - 1]!)) throw new Wrong(`${round.place("leaves")}: they do not rise`);
    return { channel, leaves };
  });
  const excluded = new Map<number, Reason>();
  let last = -1;
  for (const item of reader.objects("excluded", kMostLeaves)) {
    const leaf = item.integer("leaf", 0, Number.MAX_SAFE_INTEGER);
    excluded.set(leaf, item.word("reason", kReasons));
    item.finish();
    if (leaf <= last) throw new Wrong(`${item.place("leaf")}: they do not rise`);
    last = leaf;
  }
  reader.finish();
  return { rounds, excluded };
}

/// Whether a leaf that the log shows to be this may be left out for that.
function mayBeExcluded(standing: Standing, reason: Reason, election: Election, isBallot: boolean): boolean {
  if (standing === reason) return true;
  if (!isBallot) return false;
  // Looked at before all else, and known to whoever has the openings alone.
  if (reason === "commitment") return true;
  if (standing !== "counts") return false;
  return reason === "duplicate" || (reason === "not-on-roll" && election.roll) || (reason === "superseded" && election.precedence !== "first");
}

function checkLeaf(leaf: number, record: Record, standing: Standing, counted: boolean, reason: Reason | undefined, election: Election): void {
  const wrong = (sentence: string) => new Wrong(`leaf ${leaf}: ${sentence}`);
  if (counted && reason !== undefined) throw wrong("is counted and excluded");
  if (counted && standing !== "counts") throw wrong(`is counted, and is no ballot that counts: ${standing}`);
  if (reason !== undefined && !mayBeExcluded(standing, reason, election, record.body.kind === "ballot"))
    throw wrong(`is excluded as ${reason}, and is not that: ${standing}`);
  if (!counted && reason === undefined && standing !== "event") throw wrong(`is neither counted nor excluded: ${standing}`);
}

/// PROTOCOL.md 11.2, as far as the log tells it: the parts between live rounds are not in it.
function checkDivision({ rounds }: Counted, records: Record[], election: Election): void {
  const leaves = rounds.flatMap((round) => round.leaves);
  const online = leaves.filter((leaf) => records[leaf]!.terminal.online).length;
  const halls = leaves.length - online;
  const fewest = Math.min(halls, online);
  const mayApart = fewest === 0 || fewest >= Math.max(election.batchMinimum, 2);
  const apart = [...(halls > 0 ? ["halls"] : []), ...(online > 0 ? ["online"] : [])].join();
  const said = rounds.map(({ channel }) => channel).join();
  const mustTogether = !mayApart;
  const mayTogether = mustTogether || election.ranking === "live";
  if (said === apart ? mustTogether : !(said === "all" && mayTogether))
    throw new Wrong(`the rounds are not those of this count: ${said === "" ? "none" : said} for ${halls} ballots of halls and ${online} from online`);
  for (const { channel, leaves: some } of rounds)
    for (const leaf of some)
      if (channel !== "all" && records[leaf]!.terminal.online !== (channel === "online")) throw new Wrong(`leaf ${leaf}: came through another channel than its round's`);
}

export function checkCounted(counted: Counted, records: Record[], standings: Standing[], election: Election): void {
  const inRounds = new Set<number>();
  for (const leaf of counted.rounds.flatMap((round) => round.leaves)) {
    if (leaf >= records.length) throw new Wrong(`leaf ${leaf}: there is none in the log`);
    if (inRounds.has(leaf)) throw new Wrong(`leaf ${leaf}: is counted twice`);
    inRounds.add(leaf);
  }
  for (const leaf of counted.excluded.keys()) if (leaf >= records.length) throw new Wrong(`leaf ${leaf}: there is none in the log`);
  records.forEach((record, leaf) => checkLeaf(leaf, record, standings[leaf]!, inRounds.has(leaf), counted.excluded.get(leaf), election));
  checkDivision(counted, records, election);
}

/// The reasons that the log alone does not show, with how many there are of each.
export function unseenReasons({ excluded }: Counted): string {
  const unseen = new Map<Reason, number>();
  for (const reason of excluded.values())
    if (["commitment", "duplicate", "not-on-roll", "superseded"].includes(reason)) unseen.set(reason, (unseen.get(reason) ?? 0) + 1);
  return [...unseen].map(([reason, count]) => `${count} ${reason}`).join(", ");
}
