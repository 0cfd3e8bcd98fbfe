// Every terminal: where it is, how it is, and what may be done about it.

import { useState } from "preact/hooks";
import { announce } from "../announce.ts";
import type { Hall, Terminal } from "../api.ts";
import { type Filter, filters, fits, inOrder, needsAttention } from "../fleet.ts";
import { ago, counted, number, shortKey } from "../format.ts";
import { language, words } from "../language.ts";
import { Choice } from "../parts/Field.tsx";
import { HallMap } from "../parts/HallMap.tsx";
import { Loaded } from "../parts/Loaded.tsx";
import { Sheet } from "../parts/Sheet.tsx";
import { type Column, Table } from "../parts/Table.tsx";
import { request } from "../request.ts";
import { useResource } from "../resource.ts";
import { allowed } from "../rights.ts";
import { route } from "../route.ts";
import { now } from "../session.ts";
import { useTask } from "../task.ts";
import { Approval } from "./Approval.tsx";

type Act = "suspend" | "resume" | "revoke";

function State({ of }: { of: Terminal }) {
  const w = words.value.terminals;
  const flags = [of.forked && w.forked, of.cheats && w.cheats, of.lost > 0 && w.lost].filter((flag): flag is string => flag !== false);
  return (
    <>
      <span class={`badge ${of.state}`}>{w[of.state]}</span> <span class="hint">{of.open ? w.pollOpen : w.pollClosed}</span>
      {flags.map((flag) => <span key={flag} class="badge alarm">{flag}</span>)}
    </>
  );
}

function Acts({ of, choose }: { of: Terminal; choose: (act: Act) => void }) {
  const w = words.value.terminals;
  if (of.state === "revoked" || !allowed("change")) return null;
  const acts: Act[] = of.state === "approved" ? ["suspend", "revoke"] : ["resume", "revoke"];
  return (
    <span class="acts">
      {acts.map((act) => <button key={act} type="button" class="quiet" aria-label={`${w[act]}: ${of.hall}, ${shortKey(of.key)}`} onClick={() => choose(act)}>{w[act]}</button>)}
    </span>
  );
}

function Decision({ of, act, close, done }: { of: Terminal; act: Act; close: () => void; done: () => void }) {
  const w = words.value.terminals;
  const task = useTask();
  const text = { suspend: w.suspendText, resume: w.resumeText, revoke: w.revokeText }[act];
  const title = { suspend: w.suspendTitle, resume: w.resumeTitle, revoke: w.revokeTitle }[act];
  const said = { suspend: w.suspendedNow, resume: w.resumedNow, revoke: w.revokedNow }[act];
  const decide = () =>
    task.run(async () => {
      await request("POST", `/terminals/${of.key}/${act}`, {});
      announce(said);
      done();
    });
  return (
    <Sheet title={title} go={w[act]} danger={act === "revoke"} busy={task.busy} refusal={task.refusal} act={() => void decide()} close={close}>
      <p><strong>{of.hall}</strong>, {shortKey(of.key)}</p>
      <p>{text}</p>
      {act === "revoke" && of.waiting !== null && of.waiting > 0 && <p class="notice">{counted(w.revokeWaits, of.waiting, language.value)}</p>}
    </Sheet>
  );
}

export function Terminals() {
  const w = words.value;
  const terminals = useResource<{ terminals: Terminal[] }>("/terminals", 15);
  const halls = useResource<{ halls: Hall[] }>("/halls");
  const [filter, setFilter] = useState<Filter>("all");
  const [hall, setHall] = useState(route.value.query.hall ?? "");
  const [approving, setApproving] = useState(false);
  const [deciding, setDeciding] = useState<{ of: Terminal; act: Act } | null>(null);
  const columns: Column<Terminal>[] = [
    { head: w.terminals.hall, cell: (of) => <strong class={needsAttention(of) ? "look" : undefined}>{of.hall}</strong> },
    { head: w.terminals.key, cell: (of) => <code>{shortKey(of.key)}</code> },
    { head: w.terminals.state, cell: (of) => <State of={of} /> },
    { head: w.terminals.connection, cell: (of) => (of.online ? w.terminals.isOnline : w.terminals.isOffline) },
    { head: w.terminals.seen, cell: (of) => (of.seen === null ? w.terminals.never : ago(of.seen, now(), language.value)) },
    { head: w.terminals.waiting, number: true, cell: (of) => (of.waiting === null ? w.unknown : of.waiting === 0 ? w.terminals.nothingWaits : number(of.waiting, language.value)) },
    { head: w.terminals.accepted, number: true, cell: (of) => number(of.accepted, language.value) },
    { head: w.terminals.battery, number: true, cell: (of) => (of.battery === null ? w.terminals.mains : `${of.battery} %`) },
    { head: w.terminals.version, cell: (of) => of.version ?? w.unknown },
  ];
  if (allowed("change")) columns.push({ head: w.edit, cell: (of) => <Acts of={of} choose={(act) => setDeciding({ of, act })} /> });
  return (
    <Loaded of={terminals}>
      {(of) => {
        const names = [...new Set(of.terminals.map((terminal) => terminal.hall))].sort();
        const shown = inOrder(of.terminals.filter((terminal) => fits(terminal, filter) && (hall === "" || terminal.hall === hall)));
        return (
          <>
            <div class="tools">
              <Choice label={w.terminals.filterHall} value={hall} options={[["", w.all], ...names.map((name): [string, string] => [name, name])]} put={setHall} />
              <Choice label={w.terminals.filterState} value={filter} options={filters.map((one): [Filter, string] => [one, w.terminals.filters[one]])} put={setFilter} />
              {allowed("change") && <button type="button" onClick={() => setApproving(true)}>{w.terminals.approve}</button>}
            </div>
            <p role="status">{counted(w.terminals.shown, shown.length, language.value)}</p>
            <Table caption={w.nav.terminals} columns={columns} rows={shown} id={(terminal) => terminal.key} none={of.terminals.length === 0 ? w.terminals.none : w.terminals.noneFilter} />
            <h2>{w.terminals.map}</h2>
            <HallMap halls={halls.value?.halls ?? []} terminals={of.terminals} />
            {approving && <Approval halls={(halls.value?.halls ?? []).map((one) => one.name)} close={() => (setApproving(false), void terminals.reload())} />}
            {deciding && <Decision {...deciding} close={() => setDeciding(null)} done={() => (setDeciding(null), void terminals.reload())} />}
          </>
        );
      }}
    </Loaded>
  );
}
