import { compare } from "../../../protocol/bytes.ts";
import type { Ranked } from "./outcome.ts";
import type { Contest } from "./profile.ts";

const utf8 = new TextEncoder();

/// Which of two projects goes first where the rule finds both equally good: below 0 for a. By id in the end, compared as text, byte
/// by byte: "10" goes before "9".
export function compareTied({ projects, ties }: Contest, a: number, b: number): number {
  const [one, other] = [projects[a]!, projects[b]!];
  if (ties === "ballot-order") return a - b;
  if (ties === "lowest-cost" && one.cost !== other.cost) return one.cost - other.cost;
  if (ties === "highest-cost" && one.cost !== other.cost) return other.cost - one.cost;
  return compare(utf8.encode(one.id), utf8.encode(other.id));
}

/// Those that a rule did not rank itself.
export function mostVotesFirst(election: Contest, projects: Ranked[]): Ranked[] {
  return projects.sort((a, b) => b.votes - a.votes || compareTied(election, a.project, b.project));
}
