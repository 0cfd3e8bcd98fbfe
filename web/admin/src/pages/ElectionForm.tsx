// What an election is: title and money, calendar, ballot, voters, contacts.

import { useState } from "preact/hooks";
import type { ElectionFile } from "../api.ts";
import { kindOf, settled } from "../counting.ts";
import { kinds, withPhase, withText } from "../draft.ts";
import { parseMoney, plainMoney } from "../format.ts";
import { dictionary, language, languages, words } from "../language.ts";
import { Check, Choice, Field } from "../parts/Field.tsx";
import { CountingRule } from "./CountingRule.tsx";

interface Props {
  file: ElectionFile;
  put: (file: ElectionFile) => void;
}

/// A text in every language of the vote.
export function Texts({ label, of, put, rows, languages: wanted }: { label: string; of: Record<string, string>; put: (texts: Record<string, string>) => void; rows?: number; languages: string[] }) {
  return (
    <fieldset class="texts">
      <legend>{label}</legend>
      {wanted.map((tag) => (
        <Field key={tag} label={dictionary[tag as keyof typeof dictionary]?.own ?? tag} value={of[tag] ?? ""} put={(text) => put(withText(of, tag, text))} {...(rows === undefined ? {} : { rows })} />
      ))}
    </fieldset>
  );
}

/// An amount as it is typed; what is none changes nothing.
export function Amount({ label, hint, cents, put, empty }: { label: string; hint?: string; cents: number | undefined; put: (cents: number | undefined) => void; empty?: boolean }) {
  const shown = cents === undefined || (cents === 0 && !empty) ? "" : plainMoney(cents, language.value);
  const [text, setText] = useState(shown);
  const read = text.trim() === "" ? (empty ? undefined : 0) : parseMoney(text);
  return (
    <Field
      label={`${label} (€)`}
      hint={hint}
      inputMode="decimal"
      value={read === null || read === cents ? text : shown}
      wrong={read === null ? words.value.election.moneyWrong : null}
      put={(typed) => {
        setText(typed);
        const amount = typed.trim() === "" ? (empty ? undefined : 0) : parseMoney(typed);
        if (amount !== null) put(amount);
      }}
    />
  );
}

/// A whole number as it is typed, which may be nothing for a moment.
function Count({ label, value, put, hint }: { label: string; value: number; put: (value: number) => void; hint?: string }) {
  const [text, setText] = useState(String(value));
  const read = Math.max(0, Math.trunc(Number(text) || 0));
  return (
    <Field
      label={label}
      hint={hint}
      inputMode="numeric"
      value={read === value ? text : String(value)}
      put={(typed) => {
        const digits = typed.replace(/\D/g, "").slice(0, 9);
        setText(digits);
        put(Number(digits));
      }}
    />
  );
}

function Ballot({ file, put }: Props) {
  const w = words.value.election;
  const ballot = file.ballot;
  const set = (change: Partial<ElectionFile["ballot"]>) => {
    const next = { ...ballot, ...change };
    if (next.max_cost === undefined) delete next.max_cost;
    if (next.kind !== "points") {
      delete next.max_points;
      delete next.max_sum_points;
    }
    if (next.kind === "approval") delete next.kind;
    put(settled({ ...file, ballot: next }));
  };
  const kind = kindOf(file);
  return (
    <section class="panel" id="rules">
      <h2>{w.rules}</h2>
      <div class="fields">
        <Choice label={w.ballotKind} value={kind} options={[["approval", w.approval], ["points", w.points], ["ranking", w.ranking]]} put={(chosen) => set(chosen === "points" ? { kind: chosen, max_points: 3, max_sum_points: 10 } : { kind: chosen })} />
        <Count label={w.minProjects} value={ballot.min_projects} put={(min_projects) => set({ min_projects })} />
        <Count label={w.maxProjects} value={ballot.max_projects} put={(max_projects) => set({ max_projects })} />
        {kind === "points" && <Count label={w.maxPoints} value={ballot.max_points ?? 0} put={(max_points) => set({ max_points })} />}
        {kind === "points" && <Count label={w.maxSumPoints} value={ballot.max_sum_points ?? 0} put={(max_sum_points) => set({ max_sum_points })} />}
        <Amount label={w.maxCost} hint={w.maxCostHint} cents={ballot.max_cost} put={(max_cost) => set(max_cost === undefined ? { max_cost: undefined as never } : { max_cost })} empty />
        <CountingRule file={file} put={put} />
        <Choice label={w.precedence} value={file.precedence} disabled={file.ranking === "live"} options={[["first", w.first], ["kiosk", w.kiosk], ["last", w.last]]} put={(precedence) => put({ ...file, precedence })} />
        <Count label={w.batchMinimum} hint={w.batchMinimumHint} value={file.batch_minimum} put={(batch_minimum) => put({ ...file, batch_minimum })} />
      </div>
      {file.ranking === "live" && <p class="hint">{w.precedenceLive}</p>}
    </section>
  );
}

function Voters({ file, put }: Props) {
  const w = words.value.election;
  const who = file.eligibility;
  const set = (change: Partial<typeof who>) => put({ ...file, eligibility: { ...who, ...change } });
  return (
    <section class="panel" id="voters">
      <h2>{w.voters}</h2>
      <Count label={w.minimumAge} value={who.minimum_age} put={(minimum_age) => set({ minimum_age })} />
      <fieldset class="line">
        <legend>{w.identify}</legend>
        <Check label={w.nationalNumber} value={who.national_number} put={(national_number) => set({ national_number })} />
        <Check label={w.voterCode} value={who.voter_code} put={(voter_code) => set({ voter_code })} />
      </fieldset>
      <Check label={w.roll} hint={w.rollHint} value={who.roll ?? false} put={(roll) => set({ roll })} />
    </section>
  );
}

function Contacts({ file, put }: Props) {
  const w = words.value.election;
  const contacts = file.contacts;
  const site = (text: string) => {
    const { site: _, ...rest } = contacts;
    put({ ...file, contacts: text.trim() === "" ? rest : { ...rest, site: text.trim() } });
  };
  return (
    <section class="panel" id="contacts">
      <h2>{w.contacts}</h2>
      <p class="hint">{w.contactsHint}</p>
      <div class="fields">
        <Field label={w.phone} value={contacts.phone} put={(phone) => put({ ...file, contacts: { ...contacts, phone } })} />
        <Field label={w.mail} value={contacts.mail} put={(mail) => put({ ...file, contacts: { ...contacts, mail } })} />
        <Field label={w.site} hint={w.siteHint} value={contacts.site ?? ""} put={site} />
      </div>
    </section>
  );
}

export function ElectionForm({ file, put }: Props) {
  const w = words.value;
  const set = (change: Partial<ElectionFile>) => put({ ...file, ...change });
  return (
    <>
      <section class="panel" id="basics">
        <h2>{w.election.basics}</h2>
        <fieldset class="line">
          <legend>{w.election.languages}</legend>
          {languages.map((tag) => (
            <Check key={tag} label={dictionary[tag].own} value={file.languages.includes(tag)} put={(on) => set({ languages: on ? [...file.languages, tag] : file.languages.filter((one) => one !== tag) })} />
          ))}
        </fieldset>
        <Texts label={w.election.title} of={file.title} languages={file.languages} put={(title) => set({ title })} />
        <Texts label={w.election.description} of={file.description} languages={file.languages} rows={2} put={(description) => set({ description })} />
        <Amount label={w.election.envelope} hint={w.election.envelopeHint} cents={file.envelope} put={(envelope) => set({ envelope: envelope ?? 0 })} />
      </section>
      <section class="panel" id="phases">
        <h2>{w.election.phases}</h2>
        <p class="hint">{w.election.phasesHint}</p>
        <div class="fields">
          {kinds.map((kind) => {
            const phase = file.phases.find((one) => one.kind === kind) ?? { kind, from: "", until: "" };
            return (
              <fieldset key={kind} class="span">
                <legend>{w.kind[kind as keyof typeof w.kind]}</legend>
                <Field label={w.election.from} type="date" value={phase.from} put={(from) => set({ phases: withPhase(file.phases, kind, from, phase.until) })} />
                <Field label={w.election.until} type="date" value={phase.until} put={(until) => set({ phases: withPhase(file.phases, kind, phase.from, until) })} />
              </fieldset>
            );
          })}
        </div>
      </section>
      <Ballot file={file} put={put} />
      <Voters file={file} put={put} />
      <Contacts file={file} put={put} />
    </>
  );
}
