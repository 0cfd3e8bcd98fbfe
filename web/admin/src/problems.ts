// What must be mended in a draft before it can be sealed, all of it at once and in the page's words. The server has the last
// word (shared/election/definition.cpp): it looks again, and finds what is not looked for here.

import type { ElectionFile, Project } from "./api.ts";
import type { Words } from "./words/words.ts";

export type Section = "basics" | "phases" | "rules" | "voters" | "contacts" | "projects";

export interface Problem {
  what: keyof Words["problem"];
  section: Section;
  project?: number; // its place in the list
  phase?: string;
}

function lacksText(texts: Record<string, string>): boolean {
  return Object.keys(texts).length === 0 || Object.values(texts).some((text) => text === "");
}

function ofProject(project: Project, index: number, file: ElectionFile, pictures: string[]): Problem[] {
  const found: Problem["what"][] = [];
  if (lacksText(project.title)) found.push("projectTitle");
  if (Object.keys(project.description).length === 0) found.push("projectDescription");
  if (project.cost <= 0) found.push("projectCost");
  if (project.id === "" || /[,;"\n]/.test(project.id) || project.id.trim() !== project.id) found.push("projectId");
  else if (file.projects.findIndex((one) => one.id === project.id) !== index) found.push("projectIdTwice");
  if (project.picture !== undefined && !pictures.includes(project.picture)) found.push("projectPicture");
  return found.map((what) => ({ what, section: "projects", project: index }));
}

function ofPhases(phases: ElectionFile["phases"]): Problem[] {
  return phases.flatMap((phase, index): Problem[] => {
    const wrong = (what: Problem["what"]): Problem[] => [{ what, section: "phases", phase: phase.kind }];
    if (phase.from === "" || phase.until === "") return wrong("phaseDay");
    if (phase.from > phase.until) return wrong("phaseBackwards");
    return index > 0 && phase.from < phases[index - 1]!.from ? wrong("phaseOrder") : [];
  });
}

function ofRules({ ballot, projects, batch_minimum }: ElectionFile): Problem[] {
  const found: Problem["what"][] = [];
  if (ballot.max_projects < 1 || (projects.length > 0 && ballot.max_projects > projects.length)) found.push("maxProjects");
  if (ballot.min_projects > ballot.max_projects) found.push("minProjects");
  if (ballot.max_cost !== undefined && ballot.max_cost <= 0) found.push("maxCost");
  if (ballot.kind === "points" && (!ballot.max_points || !ballot.max_sum_points || ballot.max_points > ballot.max_sum_points)) found.push("points");
  if (batch_minimum < 1) found.push("batchMinimum");
  return found.map((what) => ({ what, section: "rules" }));
}

/// @param pictures  names of those that are here
export function problemsOf(file: ElectionFile, pictures: string[]): Problem[] {
  const all: Problem[] = [];
  if (file.languages.length === 0) all.push({ what: "languages", section: "basics" });
  if (lacksText(file.title)) all.push({ what: "title", section: "basics" });
  if (file.envelope <= 0) all.push({ what: "envelope", section: "basics" });
  all.push(...ofPhases(file.phases), ...ofRules(file));
  if (!file.eligibility.national_number && !file.eligibility.voter_code) all.push({ what: "identify", section: "voters" });
  if (/[^A-Za-z0-9.:[\]-]/.test(file.contacts.site ?? "")) all.push({ what: "site", section: "contacts" });
  if (file.projects.length === 0) all.push({ what: "noProjects", section: "projects" });
  return [...all, ...file.projects.flatMap((project, index) => ofProject(project, index, file, pictures))];
}
