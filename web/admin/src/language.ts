// Which of the four languages the page speaks: the visitor's last choice, else the first of the browser's that we know.

import { computed, effect, signal } from "@preact/signals";
import { de } from "./words/de.ts";
import { en } from "./words/en.ts";
import { fr } from "./words/fr.ts";
import { nl } from "./words/nl.ts";
import type { Words } from "./words/words.ts";

export const languages = ["fr", "nl", "de", "en"] as const;
export type Language = (typeof languages)[number];

export const dictionary: Record<Language, Words> = { fr, nl, de, en };

const kKept = "isoloir-language";

export function preferred(kept: string | null, browser: readonly string[]): Language {
  const wanted = [kept ?? "", ...browser].map((tag) => tag.slice(0, 2).toLowerCase());
  return languages.find((language) => language === wanted.find((tag) => languages.some((known) => known === tag))) ?? "fr";
}

export const language = signal<Language>(preferred(keptLanguage(), typeof navigator === "undefined" ? [] : navigator.languages));
export const words = computed(() => dictionary[language.value]);

/// Storage may be forbidden; the page then forgets the choice, and works.
function keptLanguage(): string | null {
  try {
    return localStorage.getItem(kKept);
  } catch {
    return null;
  }
}

export function speak(chosen: Language): void {
  language.value = chosen;
  try {
    localStorage.setItem(kKept, chosen);
  } catch {
    // see keptLanguage
  }
}

effect(() => {
  if (typeof document !== "undefined") document.documentElement.lang = language.value;
});
