// What the pages that calculate in the visitor's browser have in common. Texts enter as text, never as markup.

export const languages = ["fr", "nl", "de", "en"] as const;
export type Language = (typeof languages)[number];
export const ownNames: Record<Language, string> = { fr: "Français", nl: "Nederlands", de: "Deutsch", en: "English" };

export type Content = Node | string | null;

export function element(name: string, attributes: Record<string, string>, ...content: Content[]): HTMLElement {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
  made.append(...content.filter((item) => item !== null));
  return made;
}

/// The first of the visitor's languages that the pages speak.
export function visitorsLanguage(): Language {
  for (const wanted of navigator.languages) {
    const known = languages.find((language) => wanted.toLowerCase().startsWith(language));
    if (known !== undefined) return known;
  }
  return "fr";
}

/// The list of languages, one of which is current.
/// @param chosen  called with another one; the focus stays where it was
export function languageList(current: Language, chosen: (language: Language) => void): HTMLElement {
  const item = (of: Language) => {
    const button = element("button", { type: "button", lang: of, ...(of === current ? { "aria-current": "true" } : {}) }, ownNames[of]);
    button.addEventListener("click", () => {
      chosen(of);
      document.querySelector<HTMLElement>("#languages [aria-current]")!.focus();
    });
    return element("li", {}, button);
  };
  return element("ul", { role: "list" }, ...languages.map(item));
}

/// The page's head in a language.
export function dress(language: Language, say: { title: string; choose: string; results: string }, chosen: (language: Language) => void): void {
  document.documentElement.lang = language;
  document.title = say.title;
  const nav = document.getElementById("languages")!;
  nav.setAttribute("aria-label", say.choose);
  nav.replaceChildren(languageList(language, chosen));
  document.getElementById("results")!.textContent = say.results;
}
