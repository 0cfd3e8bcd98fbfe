// The dashboard as each role works with it, from an invitation to the published result.

import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";

import { startCentre } from "./centre.mjs";
import { checkPage, kWidths, openPage, startBrowser } from "./reader.mjs";

const kLanguages = ["fr", "nl", "de", "en"];
const kPassword = "a horse reads the minutes";
const kPages = ["", "terminals", "ballots", "election", "halls", "imports", "count", "accounts", "tokens", "audit", "password"];

/** One pixel. */
const kPicture = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64");

let browser;
let centre;
let staff;
let auditor;

before(async () => {
  browser = await startBrowser();
  centre = await startCentre();
  centre.run("hall", "put", "Gare", "--commune", "Bas-Village", "--address", "Quai 1", "--hours", "7–20 h", "--latitude", "50.4490", "--longitude", "4.9010");
  centre.hall("Salle des fêtes", 8);
  staff = centre.invite("bert", "staff", "Salle des fêtes");
  auditor = centre.invite("chloe", "auditor");
});
after(async () => {
  await browser?.close();
  await centre?.stop();
});

/** What an authenticator app shows (RFC 6238). */
function codeOf(base32) {
  const bits = [...base32].map((sign) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(sign).toString(2).padStart(5, "0")).join("");
  const key = Buffer.from(bits.match(/.{8}/g).map((byte) => parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const mac = createHmac("sha1", key).update(counter).digest();
  return String((mac.readUInt32BE(mac[19] & 15) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}

async function speak(page, language) {
  await page.selectOption("select[aria-label]", language);
  assert.equal(await page.getAttribute("html", "lang"), language);
}

/** Somebody with an invitation comes in, and is shown the recovery codes on the way. */
async function enter(where, name, invitation, seen = async () => {}) {
  const page = await openPage(browser, "desk");
  await page.goto(new URL("/admin/", where.page).href);
  await page.waitForSelector("form");
  await speak(page, "en");
  await seen(page, "login");
  await page.click("text=I was invited");
  await page.fill("input[autocomplete=username]", name);
  await page.fill("input[autocomplete=off]", invitation.toLowerCase());
  await page.click("button[type=submit]");
  const secret = await page.textContent(".once code");
  await seen(page, "setup");
  for (const field of await page.$$("input[type=password]")) await field.fill(kPassword);
  await page.fill("input[autocomplete=one-time-code]", codeOf(secret));
  await page.click("button[type=submit]");
  await page.waitForSelector(".codes");
  assert.equal(await page.locator(".codes li").count(), 10);
  await seen(page, "recovery");
  await page.check("input[type=checkbox]");
  await page.click("button[type=submit]");
  await page.waitForSelector("nav");
  return page;
}

/** A file that is dragged from a folder and let go over a place. */
async function drop(page, place, name, text) {
  const dataTransfer = await page.evaluateHandle(([called, content]) => {
    const dragged = new DataTransfer();
    dragged.items.add(new File([content], called, { type: "text/csv" }));
    return dragged;
  }, [name, text]);
  for (const act of ["dragover", "drop"]) await page.dispatchEvent(place, act, { dataTransfer });
}

/** A new invitation for the first central admin. */
const invitedAgain = () => /[0-9A-Z]{4}(-[0-9A-Z]{4}){3}/.exec(centre.run("account", "invite", "admin"))[0];

async function visit(page, path, language, width, name) {
  await page.setViewportSize(kWidths[width]);
  await page.evaluate((hash) => (location.hash = hash), `#/${path}`);
  await speak(page, language);
  await page.waitForLoadState("networkidle");
  await page.waitForFunction(() => document.querySelector("main h1") !== null);
  await checkPage(page, name);
}

/** Every figure and every € of an element is really drawn with Inter, whose zero bears no slash. */
async function checkFigures(page, element) {
  await element.evaluate(async (node) => (node.setAttribute("data-figures", ""), await document.fonts.ready, null));
  const debug = await page.context().newCDPSession(page);
  for (const domain of ["DOM", "CSS"]) await debug.send(`${domain}.enable`);
  const { root } = await debug.send("DOM.getDocument");
  const { nodeId } = await debug.send("DOM.querySelector", { nodeId: root.nodeId, selector: "[data-figures]" });
  const { fonts } = await debug.send("CSS.getPlatformFontsForNode", { nodeId });
  const text = await element.textContent();
  assert.equal(fonts.find((font) => font.familyName === "Inter")?.glyphCount, text.match(/[\d€]/g).length, text);
  await element.evaluate((node) => node.removeAttribute("data-figures"));
  await debug.detach();
}

const links = (page) => page.locator("nav.side a").count();
const buttons = (page) => page.locator("main button").allTextContents();

test("a central admin accepts the invitation, and every page is for everybody in every language", async () => {
  const page = await enter(centre, "admin", centre.invitation, (shown, name) => checkPage(shown, `admin-${name}`));
  for (const width of Object.keys(kWidths))
    for (const language of kLanguages) for (const path of kPages) await visit(page, path, language, width, `admin-${path || "overview"}-${language}-${width}`);
  assert.equal(await links(page), 10);
  await page.setViewportSize({ width: 1024, height: 768 });
  for (const path of kPages) {
    await page.evaluate((hash) => (location.hash = hash), `#/${path}`);
    await page.waitForLoadState("networkidle");
    await checkPage(page, `admin-${path || "overview"}-between`);
  }
  await page.context().close();
});

test("whoever works with the keyboard, the back button and a reload stays where they were", async () => {
  const page = await enter(centre, "admin", invitedAgain());
  const active = () => page.evaluate(() => document.activeElement.getAttribute("aria-label") ?? document.activeElement.textContent);
  await page.click("text=Halls and staff");
  await page.getByRole("button", { name: "Edit: Gare" }).press("Enter");
  await page.waitForSelector("dialog");
  await page.keyboard.press("Escape");
  await page.waitForSelector("dialog", { state: "detached" });
  assert.equal(await active(), "Edit: Gare");

  await page.click("text=Terminals");
  await page.getByLabel("Show").selectOption("revoked");
  await page.waitForSelector("text=No terminal fits this choice.");
  await page.reload();
  await page.waitForSelector("text=No terminal fits this choice.");
  await page.goBack();
  await page.waitForSelector("td");

  await page.setViewportSize(kWidths.phone);
  assert.equal(await page.getByRole("link", { name: "Activity log" }).isVisible(), false);
  await page.getByRole("button", { name: "Menu" }).click();
  await checkPage(page, "admin-menu-phone");
  await page.getByRole("link", { name: "Activity log" }).click();
  await page.waitForSelector("h1:has-text('Activity log')");
  const called = (title) => page.waitForFunction((wanted) => document.title === wanted, title);
  await called("Activity log · Isoloir");
  await page.getByRole("link", { name: "Halls and staff" }).waitFor({ state: "hidden" });
  await speak(page, "nl");
  await called("Logboek · Isoloir");
  await page.context().close();
});

test("municipal staff see their hall, and change no more than what it tells the public", async () => {
  const page = await enter(centre, "bert", staff);
  assert.equal(await links(page), 4);
  for (const path of ["", "terminals", "ballots", "halls"]) await visit(page, path, "en", "desk", `staff-${path || "overview"}`);
  assert.equal((await page.textContent("main")).includes("Gare"), false);
  assert.deepEqual(await buttons(page), ["Edit"]);
  await page.evaluate(() => (location.hash = "#/audit"));
  await page.waitForSelector("text=This page does not exist");
  await page.context().close();
});

test("an auditor sees all, and no page has a button that changes anything", async () => {
  const page = await enter(centre, "chloe", auditor);
  assert.equal(await links(page), 10);
  for (const path of kPages.filter((one) => one !== "password")) {
    await visit(page, path, "en", "desk", `auditor-${path || "overview"}`);
    const found = (await buttons(page)).filter((label) => !label.startsWith("Download") && label !== "See");
    assert.deepEqual(found, [], path);
  }
  await page.context().close();
});

test("an admin imports votes, closes the vote, counts and sees the result", async () => {
  const page = await enter(centre, "admin", invitedAgain());
  const [one, two] = centre.definition.projects.map((project) => project.id);
  await page.click("text=Imports");
  await drop(page, ".drop", "votes.csv", `voter_id;projects\n85010100187;${one},${two}\n85073003329;${one}\n`);
  await drop(page, "h1", "beside.csv", "a file beside its place");
  await page.getByRole("button", { name: "Import the file" }).dblclick();
  await page.waitForSelector(".badge.done");
  await checkPage(page, "import-done");
  assert.match(await page.textContent("main"), /lines? (was|were) refused/);
  await speak(page, "fr");
  await page.waitForSelector("text=Les chiffres de contrôle ne vont pas avec le numéro");
  await speak(page, "en");
  await page.click("text=All imports");
  await page.waitForSelector("h2:has-text('Earlier imports')");
  assert.equal(await page.locator("td", { hasText: "votes.csv" }).count(), 1, "a second click imports nothing twice");

  await page.click("text=Count and publish");
  await page.click("button:has-text('Close the vote')");
  await page.fill("dialog input", "CLOSE");
  await checkPage(page, "count-close");
  await page.click("dialog button[type=submit]");
  await page.click("text=Count now");
  await page.waitForSelector("text=Ballots counted", { timeout: 60_000 });
  await checkPage(page, "count-result");
  assert.match(await page.textContent("main"), /Funded/);
  await checkFigures(page, page.locator("main td", { hasText: "€" }).first());
  await checkFigures(page, page.locator("main .figure dd", { hasText: "€" }));
  await page.click("text=Log out");
  await page.waitForSelector("input[type=password]");
  await page.context().close();
});

test("a count is proved unless somebody unticks it, and the proof is published", async () => {
  const enough = await startCentre();
  try {
    enough.vote(20);
    enough.run("close", "--anyway");
    const page = await enter(enough, "admin", enough.invitation);
    for (const width of Object.keys(kWidths)) for (const language of kLanguages) await visit(page, "count", language, width, `count-proved-${language}-${width}`);
    assert.equal(await page.getByLabel("Prove the count as well").isChecked(), true);
    await page.click("text=Count now");
    await page.waitForSelector("text=Ballots counted", { timeout: 60_000 });
    await page.locator("a[href='/bundle.zip']").waitFor();
    assert.equal((await enough.get("/bundle.json")).status, 200);
    await page.context().close();
  } finally {
    await enough.stop();
  }
});

test("where trustees open the ballots the desk says who does what, and shows the result once they did", async () => {
  const names = ["Anne", "Bart", "Claude"];
  const held = await startCentre((definition) => (definition.counting = "ceremony"), names);
  try {
    held.vote(20);
    held.run("close", "--anyway");
    const page = await enter(held, "admin", held.invitation);
    for (const width of Object.keys(kWidths)) for (const language of kLanguages) await visit(page, "count", language, width, `ceremony-${language}-${width}`);
    const told = await page.textContent("main");
    assert.match(told, /It takes 2 of Anne, Bart and Claude/);
    const commands = await page.locator(".guide code").allTextContents();
    assert.deepEqual(commands.map((command) => command.split(" ").slice(0, 2).join(" ")), ["isoloir-server bundle", "isoloir-trustee mix", "isoloir-trustee open", "isoloir-server count"]);
    assert.equal(await page.getByRole("button", { name: "Count now" }).count(), 0);

    const folder = join(held.folder, "count");
    held.run("bundle", folder);
    for (const step of ["mix", "open"]) for (const name of names.slice(0, 2)) held.trustee(step, name, folder);
    held.run("count", "--bundle", folder);
    await page.reload();
    await page.waitForSelector("text=Ballots counted");
    assert.equal(await page.locator("a[href='/bundle.zip']").count(), 1);
    await page.context().close();
  } finally {
    await held.stop();
  }
});

test("an election is begun, filled in, checked and sealed", async () => {
  const empty = await startCentre(null);
  try {
    const page = await enter(empty, "admin", empty.invitation);
    await checkPage(page, "draft-none");
    await page.click("text=Prepare the election");
    await page.click("text=Begin an empty draft");
    await page.waitForSelector("text=Title and money");
    for (const language of ["Nederlands", "Deutsch", "English"]) await page.uncheck(`fieldset:has-text("Languages of the vote") label:has-text("${language}")`);
    const field = (label, nth = 0) => page.getByLabel(label).nth(nth);
    await page.fill("fieldset.texts >> nth=0 >> input", "Budget participatif");
    await page.fill("fieldset.texts >> nth=1 >> textarea", "Pour tous les habitants");
    await field("Envelope (€)").fill("200 000");
    const vote = page.locator("fieldset.span", { hasText: "Vote" });
    await vote.getByLabel("From").fill("2027-03-01");
    await vote.getByLabel("Until (included)").fill("2027-03-31");
    await page.click("text=Add a project");
    const sheet = page.locator("dialog");
    await sheet.locator("fieldset.texts >> nth=0 >> input").fill("Un banc");
    await sheet.locator("fieldset.texts >> nth=1 >> textarea").fill("Un banc sur la place");
    await sheet.getByLabel("Cost (€)").fill("1.500,50");
    await sheet.getByLabel("Proposed by").fill("Comité de quartier");
    await checkPage(page, "draft-project");
    await sheet.locator("text=Close").click();
    await page.getByLabel("At most so many projects").fill("1");
    await page.getByLabel("How the winners are chosen").selectOption("mes");
    await page.getByLabel("If equal shares leave money over").selectOption("add1-greedy");
    assert.ok(await page.getByLabel("Figures during the vote").isDisabled(), "this rule shows nothing before the close");
    await page.click("text=Save the draft");
    await page.waitForSelector("text=Nothing is left to mend");
    await checkPage(page, "draft-ready");
    await page.click("section button.danger");
    await page.fill("dialog input", "SEAL");
    await page.click("dialog button[type=submit]");
    await page.waitForSelector("text=Fingerprint of the election");
    await page.waitForSelector("dd:has-text('Equal shares')");
    await checkPage(page, "draft-sealed");
    await page.context().close();
  } finally {
    await empty.stop();
  }
});

test("pictures that an imported file names are dropped together, and what is not saved outlives a look at another page", async () => {
  const empty = await startCentre(null);
  try {
    const page = await enter(empty, "admin", empty.invitation);
    const definition = { ...empty.definition, projects: empty.definition.projects.map((project, index) => (index < 2 ? { ...project, picture: `pictures/${index}.png` } : project)) };
    const file = join(empty.folder, "with-pictures.json");
    writeFileSync(file, JSON.stringify(definition));
    await page.click("text=Prepare the election");
    await page.setInputFiles("input[type=file]", file);
    await page.waitForSelector("text=2 pictures that the file names are not here yet");
    assert.equal(await page.locator(".problems li").count(), 2);
    const picture = { mimeType: "image/png", buffer: kPicture };
    await page.setInputFiles("#projects input[type=file]", [{ name: "0.png", ...picture }, { name: "1.png", ...picture }, { name: "2.png", ...picture }]);
    await page.waitForSelector("text=No project waits for it");
    assert.match(await page.textContent("#projects .wrong"), /: 2\.png$/);
    await checkPage(page, "draft-pictures");
    await page.click("text=Save the draft");
    await page.waitForSelector("text=Nothing is left to mend");

    await page.getByLabel("Envelope (€)").fill("123 456");
    await page.click("text=Overview");
    await page.waitForSelector("text=The election is being prepared");
    await page.click("nav >> text=Election");
    assert.equal(await page.getByLabel("Envelope (€)").inputValue(), "123,456");
    await page.getByRole("button", { name: /^Move Verger partagé down/ }).click();
    await page.waitForFunction(() => document.activeElement.getAttribute("aria-label") === "Move Verger partagé down");
    await page.getByRole("button", { name: "Undo my changes" }).click();
    await page.click("dialog button.danger");
    await page.waitForSelector("text=Everything is saved.");
    assert.equal(await page.getByLabel("Envelope (€)").inputValue(), "90,000");
    await page.context().close();
  } finally {
    await empty.stop();
  }
});
