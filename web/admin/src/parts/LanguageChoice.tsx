import { type Language, dictionary, language, languages, speak, words } from "../language.ts";

export function LanguageChoice() {
  return (
    <select aria-label={words.value.language} value={language.value} onChange={(event) => speak(event.currentTarget.value as Language)}>
      {languages.map((one) => <option key={one} value={one} lang={one}>{dictionary[one].own}</option>)}
    </select>
  );
}
