// The election as it stands: a draft that is edited until it is sealed, then what was signed.

import { useEffect, useState } from "preact/hooks";
import { announce } from "../announce.ts";
import type { Election, ElectionFile } from "../api.ts";
import { download } from "../download.ts";
import { fill, fingerprint } from "../format.ts";
import { words } from "../language.ts";
import { Failure } from "../parts/Failure.tsx";
import { Field } from "../parts/Field.tsx";
import { FilePick } from "../parts/FilePick.tsx";
import { Loaded } from "../parts/Loaded.tsx";
import { projectTitle } from "../parts/ProjectRow.tsx";
import { Said } from "../parts/Said.tsx";
import { Sheet } from "../parts/Sheet.tsx";
import { emptyFile } from "../draft.ts";
import { type Problem, problemsOf } from "../problems.ts";
import { request } from "../request.ts";
import { useResource } from "../resource.ts";
import { allowed } from "../rights.ts";
import { useTask } from "../task.ts";
import { unsaved } from "../unsaved.ts";
import { ElectionForm } from "./ElectionForm.tsx";
import { ElectionShown } from "./ElectionShown.tsx";
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
      <FilePick label={w.importDrop} accept=".pb,.json" put={([chosen]) => (replace ? setFile(chosen!) : void take(chosen!, false))} />
      {file === null && <Failure refusal={task.refusal} />}
      {file !== null && (
        <Sheet title={w.importTitle} go={w.importReplaceGo} danger busy={task.busy} refusal={task.refusal} act={() => void take(file, true)} close={() => setFile(null)}>
          <p>{w.importReplace}</p>
        </Sheet>
      )}
    </section>
  );
}

interface SealProps {
  version: number;
  saved: boolean;
  problems: Problem[]; // that this page finds
  sentence: (problem: Problem) => string;
  mend: (problem: Problem) => void;
  put: Put;
}

function Seal({ version, saved, problems, sentence, mend, put }: SealProps) {
  const w = words.value.election;
  const task = useTask();
  const [found, setFound] = useState<{ where: string; error: string }[] | null>(null); // by the server, which has the last word
  const [asking, setAsking] = useState(false);
  const [word, setWord] = useState("");
  const check = () => task.run(async () => setFound((await request<{ problems: { where: string; error: string }[] }>("POST", "/election/check", {})).problems));
  const clean = saved && problems.length === 0;
  useEffect(() => {
    setFound(null);
    if (clean) void check();
  }, [version, clean]);
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
      {problems.length > 0 && (
        <>
          <p class="notice">{w.sealMend}</p>
          <ul class="problems">
            {problems.map((problem) => (
              <li key={`${problem.what} ${problem.project ?? problem.phase ?? ""}`}>
                {sentence(problem)} <button type="button" class="link" aria-label={fill(words.value.pair, { name: w.mend, value: sentence(problem) })} onClick={() => mend(problem)}>{w.mend}</button>
              </li>
            ))}
          </ul>
        </>
      )}
      {problems.length === 0 && !saved && <p class="notice">{w.sealSave}</p>}
      {clean && found !== null && found.length === 0 && <p class="calm">{w.sealReady}</p>}
      {clean && found !== null && found.length > 0 && (
        <>
          <p class="notice">{w.sealMend}</p>
          <ul class="problems">{found.map((problem) => <li key={problem.where}><code>{problem.where}</code> <Said sentence={problem.error} /></li>)}</ul>
        </>
      )}
      {!asking && <Failure refusal={task.refusal} />}
      <button type="button" class="danger" disabled={!clean || found === null || found.length > 0} onClick={() => setAsking(true)}>{w.sealTitle}</button>
      {asking && (
        <Sheet title={w.sealTitle} go={w.sealGo} danger ready={word.trim() === w.sealWord} busy={task.busy} refusal={task.refusal} act={() => void seal()} close={() => setAsking(false)}>
          <p>{w.sealWhat}</p>
          <Field label={fill(w.sealType, { word: w.sealWord })} value={word} put={setWord} autoComplete="off" />
        </Sheet>
      )}
    </section>
  );
}

/// The draft while it is edited.
function Draft({ of, put }: { of: Election; put: Put }) {
  const w = words.value.election;
  const task = useTask();
  const [opened, open] = useState<number | null>(null);
  const [discarding, setDiscarding] = useState(false);
  const file = unsaved.value?.file ?? of.file!;
  const saved = unsaved.value === null;
  const change = (next: ElectionFile) =>
    (unsaved.value = JSON.stringify(next) === JSON.stringify(of.file) ? null : { version: unsaved.value?.version ?? of.version, file: next });
  const take = (election: Election) => {
    unsaved.value = null;
    put(election);
  };
  const save = () =>
    task.run(async () => {
      take(await request<Election>("PUT", "/election", unsaved.value));
      announce(words.value.saved);
    });
  const conflict = task.refusal?.code === "conflict";
  const keepMine = () =>
    task.run(async () => {
      const theirs = await request<Election>("GET", "/election");
      take(await request<Election>("PUT", "/election", { version: theirs.version, file }));
    });
  const takeTheirs = () => task.run(async () => take(await request<Election>("GET", "/election")));
  const sentence = ({ what, project, phase }: Problem) => {
    const kinds = words.value.kind;
    const text = fill(words.value.problem[what], { phase: kinds[phase as keyof typeof kinds] ?? "" });
    return project === undefined ? text : fill(words.value.pair, { name: `${project + 1}. ${projectTitle(file.projects[project]!)}`, value: text });
  };
  const mend = (problem: Problem) =>
    problem.project !== undefined ? open(problem.project) : document.querySelector<HTMLElement>(`#${problem.section} :is(input, button)`)?.focus();
  return (
    <>
      <ElectionForm file={file} put={change} />
      <ProjectList file={file} pictures={of.pictures} opened={opened} open={open} put={change} reload={async () => put(await request<Election>("GET", "/election"))} />
      <div class="savebar">
        <span role="status">{saved ? w.allSaved : w.unsaved}</span>
        {!saved && <button type="button" class="quiet" onClick={() => setDiscarding(true)}>{w.discard}</button>}
        <button type="button" disabled={saved || task.busy} onClick={() => void save()}>{w.save}</button>
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
        <Sheet title={w.discard} go={w.discard} danger act={() => ((unsaved.value = null), setDiscarding(false))} close={() => setDiscarding(false)}>
          <p>{w.discardText}</p>
        </Sheet>
      )}
      <Seal version={of.version} saved={saved} problems={problemsOf(file, of.pictures)} sentence={sentence} mend={mend} put={take} />
      <ImportDraft replace put={take} />
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
            {of.id !== null && <p class="calm">{w.sealedText} {fill(words.value.pair, { name: w.fingerprint, value: "" })}<code>{fingerprint(of.id)}</code></p>}
            <ElectionShown file={of.file} pictures={of.id === null ? of.pictures : null} />
          </>
        );
      }}
    </Loaded>
  );
}
