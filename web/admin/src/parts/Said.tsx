// A sentence of the server: in the page's language where we have words for it, else as it is, in English.

import { words } from "../language.ts";
import { translated } from "../said.ts";

export function Said({ sentence }: { sentence: string }) {
  const known = translated(sentence, words.value);
  return known === null ? <span class="hint" lang="en">{sentence}</span> : <span class="hint">{known}</span>;
}
