// The election's signed package (PROTOCOL.md 2 and 3), as far as a check needs it.

import { ed25519 } from "@noble/curves/ed25519";
import { sha256 } from "@noble/hashes/sha2";
import { equal, fromBase64url } from "./bytes.ts";

export type Texts = Record<string, string>;

export interface BallotRules {
  kind: "approval" | "points" | "ranking";
  mostProjects: number;
  mostPoints: number; // for one project, in a ballot of points
}

export interface Project {
  id: string;
  title: Texts;
  place: string;
}

export interface Election {
  id: Uint8Array; // SHA-256 of the payload
  key: Uint8Array; // ballots are sealed to it
  title: Texts;
  ballot: BallotRules;
  projects: Project[];
}

function json(bytes: Uint8Array): any {
  return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
}

function bytesOf(text: unknown): Uint8Array {
  const bytes = typeof text === "string" ? fromBase64url(text) : null;
  if (bytes === null) throw new Error("not base64url");
  return bytes;
}

/// Verifies the signature of the authority that the package names, then reads.
/// @return null when it does not hold or does not read
export function openPackage(jws: string): Election | null {
  try {
    const parts = jws.trim().split(".");
    if (parts.length !== 3) return null;
    const header = json(bytesOf(parts[0]));
    const payload = bytesOf(parts[1]);
    const definition = json(payload);
    const authority = bytesOf(definition.keys.authority);
    const expected = header.alg === "EdDSA" && header.typ === "isoloir/package+1" && equal(bytesOf(header.kid), sha256(authority).slice(0, 16));
    const signed = new TextEncoder().encode(`${parts[0]}.${parts[1]}`);
    if (!expected || definition.version !== 1 || !ed25519.verify(bytesOf(parts[2]), signed, authority, { zip215: false })) return null;
    const { ballot, projects } = definition;
    return {
      id: sha256(payload),
      key: bytesOf(definition.keys.election),
      title: definition.title,
      ballot: { kind: ballot.kind ?? "approval", mostProjects: ballot.max_projects, mostPoints: ballot.max_points ?? 0 },
      projects: projects.map(({ id, title, place }: Project) => ({ id, title, place })),
    };
  } catch {
    return null;
  }
}
