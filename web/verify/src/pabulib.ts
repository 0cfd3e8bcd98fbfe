// ballots.pb: every ballot that can be read, with the outcome, in Pabulib's format (https://pabulib.org/format). Every cell is held against what
// the package and the opened ballots say; a column that nobody knows could say anything, and is refused.

import type { Mark } from "../../protocol/choice.ts";
import { Wrong } from "../../protocol/json.ts";
import type { Election, Project } from "../../protocol/package.ts";
import type { Rule } from "../../protocol/rule.ts";
import { type Outcome, winnersOf } from "./count/outcome.ts";
import type { OpenedRound } from "./plaintexts.ts";

export interface Pabulib {
  meta: Map<string, string>;
  projects: Map<string, string>[];
  votes: Map<string, string>[];
}

const kMostSigns = 256 * 1024 * 1024;
const kSections = ["META", "PROJECTS", "VOTES"] as const;
const kVoteTypes = { approval: "approval", points: "cumulative", ranking: "ordinal" } as const;
const kMethods = { all: undefined, halls: "paper", online: "internet" } as const;

function cellsOf(line: string): string[] {
  const cells: string[] = [];
  let at = 0;
  for (;;) {
    const quoted = /"((?:[^"]|"")*)"(?=;|$)/y;
    quoted.lastIndex = at;
    const found = quoted.exec(line);
    const end = found === null ? line.indexOf(";", at) : at + found[0].length;
    if (found === null && line[at] === '"') throw new Wrong("ballots.pb: a quote is not closed");
    const stop = end < 0 ? line.length : end;
    cells.push(found === null ? line.slice(at, stop) : found[1]!.replaceAll('""', '"'));
    if (stop >= line.length) return cells;
    at = stop + 1;
  }
}

function tableOf(lines: string[], section: string): Map<string, string>[] {
  const [header, ...rows] = lines.map(cellsOf);
  if (header === undefined || new Set(header).size !== header.length) throw new Wrong(`ballots.pb: the columns of ${section} are not told`);
  return rows.map((cells, i) => {
    if (cells.length !== header.length) throw new Wrong(`ballots.pb: row ${i + 1} of ${section} has ${cells.length} cells instead of ${header.length}`);
    return new Map(header.map((name, at) => [name, cells[at]!]));
  });
}

export function parsePabulib(text: string): Pabulib {
  if (text.length > kMostSigns) throw new Wrong("ballots.pb: too large");
  const lines = text.split("\n");
  if (lines.pop() !== "") throw new Wrong("ballots.pb: its last line is cut");
  const starts = kSections.map((section) => lines.indexOf(section));
  if (starts[0] !== 0 || starts.some((start, i) => i > 0 && start <= starts[i - 1]!)) throw new Wrong("ballots.pb: META, PROJECTS and VOTES are expected, in this order");
  const [meta, projects, votes] = [lines.slice(1, starts[1]), lines.slice(starts[1]! + 1, starts[2]), lines.slice(starts[2]! + 1)];
  if (meta[0] !== "key;value") throw new Wrong("ballots.pb: the columns of META are not told");
  const read = new Map<string, string>();
  for (const line of meta.slice(1)) {
    const key = line.slice(0, line.indexOf(";"));
    if (key === "" || read.has(key)) throw new Wrong(`ballots.pb: META has a key twice, or none: ${line.slice(0, 40)}`);
    read.set(key, line.slice(key.length + 1));
  }
  return { meta: read, projects: tableOf(projects, "PROJECTS"), votes: tableOf(votes, "VOTES") };
}

/// Cents as units, in their shortest form.
export function decimal(cents: number): string {
  const rest = cents % 100;
  return String(Math.floor(cents / 100)) + (rest === 0 ? "" : `.${String(rest).padStart(2, "0")}`.replace(/0$/, ""));
}

function onOneLine(text: string): string {
  return text.replaceAll("\n", " ").replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, "");
}

function compareRow(row: Map<string, string>, expected: Record<string, string | undefined>, place: string): void {
  for (const [name, value] of Object.entries(expected))
    if (row.get(name) !== value) throw new Wrong(`ballots.pb, ${place}: ${name} is "${(row.get(name) ?? "").slice(0, 60)}" instead of "${(value ?? "").slice(0, 60)}"`);
  for (const name of row.keys()) if (!(name in expected)) throw new Wrong(`ballots.pb, ${place}: the column ${name} is not known`);
}

/// What a row of VOTES says of a ballot.
export function voteOf(marks: Mark[], channel: OpenedRound["channel"], number: number, election: Election): Record<string, string | undefined> {
  const row: Record<string, string | undefined> = { voter_id: String(number), vote: marks.map(({ project }) => election.projects[project]!.id).join(",") };
  if (election.ballot.kind !== "approval") row.points = marks.map(({ points }) => points).join(",");
  if (channel !== "all") row.voting_method = kMethods[channel];
  return row;
}

export function checkVotes(file: Pabulib, rounds: OpenedRound[], election: Election): void {
  const ballots = rounds.flatMap(({ channel, readable }) => readable.map((marks) => ({ channel, marks })));
  if (file.votes.length !== ballots.length) throw new Wrong(`ballots.pb: lists ${file.votes.length} ballots instead of ${ballots.length}`);
  ballots.forEach(({ channel, marks }, i) => compareRow(file.votes[i]!, voteOf(marks, channel, i + 1, election), `vote ${i + 1}`));
}

/// META's word for a rule, and words of its kind where the format has none.
export function ruleWord({ kind, completion, skip }: Rule): string {
  if (kind === "mes") return completion === "none" ? "equalshares" : `equalshares/${completion}`;
  return skip ? kind : `${kind}-no-skip`;
}

export function metaOf(election: Election, votes: number, language: string): Record<string, string | undefined> {
  const { ballot, rule, voteDates } = election;
  const points = ballot.kind === "points";
  const date = (iso: string) => iso.split("-").reverse().join(".");
  return {
    description: onOneLine(election.title[language] ?? ""),
    language,
    num_projects: String(election.projects.length),
    num_votes: String(votes),
    budget: decimal(election.envelope),
    vote_type: kVoteTypes[ballot.kind],
    min_length: String(ballot.leastProjects),
    max_length: String(ballot.mostProjects),
    max_sum_cost: ballot.mostCost === null ? undefined : decimal(ballot.mostCost),
    max_points: points ? String(ballot.mostPoints) : undefined,
    max_sum_points: points ? String(ballot.mostSumPoints) : undefined,
    tie_break: election.ties === "project-id" ? undefined : election.ties,
    date_begin: voteDates === null ? undefined : date(voteDates.from),
    date_end: voteDates === null ? undefined : date(voteDates.until),
    rule: ruleWord(rule),
    satisfaction: rule.satisfaction ?? undefined,
  };
}

function degrees(value: number): string {
  const whole = Math.abs(value);
  return `${value < 0 ? "-" : ""}${Math.floor(whole / 1_000_000)}.${String(whole % 1_000_000).padStart(6, "0")}`;
}

export function projectRow(project: Project, language: string, placed: boolean): Record<string, string> {
  const text = (texts: Record<string, string>) => onOneLine(texts[language] ?? texts[Object.keys(texts).sort()[0]!] ?? "");
  const row: Record<string, string> = {
    project_id: project.id,
    cost: decimal(project.cost),
    name: text(project.title),
    target: text(project.description),
    category: onOneLine(project.theme),
    district: onOneLine(project.place),
    proposer: onOneLine(project.proposer),
  };
  if (!placed) return row;
  const { position } = project;
  return { ...row, latitude: position ? degrees(position.latitude) : "", longitude: position ? degrees(position.longitude) : "" };
}

/// All that stands in the file beside the ballots.
export function checkOutcome(file: Pabulib, election: Election, votes: number[], outcome: Outcome): void {
  const language = file.meta.get("language") ?? "";
  if (!(language in election.title)) throw new Wrong("ballots.pb: META names a language that the title does not have");
  // Other keys of META are a note to the reader, of which nothing follows.
  for (const [key, value] of Object.entries(metaOf(election, file.votes.length, language)))
    if (file.meta.get(key) !== value) throw new Wrong(`ballots.pb, META: ${key} is "${(file.meta.get(key) ?? "").slice(0, 60)}" instead of "${(value ?? "").slice(0, 60)}"`);
  if (file.projects.length !== election.projects.length) throw new Wrong("ballots.pb: PROJECTS are not those of the package");
  const placed = election.projects.some(({ position }) => position !== null);
  const winners = new Set(winnersOf(outcome));
  election.projects.forEach((project, i) => {
    const sum = { [election.ballot.kind === "approval" ? "votes" : "score"]: String(votes[i]) };
    compareRow(file.projects[i]!, { ...projectRow(project, language, placed), ...sum, selected: winners.has(i) ? "1" : "0" }, `project ${project.id}`);
  });
}
