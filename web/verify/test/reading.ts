import type { Check } from "../src/checks.ts";

export const nobody = { breathe: async () => {} };
export const told = (checks: Check[]): string => checks.map(({ name, status, detail }) => `${status} ${name}: ${detail}`).join("\n");
