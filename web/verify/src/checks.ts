// The checks of a bundle by name (PROTOCOL.md 12), in their order. Both verifiers say these names, and the page has a sentence for
// each.

import { Wrong } from "../../protocol/json.ts";

export type Status = "pass" | "fail" | "skipped";

export interface Check {
  name: string;
  status: Status;
  detail: string; // what was found, or the first thing that is wrong
  notice?: true; // it passes, and yet whoever reads must see what was found
}

export type Found<T> = [found: T, detail: string, notice?: true];

export const kBefore = ["package", "roster", "checkpoint", "log", "records", "spoilt", "counted"] as const;
export const kAfter = ["plaintexts", "tally", "result", "files"] as const;

/// Behind "log", of each that the reader kept.
export const kKeptCheckpoint = (place: number) => `kept checkpoint ${place}`;

export const kRoundChecks = {
  mix: (round: number, place: number) => `round ${round} mix ${place}`,
  opening: (round: number, trustee: number) => `round ${round} opening ${trustee}`,
  opened: (round: number) => `round ${round} opened`,
};

/// Names what hangs on a check that failed, so that one forgery is not told as ten.
export class Missing extends Error {}

export interface Listener {
  begun?(name: string): void;
  ended?(check: Check): void;
  /// Lets others have a turn; long work calls it often.
  breathe(): Promise<void>;
}

export class Checks {
  readonly done: Check[] = [];
  constructor(readonly listener: Listener) {}

  /// @param work  gives what it found and how to say so
  /// @return  what it found; null where it failed
  async run<T>(name: string, work: () => Promise<Found<T>>): Promise<T | null> {
    this.listener.begun?.(name);
    await this.listener.breathe();
    try {
      const [found, detail, notice] = await work();
      this.end({ name, status: "pass", detail, ...(notice ? { notice } : {}) });
      return found;
    } catch (problem) {
      const skipped = problem instanceof Missing;
      const known = skipped || problem instanceof Wrong;
      // Whatever else hostile bytes made us stumble over is no reason to believe them.
      this.end({ name, status: skipped ? "skipped" : "fail", detail: known ? problem.message : `cannot be read: ${String(problem)}` });
      return null;
    }
  }
  private end(check: Check): void {
    this.done.push(check);
    this.listener.ended?.(check);
  }
}

/// What an earlier check found. @error Missing  where it found nothing
export function need<T>(found: T | null, by: string): T {
  if (found === null) throw new Missing(`hangs on "${by}"`);
  return found;
}

export function passed(checks: Check[]): boolean {
  return checks.every(({ status }) => status !== "fail");
}
