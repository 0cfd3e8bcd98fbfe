// Choice and payload bytes (PROTOCOL.md 4.1): fields of one width behind each other, least bit first, zero-padded to blocks.

export interface ChoiceRules {
  kind: "approval" | "points" | "ranking";
  mostProjects: number;
  mostPoints: number; // for one project, in a ballot of points
}

/// A chosen project and what the ballot gives it; in a ranking the preferred one first.
export interface Mark {
  project: number;
  points: number;
}

const kBlockBits = 29 * 8;

/// ⌈log₂(most + 1)⌉
function bitsUpTo(most: number): number {
  return most === 0 ? 0 : Math.floor(Math.log2(most)) + 1;
}

function fieldsOf(rules: ChoiceRules, projects: number): { count: number; bits: number } {
  if (rules.kind === "points") return { count: projects, bits: bitsUpTo(rules.mostPoints) };
  if (rules.kind === "ranking") return { count: rules.mostProjects, bits: bitsUpTo(projects) };
  return { count: projects, bits: 1 };
}

function ranked(fields: number[], projects: number): Mark[] | null {
  const marks: Mark[] = [];
  for (const [place, field] of fields.entries()) {
    if (field === 0) continue;
    const follows = marks.length === place;
    const known = field <= projects;
    const again = marks.some((mark) => mark.project === field - 1);
    if (!follows || !known || again) return null;
    marks.push({ project: field - 1, points: fields.length - place });
  }
  return marks;
}

/// w of PROTOCOL.md 4.1.
export function blockCount(rules: ChoiceRules, projects: number): number {
  const { count, bits } = fieldsOf(rules, projects);
  return Math.ceil((count * bits) / kBlockBits);
}

/// null when the bytes are no choice of this election: another number of blocks, padding that is not zero, …
export function marksOf(election: { ballot: ChoiceRules; projects: unknown[] }, payloads: Uint8Array[]): Mark[] | null {
  const { count, bits } = fieldsOf(election.ballot, election.projects.length);
  if (payloads.length !== blockCount(election.ballot, election.projects.length)) return null;
  const bitAt = (at: number): number => (payloads[Math.floor(at / kBlockBits)]![Math.floor((at % kBlockBits) / 8)]! >> at % 8) & 1;
  for (let at = count * bits; at < payloads.length * kBlockBits; ++at) if (bitAt(at) !== 0) return null;
  const fields = Array.from({ length: count }, (_, field) => {
    let value = 0;
    for (let i = 0; i < bits; ++i) value += bitAt(field * bits + i) * 2 ** i;
    return value;
  });
  if (election.ballot.kind === "ranking") return ranked(fields, election.projects.length);
  return fields.flatMap((points, project) => (points === 0 ? [] : [{ project, points }]));
}
