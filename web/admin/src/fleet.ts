// What a list of terminals is asked: which need somebody, which fit a filter, how a hall stands.

import type { Hall, Terminal } from "./api.ts";

export type Filter = "all" | "attention" | "offline" | "open" | "suspended" | "revoked";
export const filters: Filter[] = ["all", "attention", "offline", "open", "suspended", "revoked"];

/// Its poll is open, and it is not heard of.
export function isAway(terminal: Terminal): boolean {
  return terminal.state === "approved" && terminal.open && !terminal.online;
}

export function needsAttention(terminal: Terminal): boolean {
  if (terminal.state === "revoked") return false; // what was to be done is done
  if (terminal.forked || terminal.cheats || terminal.lost > 0) return true;
  return isAway(terminal) || (terminal.state === "approved" && terminal.battery !== null && terminal.battery < 20);
}

export function fits(terminal: Terminal, filter: Filter): boolean {
  switch (filter) {
    case "all": return true;
    case "attention": return needsAttention(terminal);
    case "offline": return !terminal.online && terminal.state === "approved";
    case "open": return terminal.open;
    default: return terminal.state === filter;
  }
}

/// Those that need somebody first, then by hall.
export function inOrder(terminals: Terminal[]): Terminal[] {
  return [...terminals].sort((a, b) => Number(needsAttention(b)) - Number(needsAttention(a)) || a.hall.localeCompare(b.hall) || a.key.localeCompare(b.key));
}

export const standings = ["good", "look", "idle"] as const;
export type Standing = (typeof standings)[number];

export function standing(of: Hall, terminals: Terminal[]): Standing {
  const own = terminals.filter((terminal) => terminal.hall === of.name);
  if (own.some(needsAttention)) return "look";
  return own.some((terminal) => terminal.online && terminal.state === "approved") ? "good" : "idle";
}
