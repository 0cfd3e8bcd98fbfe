// The projects in ballot order, each opened to be edited.

import { useState } from "preact/hooks";
import { announce } from "../announce.ts";
import type { ElectionFile, Project } from "../api.ts";
import { emptyProject, moved } from "../draft.ts";
import { counted, degrees, fill, money, parseDegrees, textIn } from "../format.ts";
import { language, words } from "../language.ts";
import { Failure } from "../parts/Failure.tsx";
import { Field } from "../parts/Field.tsx";
import { FilePick } from "../parts/FilePick.tsx";
import { Sheet } from "../parts/Sheet.tsx";
import { kApi, request } from "../request.ts";
import { useTask } from "../task.ts";
import { Amount, Texts } from "./ElectionForm.tsx";

const kMaxPicture = 10 * 1024 * 1024;

function Picture({ of, put, reload }: { of: Project; put: (project: Project) => void; reload: () => Promise<void> }) {
  const w = words.value.election;
  const task = useTask();
  const [wrong, setWrong] = useState(false);
  const upload = (file: File) => {
    const bad = !["image/png", "image/jpeg"].includes(file.type) || file.size > kMaxPicture;
    setWrong(bad);
    if (bad) return;
    void task.run(async () => {
      const name = `${of.id.replace(/[^A-Za-z0-9_-]/g, "_")}-${Date.now().toString(36)}.${file.type === "image/png" ? "png" : "jpg"}`;
      await request("PUT", `/election/pictures/${name}`, file);
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
      {of.picture === undefined ? <p class="none">{w.noPicture}</p> : <img class="picture" src={`${kApi}/election/pictures/${encodeURIComponent(of.picture)}`} alt="" />}
      <p class="hint">{w.pictureHint}</p>
      <FilePick label={w.pictureDrop} accept="image/png,image/jpeg" put={upload} />
      {of.picture !== undefined && <button type="button" class="quiet" onClick={remove}>{w.pictureRemove}</button>}
      {wrong && <p class="wrong" role="alert">{w.pictureWrong}</p>}
      <Failure refusal={task.refusal} />
    </fieldset>
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
    <fieldset class="span">
      <legend>{w.place}</legend>
      <Field label={w.latitude} hint={w.positionHint} inputMode="decimal" value={latitude} wrong={wrong ? w.positionWrong : null} put={(text) => set(text, longitude)} />
      <Field label={w.longitude} inputMode="decimal" value={longitude} put={(text) => set(latitude, text)} />
    </fieldset>
  );
}

interface FormProps {
  of: Project;
  languages: string[];
  put: (project: Project) => void;
  remove: () => void;
  close: () => void;
  reload: () => Promise<void>;
}

function ProjectForm({ of, languages, put, remove, close, reload }: FormProps) {
  const w = words.value.election;
  const [removing, setRemoving] = useState(false);
  const optional = (name: "objectives" | "beneficiaries") => (texts: Record<string, string>) => {
    const { [name]: _, ...rest } = of;
    put(Object.values(texts).every((text) => text === "") ? rest : { ...rest, [name]: texts });
  };
  return (
    <Sheet title={textIn(of.title, language.value) || w.untitled} close={close}>
      <Texts label={w.title} of={of.title} languages={languages} put={(title) => put({ ...of, title })} />
      <Texts label={w.description} of={of.description} languages={languages} rows={4} put={(description) => put({ ...of, description })} />
      <Texts label={w.objectives} of={of.objectives ?? {}} languages={languages} rows={2} put={optional("objectives")} />
      <Texts label={w.beneficiaries} of={of.beneficiaries ?? {}} languages={languages} rows={2} put={optional("beneficiaries")} />
      <Amount label={w.cost} cents={of.cost} put={(cost) => put({ ...of, cost: cost ?? 0 })} />
      <Field label={w.place} value={of.place} put={(place) => put({ ...of, place })} />
      <Field label={w.theme} value={of.theme} put={(theme) => put({ ...of, theme })} />
      <Field label={w.proposer} value={of.proposer} put={(proposer) => put({ ...of, proposer })} />
      <Field label={w.id} hint={w.idHint} value={of.id} put={(id) => put({ ...of, id })} />
      <Position of={of} put={put} />
      <Picture of={of} put={put} reload={reload} />
      {removing ? (
        <p class="notice">{fill(w.deleteText, { title: textIn(of.title, language.value) })} <button type="button" class="danger" onClick={remove}>{w.deleteProject}</button></p>
      ) : (
        <button type="button" class="quiet" onClick={() => setRemoving(true)}>{w.deleteProject}</button>
      )}
    </Sheet>
  );
}

interface Props {
  file: ElectionFile;
  put: ((file: ElectionFile) => void) | null; // null: it only shows
  reload: () => Promise<void>;
}

export function ProjectList({ file, put, reload }: Props) {
  const w = words.value.election;
  const [open, setOpen] = useState<number | null>(null);
  const projects = file.projects;
  const change = (next: Project[]) => put?.({ ...file, projects: next });
  const move = (index: number, by: -1 | 1) => {
    change(moved(projects, index, by));
    announce(fill(w.moved, { title: textIn(projects[index]!.title, language.value), n: String(index + by + 1) }));
  };
  const add = () => {
    change([...projects, emptyProject(projects, file.languages[0] ?? "fr")]);
    setOpen(projects.length);
  };
  const cost = projects.reduce((sum, project) => sum + project.cost, 0);
  const opened = open === null ? undefined : projects[open];
  return (
    <section class="panel">
      <h2>{w.projects}</h2>
      <p>{projects.length === 0 ? w.noProjects : fill(counted(w.projectCount, projects.length, language.value), { cost: money(cost, language.value) })}</p>
      <ol class="projects">
        {projects.map((project, index) => {
          const title = textIn(project.title, language.value) || w.untitled;
          return (
            <li key={project.id}>
              {project.picture !== undefined && <img src={`${kApi}/election/pictures/${encodeURIComponent(project.picture)}`} alt="" loading="lazy" />}
              <span class="title"><strong>{title}</strong><span class="hint">{[project.place, money(project.cost, language.value)].filter((part) => part !== "").join(", ")}</span></span>
              {put !== null && (
                <span class="acts">
                  <button type="button" class="quiet" aria-label={fill(w.up, { title })} disabled={index === 0} onClick={() => move(index, -1)}>↑</button>
                  <button type="button" class="quiet" aria-label={fill(w.down, { title })} disabled={index === projects.length - 1} onClick={() => move(index, 1)}>↓</button>
                  <button type="button" class="quiet" aria-label={`${words.value.edit}: ${title}`} onClick={() => setOpen(index)}>{words.value.edit}</button>
                </span>
              )}
            </li>
          );
        })}
      </ol>
      {put !== null && <button type="button" onClick={add}>{w.addProject}</button>}
      {opened !== undefined && (
        <ProjectForm
          of={opened}
          languages={file.languages}
          put={(project) => change(projects.map((one, index) => (index === open ? project : one)))}
          remove={() => {
            change(projects.filter((_, index) => index !== open));
            setOpen(null);
          }}
          close={() => setOpen(null)}
          reload={reload}
        />
      )}
    </section>
  );
}
