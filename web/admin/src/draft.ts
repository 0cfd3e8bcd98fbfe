// A draft of an election: an empty one, and changes that keep the rest as it is.

import type { ElectionFile, Project } from "./api.ts";

export function emptyFile(): ElectionFile {
  return {
    version: 1,
    title: { fr: "" },
    description: { fr: "" },
    languages: ["fr", "nl", "de", "en"],
    phases: [],
    envelope: 0,
    ballot: { min_projects: 0, max_projects: 3 },
    rule: "greedy",
    ties: "project-id",
    counting: "live",
    ranking: "sealed",
    precedence: "first",
    batch_minimum: 20,
    eligibility: { minimum_age: 16, national_number: true, voter_code: false },
    contacts: { phone: "", mail: "" },
    projects: [],
  };
}

/// A reference that no project has yet: "p1", "p2", …
export function freeId(projects: Project[]): string {
  for (let n = projects.length + 1; ; ++n) if (!projects.some((project) => project.id === `p${n}`)) return `p${n}`;
}

export function emptyProject(projects: Project[], language: string): Project {
  return { id: freeId(projects), title: { [language]: "" }, description: { [language]: "" }, cost: 0, place: "", theme: "", proposer: "" };
}

/// The list with one of its members at another place; the same list where there is no such place.
export function movedTo<T>(list: T[], from: number, to: number): T[] {
  if (to < 0 || to >= list.length || from === to) return list;
  const others = list.filter((_, index) => index !== from);
  return [...others.slice(0, to), list[from]!, ...others.slice(to)];
}

/// Pictures that projects name and that are not here, by their file's name, with the places of those projects. An imported
/// file calls them by a path: "pictures/n1.png".
export function waitingPictures(projects: Project[], pictures: string[]): Map<string, number[]> {
  const waiting = new Map<string, number[]>();
  projects.forEach(({ picture }, index) => {
    if (picture === undefined || pictures.includes(picture)) return;
    const name = picture.slice(picture.lastIndexOf("/") + 1);
    waiting.set(name, [...(waiting.get(name) ?? []), index]);
  });
  return waiting;
}

/// Texts by language with one of them changed; a language whose text is empty is left out, but never the last.
export function withText(texts: Record<string, string>, language: string, text: string): Record<string, string> {
  const all = { ...texts, [language]: text };
  const kept = Object.fromEntries(Object.entries(all).filter(([key, value]) => value !== "" || key === language));
  if (text === "" && Object.keys(kept).length > 1) delete kept[language];
  return kept;
}

const order = ["deposit", "completion", "analysis", "vote", "results"];
export const kinds = order;

/// The phases with one of them set, or left out where both its days are empty.
export function withPhase(phases: ElectionFile["phases"], kind: string, from: string, until: string): ElectionFile["phases"] {
  const others = phases.filter((phase) => phase.kind !== kind);
  const all = from === "" && until === "" ? others : [...others, { kind, from, until }];
  return all.sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
}
