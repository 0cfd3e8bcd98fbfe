// The page itself: takes the challenge from the address's fragment, which no server ever sees, or from the field, fetches
// the signed package from the server that the page came from, and says what holds.

import { toHex } from "../../protocol/bytes.ts";
import { type Challenge, type Verdict, checkChallenge, parseChallenge, trackerText } from "../../protocol/challenge.ts";
import type { Mark } from "../../protocol/choice.ts";
import type { Election, Project, Texts } from "../../protocol/package.ts";
import { dress, element, visitorsLanguage } from "../../page/document.ts";
import { fetchElection } from "../../page/election.ts";
import { words } from "./words.ts";

let language = visitorsLanguage();

/// A text of the election; where it is not in the page's language, a screen reader is told which it is.
function texts(name: string, attributes: Record<string, string>, all: Texts): HTMLElement {
  const shown = all[language] === undefined ? (Object.keys(all).sort()[0] ?? language) : language;
  return element(name, shown === language ? attributes : { ...attributes, lang: shown }, all[shown] ?? "");
}

function projectItem(project: Project, mark: Mark, kind: string): HTMLElement {
  const say = words[language];
  const points = mark.points === 1 ? say.onePoint : say.points.replace("{n}", String(mark.points));
  const where = [project.place, project.id].filter((part) => part !== "").join(" · ");
  return element("li", {}, texts("b", {}, project.title), element("span", { class: "where" }, where), kind === "points" ? element("span", {}, points) : null);
}

function ballot(marks: Mark[], of: Election): HTMLElement {
  if (marks.length === 0) return element("p", {}, words[language].empty);
  const list = of.ballot.kind === "ranking" ? "ol" : "ul";
  return element(list, { class: "projects" }, ...marks.map((mark) => projectItem(of.projects[mark.project]!, mark, of.ballot.kind)));
}

function trackerBlock(challenge: Challenge): HTMLElement {
  return element("dl", { class: "tracker" }, element("dt", {}, words[language].tracker), element("dd", {}, trackerText(challenge.tracker)));
}

function passed(challenge: Challenge, verdict: Verdict, of: Election): HTMLElement[] {
  const say = words[language];
  return [
    element("section", { class: "card good" }, element("h2", { tabindex: "-1" }, say.sealed), element("h3", {}, say.choice), ballot(verdict.marks!, of), trackerBlock(challenge)),
    element("p", {}, say.compare),
    element("ol", { class: "compare" }, element("li", {}, say.compareTracker), element("li", {}, say.compareChoice)),
    element("p", { class: "strong" }, say.differs),
    element("p", { class: "note" }, say.spoilt),
  ];
}

function checkItem(sentence: string, holds: boolean): HTMLElement {
  return element("li", { class: holds ? "holds" : "fails" }, sentence, " – ", element("b", {}, holds ? words[language].holds : words[language].fails));
}

function failed(challenge: Challenge, verdict: Verdict): HTMLElement[] {
  const say = words[language];
  const checks = verdict.election ? [checkItem(say.checkEncoding, verdict.encoding), checkItem(say.checkTracker, verdict.tracker)] : [];
  return [
    element(
      "section",
      { class: "card bad" },
      element("h2", { tabindex: "-1" }, say.broken),
      element("ul", { class: "checks" }, checkItem(say.checkElection, verdict.election), ...checks),
      trackerBlock(challenge),
    ),
    element("p", { class: "strong" }, verdict.election ? say.brokenDo : say.otherElection),
  ];
}

function about(of: Election): HTMLElement {
  const say = words[language];
  return element("dl", { class: "fingerprints" }, element("dt", {}, say.election), texts("dd", {}, of.title), element("dt", {}, say.fingerprint), element("dd", { class: "hex" }, toHex(of.id)));
}

function complaint(sentence: string): HTMLElement {
  return element("section", { class: "card bad" }, element("h2", { tabindex: "-1" }, sentence));
}

async function judged(text: string): Promise<HTMLElement[]> {
  const challenge = parseChallenge(text);
  if (challenge === null) return [complaint(words[language].unreadable)];
  const of = await fetchElection();
  if (of === null) return [complaint(words[language].unreachable)];
  const verdict = checkChallenge(challenge, of);
  const all = verdict.election && verdict.encoding && verdict.tracker;
  return [...(all ? passed(challenge, verdict, of) : failed(challenge, verdict)), about(of)];
}

/// What stands behind the last "#", so that a whole address can be pasted as well.
function challengeIn(text: string): string {
  return text.slice(text.lastIndexOf("#") + 1).trim();
}

function form(): HTMLElement {
  const say = words[language];
  const field = element("textarea", { id: "code", rows: "5", spellcheck: "false", autocomplete: "off", autocapitalize: "none", "aria-describedby": "hint" }) as HTMLTextAreaElement;
  const button = element("button", { type: "button" }, say.check);
  button.addEventListener("click", () => {
    const text = challengeIn(field.value);
    if (text === "") field.focus();
    else if (location.hash === `#${text}`) void show();
    else location.hash = text;
  });
  return element("div", { class: "form" }, element("label", { for: "code" }, say.code), element("p", { id: "hint", class: "note" }, say.hint), field, button);
}

function again(): HTMLElement {
  const button = element("button", { type: "button", class: "quiet" }, words[language].again);
  button.addEventListener("click", () => (location.hash = ""));
  return button;
}

let turn = 0; // of the last call of show(): an earlier one that comes back late is dropped

async function show(): Promise<void> {
  const mine = ++turn;
  const say = words[language];
  const text = challengeIn(location.hash);
  dress(language, say, (chosen) => {
    language = chosen;
    void show();
  });

  const answer = element("div", {});
  document.getElementById("main")!.replaceChildren(
    element("h1", {}, say.title), element("p", { class: "lead" }, say.lead), answer, text === "" ? form() : again(), element("p", { class: "note" }, say.local),
  );
  if (text === "") return;
  answer.append(element("p", {}, say.working));
  const found = await judged(text);
  if (mine !== turn) return;
  answer.replaceChildren(...found);
  // What was pressed is gone with the form; whoever chose a language stays where they are.
  if (document.activeElement === document.body) answer.querySelector("h2")?.focus();
}

addEventListener("hashchange", () => void show());
void show();
