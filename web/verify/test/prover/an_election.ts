// Elections to be voted in, small enough that a reader can count along.

import { toBase64url } from "../../../protocol/bytes.ts";
import type { Mark } from "../../../protocol/choice.ts";
import { type Election, readPackage } from "../../../protocol/package.ts";
import { type SharedKey, aSharedKey } from "./keys.ts";
import type { Seeded } from "./random.ts";
import { type Signer, aSigner, sign } from "./signing.ts";

export type Object = Record<string, any>;

export interface Variant {
  name: string;
  ballot: Object;
  /// Marks of voter n; whatever it is, it can be sealed.
  choice(n: number): Mark[];
  projects: number;
  ceremony: boolean;
  online: boolean;
  batchMinimum: number;
  /// What the package says otherwise.
  definition?(definition: Object): void;
}

export const kVariants: Variant[] = [
  {
    name: "approval, three trustees, halls and online apart",
    ballot: { min_projects: 0, max_projects: 4, max_cost: 100_000_00 },
    choice: (n) => [[0, 2], [1], [0, 3], [], [2, 4], [0, 1, 2, 3], [0]][n % 7]!.map((project) => ({ project, points: 1 })),
    projects: 5,
    ceremony: true,
    online: true,
    batchMinimum: 3,
  },
  {
    name: "points in two blocks, counted by the server, halls alone",
    ballot: { kind: "points", min_projects: 0, max_projects: 90, max_points: 5, max_sum_points: 9 },
    choice: (n) => [[[0, 5], [89, 4]], [[3, 2]], [[77, 1], [78, 1]], [[0, 5], [1, 5]]][n % 4]!.map(([project, points]) => ({ project: project!, points: points! })),
    projects: 90,
    ceremony: false,
    online: false,
    batchMinimum: 2,
  },
  {
    name: "a ranking, three trustees, too few online to be counted apart",
    ballot: { kind: "ranking", min_projects: 1, max_projects: 3 },
    choice: (n) => [[0, 2], [2, 1, 0], [1]][n % 3]!.map((project, place) => ({ project, points: 3 - place })),
    projects: 5,
    ceremony: true,
    online: true,
    batchMinimum: 5,
  },
];

export interface AnElection {
  variant: Variant;
  election: Election;
  packageJws: Uint8Array;
  key: SharedKey;
  authority: Signer;
  log: Signer;
  online: Signer;
  trustees: Signer[]; // who sign mixes and openings
}

export const kThreshold = 2;

function definitionOf({ ballot, projects, ceremony, batchMinimum }: Variant): Object {
  return {
    version: 1,
    title: { en: "A village decides", fr: "Un village décide" },
    description: { en: "With more than one\nline; and a semicolon" },
    languages: ["fr", "en"],
    phases: [{ kind: "vote", from: "2026-03-01", until: "2026-03-31" }],
    envelope: 90_000_00,
    ballot,
    rule: "greedy",
    ties: "project-id",
    counting: ceremony ? "ceremony" : "live",
    ranking: "sealed",
    precedence: "first",
    batch_minimum: batchMinimum,
    eligibility: { minimum_age: 16, national_number: true, voter_code: false },
    contacts: { phone: "081 00 00 00", mail: "vote@example.org" },
    projects: Array.from({ length: projects }, (_, i) => ({
      id: String(i + 1),
      title: { en: `Project ${i + 1}`, fr: `Projet ${i + 1}; "vert"` },
      description: { fr: "Deux\nlignes" },
      cost: 20_000_00 + i * 5_000_50,
      place: "Jambes",
      theme: "nature",
      proposer: "Anne",
      ...(i === 1 ? { position: { latitude: 50_466_900, longitude: -4_867_500 } } : {}),
    })),
  };
}

/// @param change  what the authority signs instead
export function anElection(variant: Variant, random: Seeded, change: (definition: Object) => void): AnElection {
  const authority = aSigner("authority");
  const key = variant.ceremony ? aSharedKey(kThreshold, 3, random) : aSharedKey(1, 1, random);
  const trustees = variant.ceremony ? key.shares.map((_, i) => aSigner(`trustee ${i + 1}`)) : [authority];
  const [log, receipts, online] = [aSigner("log"), aSigner("receipts"), aSigner("online")];
  const definition = definitionOf(variant);
  variant.definition?.(definition);
  definition.keys = {
    election: toBase64url(key.key.toBytes()),
    authority: toBase64url(authority.key),
    log: toBase64url(log.key),
    receipts: toBase64url(receipts.key),
    online: toBase64url(online.key),
  };
  if (variant.ceremony)
    definition.keys.trustees = {
      threshold: kThreshold,
      transcript: toBase64url(random.bytes(32)),
      members: trustees.map((trustee, i) => ({
        name: `Trustee ${i + 1}`,
        key: toBase64url(trustee.key),
        polynomial: key.polynomials[i]!.map((point) => toBase64url(point.toBytes())),
      })),
    };
  const good = readPackage(sign("package", definition, authority));
  change(definition);
  const packageJws = sign("package", definition, authority);
  let election = good;
  try {
    election = readPackage(packageJws);
  } catch {
    // It is the reader's part to say so: the rest is made for the election that the authority should have signed.
  }
  return { variant, election, packageJws, key, authority, log, online, trustees };
}
