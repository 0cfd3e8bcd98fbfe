// The part of the page that looks for one ballot in the log.

import { readCheckpoint } from "../../protocol/checkpoint.ts";
import { Wrong } from "../../protocol/json.ts";
import { type Language, element } from "../../page/document.ts";
import { fetchElection } from "../../page/election.ts";
import { fetchLeafHashes, fetchProof } from "./fetched.ts";
import { checkKept } from "./log.ts";
import { checkReceipt, readTracker } from "./receipt.ts";
import { words } from "./words.ts";

/// Kept over a change of language.
const typed = { code: "", kept: "" };

function complaint(sentence: string, ...more: HTMLElement[]): HTMLElement {
  return element("div", { class: "card bad" }, element("h3", { tabindex: "-1" }, sentence), ...more);
}

async function judged(language: Language): Promise<HTMLElement> {
  const say = words[language];
  const code = typed.code.trim();
  const tracker = code.startsWith("{") ? null : readTracker(code);
  if (tracker === null && !code.startsWith("{")) return complaint(say.notTracker);
  const election = await fetchElection();
  if (election === null) return complaint(say.unreachable);
  const proof = tracker === null ? new TextEncoder().encode(code) : await fetchProof(tracker);
  if (proof === null) return complaint(say.notInLog);
  const receipt = checkReceipt(proof, tracker, election);
  const found = [
    element("h3", { tabindex: "-1" }, say.inLog),
    element("p", { class: "code" }, receipt.tracker),
    element("p", {}, say.inLogText.replace("{leaf}", String(receipt.leaf)).replace("{size}", String(receipt.checkpoint.size))),
  ];
  if (typed.kept.trim() !== "") {
    // A field of text loses the line end behind the last line.
    const kept = readCheckpoint(`${typed.kept.replaceAll("\r\n", "\n").trim()}\n`, election.id, election.keys.log);
    checkKept(kept, receipt.checkpoint, await fetchLeafHashes(receipt.checkpoint.size));
    found.push(element("p", {}, say.keptHolds.replace("{size}", String(kept.size))));
  }
  found.push(element("p", {}, element("a", { href: `/${language}/find?tracker=${receipt.tracker}` }, say.findLink)));
  return element("div", { class: "card good" }, ...found);
}

function field(id: "code" | "kept", label: string, hint: string, rows: string): HTMLElement[] {
  const area = element("textarea", {
    id, rows, spellcheck: "false", autocomplete: "off", autocapitalize: "none", "aria-describedby": `${id}-hint`,
  }) as HTMLTextAreaElement;
  area.value = typed[id];
  area.addEventListener("input", () => (typed[id] = area.value));
  return [element("label", { for: id }, label), element("p", { id: `${id}-hint`, class: "note" }, hint), area];
}

export function receiptForm(language: Language): HTMLElement {
  const say = words[language];
  const answer = element("div", { role: "status" });
  const button = element("button", { type: "button" }, say.check);
  button.addEventListener("click", async () => {
    if (typed.code.trim() === "") return document.getElementById("code")!.focus();
    answer.replaceChildren(element("p", {}, say.working));
    const found = await judged(language).catch((problem) =>
      problem instanceof Wrong ? complaint(say.doesNotHold, element("p", { lang: "en", class: "hex" }, problem.message), element("p", {}, say.doesNotHoldDo)) : complaint(say.unreachable),
    );
    answer.replaceChildren(found);
    answer.querySelector("h3")?.focus();
  });
  return element(
    "section", { class: "tool form" },
    element("h2", {}, say.receipt), element("p", { class: "lead" }, say.receiptLead),
    ...field("code", say.code, say.codeHint, "2"), ...field("kept", say.kept, say.keptHint, "4"), button, answer,
  );
}
