// What is to be copied: a secret that is shown once, or a command.

import { useState } from "preact/hooks";
import { announce } from "../announce.ts";
import { words } from "../language.ts";

export function Once({ text }: { text: string }) {
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
    announce(words.value.copied);
  };
  return (
    <div class="once">
      <code>{text.split(" ").map((word, index) => <>{index > 0 && " "}<span>{word}</span></>)}</code>
      <button type="button" class="quiet" onClick={() => void copy()}>{copied ? words.value.copied : words.value.copy}</button>
    </div>
  );
}
