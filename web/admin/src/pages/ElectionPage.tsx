// The election as it stands: a draft that is edited until it is sealed, then what was signed.

import { useEffect, useState } from "preact/hooks";
import { announce } from "../announce.ts";
import type { Election, ElectionFile } from "../api.ts";
import { download } from "../download.ts";
import { fill } from "../format.ts";
import { words } from "../language.ts";
import { Failure } from "../parts/Failure.tsx";
import { Field } from "../parts/Field.tsx";
import { FilePick } from "../parts/FilePick.tsx";
import { Loaded } from "../parts/Loaded.tsx";
import { Sheet } from "../parts/Sheet.tsx";
import { emptyFile } from "../draft.ts";
import { request } from "../request.ts";
import { useResource } from "../resource.ts";
import { allowed } from "../rights.ts";
import { useTask } from "../task.ts";
import { ElectionForm } from "./ElectionForm.tsx";
import { ProjectList } from "./ProjectList.tsx";

type Put = (election: Election) => void;

function ImportDraft({ replace, put }: { replace: boolean; put: Put }) {
  const w = words.value.election;
  const task = useTask();
  const [file, setFile] = useState<File | null>(null);
  const take = (chosen: File, anyway: boolean) =>
    task.run(async () => {
      put(await request<Election>("POST", `/election/import${anyway ? "?replace=true" : ""}`, chosen));
      setFile(null);
      announce(w.imported);
    });
  return (
    <section>
      <h2>{w.importTitle}</h2>
      <p>{w.importText}</p>
      <FilePick label={w.importDrop} accept=".pb,.json" put={(chosen) => (replace ? setFile(chosen) : void take(chosen, false))} />
      {file === null && <Failure refusal={task.refusal} />}
      {file !== null && (
        <Sheet title={w.importTitle} go={w.importReplaceGo} danger busy={task.busy} refusal={task.refusal} act={() => void take(file, true)} close={() => setFile(null)}>
          <p>{w.importReplace}</p>
        </Sheet>
      )}
    </section>
  );
}

function Seal({ version, saved, put }: { version: number; saved: boolean; put: Put }) {
  const w = words.value.election;
  const task = useTask();
  const [problems, setProblems] = useState<{ where: string; error: string }[] | null>(null);
  const [asking, setAsking] = useState(false);
  const [word, setWord] = useState("");
  const check = () => task.run(async () => setProblems((await request<{ problems: { where: string; error: string }[] }>("POST", "/election/check", {})).problems));
  useEffect(() => {
    if (saved) void check();
  }, [version, saved]);
  const seal = () =>
    task.run(async () => {
      put(await request<Election>("POST", "/election/seal", { version }));
      announce(w.sealedNow);
    });
  return (
    <section class="panel">
      <h2>{w.sealTitle}</h2>
      <p>{w.sealWhat}</p>
      <p>{w.sealThen}</p>
      <h3>{w.sealCheck}</h3>
      {!saved && <p class="notice">{w.sealSave}</p>}
      {saved && problems !== null && (problems.length === 0 ? <p class="calm">{w.sealReady}</p> : (
        <>
          <p class="notice">{w.sealMend}</p>
          <ul>{problems.map((problem) => <li key={problem.where}><code>{problem.where}</code> <span lang="en">{problem.error}</span></li>)}</ul>
        </>
      ))}
      {!asking && <Failure refusal={task.refusal} />}
      <button type="button" class="danger" disabled={!saved || problems === null || problems.length > 0} onClick={() => setAsking(true)}>{w.sealTitle}</button>
      {asking && (
        <Sheet title={w.sealTitle} go={w.sealGo} danger ready={word.trim() === w.sealWord} busy={task.busy} refusal={task.refusal} act={() => void seal()} close={() => setAsking(false)}>
          <p>{w.sealWhat}</p>
          <Field label={fill(w.sealType, { word: w.sealWord })} value={word} put={setWord} autoComplete="off" />
        </Sheet>
      )}
    </section>
  );
}

/// The draft while it is edited; what is not saved yet stays here.
function Draft({ of, put }: { of: Election; put: Put }) {
  const w = words.value.election;
  const task = useTask();
  const [file, setFile] = useState<ElectionFile>(of.file!);
  const [discarding, setDiscarding] = useState(false);
  useEffect(() => setFile(of.file!), [of.version]);
  const saved = JSON.stringify(file) === JSON.stringify(of.file);
  useEffect(() => {
    if (saved) return;
    const stay = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener("beforeunload", stay);
    return () => removeEventListener("beforeunload", stay);
  }, [saved]);
  const save = (version: number) =>
    task.run(async () => {
      put(await request<Election>("PUT", "/election", { version, file }));
      announce(words.value.saved);
    });
  const conflict = task.refusal?.code === "conflict";
  const keepMine = () =>
    task.run(async () => {
      const theirs = await request<Election>("GET", "/election");
      put(await request<Election>("PUT", "/election", { version: theirs.version, file }));
    });
  const takeTheirs = () =>
    task.run(async () => {
      const theirs = await request<Election>("GET", "/election");
      put(theirs);
      setFile(theirs.file!);
    });
  return (
    <>
      <ElectionForm file={file} put={setFile} />
      <ProjectList file={file} put={setFile} reload={async () => put(await request<Election>("GET", "/election"))} />
      <div class="savebar">
        <span role="status">{saved ? w.allSaved : w.unsaved}</span>
        {!saved && <button type="button" class="quiet" onClick={() => setDiscarding(true)}>{w.discard}</button>}
        <button type="button" disabled={saved || task.busy} onClick={() => void save(of.version)}>{w.save}</button>
      </div>
      {conflict ? (
        <Sheet title={w.conflictTitle} close={task.clear}>
          <p>{w.conflictText}</p>
          <div class="buttons start">
            <button type="button" onClick={() => void keepMine()}>{w.keepMine}</button>
            <button type="button" onClick={() => void takeTheirs()}>{w.takeTheirs}</button>
            <button type="button" class="quiet" onClick={() => download("election.json", JSON.stringify(file, null, 2), "application/json")}>{w.keepFile}</button>
          </div>
        </Sheet>
      ) : (
        <Failure refusal={task.refusal} />
      )}
      {discarding && (
        <Sheet title={w.discard} go={w.discard} danger act={() => (setFile(of.file!), setDiscarding(false))} close={() => setDiscarding(false)}>
          <p>{w.discardText}</p>
        </Sheet>
      )}
      <Seal version={of.version} saved={saved} put={put} />
      <ImportDraft replace put={put} />
    </>
  );
}

function Begin({ put }: { put: Put }) {
  const w = words.value.election;
  const task = useTask();
  const begin = () => task.run(async () => put(await request<Election>("PUT", "/election", { version: 0, file: emptyFile() })));
  return (
    <>
      <p class="lead">{w.noneText}</p>
      <button type="button" disabled={task.busy} onClick={() => void begin()}>{w.begin}</button>
      <Failure refusal={task.refusal} />
      <ImportDraft replace={false} put={put} />
    </>
  );
}

export function ElectionPage() {
  const w = words.value.election;
  const election = useResource<Election>("/election");
  return (
    <Loaded of={election}>
      {(of) => {
        if (of.file === null) return allowed("change") ? <Begin put={election.put} /> : <p class="none">{w.none}</p>;
        if (of.phase === "draft" && allowed("change")) return <Draft of={of} put={election.put} />;
        return (
          <>
            {of.id !== null && <p class="notice">{w.sealedText} {w.fingerprint}: <code>{of.id}</code></p>}
            <fieldset disabled class="plain">
              <ElectionForm file={of.file} put={() => {}} />
            </fieldset>
            <ProjectList file={of.file} put={null} reload={async () => {}} />
          </>
        );
      }}
    </Loaded>
  );
}
