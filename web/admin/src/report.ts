// Sums of the merge report: every record that is no event stands in exactly one column and one line.

import type { Channel, Report } from "./api.ts";

export type Sums = Pick<Channel, "accepted" | "duplicates" | "refused" | "spoilt">;

export function total(of: Sums): number {
  return of.accepted + of.duplicates + of.refused + of.spoilt;
}

export function sumOf(channels: Channel[]): Sums {
  const sums: Sums = { accepted: 0, duplicates: 0, refused: 0, spoilt: 0 };
  for (const channel of channels) {
    sums.accepted += channel.accepted;
    sums.duplicates += channel.duplicates;
    sums.refused += channel.refused;
    sums.spoilt += channel.spoilt;
  }
  return sums;
}

/// What does not add up: the sum found beside the one that should be. Null where all does.
export function mismatch(report: Report): { sum: number; total: number } | null {
  const reasons = Object.values(report.reasons).reduce((sum, n) => sum + n, 0);
  if (reasons !== report.refused) return { sum: reasons, total: report.refused };
  const channels = sumOf(report.channels);
  for (const column of ["accepted", "duplicates", "refused", "spoilt"] as const)
    if (channels[column] !== report[column]) return { sum: channels[column], total: report[column] };
  return null;
}

/// Those with most first, as a reader looks for them.
export function byNumber(reasons: Record<string, number>): [string, number][] {
  return Object.entries(reasons)
    .filter(([, n]) => n > 0)
    .sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]));
}
