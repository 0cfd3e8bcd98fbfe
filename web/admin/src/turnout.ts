// When people voted, as columns of a chart.

import type { Turnout } from "./api.ts";

export interface Column {
  name: string;
  ballots: number;
}

const kDay = 86_400_000;
// A terminal with a wrong clock must not make the chart endless: then only days with ballots are shown.
const kMostDays = 200;

/// Every day from the first ballot to the last, also those without one.
export function daysOf(turnout: Turnout): Turnout["days"] {
  const first = turnout.days[0];
  const last = turnout.days.at(-1);
  if (first === undefined || last === undefined) return [];
  const from = Date.parse(first.day);
  const count = (Date.parse(last.day) - from) / kDay + 1;
  if (count > kMostDays) return turnout.days;
  const ballots = new Map(turnout.days.map((one) => [one.day, one.ballots]));
  return Array.from({ length: count }, (_, index) => {
    const day = new Date(from + index * kDay).toISOString().slice(0, 10);
    return { day, ballots: ballots.get(day) ?? 0 };
  });
}

/// The hour in which most ballots were cast.
export function busiestHour(turnout: Turnout): number {
  return turnout.hours.indexOf(Math.max(...turnout.hours));
}
