// What each role sees and may change: the server decides, and this keeps refused buttons off the pages.

import type { Role } from "./api.ts";
import { session } from "./session.ts";

export type Page = "overview" | "terminals" | "ballots" | "election" | "halls" | "imports" | "count" | "accounts" | "tokens" | "audit" | "password";
export type Act = "change" | "edit-hall";

const ofStaff: Page[] = ["overview", "terminals", "ballots", "halls", "password"];

export function sees(role: Role, page: Page): boolean {
  return role !== "staff" || ofStaff.includes(page);
}

export function may(role: Role, act: Act): boolean {
  return role === "admin" || (role === "staff" && act === "edit-hall");
}

/// Of whoever is logged in.
export function allowed(act: Act): boolean {
  return session.value !== null && may(session.value.role, act);
}
