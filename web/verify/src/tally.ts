// Outcome and channels of the signed result, against the opened ballots, counted again (PROTOCOL.md 11.5 and 12).

import { Wrong } from "../../protocol/json.ts";
import { type Election, kMostProjects } from "../../protocol/package.ts";
import type { ObjectReader } from "../../protocol/reader.ts";
import { type Outcome, type Ranked, type Round, winnersOf } from "./count/outcome.ts";
import { needNumber } from "./mix_file.ts";
import type { OpenedRound } from "./plaintexts.ts";
import { type Sums, sumUp } from "./sums.ts";

const kMostSigns = 1024 * 1024; // of a fraction: its terms grow with every round

function needText(reader: ObjectReader, name: string, expected: string): void {
  const said = reader.text(name, kMostSigns);
  if (said !== expected) throw new Wrong(`${reader.place(name)}: ${said.slice(0, 60)} instead of ${expected.slice(0, 60)}`);
}

/// A member that stands there only where there is something to say.
function needMember<T>(reader: ObjectReader, name: string, expected: T | undefined, read: (reader: ObjectReader, name: string, expected: T) => void): void {
  if (expected !== undefined) read(reader, name, expected);
  else if (reader.has(name)) throw new Wrong(`${reader.place(name)}: there is nothing to be said`);
}

function checkRanked(reader: ObjectReader, { project, votes, verdict, leftBefore, supportersHad }: Ranked, { projects }: Election): void {
  needText(reader, "project", projects[project]!.id);
  needNumber(reader, "votes", votes);
  needText(reader, "verdict", verdict);
  needNumber(reader, "left_before", leftBefore);
  needMember(reader, "supporters_had", supportersHad, needText);
  reader.finish();
}

function checkRound(reader: ObjectReader, { project, score, supporters, gaveAll, leftBefore, completing }: Round, { projects }: Election): void {
  needText(reader, "project", projects[project]!.id);
  needText(reader, "score", score);
  needNumber(reader, "supporters", supporters);
  needMember(reader, "gave_all", gaveAll, needNumber);
  needNumber(reader, "left_before", leftBefore);
  needMember(reader, "completing", completing, (of, name) => {
    if (!of.boolean(name)) throw new Wrong(`${of.place(name)}: false instead of true`);
  });
  reader.finish();
}

function checkList<T>(reader: ObjectReader, name: string, expected: T[], check: (item: ObjectReader, expected: T) => void): void {
  const items = reader.objects(name, kMostProjects);
  items.slice(0, expected.length).forEach((item, i) => check(item, expected[i]!));
  if (items.length !== expected.length) throw new Wrong(`${reader.place(name)}: ${items.length} instead of ${expected.length}`);
}

function checkOutcome(reader: ObjectReader, { ballots, invalid }: Sums, outcome: Outcome, election: Election): void {
  needNumber(reader, "ballots", ballots);
  needNumber(reader, "invalid", invalid);
  checkList(reader, "ranking", outcome.ranking, (item, ranked) => checkRanked(item, ranked, election));
  const winners = reader.list("winners", kMostProjects);
  const ids = winnersOf(outcome).map((project) => election.projects[project]!.id);
  if (winners.length !== ids.length || winners.some((winner, i) => winner !== ids[i])) throw new Wrong(`${reader.place("winners")}: not ${ids.join(", ")}`);
  needNumber(reader, "spent", outcome.spent);
  checkList(reader, "rounds", outcome.rounds, (item, round) => checkRound(item, round, election));
  needMember(reader, "share", outcome.share, needText);
  reader.finish();
}

function checkSums(reader: ObjectReader, sums: Sums, election: Election): void {
  needNumber(reader, "ballots", sums.ballots);
  needNumber(reader, "invalid", sums.invalid);
  const votes = reader.object("votes");
  election.projects.forEach(({ id }, i) => needNumber(votes, id, sums.votes[i]!));
  votes.finish();
  reader.finish();
}

function checkChannels(reader: ObjectReader, opened: OpenedRound[], election: Election): void {
  const apart = opened.every(({ channel }) => channel !== "all");
  if (apart !== reader.has("channels")) throw new Wrong(`result.channels: ${apart ? "is missing" : "stands there, and the channels were not counted apart"}`);
  if (!apart) return;
  const channels = reader.object("channels");
  for (const [name, channel] of [["in_halls", "halls"], ["online", "online"]] as const) {
    const sums = channels.object(name);
    checkSums(sums, sumUp(opened.filter((round) => round.channel === channel), election.projects.length), election);
  }
  channels.finish();
}

/// @param outcome  what the opened ballots give
export function checkTally(result: ObjectReader, opened: OpenedRound[], outcome: Outcome, election: Election): void {
  checkOutcome(result.object("outcome"), sumUp(opened, election.projects.length), outcome, election);
  checkChannels(result, opened, election);
}
