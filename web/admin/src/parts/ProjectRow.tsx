// A project in a list: picture, title, place and cost, and what can be done with it.

import type { ComponentChildren } from "preact";
import type { Project } from "../api.ts";
import { counted, fill, money, textIn } from "../format.ts";
import { language, words } from "../language.ts";
import { kApi } from "../request.ts";

export function projectTitle(of: Project): string {
  return textIn(of.title, language.value) || words.value.election.untitled;
}

/// "9 projects, €215,499 in all"
export function projectSums(projects: Project[]): string {
  const w = words.value.election;
  if (projects.length === 0) return w.noProjects;
  const cost = projects.reduce((sum, project) => sum + project.cost, 0);
  return fill(counted(w.projectCount, projects.length, language.value), { cost: money(cost, language.value) });
}

export function ProjectRow({ of, here, children }: { of: Project; here: boolean; children: ComponentChildren }) {
  return (
    <li>
      {here ? <img src={`${kApi}/election/pictures/${encodeURIComponent(of.picture!)}`} alt="" loading="lazy" /> : <span class="no-picture" aria-hidden="true" />}
      <span class="title"><strong>{projectTitle(of)}</strong><span class="hint">{[of.place, money(of.cost, language.value)].filter((part) => part !== "").join(", ")}</span></span>
      <span class="acts">{children}</span>
    </li>
  );
}
