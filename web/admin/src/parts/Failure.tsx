// What went wrong, in the reader's words, and with the server's own sentence where that says more.

import type { Refusal } from "../api.ts";
import { language, words } from "../language.ts";
import { explain } from "../request.ts";

export function Failure({ refusal }: { refusal: Refusal | null }) {
  if (refusal === null) return null;
  const { words: sentence, said } = explain(refusal, words.value, language.value);
  return (
    <div class="failure" role="alert">
      <p><strong>{words.value.fail.title}.</strong> {sentence}</p>
      {said !== null && <p lang="en">{words.value.fail.said} {said}</p>}
    </div>
  );
}
