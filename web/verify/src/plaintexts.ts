// What was opened, read as choices and judged by the ballot kind's rule (PROTOCOL.md 4.1 and 11.5).

import { compare, equal, joined } from "../../protocol/bytes.ts";
import { elementOf } from "../../protocol/challenge.ts";
import { type Mark, marksOf } from "../../protocol/choice.ts";
import { Wrong } from "../../protocol/json.ts";
import type { Election } from "../../protocol/package.ts";
import { ObjectReader, bytesIn } from "../../protocol/reader.ts";
import { parseJson } from "../../protocol/json.ts";
import type { Round } from "./counted.ts";

export interface Invalid {
  round: number;
  elements: Uint8Array[];
  reason: "unreadable" | "rules";
}

export interface OpenedRound {
  channel: Round["channel"];
  readable: Mark[][]; // sorted
  valid: Mark[][]; // those that keep the rules
  invalid: Invalid[]; // sorted
}

const kMostBytes = 256 * 1024 * 1024;
const kMostInvalid = 10_000_000;
const kMostBlocks = 16;

/// The 29 payload bytes of a block; null for another shape, a counter that is not the smallest, and the identity.
function payloadOf(element: Uint8Array): Uint8Array | null {
  if (element[0]! % 2 !== 0 || element[31] !== 0 || element.every((byte) => byte === 0)) return null;
  const payload = element.slice(1, 30);
  return equal(elementOf(payload).toBytes(), element) ? payload : null;
}

export function decode(elements: Uint8Array[], election: Election): Mark[] | null {
  const payloads = elements.map(payloadOf);
  return payloads.some((payload) => payload === null) ? null : marksOf(election, payloads as Uint8Array[]);
}

export function keepsRules(marks: Mark[], { ballot, projects }: Pick<Election, "ballot" | "projects">): boolean {
  if (marks.length < ballot.leastProjects || marks.length > ballot.mostProjects) return false;
  if (ballot.kind === "points") {
    if (marks.some(({ points }) => points > ballot.mostPoints)) return false;
    if (marks.reduce((sum, { points }) => sum + points, 0) > ballot.mostSumPoints) return false;
  }
  const cost = marks.reduce((sum, { project }) => sum + projects[project]!.cost, 0);
  return ballot.mostCost === null || cost <= ballot.mostCost;
}

function compareMarks(a: Mark[], b: Mark[]): number {
  for (let i = 0; i < a.length && i < b.length; ++i) {
    const differ = a[i]!.project - b[i]!.project || a[i]!.points - b[i]!.points;
    if (differ !== 0) return differ;
  }
  return a.length - b.length;
}

export async function readRound(number: number, channel: Round["channel"], opened: Uint8Array[][], election: Election, breathe: () => Promise<void>): Promise<OpenedRound> {
  const round: OpenedRound = { channel, readable: [], valid: [], invalid: [] };
  for (const elements of opened) {
    const marks = decode(elements, election);
    if (marks !== null) round.readable.push(marks);
    if (marks !== null && keepsRules(marks, election)) round.valid.push(marks);
    else round.invalid.push({ round: number, elements, reason: marks === null ? "unreadable" : "rules" });
    await breathe();
  }
  round.readable.sort(compareMarks);
  round.invalid.sort((a, b) => compare(joined(a.elements), joined(b.elements)));
  return round;
}

/// @error Wrong  where invalid.json lists anything else than what is invalid, or in another order
export function checkInvalid(file: Uint8Array, expected: Invalid[]): void {
  if (file.length > kMostBytes) throw new Wrong("invalid.json: too large");
  const list = parseJson(file);
  if (!Array.isArray(list) || list.length > kMostInvalid) throw new Wrong("invalid.json: a list is expected");
  list.forEach((item, i) => {
    const reader = new ObjectReader(item, `invalid[${i}]`);
    const said = {
      round: reader.integer("round", 0, Number.MAX_SAFE_INTEGER),
      elements: reader.list("elements", kMostBlocks).map((element) => bytesIn(element, 32, reader.place("elements"))),
      reason: reader.word("reason", ["unreadable", "rules"]),
    };
    reader.finish();
    const is = expected[i];
    if (is === undefined) throw new Wrong(`invalid.json: lists ${list.length} ballots instead of ${expected.length}`);
    const same = said.round === is.round && said.reason === is.reason && equal(joined(said.elements), joined(is.elements)) && said.elements.length === is.elements.length;
    if (!same) throw new Wrong(`invalid.json: ballot ${i} is not the one that was opened there`);
  });
  if (list.length !== expected.length) throw new Wrong(`invalid.json: lists ${list.length} ballots instead of ${expected.length}`);
}
