// Who is logged in, and how long that lasts.

import { signal } from "@preact/signals";
import type { Session } from "./api.ts";

export const session = signal<Session | null>(null);

/// Whether somebody was logged out without having asked for it.
export const cutOff = signal(false);

/// Seconds since 1970 of the last request that the server took; it counts idleness from there.
export const lastRequest = signal(now());

export function now(): number {
  return Math.floor(Date.now() / 1000);
}

export function touched(): void {
  lastRequest.value = now();
}

export function sessionBegun(begun: Session): void {
  cutOff.value = false;
  session.value = begun;
  touched();
}

export function sessionEnded(): void {
  cutOff.value = true;
  session.value = null;
}

let lastAct = now();
if (typeof addEventListener !== "undefined") for (const act of ["pointerdown", "keydown"]) addEventListener(act, () => (lastAct = now()));

/// Whether somebody sits there: pages that bring themselves up to date stop when nobody does, so that the session can end.
export function attended(): boolean {
  return !document.hidden && now() - lastAct < 300;
}
