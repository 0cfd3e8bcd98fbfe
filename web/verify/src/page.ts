// The page on which anybody verifies: a receipt, a terminal (on the page beside this one), a whole count.

import { dress, element, visitorsLanguage } from "../../page/document.ts";
import { bundleForm } from "./bundle_form.ts";
import { receiptForm } from "./receipt_form.ts";
import { words } from "./words.ts";

let language = visitorsLanguage();

function show(): void {
  const say = words[language];
  dress(language, say, (chosen) => {
    language = chosen;
    show();
  });
  document.getElementById("main")!.replaceChildren(
    element("h1", {}, say.title),
    element("p", { class: "lead" }, say.lead),
    receiptForm(language),
    element("section", { class: "tool" }, element("h2", {}, say.terminal), element("p", {}, say.terminalLead), element("p", {}, element("a", { href: "/check" }, say.terminalLink))),
    bundleForm(language),
    element("p", { class: "note" }, say.local),
  );
}

show();
