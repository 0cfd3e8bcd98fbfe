// Who can log in here, and what they see.

import { useState } from "preact/hooks";
import { announce } from "../announce.ts";
import type { Account, Hall, Role } from "../api.ts";
import { ago, fill } from "../format.ts";
import { language, words } from "../language.ts";
import { Check, Choice, Field } from "../parts/Field.tsx";
import { Loaded } from "../parts/Loaded.tsx";
import { Once } from "../parts/Once.tsx";
import { Sheet } from "../parts/Sheet.tsx";
import { type Column, Table } from "../parts/Table.tsx";
import { request } from "../request.ts";
import { useResource } from "../resource.ts";
import { allowed } from "../rights.ts";
import { now, session } from "../session.ts";
import { useTask } from "../task.ts";

const roles: Role[] = ["admin", "staff", "auditor"];

interface Made {
  account: Account;
  invitation: string;
}

function Code({ of, close }: { of: Made; close: () => void }) {
  const w = words.value.accounts;
  return (
    <Sheet title={fill(w.codeTitle, { name: of.account.name })} close={close}>
      <p>{w.codeText}</p>
      <Once text={of.invitation} />
      <p>{fill(w.codeHow, { address: `${location.origin}/admin/` })}</p>
    </Sheet>
  );
}

/// Invites somebody new, or changes what somebody may do.
function AccountForm({ of, close, made }: { of: Account | null; close: () => void; made: (made: Made | null) => void }) {
  const w = words.value;
  const task = useTask();
  const halls = useResource<{ halls: Hall[] }>("/halls");
  const [name, setName] = useState(of?.name ?? "");
  const [role, setRole] = useState<Role>(of?.role ?? "staff");
  const [own, setOwn] = useState(of?.halls ?? []);
  const save = () =>
    task.run(async () => {
      const place = { role, halls: role === "staff" ? own : [] };
      if (of === null) return made(await request<Made>("POST", "/accounts", { name: name.trim().toLowerCase(), ...place }));
      await request("PUT", `/accounts/${encodeURIComponent(of.name)}`, place);
      announce(w.accounts.changed);
      made(null);
    });
  const names = [...new Set([...(halls.value?.halls ?? []).map((hall) => hall.name), ...own])].sort();
  return (
    <Sheet title={of === null ? w.accounts.invite : w.accounts.change} go={of === null ? w.accounts.inviteGo : w.save} ready={name.trim() !== "" && (role !== "staff" || own.length > 0)} busy={task.busy} refusal={task.refusal} act={() => void save()} close={close}>
      {of === null ? <Field label={w.accounts.name} hint={w.accounts.nameHint} value={name} put={setName} required /> : <p><strong>{of.name}</strong></p>}
      <Choice label={w.accounts.role} value={role} options={roles.map((one): [Role, string] => [one, w.role[one]])} put={setRole} />
      <p class="hint">{w.roleText[role]}</p>
      {role === "staff" && (
        <fieldset>
          <legend>{w.accounts.halls}</legend>
          {names.length === 0 && <p class="none">{w.halls.none}</p>}
          {names.map((hall) => <Check key={hall} label={hall} value={own.includes(hall)} put={(on) => setOwn(on ? [...own, hall] : own.filter((one) => one !== hall))} />)}
          {own.length === 0 && <p class="hint">{w.accounts.hallsNone}</p>}
        </fieldset>
      )}
    </Sheet>
  );
}

type Act = "invite" | "disable" | "enable";

function Decision({ of, act, close, done }: { of: Account; act: Act; close: () => void; done: (made: Made | null) => void }) {
  const w = words.value.accounts;
  const task = useTask();
  const decide = () =>
    task.run(async () => {
      const answer = await request<Made>("POST", `/accounts/${encodeURIComponent(of.name)}/${act}`, {});
      if (act !== "invite") announce(act === "disable" ? w.disabledNow : w.enabledNow);
      done(act === "invite" ? answer : null);
    });
  const title = { invite: w.again, disable: w.disable, enable: w.enable }[act];
  const text = { invite: w.againText, disable: w.disableText, enable: "{name}" }[act];
  return (
    <Sheet title={title} go={title} danger={act !== "enable"} busy={task.busy} refusal={task.refusal} act={() => void decide()} close={close}>
      <p>{fill(text, { name: of.name })}</p>
    </Sheet>
  );
}

export function Accounts() {
  const w = words.value;
  const accounts = useResource<{ accounts: Account[] }>("/accounts");
  const [editing, setEditing] = useState<Account | "new" | null>(null);
  const [deciding, setDeciding] = useState<{ of: Account; act: Act } | null>(null);
  const [made, setMade] = useState<Made | null>(null);
  const columns: Column<Account>[] = [
    { head: w.accounts.name, cell: (of) => <><strong>{of.name}</strong> {of.name === session.value!.name && <span class="hint">({w.accounts.you})</span>}</> },
    { head: w.accounts.role, cell: (of) => w.role[of.role] },
    { head: w.accounts.halls, cell: (of) => of.halls.join(", ") },
    { head: w.accounts.state, cell: (of) => <span class={`badge ${of.state}`}>{w.accounts[of.state]}</span> },
    { head: w.accounts.seen, cell: (of) => (of.seen === null ? w.terminals.never : ago(of.seen, now(), language.value)) },
  ];
  const button = (of: Account, label: string, act: () => void) => <button type="button" class="quiet" aria-label={fill(w.pair, { name: label, value: of.name })} onClick={act}>{label}</button>;
  if (allowed("change"))
    columns.push({
      head: w.edit,
      acts: true,
      cell: (of) =>
        of.name === session.value!.name ? "" : (
          <span class="acts">
            {button(of, w.edit, () => setEditing(of))}
            {button(of, w.accounts.again, () => setDeciding({ of, act: "invite" }))}
            {of.state === "disabled" ? button(of, w.accounts.enable, () => setDeciding({ of, act: "enable" })) : button(of, w.accounts.disable, () => setDeciding({ of, act: "disable" }))}
          </span>
        ),
    });
  const done = (shown: Made | null) => {
    setEditing(null);
    setDeciding(null);
    setMade(shown);
    void accounts.reload();
  };
  return (
    <>
      <p class="lead">{w.accounts.lead}</p>
      {allowed("change") && <button type="button" onClick={() => setEditing("new")}>{w.accounts.invite}</button>}
      <Loaded of={accounts}>{(of) => <Table caption={w.nav.accounts} none={w.none} rows={of.accounts} id={(one) => one.name} columns={columns} />}</Loaded>
      {editing !== null && <AccountForm of={editing === "new" ? null : editing} close={() => setEditing(null)} made={done} />}
      {deciding && <Decision {...deciding} close={() => setDeciding(null)} done={done} />}
      {made && <Code of={made} close={() => setMade(null)} />}
    </>
  );
}
