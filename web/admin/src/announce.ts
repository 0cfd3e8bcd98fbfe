// One sentence at the foot of the page that says what was done, and is read aloud; it goes by itself.

import { signal } from "@preact/signals";

export const announcement = signal("");
let timer: ReturnType<typeof setTimeout> | undefined;

export function announce(sentence: string): void {
  clearTimeout(timer);
  announcement.value = sentence;
  timer = setTimeout(() => (announcement.value = ""), 8000);
}
