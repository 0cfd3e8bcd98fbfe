// Halls as the public page tells of them, and the staff files that open terminals.

import { useState } from "preact/hooks";
import { announce } from "../announce.ts";
import type { Hall, StaffFile } from "../api.ts";
import { download } from "../download.ts";
import { degrees, fill, hour, number, parseDegrees } from "../format.ts";
import { language, words } from "../language.ts";
import { Choice, Field } from "../parts/Field.tsx";
import { Loaded } from "../parts/Loaded.tsx";
import { Sheet } from "../parts/Sheet.tsx";
import { type Column, Table } from "../parts/Table.tsx";
import { request } from "../request.ts";
import { useResource } from "../resource.ts";
import { allowed } from "../rights.ts";
import { now } from "../session.ts";
import { useTask } from "../task.ts";

const kEmpty: Hall = { name: "", commune: "", address: "", hours: "", latitude: null, longitude: null, terminals: 0, accepted: 0 };

function HallForm({ of, close, done }: { of: Hall; close: () => void; done: () => void }) {
  const w = words.value;
  const task = useTask();
  const fresh = of.name === "";
  const [hall, setHall] = useState(of);
  const [latitude, setLatitude] = useState(degrees(of.latitude));
  const [longitude, setLongitude] = useState(degrees(of.longitude));
  const lat = latitude.trim() === "" ? null : parseDegrees(latitude, 90);
  const long = longitude.trim() === "" ? null : parseDegrees(longitude, 180);
  const placed = (latitude.trim() === "" && longitude.trim() === "") || (lat !== null && long !== null);
  const save = () =>
    task.run(async () => {
      await request("PUT", `/halls/${encodeURIComponent(hall.name.trim())}`, { commune: hall.commune, address: hall.address, hours: hall.hours, latitude: lat, longitude: long });
      announce(w.saved);
      done();
    });
  return (
    <Sheet title={fresh ? w.halls.addTitle : fill(w.halls.editTitle, { hall: of.name })} go={w.save} ready={hall.name.trim() !== "" && placed} busy={task.busy} refusal={task.refusal} act={() => void save()} close={close}>
      {fresh && <Field label={w.halls.name} hint={w.halls.nameHint} value={hall.name} put={(name) => setHall({ ...hall, name })} required />}
      <Field label={w.halls.commune} value={hall.commune} put={(commune) => setHall({ ...hall, commune })} />
      <Field label={w.halls.address} value={hall.address} put={(address) => setHall({ ...hall, address })} />
      <Field label={w.halls.hours} hint={w.halls.hoursHint} value={hall.hours} put={(hours) => setHall({ ...hall, hours })} />
      <Field label={w.election.latitude} hint={w.election.positionHint} value={latitude} put={setLatitude} inputMode="decimal" wrong={placed ? null : w.election.positionWrong} />
      <Field label={w.election.longitude} value={longitude} put={setLongitude} inputMode="decimal" />
    </Sheet>
  );
}

function RemoveHall({ of, close, done }: { of: Hall; close: () => void; done: () => void }) {
  const w = words.value.halls;
  const task = useTask();
  const remove = () =>
    task.run(async () => {
      await request("DELETE", `/halls/${encodeURIComponent(of.name)}`);
      announce(w.deleted);
      done();
    });
  return (
    <Sheet title={w.delete} go={w.delete} danger busy={task.busy} refusal={task.refusal} act={() => void remove()} close={close}>
      <p>{fill(w.deleteText, { hall: of.name })}</p>
    </Sheet>
  );
}

function StaffFileForm({ halls, close }: { halls: string[]; close: () => void }) {
  const w = words.value.halls;
  const task = useTask();
  const [handle, setHandle] = useState("");
  const [hall, setHall] = useState("");
  const [until, setUntil] = useState("");
  const [made, setMade] = useState<{ file: StaffFile; text: string } | null>(null);
  const make = () => task.run(async () => setMade(await request("POST", "/staff-files", { handle: handle.trim(), until, ...(hall === "" ? {} : { hall }) })));
  if (made !== null)
    return (
      <Sheet title={w.made} close={close}>
        <p>{fill(w.madeText, { handle: made.file.handle })}</p>
        <button type="button" onClick={() => download("isoloir.staff", made.text)}>{w.madeFile}</button>
      </Sheet>
    );
  return (
    <Sheet title={w.makeFile} go={w.makeFile} ready={handle.trim() !== "" && until !== ""} busy={task.busy} refusal={task.refusal} act={() => void make()} close={close}>
      <p>{w.staffText}</p>
      <Field label={w.handle} hint={w.handleHint} value={handle} put={setHandle} required />
      <Choice label={w.where} value={hall} options={[["", w.everyHall], ...halls.map((one): [string, string] => [one, one])]} put={setHall} />
      <Field label={w.until} value={until} put={setUntil} type="date" required />
    </Sheet>
  );
}

function Withdraw({ of, close, done }: { of: StaffFile; close: () => void; done: () => void }) {
  const w = words.value.halls;
  const task = useTask();
  const withdraw = () =>
    task.run(async () => {
      await request("POST", `/staff-files/${of.id}/withdraw`, {});
      announce(w.withdrawnNow);
      done();
    });
  return (
    <Sheet title={fill(w.withdrawTitle, { handle: of.handle })} go={w.withdraw} danger busy={task.busy} refusal={task.refusal} act={() => void withdraw()} close={close}>
      <p>{w.withdrawText}</p>
    </Sheet>
  );
}

function StaffFiles({ halls }: { halls: string[] }) {
  const w = words.value.halls;
  const files = useResource<{ files: StaffFile[] }>("/staff-files");
  const [making, setMaking] = useState(false);
  const [withdrawing, setWithdrawing] = useState<StaffFile | null>(null);
  const state = (file: StaffFile) => (file.withdrawn ? w.withdrawn : file.until * 3600 + 3600 < now() ? w.over : file.from * 3600 > now() ? w.later : w.valid);
  const columns: Column<StaffFile>[] = [
    { head: w.handle, cell: (file) => <strong>{file.handle}</strong> },
    { head: w.where, cell: (file) => file.hall || w.everyHall },
    { head: w.until, whole: true, cell: (file) => hour(file.until, language.value) },
    { head: w.state, cell: state },
  ];
  if (allowed("change"))
    columns.push({ head: w.withdraw, acts: true, cell: (file) => (file.withdrawn ? "" : <button type="button" class="quiet" aria-label={fill(words.value.pair, { name: w.withdraw, value: file.handle })} onClick={() => setWithdrawing(file)}>{w.withdraw}</button>) });
  return (
    <section>
      <h2>{w.staff}</h2>
      <p>{w.staffText}</p>
      {allowed("change") && <button type="button" onClick={() => setMaking(true)}>{w.makeFile}</button>}
      <Loaded of={files}>{(of) => <Table caption={w.staff} none={w.noFiles} rows={of.files} id={(file) => file.id} columns={columns} />}</Loaded>
      {making && <StaffFileForm halls={halls} close={() => (setMaking(false), void files.reload())} />}
      {withdrawing && <Withdraw of={withdrawing} close={() => setWithdrawing(null)} done={() => (setWithdrawing(null), void files.reload())} />}
    </section>
  );
}

export function Halls() {
  const w = words.value;
  const halls = useResource<{ halls: Hall[] }>("/halls");
  const [editing, setEditing] = useState<Hall | null>(null);
  const [removing, setRemoving] = useState<Hall | null>(null);
  const columns: Column<Hall>[] = [
    { head: w.halls.hall, cell: (hall) => <strong>{hall.name}</strong> },
    { head: w.halls.commune, cell: (hall) => hall.commune },
    { head: w.halls.address, cell: (hall) => hall.address },
    { head: w.halls.hours, cell: (hall) => hall.hours },
    { head: w.halls.terminals, number: true, cell: (hall) => number(hall.terminals, language.value) },
    { head: w.halls.accepted, number: true, cell: (hall) => number(hall.accepted, language.value) },
  ];
  if (allowed("edit-hall"))
    columns.push({
      head: w.edit,
      acts: true,
      cell: (hall) => (
        <span class="acts">
          <button type="button" class="quiet" aria-label={fill(w.pair, { name: w.edit, value: hall.name })} onClick={() => setEditing(hall)}>{w.edit}</button>
          {allowed("change") && hall.terminals === 0 && <button type="button" class="quiet" aria-label={fill(w.pair, { name: w.delete, value: hall.name })} onClick={() => setRemoving(hall)}>{w.delete}</button>}
        </span>
      ),
    });
  const done = () => {
    setEditing(null);
    setRemoving(null);
    void halls.reload();
  };
  return (
    <>
      {allowed("change") && <button type="button" onClick={() => setEditing(kEmpty)}>{w.halls.add}</button>}
      <Loaded of={halls}>
        {(of) => (
          <>
            <Table caption={w.halls.halls} none={w.halls.none} rows={of.halls} id={(hall) => hall.name} columns={columns} />
            <StaffFiles halls={of.halls.filter((hall) => hall.terminals > 0).map((hall) => hall.name)} />
          </>
        )}
      </Loaded>
      {editing && <HallForm of={editing} close={() => setEditing(null)} done={done} />}
      {removing && <RemoveHall of={removing} close={() => setRemoving(null)} done={done} />}
    </>
  );
}
