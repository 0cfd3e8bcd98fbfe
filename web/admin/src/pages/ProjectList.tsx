// The projects in ballot order, each opened to be edited.

import { useState } from "preact/hooks";
import { announce } from "../announce.ts";
import type { ElectionFile, Project } from "../api.ts";
import { emptyProject, movedTo, waitingPictures } from "../draft.ts";
import { counted, degrees, fill, parseDegrees, textIn } from "../format.ts";
import { language, words } from "../language.ts";
import { Failure } from "../parts/Failure.tsx";
import { Choice, Field } from "../parts/Field.tsx";
import { FilePick } from "../parts/FilePick.tsx";
import { projectTitle, ProjectRow, projectSums } from "../parts/ProjectRow.tsx";
import { Sheet } from "../parts/Sheet.tsx";
import { kApi, request } from "../request.ts";
import { useTask } from "../task.ts";
import { Amount, Texts } from "./ElectionForm.tsx";

const kMaxPicture = 10 * 1024 * 1024;

function isPicture(file: File): boolean {
  return ["image/png", "image/jpeg"].includes(file.type) && file.size <= kMaxPicture;
}

async function upload(name: string, file: File): Promise<void> {
  await request("PUT", `/election/pictures/${encodeURIComponent(name)}`, file);
}

interface PictureProps {
  of: Project;
  here: boolean;
  put: (project: Project) => void;
  reload: () => Promise<void>;
}

function Picture({ of, here, put, reload }: PictureProps) {
  const w = words.value.election;
  const task = useTask();
  const [wrong, setWrong] = useState(false);
  const take = (file: File) => {
    setWrong(!isPicture(file));
    if (!isPicture(file)) return;
    void task.run(async () => {
      const name = `${of.id.replace(/[^A-Za-z0-9_-]/g, "_")}-${Date.now().toString(36)}.${file.type === "image/png" ? "png" : "jpg"}`;
      await upload(name, file);
      put({ ...of, picture: name });
      await reload();
    });
  };
  const remove = () => {
    const { picture: _, ...rest } = of;
    put(rest);
  };
  return (
    <fieldset>
      <legend>{w.picture}</legend>
      {of.picture === undefined && <p class="none">{w.noPicture}</p>}
      {of.picture !== undefined && !here && <p class="notice">{fill(w.pictureWaits, { name: of.picture })}</p>}
      {of.picture !== undefined && here && <img class="picture" src={`${kApi}/election/pictures/${encodeURIComponent(of.picture)}`} alt="" />}
      <p class="hint">{w.pictureHint}</p>
      <FilePick label={w.pictureDrop} accept="image/png,image/jpeg" put={([file]) => take(file!)} />
      {wrong && <p class="wrong" role="alert">{w.pictureWrong}</p>}
      <Failure refusal={task.refusal} />
      {of.picture !== undefined && <button type="button" class="quiet" onClick={remove}>{w.pictureRemove}</button>}
    </fieldset>
  );
}

/// Pictures that an imported file names come all together, and each finds its project by its name.
function WaitingPictures({ file, pictures, put, reload }: { file: ElectionFile; pictures: string[]; put: (projects: Project[]) => void; reload: () => Promise<void> }) {
  const w = words.value.election;
  const task = useTask();
  const [strangers, setStrangers] = useState<string[]>([]);
  const waiting = waitingPictures(file.projects, pictures);
  const take = (files: File[]) =>
    task.run(async () => {
      let projects = file.projects;
      const unknown: string[] = [];
      for (const one of files) {
        const places = waiting.get(one.name);
        if (places === undefined || !isPicture(one)) {
          unknown.push(one.name);
          continue;
        }
        const name = one.name.replace(/[^A-Za-z0-9._-]/g, "_");
        await upload(name, one);
        projects = projects.map((project, index) => (places.includes(index) ? { ...project, picture: name } : project));
      }
      setStrangers(unknown);
      put(projects);
      await reload();
    });
  if (waiting.size === 0 && strangers.length === 0) return null;
  return (
    <div class="notice">
      {waiting.size > 0 && <p>{counted(w.picturesWait, waiting.size, language.value)} {[...waiting.keys()].slice(0, 5).join(", ")}{waiting.size > 5 ? ", …" : ""}</p>}
      {waiting.size > 0 && <FilePick label={task.busy ? words.value.imports.sending : w.picturesDrop} accept="image/png,image/jpeg" many put={(files) => void take(files)} />}
      {strangers.length > 0 && <p class="wrong" role="alert">{fill(w.picturesStrange, { names: strangers.join(", ") })}</p>}
      <Failure refusal={task.refusal} />
    </div>
  );
}

function Position({ of, put }: { of: Project; put: (project: Project) => void }) {
  const w = words.value.election;
  const [latitude, setLatitude] = useState(degrees(of.position?.latitude));
  const [longitude, setLongitude] = useState(degrees(of.position?.longitude));
  const [wrong, setWrong] = useState(false);
  const set = (lat: string, long: string) => {
    setLatitude(lat);
    setLongitude(long);
    const position = { latitude: parseDegrees(lat, 90), longitude: parseDegrees(long, 180) };
    const { position: _, ...rest } = of;
    const none = lat.trim() === "" && long.trim() === "";
    setWrong(!none && (position.latitude === null || position.longitude === null));
    if (position.latitude !== null && position.longitude !== null) put({ ...rest, position: { latitude: position.latitude, longitude: position.longitude } });
    else if (none) put(rest);
  };
  return (
    <fieldset>
      <legend>{w.position}</legend>
      <p class="hint">{w.positionHint}</p>
      <div class="span">
        <Field label={w.latitude} inputMode="decimal" value={latitude} wrong={wrong ? w.positionWrong : null} put={(text) => set(text, longitude)} />
        <Field label={w.longitude} inputMode="decimal" value={longitude} put={(text) => set(latitude, text)} />
      </div>
    </fieldset>
  );
}

interface FormProps {
  of: Project;
  here: boolean; // its picture
  place: number;
  places: number;
  languages: string[];
  put: (project: Project) => void;
  move: (place: number) => void;
  remove: () => void;
  close: () => void;
  reload: () => Promise<void>;
}

function ProjectForm({ of, here, place, places, languages, put, move, remove, close, reload }: FormProps) {
  const w = words.value.election;
  const [removing, setRemoving] = useState(false);
  const optional = (name: "objectives" | "beneficiaries") => (texts: Record<string, string>) => {
    const { [name]: _, ...rest } = of;
    put(Object.values(texts).every((text) => text === "") ? rest : { ...rest, [name]: texts });
  };
  return (
    <Sheet title={projectTitle(of)} close={close}>
      <Texts label={w.title} of={of.title} languages={languages} put={(title) => put({ ...of, title })} />
      <Texts label={w.description} of={of.description} languages={languages} rows={4} put={(description) => put({ ...of, description })} />
      <Texts label={w.objectives} of={of.objectives ?? {}} languages={languages} rows={2} put={optional("objectives")} />
      <Texts label={w.beneficiaries} of={of.beneficiaries ?? {}} languages={languages} rows={2} put={optional("beneficiaries")} />
      <div class="fields">
        <Amount label={w.cost} cents={of.cost} put={(cost) => put({ ...of, cost: cost ?? 0 })} />
        <Field label={w.place} value={of.place} put={(text) => put({ ...of, place: text })} />
        <Field label={w.theme} value={of.theme} put={(theme) => put({ ...of, theme })} />
        <Field label={w.proposer} value={of.proposer} put={(proposer) => put({ ...of, proposer })} />
        <Field label={w.id} hint={w.idHint} value={of.id} put={(id) => put({ ...of, id })} />
        <Choice label={w.order} value={String(place + 1)} options={Array.from({ length: places }, (_, index): [string, string] => [String(index + 1), String(index + 1)])} put={(chosen) => move(Number(chosen) - 1)} />
      </div>
      <Position of={of} put={put} />
      <Picture of={of} here={here} put={put} reload={reload} />
      {removing ? (
        <p class="notice">{fill(w.deleteText, { title: textIn(of.title, language.value) })} <button type="button" class="danger" onClick={remove}>{w.deleteProject}</button></p>
      ) : (
        <button type="button" class="quiet" onClick={() => setRemoving(true)}>{w.deleteProject}</button>
      )}
    </Sheet>
  );
}

/// The focus goes along with a row that moves; at the end of the list to the other arrow.
function stayAt(arrow: HTMLButtonElement): void {
  requestAnimationFrame(() => (arrow.disabled ? arrow.parentElement!.querySelector<HTMLButtonElement>("button:enabled") : arrow)?.focus());
}

interface Props {
  file: ElectionFile;
  pictures: string[]; // that are here
  opened: number | null;
  open: (place: number | null) => void;
  put: (file: ElectionFile) => void;
  reload: () => Promise<void>;
}

export function ProjectList({ file, pictures, opened, open, put, reload }: Props) {
  const w = words.value.election;
  const projects = file.projects;
  const change = (next: Project[]) => put({ ...file, projects: next });
  const move = (from: number, to: number) => {
    change(movedTo(projects, from, to));
    announce(fill(w.moved, { title: projectTitle(projects[from]!), n: String(to + 1) }));
  };
  const add = () => {
    change([...projects, emptyProject(projects, file.languages[0] ?? "fr")]);
    open(projects.length);
  };
  const shown = opened === null ? undefined : projects[opened];
  return (
    <section class="panel" id="projects">
      <h2>{w.projects}</h2>
      <p>{projectSums(projects)}</p>
      <WaitingPictures file={file} pictures={pictures} put={change} reload={reload} />
      <ol class="projects">
        {projects.map((project, index) => {
          const title = projectTitle(project);
          return (
            <ProjectRow key={project.id} of={project} here={pictures.includes(project.picture ?? "")}>
              <button type="button" class="quiet" aria-label={fill(w.up, { title })} disabled={index === 0} onClick={(event) => (move(index, index - 1), stayAt(event.currentTarget))}>↑</button>
              <button type="button" class="quiet" aria-label={fill(w.down, { title })} disabled={index === projects.length - 1} onClick={(event) => (move(index, index + 1), stayAt(event.currentTarget))}>↓</button>
              <button type="button" class="quiet" aria-label={fill(words.value.pair, { name: words.value.edit, value: title })} onClick={() => open(index)}>{words.value.edit}</button>
            </ProjectRow>
          );
        })}
      </ol>
      <button type="button" onClick={add}>{w.addProject}</button>
      {shown !== undefined && (
        <ProjectForm
          of={shown}
          here={pictures.includes(shown.picture ?? "")}
          place={opened!}
          places={projects.length}
          languages={file.languages}
          put={(project) => change(projects.map((one, index) => (index === opened ? project : one)))}
          move={(to) => (move(opened!, to), open(to))}
          remove={() => {
            change(projects.filter((_, index) => index !== opened));
            open(null);
          }}
          close={() => open(null)}
          reload={reload}
        />
      )}
    </section>
  );
}
