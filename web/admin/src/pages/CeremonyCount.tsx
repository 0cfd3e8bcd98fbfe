// What is to be done where trustees open the ballots: on this server, and on their own machines.

import type { Ceremony } from "../api.ts";
import { fill, list, number } from "../format.ts";
import { language, words } from "../language.ts";
import { Once } from "../parts/Once.tsx";

export function CeremonyCount({ of }: { of: Ceremony }) {
  const w = words.value.count;
  const n = (value: number) => number(value, language.value);
  const steps: [string, string][] = [
    [w.ceremony.write, `isoloir-server bundle count${of.published ? "" : " --unpublished"}`],
    [fill(w.ceremony.mix, { t: n(of.threshold) }), "isoloir-trustee mix ~/trustee count"],
    [w.ceremony.open, "isoloir-trustee open ~/trustee count"],
    [w.ceremony.count, "isoloir-server count --bundle count"],
  ];
  return (
    <section class="panel">
      <h2>{w.countTitle}</h2>
      <p>{fill(w.ceremony.text, { t: n(of.threshold), names: list(of.trustees, language.value) })}</p>
      {!of.published && <p class="notice">{w.ceremony.few}</p>}
      <ol class="guide">
        {steps.map(([text, command]) => (
          <li key={command}>
            <p>{text}</p>
            <Once text={command} />
          </li>
        ))}
      </ol>
      <p class="hint">{w.ceremony.where}</p>
    </section>
  );
}
