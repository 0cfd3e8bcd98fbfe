// Close, count, publish: one after the other, each asked twice.

import { useState } from "preact/hooks";
import { announce } from "../announce.ts";
import type { Count as State, Outcome } from "../api.ts";
import { counted, fill, money, number, textIn } from "../format.ts";
import { language, words } from "../language.ts";
import { Failure } from "../parts/Failure.tsx";
import { Check, Field } from "../parts/Field.tsx";
import { Loaded } from "../parts/Loaded.tsx";
import { Sheet } from "../parts/Sheet.tsx";
import { Table } from "../parts/Table.tsx";
import { request } from "../request.ts";
import { useResource } from "../resource.ts";
import { allowed } from "../rights.ts";
import { useTask } from "../task.ts";
import { CeremonyCount } from "./CeremonyCount.tsx";

function Close({ of, put }: { of: State; put: (state: State) => void }) {
  const w = words.value.count;
  const task = useTask();
  const [asking, setAsking] = useState(false);
  const [word, setWord] = useState("");
  const [anyway, setAnyway] = useState(false);
  const close = () =>
    task.run(async () => {
      put(await request<State>("POST", "/poll/close", { anyway }));
      setAsking(false);
      announce(w.closed);
    });
  return (
    <section class="panel">
      <h2>{w.closeTitle}</h2>
      <p>{w.closeText}</p>
      {of.waiting.length === 0 ? <p class="calm">{w.allSent}</p> : (
        <>
          <p class="notice">{counted(w.waits, of.waiting.length, language.value)}</p>
          <ul>
            {of.waiting.map((terminal) => (
              <li key={terminal.terminal}>
                {[terminal.hall, terminal.open && w.pollOpen, terminal.waiting === null ? w.waitingUnknown : terminal.waiting > 0 && counted(w.waiting, terminal.waiting, language.value)].filter(Boolean).join(", ")}
              </li>
            ))}
          </ul>
          <p>{w.waitsDo}</p>
        </>
      )}
      {allowed("change") && <button type="button" class="danger" onClick={() => setAsking(true)}>{w.closeGo}</button>}
      {asking && (
        <Sheet
          title={w.closeTitle}
          go={of.waiting.length === 0 ? w.closeGo : w.closeAnyway}
          danger
          ready={word.trim() === w.closeWord && (of.waiting.length === 0 || anyway)}
          busy={task.busy}
          refusal={task.refusal}
          act={() => void close()}
          close={() => setAsking(false)}
        >
          <p>{w.closeText}</p>
          {of.waiting.length > 0 && <Check label={w.anyway} value={anyway} put={setAnyway} />}
          <Field label={fill(w.closeType, { word: w.closeWord })} value={word} put={setWord} autoComplete="off" />
        </Sheet>
      )}
    </section>
  );
}

const stages: Record<string, "checking" | "mixing" | "opening" | "proving"> = {
  "Verifying ballots": "checking",
  "Mixing the urn": "mixing",
  "Opening ballots": "opening",
  "Verifying records": "proving",
  "Checking mix 1": "proving",
  Opening: "proving",
};

function Counting({ of, put }: { of: State; put: (state: State) => void }) {
  const w = words.value.count;
  const task = useTask();
  const n = (value: number) => number(value, language.value);
  const stage = stages[of.stage ?? ""];
  const [proof, setProof] = useState(true);
  const begin = () => task.run(async () => put(await request<State>("POST", "/count", { proof: proof && of.provable })));
  return (
    <section class="panel" aria-live="polite">
      <h2>{w.countTitle}</h2>
      <p>{w.countText}</p>
      {of.error !== null && <p class="failure"><strong>{w.stopped}</strong> <span lang="en">{of.error}</span></p>}
      {of.stage !== null ? (
        <>
          <p>{stage === undefined ? words.value.loading : w.stage[stage]}</p>
          <progress max={Math.max(1, of.of)} value={of.done} aria-label={w.countTitle} />
          <p>{fill(w.progress, { done: n(of.done), all: n(of.of) })}</p>
        </>
      ) : (
        allowed("change") && (
          <>
            {of.provable ? <Check label={w.prove} hint={w.proveHint} value={proof} put={setProof} /> : <p class="hint">{w.fewToProve}</p>}
            <button type="button" disabled={task.busy} onClick={() => void begin()}>{w.countGo}</button>
          </>
        )
      )}
      <Failure refusal={task.refusal} />
    </section>
  );
}

function kindOf(path: string): keyof typeof words.value.count.file {
  const ending = path.slice(path.lastIndexOf(".") + 1);
  return ending === "csv" || ending === "pb" || ending === "pdf" || ending === "json" || ending === "jws" || ending === "zip" ? ending : "other";
}

/// Files that are there in each language are shown in the page's own.
function speaks(path: string): boolean {
  const spoken = /-(fr|nl|de|en)\.\w+$/.exec(path);
  return spoken === null || spoken[1] === language.value;
}

function Result({ of }: { of: Outcome }) {
  const w = words.value.count;
  const n = (value: number) => number(value, language.value);
  const euros = (cents: number) => money(cents, language.value);
  return (
    <section>
      <h2>{w.resultTitle}</h2>
      <dl class="figures">
        <div class="figure"><dt>{w.ballots}</dt><dd>{n(of.ballots)}</dd></div>
        <div class="figure"><dt>{w.invalid}</dt><dd>{n(of.invalid)}</dd></div>
        <div class="figure"><dt>{w.spent}</dt><dd>{euros(of.spent)}</dd></div>
      </dl>
      <Table
        caption={w.resultTitle}
        none=""
        rows={of.ranking.map((project, index) => ({ ...project, rank: index + 1 }))}
        id={(project) => project.project}
        columns={[
          { head: w.rank, number: true, cell: (project) => project.rank },
          { head: w.project, cell: (project) => textIn(project.title, language.value) },
          { head: w.votes, number: true, cell: (project) => n(project.votes) },
          { head: w.cost, number: true, cell: (project) => euros(project.cost) },
          { head: w.verdict, cell: (project) => <><span class={`badge ${project.verdict}`}>{project.verdict === "funded" ? w.funded : w.notFunded}</span> <span class="hint">{textIn(project.reason, language.value)}</span></> },
        ]}
      />
      <h3>{w.files}</h3>
      <ul class="files">{of.files.filter(speaks).map((path) => <li key={path}><a href={path} download>{path.slice(1)}</a> {w.file[kindOf(path)]}</li>)}</ul>
      <a class="button" href={`/${language.value}`}>{w.publicPage}</a>
    </section>
  );
}

export function Count() {
  const w = words.value.count;
  const count = useResource<State>("/count", (value) => (value !== null && value.stage !== null ? 1 : 20));
  return (
    <Loaded of={count}>
      {(of) => {
        if (of.phase === "none" || of.phase === "draft") return <p class="none">{w.notYet}</p>;
        const step = of.phase === "open" ? 0 : of.phase === "closed" ? 1 : 2;
        return (
          <>
            <ol class="steps" aria-label={w.steps}>
              {[w.closeStep, w.countStep, w.publishStep].map((name, index) => <li key={name} aria-current={index === step ? "step" : undefined} class={index < step ? "past" : undefined}>{name}</li>)}
            </ol>
            {of.phase === "open" && <Close of={of} put={count.put} />}
            {of.phase === "closed" && (of.ceremony === null ? <Counting of={of} put={count.put} /> : <CeremonyCount of={of.ceremony} />)}
            {of.outcome !== null && <Result of={of.outcome} />}
          </>
        );
      }}
    </Loaded>
  );
}
