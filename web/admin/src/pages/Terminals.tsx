// Every terminal: where it is, how it is, and what may be done about it.

import { useState } from "preact/hooks";
import { announce } from "../announce.ts";
import type { Hall, Overview, Terminal } from "../api.ts";
import { type Filter, filters, fits, inOrder, isAway, needsAttention } from "../fleet.ts";
import { ago, counted, fill, number, percent, shortKey } from "../format.ts";
import { language, words } from "../language.ts";
import { Choice } from "../parts/Field.tsx";
import { HallMap } from "../parts/HallMap.tsx";
import { Loaded } from "../parts/Loaded.tsx";
import { Sheet } from "../parts/Sheet.tsx";
import { type Column, Table } from "../parts/Table.tsx";
import { request } from "../request.ts";
import { useResource } from "../resource.ts";
import { allowed } from "../rights.ts";
import { go, route } from "../route.ts";
import { now } from "../session.ts";
import { useTask } from "../task.ts";
import { Approval } from "./Approval.tsx";

type Act = "suspend" | "resume" | "revoke";

function State({ of }: { of: Terminal }) {
  const w = words.value.terminals;
  const flags = [of.forked && w.forked, of.cheats && w.cheats, of.lost > 0 && w.lost].filter((flag): flag is string => flag !== false);
  return (
    <>
      <span class={`badge ${of.state}`}>{w[of.state]}</span> {flags.map((flag) => <span key={flag} class="badge alarm">{flag}</span>)}{" "}
      <span class="hint">{of.open ? w.pollOpen : of.records === 0 ? w.pollNotYet : w.pollClosed}</span>
    </>
  );
}

function Contact({ of }: { of: Terminal }) {
  const w = words.value.terminals;
  const heard = of.seen === null ? w.never : ago(of.seen, now(), language.value);
  return (
    <>
      <span class={isAway(of) ? "badge alarm" : of.online ? "badge open" : "badge"}>{of.online ? w.isOnline : w.isOffline}</span> <span class="hint">{heard}</span>
    </>
  );
}

function Acts({ of, choose }: { of: Terminal; choose: (act: Act) => void }) {
  const w = words.value.terminals;
  if (of.state === "revoked" || !allowed("change")) return null;
  const acts: Act[] = of.state === "approved" ? ["suspend", "revoke"] : ["resume", "revoke"];
  return (
    <span class="acts">
      {acts.map((act) => <button key={act} type="button" class="quiet" aria-label={fill(words.value.pair, { name: w[act], value: `${of.hall}, ${shortKey(of.key)}` })} onClick={() => choose(act)}>{w[act]}</button>)}
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

function Nothing({ sealed, approve }: { sealed: boolean; approve: () => void }) {
  const w = words.value.terminals;
  if (!sealed) return <p class="none">{w.notYet}</p>;
  return (
    <>
      <p class="none">{w.none}</p>
      {allowed("change") && (
        <>
          <p>{w.noneDo}</p>
          <button type="button" onClick={approve}>{w.approve}</button>
        </>
      )}
    </>
  );
}

export function Terminals() {
  const w = words.value;
  const terminals = useResource<{ terminals: Terminal[] }>("/terminals", 15);
  const halls = useResource<{ halls: Hall[] }>("/halls");
  const overview = useResource<Overview>("/overview");
  // The choice stands in the address, so that "back", a reload and a link lead to the same list.
  const hall = route.value.query.hall ?? "";
  const filter = filters.find((one) => one === route.value.query.show) ?? "all";
  const choose = (of: string, show: Filter) => go(["terminals"], { hall: of, show: show === "all" ? "" : show });
  const sealed = overview.value === null || !["none", "draft"].includes(overview.value.phase);
  const [approving, setApproving] = useState(false);
  const [deciding, setDeciding] = useState<{ of: Terminal; act: Act } | null>(null);
  const columns: Column<Terminal>[] = [
    { head: w.terminals.hall, cell: (of) => <><strong class={needsAttention(of) ? "look" : undefined}>{of.hall}</strong> <code>{shortKey(of.key)}</code></> },
    { head: w.terminals.state, cell: (of) => <State of={of} /> },
    { head: w.terminals.connection, cell: (of) => <Contact of={of} /> },
    { head: w.terminals.waiting, number: true, cell: (of) => (of.waiting === null ? w.unknown : of.waiting === 0 ? w.terminals.nothingWaits : number(of.waiting, language.value)) },
    { head: w.terminals.accepted, number: true, cell: (of) => number(of.accepted, language.value) },
    { head: w.terminals.battery, number: true, cell: (of) => (of.seen === null ? w.unknown : of.battery === null ? w.terminals.mains : percent(of.battery, 100, language.value)) },
    { head: w.terminals.version, cell: (of) => of.version ?? w.unknown },
  ];
  if (allowed("change")) columns.push({ head: w.edit, acts: true, cell: (of) => <Acts of={of} choose={(act) => setDeciding({ of, act })} /> });
  return (
    <>
      <Loaded of={terminals}>
        {(of) => {
          if (of.terminals.length === 0) return <Nothing sealed={sealed} approve={() => setApproving(true)} />;
          const names = [...new Set([...of.terminals.map((terminal) => terminal.hall), hall])].filter((name) => name !== "").sort((a, b) => a.localeCompare(b));
          const shown = inOrder(of.terminals.filter((terminal) => fits(terminal, filter) && (hall === "" || terminal.hall === hall)));
          return (
            <>
              <div class="tools">
                <Choice label={w.terminals.filterHall} value={hall} options={[["", w.halls.everyHall], ...names.map((name): [string, string] => [name, name])]} put={(chosen) => choose(chosen, filter)} />
                <Choice label={w.terminals.filterState} value={filter} options={filters.map((one): [Filter, string] => [one, w.terminals.filters[one]])} put={(chosen) => choose(hall, chosen)} />
                {allowed("change") && <button type="button" onClick={() => setApproving(true)}>{w.terminals.approve}</button>}
              </div>
              <p role="status">{counted(w.terminals.shown, shown.length, language.value)}</p>
              <Table caption={w.nav.terminals} columns={columns} rows={shown} id={(terminal) => terminal.key} none={w.terminals.noneFilter} />
              <h2>{w.terminals.map}</h2>
              <HallMap halls={halls.value?.halls ?? []} terminals={of.terminals} />
            </>
          );
        }}
      </Loaded>
      {approving && <Approval halls={(halls.value?.halls ?? []).map((one) => one.name)} close={() => (setApproving(false), void terminals.reload())} />}
      {deciding && <Decision {...deciding} close={() => setDeciding(null)} done={() => (setDeciding(null), void terminals.reload())} />}
    </>
  );
}
