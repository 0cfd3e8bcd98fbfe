// The part of the page that checks a whole count, from a folder on the visitor's device.

import { toHex } from "../../protocol/bytes.ts";
import { readPackage } from "../../protocol/package.ts";
import { type Language, element } from "../../page/document.ts";
import { fetchElection } from "../../page/election.ts";
import { verifyBundle } from "./bundle.ts";
import { sentenceFor } from "./check_words.ts";
import { type Check, type Status, passed } from "./checks.ts";
import { chosenFiles, droppedFiles, readFiles } from "./dropped.ts";
import { words } from "./words.ts";

type Files = ReadonlyMap<string, Uint8Array>;

/// What was found last, so that a change of language says it anew and calculates nothing.
let last: { files: Files; checks: Check[] } | null = null;

const kTurn = 40; // milliseconds of work before the page may answer again

function turns(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < kTurn) return;
    await new Promise((resolve) => setTimeout(resolve));
    since = performance.now();
  };
}

function checkItem({ name, status, detail, notice }: Check, language: Language): HTMLElement {
  const told = status === "pass" ? notice === true : true;
  const classes: Record<Status, string> = { pass: "holds", fail: "fails", skipped: "waits" };
  return element(
    "li", { class: classes[status] },
    element("span", {}, sentenceFor(name, language)), " – ", element("b", {}, words[language][status]),
    ...(told ? [element("p", { lang: "en", class: notice ? "hex strong" : "hex" }, `${name}: ${detail}`)] : []),
  );
}

async function aboutElection(files: Files, language: Language): Promise<HTMLElement[]> {
  const say = words[language];
  try {
    const election = readPackage(files.get("package.jws")!);
    const here = await fetchElection();
    const other = here !== null && toHex(here.id) !== toHex(election.id);
    const title = election.title[language] ?? Object.values(election.title)[0] ?? "";
    return [
      ...(other ? [element("p", { class: "strong" }, say.otherElection)] : []),
      element("dl", { class: "fingerprints" }, element("dt", {}, say.election), element("dd", {}, title), element("dt", {}, say.fingerprint), element("dd", { class: "hex" }, toHex(election.id))),
    ];
  } catch {
    return []; // the first check says why
  }
}

async function verdict(files: Files, checks: Check[], language: Language): Promise<HTMLElement[]> {
  const say = words[language];
  const holds = passed(checks);
  const technical = checks.map(({ name, status, detail }) => element("li", {}, `${status} ${name}: ${detail}`));
  return [
    element("div", { class: holds ? "card good" : "card bad" }, element("h3", { tabindex: "-1" }, holds ? say.allHold : say.someFail), ...(holds ? [] : [element("p", {}, say.someFailDo)])),
    ...(await aboutElection(files, language)),
    element("ol", { class: "checks" }, ...checks.map((check) => checkItem(check, language))),
    element("details", {}, element("summary", {}, say.details), element("ul", { class: "technical hex", lang: "en" }, ...technical)),
  ];
}

let turn = 0; // of the last folder: an earlier one that ends late is dropped

async function judge(files: Files | null, answer: HTMLElement, language: Language): Promise<void> {
  const mine = ++turn;
  const say = words[language];
  if (files === null || !files.has("package.jws")) {
    answer.replaceChildren(element("div", { class: "card bad" }, element("h3", { tabindex: "-1" }, say.nothing)));
    return;
  }
  let number = 0;
  const progress = element("p", { role: "status" }, say.working);
  answer.replaceChildren(progress);
  const begun = (name: string) => (progress.textContent = say.progress.replace("{n}", String(++number)).replace("{name}", sentenceFor(name, language)));
  const checks = await verifyBundle(files, {}, { begun: (name) => void (mine === turn && begun(name)), breathe: turns() });
  if (mine !== turn) return;
  last = { files, checks };
  answer.replaceChildren(...(await verdict(files, checks, language)));
  answer.querySelector("h3")?.focus();
}

export function bundleForm(language: Language): HTMLElement {
  const say = words[language];
  const answer = element("div", {});
  const chooser = element("input", { id: "folder", type: "file", webkitdirectory: "", multiple: "", "aria-describedby": "folder-hint" }) as HTMLInputElement;
  chooser.addEventListener("change", async () => judge(await readFiles(chosenFiles(chooser.files!)), answer, language));
  const zone = element("div", { class: "drop" }, element("label", { for: "folder" }, say.folder), element("p", { id: "folder-hint", class: "note" }, say.folderHint), chooser, element("p", { class: "note" }, say.drop));
  zone.addEventListener("dragover", (event) => event.preventDefault());
  zone.addEventListener("drop", async (event) => {
    event.preventDefault();
    await judge(await readFiles(await droppedFiles(event.dataTransfer!)), answer, language);
  });
  if (last !== null) void verdict(last.files, last.checks, language).then((found) => answer.replaceChildren(...found));
  return element("section", { class: "tool form" }, element("h2", {}, say.count), element("p", { class: "lead" }, say.countLead), zone, answer);
}
