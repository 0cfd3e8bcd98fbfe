// Keys with which programs post votes.

import { useState } from "preact/hooks";
import { announce } from "../announce.ts";
import type { Token } from "../api.ts";
import { day, fill } from "../format.ts";
import { language, words } from "../language.ts";
import { Field } from "../parts/Field.tsx";
import { Loaded } from "../parts/Loaded.tsx";
import { Once } from "../parts/Once.tsx";
import { Sheet } from "../parts/Sheet.tsx";
import { type Column, Table } from "../parts/Table.tsx";
import { request } from "../request.ts";
import { useResource } from "../resource.ts";
import { allowed } from "../rights.ts";
import { useTask } from "../task.ts";

function NewToken({ close }: { close: () => void }) {
  const w = words.value.tokens;
  const task = useTask();
  const [name, setName] = useState("");
  const [until, setUntil] = useState("");
  const [made, setMade] = useState<{ token: Token; secret: string } | null>(null);
  if (made !== null)
    return (
      <Sheet title={fill(w.secretTitle, { name: made.token.name })} close={close}>
        <p>{w.secretText}</p>
        <Once text={made.secret} />
      </Sheet>
    );
  const make = () => task.run(async () => setMade(await request("POST", "/tokens", { name: name.trim(), until })));
  return (
    <Sheet title={w.make} go={w.makeGo} ready={name.trim() !== "" && until !== ""} busy={task.busy} refusal={task.refusal} act={() => void make()} close={close}>
      <Field label={w.name} hint={w.nameHint} value={name} put={setName} required />
      <Field label={w.until} value={until} put={setUntil} type="date" required />
    </Sheet>
  );
}

function Withdraw({ of, close, done }: { of: Token; close: () => void; done: () => void }) {
  const w = words.value.tokens;
  const task = useTask();
  const withdraw = () =>
    task.run(async () => {
      await request("POST", `/tokens/${of.id}/withdraw`, {});
      announce(w.withdrawnNow);
      done();
    });
  return (
    <Sheet title={w.withdraw} go={w.withdraw} danger busy={task.busy} refusal={task.refusal} act={() => void withdraw()} close={close}>
      <p>{fill(w.withdrawText, { name: of.name })}</p>
    </Sheet>
  );
}

export function Tokens() {
  const w = words.value;
  const tokens = useResource<{ tokens: Token[] }>("/tokens");
  const [making, setMaking] = useState(false);
  const [withdrawing, setWithdrawing] = useState<Token | null>(null);
  const today = new Date().toISOString().slice(0, 10);
  const columns: Column<Token>[] = [
    { head: w.tokens.name, cell: (of) => <strong>{of.name}</strong> },
    { head: w.tokens.until, whole: true, cell: (of) => day(of.until, language.value) },
    { head: w.tokens.state, cell: (of) => (of.withdrawn ? w.tokens.withdrawn : of.until < today ? w.tokens.over : w.tokens.valid) },
  ];
  if (allowed("change"))
    columns.push({ head: w.tokens.withdraw, acts: true, cell: (of) => (of.withdrawn ? "" : <button type="button" class="quiet" aria-label={fill(w.pair, { name: w.tokens.withdraw, value: of.name })} onClick={() => setWithdrawing(of)}>{w.tokens.withdraw}</button>) });
  return (
    <>
      <p class="lead">{w.tokens.lead}</p>
      {allowed("change") && <button type="button" onClick={() => setMaking(true)}>{w.tokens.make}</button>}
      <Loaded of={tokens}>{(of) => <Table caption={w.nav.tokens} none={w.tokens.none} rows={of.tokens} id={(one) => one.id} columns={columns} />}</Loaded>
      {making && <NewToken close={() => (setMaking(false), void tokens.reload())} />}
      {withdrawing && <Withdraw of={withdrawing} close={() => setWithdrawing(null)} done={() => (setWithdrawing(null), void tokens.reload())} />}
    </>
  );
}
