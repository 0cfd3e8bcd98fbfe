// Files that do not come over the network: chosen or dropped, then watched until they are in.

import { useState } from "preact/hooks";
import type { Import, Overview } from "../api.ts";
import { csv } from "../csv.ts";
import { download } from "../download.ts";
import { counted, fill, moment, number } from "../format.ts";
import { language, words } from "../language.ts";
import { Failure } from "../parts/Failure.tsx";
import { Check, Choice } from "../parts/Field.tsx";
import { FilePick } from "../parts/FilePick.tsx";
import { Loaded } from "../parts/Loaded.tsx";
import { Said } from "../parts/Said.tsx";
import { Table } from "../parts/Table.tsx";
import { byNumber } from "../report.ts";
import { request } from "../request.ts";
import { useResource } from "../resource.ts";
import { allowed } from "../rights.ts";
import { go, href, route } from "../route.ts";
import { translated } from "../said.ts";
import { useTask } from "../task.ts";
import { reasonWords } from "./Ballots.tsx";

type Kind = Import["kind"];

function NewImport({ begun }: { begun: () => void }) {
  const w = words.value;
  const task = useTask();
  const [kind, setKind] = useState<Kind>("votes");
  const [file, setFile] = useState<File | null>(null);
  const [replace, setReplace] = useState(false);
  const text = { votes: w.imports.votesText, bundle: w.imports.bundleText, roll: w.imports.rollText }[kind];
  const send = () =>
    task.run(async () => {
      const query = new URLSearchParams({ kind, name: file!.name, ...(kind === "roll" && replace ? { replace: "true" } : {}) });
      const made = await request<Import>("POST", `/imports?${query}`, file!);
      setFile(null);
      begun();
      go(["imports", made.id]);
    });
  return (
    <form class="panel" onSubmit={(event) => (event.preventDefault(), void send())}>
      <Choice label={w.imports.kind} value={kind} options={[["votes", w.imports.votes], ["bundle", w.imports.bundle], ["roll", w.imports.roll]]} put={setKind} />
      <p class="hint">{text}</p>
      <FilePick label={file === null ? w.imports.drop : fill(w.imports.chosen, { name: file.name, size: `${number(Math.ceil(file.size / 1024), language.value)} kB` })} put={([chosen]) => setFile(chosen!)} />
      {kind === "roll" && <Check label={w.imports.replace} hint={w.imports.replaceText} value={replace} put={setReplace} />}
      {task.busy && <p role="status">{w.imports.sending}</p>}
      <Failure refusal={task.refusal} />
      <div class="buttons"><button type="submit" disabled={file === null || task.busy}>{w.imports.go}</button></div>
    </form>
  );
}

function One({ id }: { id: string }) {
  const w = words.value;
  const one = useResource<Import>(`/imports/${encodeURIComponent(id)}`, (value) => (value === null || value.state === "running" ? 1 : 0));
  const n = (value: number) => number(value, language.value);
  return (
    <Loaded of={one}>
      {(of) => (
        <section class="panel" aria-live="polite">
          <p><a href={href(["imports"])}>{w.imports.toImports}</a></p>
          <h2>{of.name}</h2>
          <p><span class={`badge ${of.state}`}>{w.imports[of.state]}</span> {moment(of.begun, language.value)}, {of.account}</p>
          {of.state === "running" && <progress max={Math.max(1, of.lines)} value={of.done} aria-label={w.imports.running} />}
          {of.state === "running" && <p>{fill(w.imports.progress, { done: n(of.done), all: n(of.lines) })}</p>}
          {of.error !== null && <p class="failure"><strong>{w.imports.wrong}</strong> <Said sentence={of.error} /></p>}
          {of.state === "done" && <p>{of.fresh === 0 ? w.imports.nothingNew : counted(of.kind === "bundle" ? w.imports.freshRecords : w.imports.freshText, of.fresh, language.value)}</p>}
          {of.roll && <p>{fill(w.imports.rollDone, { added: n(of.roll.added), struck: n(of.roll.struck), size: n(of.roll.size) })}</p>}
          {Object.keys(of.reasons).length > 0 && (
            <>
              <h3>{w.imports.became}</h3>
              <ul>{byNumber(of.reasons).map(([reason, count]) => <li key={reason}>{fill(w.pair, { name: reasonWords(reason), value: n(count) })}</li>)}</ul>
            </>
          )}
          {of.stopped !== null && <p class="notice">{w.imports.stopped} {reasonWords(of.stopped)}</p>}
          {of.receipt && <button type="button" onClick={() => download(`${of.name}.receipt`, `${of.receipt}\n`)}>{fill(w.imports.receipt, { name: `${of.name}.receipt` })}</button>}
          {of.refused.length > 0 && (
            <>
              <h3>{counted(w.imports.refused, of.refused.length + of.refused_more, language.value)}</h3>
              {of.kind === "votes" && <p>{w.imports.mended}</p>}
              <Table
                caption={w.imports.why}
                none=""
                rows={of.refused.slice(0, 50)}
                id={(line) => String(line.line)}
                columns={[{ head: w.imports.line, number: true, cell: (line) => n(line.line) }, { head: w.imports.why, cell: (line) => <Said sentence={line.why} /> }]}
              />
              {of.refused.length + of.refused_more > 50 && <p>{counted(w.imports.refusedMore, of.refused.length + of.refused_more - 50, language.value)}</p>}
              <button type="button" class="quiet" onClick={() => download("refused.csv", csv([[w.imports.line, w.imports.why], ...of.refused.map((line) => [line.line, translated(line.why, w) ?? line.why])]), "text/csv")}>
                {w.imports.downloadRefused}
              </button>
            </>
          )}
        </section>
      )}
    </Loaded>
  );
}

function Begin({ phase, begun }: { phase: Overview["phase"]; begun: () => void }) {
  const w = words.value.imports;
  if (phase === "none" || phase === "draft") return <p class="notice">{w.notYet}</p>;
  return (
    <>
      {phase !== "open" && <p class="notice">{w.noMore}</p>}
      <NewImport begun={begun} />
    </>
  );
}

export function Imports() {
  const w = words.value;
  const imports = useResource<{ imports: Import[] }>("/imports", 10);
  const overview = useResource<Overview>("/overview");
  const id = route.value.path[1];
  if (id !== undefined) return <One id={id} />;
  return (
    <>
      <p class="lead">{w.imports.lead}</p>
      {overview.value !== null && allowed("change") && <Begin phase={overview.value.phase} begun={() => void imports.reload()} />}
      <h2>{w.imports.before}</h2>
      <Loaded of={imports}>
        {(of) => (
          <Table
            caption={w.imports.before}
            none={w.imports.none}
            rows={of.imports}
            id={(one) => one.id}
            columns={[
              { head: w.imports.file, cell: (one) => <a href={href(["imports", one.id])}>{one.name}</a> },
              { head: w.imports.kind, cell: (one) => w.imports[one.kind] },
              { head: w.imports.when, whole: true, cell: (one) => moment(one.begun, language.value) },
              { head: w.imports.by, cell: (one) => one.account },
              { head: w.imports.state, cell: (one) => <span class={`badge ${one.state}`}>{w.imports[one.state]}</span> },
              { head: w.imports.fresh, number: true, cell: (one) => number(one.fresh, language.value) },
            ]}
          />
        )}
      </Loaded>
    </>
  );
}
