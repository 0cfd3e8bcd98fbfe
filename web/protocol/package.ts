// The election's signed package (PROTOCOL.md 2, 3 and 10): who holds which key, what is voted on, and how it is counted.

import { sha256 } from "@noble/hashes/sha2";
import { type ChoiceRules, blockCount } from "./choice.ts";
import { equal, fromBase64url } from "./bytes.ts";
import { openEnvelope, splitEnvelope } from "./envelope.ts";
import { readElement } from "./group.ts";
import { type Json, Wrong } from "./json.ts";
import { ObjectReader } from "./reader.ts";
import { type Rule, readRule, sumsDecide } from "./rule.ts";
import { type Trustees, readTrustees } from "./trustees.ts";

export type Texts = Record<string, string>;

export interface BallotRules extends ChoiceRules {
  leastProjects: number;
  mostCost: number | null; // cents
  mostSumPoints: number; // in a ballot of points
}

export interface Project {
  id: string;
  title: Texts;
  description: Texts;
  cost: number; // cents
  place: string;
  theme: string;
  proposer: string;
  position: { latitude: number; longitude: number } | null; // millionths of a degree
}

export interface Keys {
  authority: Uint8Array;
  log: Uint8Array;
  receipts: Uint8Array;
  online: Uint8Array;
}

export interface Election {
  id: Uint8Array; // SHA-256 of the payload
  key: Uint8Array; // ballots are sealed to it
  keys: Keys;
  trustees: Trustees | null; // none where the server counts alone
  title: Texts;
  languages: string[];
  envelope: number; // cents
  ballot: BallotRules;
  rule: Rule;
  ties: (typeof kTies)[number];
  ranking: (typeof kRankings)[number];
  precedence: (typeof kPrecedences)[number];
  batchMinimum: number;
  roll: boolean;
  projects: Project[];
  voteDates: { from: string; until: string } | null;
}

export const kMostPackageBytes = 16 * 1024 * 1024;
export const kMostProjects = 16 * 232;
const kMostBlocks = 16;
const kMostCents = 1_000_000_000_000;
const kMostPoints = 1_000_000;
const kMostId = 64;
const kMostWord = 200;
const kMostText = 20_000;
const kMostMicrodegrees = 180_000_000;

const kKinds = ["approval", "points", "ranking"] as const;
const kTies = ["project-id", "ballot-order", "lowest-cost", "highest-cost"] as const;
const kRankings = ["live", "sealed"] as const;
const kPrecedences = ["first", "kiosk", "last"] as const;
const kPhases = ["deposit", "completion", "analysis", "vote", "results"] as const;

function need(holds: boolean, place: string, sentence: string): void {
  if (!holds) throw new Wrong(`${place}: ${sentence}`);
}

function readTexts(reader: ObjectReader, name: string): Texts {
  const texts: Texts = {};
  const read = reader.object(name);
  for (const language of read.names()) {
    need(/^[a-z]{2}$/.test(language), reader.place(name), "a language of two letters is expected");
    texts[language] = read.text(language, kMostText);
  }
  need(read.names().length > 0, reader.place(name), "at least one language is needed");
  return texts;
}

function readProject(reader: ObjectReader): Project {
  const project: Project = {
    id: reader.text("id", kMostId),
    title: readTexts(reader, "title"),
    description: readTexts(reader, "description"),
    cost: reader.integer("cost", 1, kMostCents),
    place: reader.text("place", kMostWord),
    theme: reader.text("theme", kMostWord),
    proposer: reader.text("proposer", kMostWord),
    position: null,
  };
  need(/^[^\s,;"](?:[^,;"\n]*[^\s,;"])?$/.test(project.id), reader.place("id"), "an id holds no comma, semicolon or quote, and no space at its ends");
  if (reader.has("picture")) reader.bytes("picture", 32);
  for (const more of ["objectives", "beneficiaries"]) if (reader.has(more)) readTexts(reader, more);
  if (reader.has("position")) {
    const position = reader.object("position");
    project.position = {
      latitude: position.integer("latitude", -kMostMicrodegrees / 2, kMostMicrodegrees / 2),
      longitude: position.integer("longitude", -kMostMicrodegrees, kMostMicrodegrees),
    };
    position.finish();
  }
  reader.finish();
  return project;
}

function readRules(reader: ObjectReader, of: Project[]): BallotRules {
  const projects = of.length;
  const kind = reader.has("kind") ? reader.word("kind", kKinds) : "approval";
  const points = kind === "points";
  const rules: BallotRules = {
    kind,
    leastProjects: reader.integer("min_projects", 0, projects),
    mostProjects: reader.integer("max_projects", 1, projects),
    mostCost: reader.has("max_cost") ? reader.integer("max_cost", 1, kMostCents) : null,
    mostPoints: points ? reader.integer("max_points", 1, kMostPoints) : 0,
    mostSumPoints: points ? reader.integer("max_sum_points", 1, kMostPoints) : 0,
  };
  reader.finish();
  need(rules.leastProjects <= rules.mostProjects, reader.place("min_projects"), "is larger than the most allowed");
  const cheapest = of.map(({ cost }) => cost).sort((a, b) => a - b).slice(0, rules.leastProjects);
  need(rules.mostCost === null || cheapest.reduce((sum, cost) => sum + cost, 0) <= rules.mostCost, reader.place("max_cost"), "no choice that is long enough fits it");
  need(!points || rules.mostSumPoints >= rules.leastProjects, reader.place("max_sum_points"), "no choice that is long enough fits it");
  need(rules.mostPoints <= rules.mostSumPoints, reader.place("max_points"), "is more than a whole ballot gives");
  need(blockCount(rules, projects) <= kMostBlocks, "ballot", "a ballot would be too long");
  return rules;
}

function readPhases(reader: ObjectReader): Election["voteDates"] {
  let dates: Election["voteDates"] = null;
  let [last, begun] = [-1, ""];
  for (const phase of reader.objects("phases", 32)) {
    const kind = phase.word("kind", kPhases);
    const [from, until] = [phase.text("from", 10), phase.text("until", 10)];
    phase.finish();
    need([from, until].every((date) => /^\d{4}-\d{2}-\d{2}$/.test(date)), phase.place("from"), "dates written 2022-03-01 are expected");
    need(from <= until, phase.place("until"), "ends before it begins");
    need(kPhases.indexOf(kind) > last && from >= begun, phase.place("kind"), "phases stand in their order, each once");
    [last, begun] = [kPhases.indexOf(kind), from];
    if (kind === "vote") dates = { from, until };
  }
  return dates;
}

/// What says nothing of how ballots are counted, and has its form all the same.
function readTheRest(reader: ObjectReader): boolean {
  readTexts(reader, "description");
  const contacts = reader.object("contacts");
  for (const name of ["phone", "mail"]) contacts.text(name, kMostWord);
  if (contacts.has("site")) contacts.text("site", kMostWord);
  contacts.finish();
  const eligibility = reader.object("eligibility");
  eligibility.integer("minimum_age", 0, 120);
  const known = ["national_number", "voter_code"].map((name) => eligibility.boolean(name));
  need(known.includes(true), "package.eligibility", "voters need a national number or a voter code");
  const roll = eligibility.has("roll") && eligibility.boolean("roll");
  eligibility.finish();
  return roll;
}

function readLanguages(items: Json[]): string[] {
  const languages = items.map((item) => String(item));
  need(languages.length > 0 && languages.every((language) => ["fr", "nl", "de", "en"].includes(language)), "languages", "fr, nl, de or en are expected");
  need(new Set(languages).size === languages.length, "languages", "one stands twice");
  return languages;
}

/// Reads what was signed.
export function readDefinition(payload: Uint8Array): Election {
  const reader = ObjectReader.of(payload, "package");
  reader.integer("version", 1, 1);
  const projects = reader.objects("projects", kMostProjects).map(readProject);
  need(projects.length > 0, "package.projects", "at least one is needed");
  need(new Set(projects.map((project) => project.id)).size === projects.length, "package.projects", "an id names two projects");
  const roll = readTheRest(reader);
  const counting = reader.word("counting", ["live", "ceremony"]);
  const keys = reader.object("keys");
  const ballot = readRules(reader.object("ballot"), projects);
  const election: Election = {
    id: sha256(payload),
    key: keys.bytes("election", 32),
    keys: { authority: keys.bytes("authority", 32), log: keys.bytes("log", 32), receipts: keys.bytes("receipts", 32), online: keys.bytes("online", 32) },
    trustees: counting === "ceremony" ? readTrustees(keys.object("trustees")) : null,
    title: readTexts(reader, "title"),
    languages: readLanguages(reader.list("languages", 32)),
    envelope: reader.integer("envelope", 1, kMostCents),
    ballot,
    rule: readRule(reader, ballot.kind),
    ties: reader.word("ties", kTies),
    ranking: reader.word("ranking", kRankings),
    precedence: reader.word("precedence", kPrecedences),
    batchMinimum: reader.integer("batch_minimum", 1, 1_000_000),
    roll,
    projects,
    voteDates: readPhases(reader),
  };
  keys.finish();
  reader.finish();
  need(readElement(election.key) !== null, "package.keys.election", "the element is not valid");
  if (election.trustees) need(equal(election.trustees.key, election.key), "package.keys.trustees", "the election key is not the sum of what the trustees published");
  need(election.ranking !== "live" || election.precedence === "first", "package.precedence", "with a live ranking it must be first");
  need(election.ranking !== "live" || sumsDecide(election.rule, ballot.kind), "package.ranking", "under this rule sums do not decide, so it cannot be live");
  return election;
}

/// Verifies the signature of the authority that the package names, then reads.
/// @error Wrong  what is wrong
export function readPackage(jws: Uint8Array): Election {
  const envelope = splitEnvelope(jws, "package", kMostPackageBytes);
  // The key that must have signed stands inside: it is looked up first and believed only once it has signed.
  const claimed = fromBase64url(envelope.payload);
  if (claimed === null) throw new Wrong("package: the payload is not base64url");
  const authority = ObjectReader.of(claimed, "package").object("keys").bytes("authority", 32);
  return readDefinition(openEnvelope(envelope, authority));
}

/// As readPackage; null for whatever is wrong.
export function openPackage(jws: string): Election | null {
  try {
    return readPackage(new TextEncoder().encode(jws.trim()));
  } catch {
    return null;
  }
}
