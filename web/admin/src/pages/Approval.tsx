// A terminal's enrolment file goes in, and the file that it takes comes out.

import { useState } from "preact/hooks";
import { announce } from "../announce.ts";
import type { Terminal } from "../api.ts";
import { download } from "../download.ts";
import { fill } from "../format.ts";
import { words } from "../language.ts";
import { Field } from "../parts/Field.tsx";
import { FilePick } from "../parts/FilePick.tsx";
import { Sheet } from "../parts/Sheet.tsx";
import { request } from "../request.ts";
import { useTask } from "../task.ts";

export function Approval({ halls, close }: { halls: string[]; close: () => void }) {
  const w = words.value.terminals;
  const task = useTask();
  const [file, setFile] = useState<{ name: string; text: string } | null>(null);
  const [hall, setHall] = useState("");
  const [host, setHost] = useState(location.hostname);
  const [made, setMade] = useState<{ terminal: Terminal; bundle: string } | null>(null);
  const approve = () =>
    task.run(async () => {
      setMade(await request("POST", "/terminals", { request: file!.text, hall: hall.trim(), host: host.trim() || location.hostname }));
      announce(fill(w.approvedNow, { hall }));
    });
  if (made !== null)
    return (
      <Sheet title={fill(w.approvedNow, { hall: made.terminal.hall })} close={close}>
        <p>{w.approvedText}</p>
        <button type="button" onClick={() => download(`${made.terminal.key.slice(0, 8)}.provision`, made.bundle)}>{w.approvedFile}</button>
      </Sheet>
    );
  return (
    <Sheet title={w.approveTitle} go={w.approveGo} ready={file !== null && hall.trim() !== ""} busy={task.busy} refusal={task.refusal} act={() => void approve()} close={close}>
      <p>{w.approveFileText}</p>
      <FilePick label={file === null ? w.approveDrop : file.name} put={async ([chosen]) => setFile({ name: chosen!.name, text: await chosen!.text() })} />
      <Field label={w.approveHall} value={hall} put={setHall} list="halls-known" required />
      <datalist id="halls-known">{halls.map((one) => <option key={one} value={one} />)}</datalist>
      <Field label={w.approveHost} value={host} put={setHost} />
    </Sheet>
  );
}
