// What is published at the end: ballots.pb, invalid.json and the signed result.

import { toBase64url } from "../../../protocol/bytes.ts";
import type { Election } from "../../../protocol/package.ts";
import { type Outcome, winnersOf } from "../../src/count/outcome.ts";
import { metaOf, projectRow, voteOf } from "../../src/pabulib.ts";
import type { OpenedRound } from "../../src/plaintexts.ts";
import { sumUp } from "../../src/sums.ts";
import type { Poll } from "./a_poll.ts";
import type { Object } from "./an_election.ts";

export function writeInvalid(rounds: OpenedRound[]): Object[] {
  return rounds.flatMap(({ invalid }) => invalid.map(({ round, elements, reason }) => ({ round, elements: elements.map(toBase64url), reason })));
}

function cell(text: string): string {
  return text.includes(";") || text.startsWith('"') ? `"${text.replaceAll('"', '""')}"` : text;
}

function table(rows: Record<string, string | undefined>[], columns: string[]): string {
  return [columns.join(";"), ...rows.map((row) => columns.map((column) => cell(row[column] ?? "")).join(";"))].join("\n");
}

export function writeBallots(election: Election, rounds: OpenedRound[], outcome: Outcome): string {
  const language = election.languages[0]!;
  const sums = sumUp(rounds, election.projects.length);
  const ballots = rounds.flatMap(({ channel, readable }) => readable.map((marks) => ({ channel, marks })));
  const meta = Object.entries(metaOf(election, ballots.length, language)).filter(([, value]) => value !== undefined);
  const placed = election.projects.some(({ position }) => position !== null);
  const sumColumn = election.ballot.kind === "approval" ? "votes" : "score";
  const projects = election.projects.map((project, i) => ({
    ...projectRow(project, language, placed),
    [sumColumn]: String(sums.votes[i]),
    selected: winnersOf(outcome).includes(i) ? "1" : "0",
  }));
  const votes = ballots.map(({ channel, marks }, i) => voteOf(marks, channel, i + 1, election));
  const methods = rounds.some(({ channel }) => channel !== "all");
  const columns = ["voter_id", "vote", ...(election.ballot.kind === "approval" ? [] : ["points"]), ...(methods ? ["voting_method"] : [])];
  return [
    "META\nkey;value", ...meta.map(([key, value]) => `${key};${value}`),
    "PROJECTS", table(projects, Object.keys(projects[0]!)),
    "VOTES", table(votes, columns), "",
  ].join("\n");
}

function writeOutcome({ projects }: Election, rounds: OpenedRound[], outcome: Outcome): Object {
  const { ballots, invalid } = sumUp(rounds, projects.length);
  const id = (project: number) => projects[project]!.id;
  return {
    ranking: outcome.ranking.map(({ project, votes, verdict, leftBefore, supportersHad }) => ({ project: id(project), votes, verdict, left_before: leftBefore, supporters_had: supportersHad })),
    winners: winnersOf(outcome).map(id),
    spent: outcome.spent,
    ballots,
    invalid,
    rounds: outcome.rounds.map(({ project, score, supporters, gaveAll, leftBefore, completing }) => ({ project: id(project), score, supporters, gave_all: gaveAll, left_before: leftBefore, completing })),
    share: outcome.share,
  };
}

export function writeResult(election: Election, rounds: OpenedRound[], outcome: Outcome, counted: Object, poll: Poll, checkpoint: string): Object {
  const id = (project: number) => election.projects[project]!.id;
  const excluded = (reason: string, hall?: string) =>
    poll.excluded.filter((one) => one.reason === reason && (hall === undefined || poll.halls.get(one.leaf) === hall)).length;
  const reasons = ["unreadable", "proof", "not-open", "replay", "opening"];
  const channels = [...new Set(poll.halls.values())].sort().map((hall) => ({
    channel: hall,
    accepted: [...poll.ballots.keys()].filter((leaf) => poll.halls.get(leaf) === hall).length,
    duplicates: excluded("duplicate", hall),
    refused: reasons.reduce((sum, reason) => sum + excluded(reason, hall), 0) + (hall === "Gare" ? 2 : 0),
    spoilt: poll.spoilt.filter((leaf) => poll.halls.get(leaf) === hall).length,
    false_openings: excluded("opening", hall),
  }));
  const total = (name: "accepted" | "duplicates" | "refused" | "spoilt") => channels.reduce((sum, channel) => sum + channel[name], 0);
  const sumsOf = (channel: string) => {
    const some = sumUp(rounds.filter((round) => round.channel === channel), election.projects.length);
    return { ballots: some.ballots, invalid: some.invalid, votes: Object.fromEntries(some.votes.map((votes, project) => [id(project), votes])) };
  };
  const apart = counted.rounds.every((round: Object) => round.channel !== "all");
  return {
    election: toBase64url(election.id),
    outcome: writeOutcome(election, rounds, outcome),
    ...(apart ? { channels: { in_halls: sumsOf("halls"), online: sumsOf("online") } } : {}),
    report: {
      accepted: total("accepted"),
      duplicates: total("duplicates"),
      refused: total("refused"),
      spoilt: total("spoilt"),
      // Two records of the "Gare" were sent out of order and are in no log.
      by_reason: { ...Object.fromEntries(reasons.map((reason) => [reason, excluded(reason)]).filter(([, count]) => count !== 0)), gap: 2 },
      by_channel: channels,
    },
    checkpoint,
  };
}
