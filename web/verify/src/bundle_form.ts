// The part of the page that checks a whole count: the one that this server publishes, or a folder on the visitor's device.

import { toHex } from "../../protocol/bytes.ts";
import { readPackage } from "../../protocol/package.ts";
import { type Language, element } from "../../page/document.ts";
import { fetchElection } from "../../page/election.ts";
import { verifyBundle } from "./bundle.ts";
import { sentenceFor } from "./check_words.ts";
import { type Check, type Status, passed } from "./checks.ts";
import { chosenFiles, droppedFiles, kMostBytes, readFiles } from "./dropped.ts";
import { fetchBundle, fetchListing } from "./fetched.ts";
import { type Words, words } from "./words.ts";

type Files = ReadonlyMap<string, Uint8Array>;

/// What is said now, so that a change of language says it anew and calculates nothing.
let said: (language: Language) => Promise<HTMLElement[]> = async () => [];
/// Where it stands, and in which language.
let shown: { place: HTMLElement; language: Language };
let turn = 0; // of the last click: what an earlier one finds late is dropped
let busy = false;

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

const takeLink = (say: Words) => element("p", {}, element("a", { href: "/bundle.zip" }, say.take));

async function verdict(files: Files, checks: Check[], published: boolean, language: Language): Promise<HTMLElement[]> {
  const say = words[language];
  const holds = passed(checks);
  const technical = checks.map(({ name, status, detail }) => element("li", {}, `${status} ${name}: ${detail}`));
  return [
    element("div", { class: holds ? "card good" : "card bad" }, element("h3", { tabindex: "-1" }, holds ? say.allHold : say.someFail), ...(holds ? [] : [element("p", {}, say.someFailDo)])),
    ...(published ? [takeLink(say)] : []),
    ...(await aboutElection(files, language)),
    element("ol", { class: "checks" }, ...checks.map((check) => checkItem(check, language))),
    element("details", {}, element("summary", {}, say.details), element("ul", { class: "technical hex", lang: "en" }, ...technical)),
  ];
}

async function answer(what: typeof said): Promise<void> {
  said = what;
  busy = false;
  const found = await what(shown.language);
  shown.place.replaceChildren(...found);
  shown.place.querySelector("h3")?.focus();
}

function tell(kind: "bad" | "calm", which: (say: Words) => string, more: (say: Words) => HTMLElement[] = () => []): Promise<void> {
  return answer(async (language) => [element("div", { class: `card ${kind}` }, element("h3", { tabindex: "-1" }, which(words[language])), ...more(words[language]))]);
}

async function judge(files: Files | null, mine: number, published = false): Promise<void> {
  if (mine !== turn) return;
  if (files === null || !files.has("package.jws")) return tell("bad", (say) => say.nothing);
  let number = 0;
  const progress = element("p", { role: "status" }, words[shown.language].working);
  shown.place.replaceChildren(progress);
  const begun = (name: string) => {
    if (mine === turn) progress.textContent = words[shown.language].progress.replace("{n}", String(++number)).replace("{name}", sentenceFor(name, shown.language));
  };
  const checks = await verifyBundle(files, {}, { begun, breathe: turns() });
  if (mine === turn) await answer((language) => verdict(files, checks, published, language));
}

function begin(): number {
  busy = true;
  return ++turn;
}

async function judgePublished(): Promise<void> {
  const mine = begin();
  shown.place.replaceChildren(element("p", { role: "status" }, words[shown.language].working));
  try {
    const listing = await fetchListing();
    if (mine !== turn) return;
    if (listing === null) return await tell("calm", (say) => say.nonePublished, (say) => [element("p", {}, say.nonePublishedText)]);
    const all = listing.reduce((sum, { bytes }) => sum + bytes, 0);
    if (all > kMostBytes) return await tell("bad", (say) => say.tooLarge, (say) => [element("p", {}, say.tooLargeText), takeLink(say)]);
    const { language } = shown;
    const size = Math.max(all / 1e6, 0.1).toLocaleString(language, { maximumFractionDigits: 1 });
    const text = words[language].fetching.replace("{mb}", size);
    const bar = element("progress", { max: String(all), value: "0", "aria-label": text }) as HTMLProgressElement;
    shown.place.replaceChildren(element("p", { role: "status" }, text), bar);
    const files = await fetchBundle(listing, (bytes) => (bar.value += bytes));
    await judge(files, mine, true);
  } catch {
    if (mine === turn) await tell("bad", (say) => say.notFetched);
  }
}

export function bundleForm(language: Language): HTMLElement {
  const say = words[language];
  const place = element("div", {});
  if (busy) place.append(...shown.place.childNodes);
  else void said(language).then((found) => place.replaceChildren(...found));
  shown = { place, language };

  const published = element("button", { type: "button", "aria-describedby": "published-hint" }, say.published);
  published.addEventListener("click", judgePublished);
  const chooser = element("input", { id: "folder", type: "file", webkitdirectory: "", multiple: "", "aria-describedby": "folder-hint" }) as HTMLInputElement;
  chooser.addEventListener("change", async () => {
    const mine = begin();
    await judge(await readFiles(chosenFiles(chooser.files!)), mine);
  });
  const zone = element("div", { class: "drop" }, element("label", { for: "folder" }, say.folder), element("p", { id: "folder-hint", class: "note" }, say.folderHint), chooser, element("p", { class: "note" }, say.drop));
  zone.addEventListener("dragover", (event) => event.preventDefault());
  zone.addEventListener("drop", async (event) => {
    event.preventDefault();
    const mine = begin();
    await judge(await readFiles(await droppedFiles(event.dataTransfer!)), mine);
  });
  return element(
    "section", { class: "tool form" },
    element("h2", {}, say.count), element("p", { class: "lead" }, say.countLead),
    element("p", { id: "published-hint", class: "note" }, say.publishedHint), published,
    place,
    element("h3", {}, say.ownFolder), zone,
  );
}
