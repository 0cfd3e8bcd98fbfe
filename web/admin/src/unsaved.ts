// What somebody changed of the draft and did not save yet. It outlives the page, so that a look at another one, or a session
// that ended, costs no work; only leaving the dashboard does, and that is asked about.

import { effect, signal } from "@preact/signals";
import type { ElectionFile } from "./api.ts";

interface Unsaved {
  version: number; // of the draft that it began with
  file: ElectionFile;
}

export const unsaved = signal<Unsaved | null>(null);

const stay = (event: BeforeUnloadEvent) => event.preventDefault();

effect(() => {
  if (typeof addEventListener === "undefined") return;
  if (unsaved.value === null) removeEventListener("beforeunload", stay);
  else addEventListener("beforeunload", stay);
});
