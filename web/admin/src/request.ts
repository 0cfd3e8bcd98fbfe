// The one way to the server. It adds what the server wants to see with a change, and turns every failure into a Refused,
// for which the page has words.

import type { Refusal } from "./api.ts";
import { duration, fill } from "./format.ts";
import type { Language } from "./language.ts";
import { translated } from "./said.ts";
import { session, sessionEnded, touched } from "./session.ts";
import type { Words } from "./words/words.ts";

export const kApi = "/admin/api";

export class Refused extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.error);
  }
}

type Method = "GET" | "POST" | "PUT" | "DELETE";

/// Asks the server. A Blob goes as it is, anything else as JSON.
/// @throws Refused  whatever went wrong: the server said no, cannot be reached, or answers what is no JSON
export async function request<Answer>(method: Method, path: string, body?: unknown): Promise<Answer> {
  const headers: Record<string, string> = { Accept: "application/json" };
  if (method !== "GET" && session.value !== null) headers["X-Isoloir-Csrf"] = session.value.csrf;
  const file = body instanceof Blob;
  if (body !== undefined) headers["Content-Type"] = file ? body.type || "application/octet-stream" : "application/json";
  const content = body === undefined ? null : file ? body : JSON.stringify(body);

  let answer: Response;
  try {
    answer = await fetch(kApi + path, { method, headers, body: content, credentials: "same-origin", cache: "no-store" });
  } catch {
    throw new Refused({ error: "no connection", code: "offline" });
  }
  const read: unknown = await answer.json().catch(() => undefined);
  if (answer.ok && read !== undefined) {
    touched();
    return read as Answer;
  }
  if (answer.status === 401 && session.value !== null) sessionEnded();
  throw new Refused(isRefusal(read) ? read : { error: `HTTP ${answer.status}`, code: answer.status >= 500 || answer.ok ? "server" : "other" });
}

function isRefusal(read: unknown): read is Refusal {
  return typeof read === "object" && read !== null && "code" in read && "error" in read;
}

export function asRefusal(failure: unknown): Refusal {
  if (failure instanceof Refused) return failure.refusal;
  throw failure;
}

export interface Explanation {
  words: string;
  said: string | null; // the server's own sentence, in English, where ours does not tell enough
}

export function explain(refusal: Refusal, words: Words, language: Language): Explanation {
  const fail = words.fail;
  const exact = translated(refusal.error, words);
  if (exact !== null) return { words: exact, said: null };
  const known: Record<string, string> = {
    offline: fail.offline,
    server: fail.server,
    "wrong-login": fail.wrongLogin,
    "wrong-invitation": fail.wrongInvitation,
    "wrong-code": fail.wrongCode,
    "weak-password": fail.weakPassword,
    conflict: fail.conflict,
    "not-found": fail.notFound,
    "not-allowed": fail.notAllowed,
    sealed: fail.sealed,
    "too-large": fail.tooLarge,
    exists: fail.exists,
    "in-use": fail.inUse,
    busy: fail.busy,
    "records-waiting": fail.recordsWaiting,
    locked: refusal.retry_after === undefined ? fail.lockedSoon : fill(fail.locked, { wait: duration(refusal.retry_after, language) }),
  };
  const own = known[refusal.code];
  if (own !== undefined) return { words: own, said: null };
  return { words: refusal.code === "malformed" ? fail.malformed : fail.other, said: refusal.where ? `${refusal.where}: ${refusal.error}` : refusal.error };
}
