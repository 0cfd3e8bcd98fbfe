// The page that verifies, as residents and observers see it, in four languages, at a desk and on a telephone. A small server gives
// it what the real one gives of an election that web/verify/test makes; the policy is the real one's too.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import http from "node:http";
import { tmpdir } from "node:os";
import { join, normalize } from "node:path";
import { after, before, test } from "node:test";

import { checkPage, kWidths, openPage, startBrowser } from "./reader.mjs";

const kPolicy = "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"; // sync-server/http
const kPages = process.env.ISOLOIR_PAGES;
const kPlaces = {
  "/verify": ["text/html", join(kPages, "verify/verify.html")],
  "/verify.css": ["text/css", join(kPages, "verify/verify.css")],
  "/verify.js": ["text/javascript", join(kPages, "verify/verify.js")],
};
const kLocales = { fr: "fr-BE", nl: "nl-BE", de: "de-BE", en: "en-GB" };

let browser;
let server;
let folder;
let names;
let page;
let published = null; // the folder that the server publishes
let crowd = 0; // so many requests for its files are told to come later

before(async () => {
  folder = mkdtempSync(join(tmpdir(), "isoloir-verify-"));
  const run = (program, ...words) => execFileSync(process.execPath, [join(process.env.ISOLOIR_BIN, `${program}.mjs`), ...words]);
  run("write_log", join(folder, "server"));
  run("write_corpus", folder, "good");
  cpSync(join(folder, "good-000"), join(folder, "doctored"), { recursive: true });
  const chain = join(folder, "doctored/round-0/mix-1.chain");
  writeFileSync(chain, new Uint8Array(statSync(chain).size).fill(1));
  names = JSON.parse(readFileSync(join(folder, "server/names.json"), "utf8"));
  server = http.createServer((request, response) => {
    const path = normalize(new URL(request.url, "http://localhost").pathname);
    if (path.startsWith("/bundle/") && crowd > 0) {
      --crowd;
      response.writeHead(503, { "Retry-After": "0" });
      response.end();
      return;
    }
    if (path === "/bundle.json" && published !== null) {
      response.writeHead(200, { "Content-Type": "application/json" });
      response.end(JSON.stringify({ files: listingOf(published) }));
      return;
    }
    const inBundle = path.startsWith("/bundle/") && published !== null ? join(published, path.slice("/bundle/".length)) : null;
    const [type, file] = kPlaces[path] ?? ["application/octet-stream", inBundle ?? join(folder, "server", path)];
    const there = existsSync(file) && statSync(file).isFile();
    response.writeHead(there ? 200 : 404, { "Content-Type": `${type}; charset=utf-8`, "Content-Security-Policy": kPolicy });
    response.end(there ? readFileSync(file) : "");
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  page = `http://127.0.0.1:${server.address().port}/verify`;
  browser = await startBrowser();
});
after(async () => {
  await browser?.close();
  server?.close();
  rmSync(folder, { recursive: true });
});

const listingOf = (of) =>
  readdirSync(of, { recursive: true })
    .filter((path) => statSync(join(of, path)).isFile())
    .map((path) => [path, readFileSync(join(of, path))])
    .map(([path, bytes]) => ({ path, bytes: bytes.length, sha256: createHash("sha256").update(bytes).digest("base64url") }));

const open = async (width, language, more = {}) => {
  const shown = await openPage(browser, width, { locale: kLocales[language], ...more });
  await shown.goto(page);
  await shown.waitForSelector("h1");
  return shown;
};
const choose = async (shown, name) => {
  await shown.setInputFiles("#folder", join(folder, name));
  await shown.waitForSelector("ol.checks, .card.bad", { timeout: 120_000 });
};

test("the page speaks four languages, at every width, by day and by night", async () => {
  for (const width of Object.keys(kWidths))
    for (const language of Object.keys(kLocales)) {
      const shown = await open(width, language, width === "phone" && language === "de" ? { colorScheme: "dark" } : {});
      assert.equal(await shown.getAttribute("html", "lang"), language);
      await checkPage(shown, `verify-${language}-${width}`);
      await shown.context().close();
    }
});

test("a ballot is found by its tracker, and the log's beginning is held against what somebody kept", async () => {
  const shown = await open("phone", "en");
  await shown.getByLabel("Tracker, or downloaded proof").fill(names.tracker.toLowerCase().replaceAll("-", " "));
  await shown.getByLabel("State of the log that you kept").fill(names.earlier);
  await shown.getByRole("button", { name: "Verify" }).click();
  await shown.waitForSelector(".card.good");
  const found = await shown.textContent(".card.good");
  assert.match(found, /stands in the log/);
  assert.match(found, /begins exactly with the 9 records/);
  assert.ok(found.includes(names.tracker));
  await checkPage(shown, "verify-receipt");
  await shown.getByLabel("State of the log that you kept").fill(names.forked);
  await shown.getByRole("button", { name: "Verify" }).click();
  await shown.waitForSelector(".card.bad");
  assert.match(await shown.textContent(".card.bad"), /another root/);
  await checkPage(shown, "verify-receipt-forked");
  await shown.context().close();
});

test("a tracker that is none, and one that nobody knows, are told apart", async () => {
  const shown = await open("phone", "fr");
  const ask = async (text) => {
    await shown.getByLabel("Numéro de suivi").fill(text);
    await shown.getByRole("button", { name: "Vérifier", exact: true }).click();
    await shown.waitForSelector(".card.bad");
    const said = await shown.textContent(".card.bad");
    shown.complaints.length = 0; // the browser says that there is nothing, and that is right
    return said;
  };
  assert.match(await ask("7K2M"), /ni un numéro de suivi/);
  assert.match(await ask("0000-0000-0000-0000"), /ne trouve pas/);
  await shown.context().close();
});

test("a folder that is right holds, and speaks another language without being read again", async () => {
  for (const width of Object.keys(kWidths)) {
    const shown = await open(width, "en");
    await choose(shown, "good-000");
    assert.match(await shown.textContent(".card.good"), /All of it holds/);
    assert.match(await shown.textContent(".checks .strong"), /FALSE: leaf 11/); // a terminal of this election cheats
    assert.equal(await shown.locator(".checks li.holds").count(), await shown.locator(".checks li").count());
    await checkPage(shown, `verify-count-good-${width}`);
    await shown.getByRole("button", { name: "Nederlands" }).click();
    await shown.waitForSelector(".card.good");
    assert.match(await shown.textContent(".card.good"), /Alles klopt/);
    await shown.context().close();
  }
});

test("a folder that was doctored does not hold, and the page says where; one that is no count is told so", async () => {
  const shown = await open("phone", "en", { viewport: { width: 375, height: 800 } });
  await choose(shown, "doctored");
  assert.match(await shown.textContent(".card.bad"), /does not hold/);
  assert.match(await shown.textContent(".checks li.fails"), /Round 1, mix 1.*round 0 mix 1: round-0\/mix-1.chain: its hash/s);
  await checkPage(shown, "verify-count-doctored");
  await choose(shown, "server/inclusion");
  assert.match(await shown.textContent(".card.bad"), /no folder of a count/);
  await shown.context().close();
});

test("a folder that an archive's program put into another one is found there", async () => {
  const outer = join(folder, "unpacked");
  cpSync(join(folder, "good-000"), join(outer, "isoloir-0badcafe"), { recursive: true });
  mkdirSync(join(outer, "__MACOSX"));
  writeFileSync(join(outer, "__MACOSX/._isoloir-0badcafe"), "x");
  const shown = await open("phone", "en");
  await choose(shown, "unpacked");
  assert.match(await shown.textContent(".card.good"), /All of it holds/);
  await shown.context().close();
});

/** One click, until there is an answer. */
const checkPublished = async (shown, label) => {
  await shown.getByRole("button", { name: label }).click();
  await shown.waitForSelector("ol.checks, .card.bad, .card.calm", { timeout: 120_000 });
};
const kCheckIt = { fr: "Vérifier le dépouillement publié ici", nl: "Gepubliceerde telling controleren", de: "Veröffentlichte Auszählung prüfen", en: "Check the count published here" };

test("before a count is published, one click says so in plain words, in every language", async () => {
  published = null;
  for (const [language, label] of Object.entries(kCheckIt)) {
    const shown = await open("phone", language);
    await checkPublished(shown, label);
    shown.complaints.length = 0; // the browser says that there is nothing, and that is right
    assert.equal(await shown.locator(".card.calm").count(), 1);
    assert.equal(await shown.evaluate(() => document.activeElement.closest(".card.calm") !== null), true);
    await checkPage(shown, `verify-published-none-${language}`);
    await shown.context().close();
  }
});

test("one click fetches what this server publishes and checks it, also where the server is busy for a while", async () => {
  published = join(folder, "good-000");
  for (const width of Object.keys(kWidths))
    for (const [language, label] of Object.entries(kCheckIt)) {
      crowd = language === "en" ? 20 : 0;
      const shown = await open(width, language);
      await checkPublished(shown, label);
      if (crowd === 0) shown.complaints.length = 0; // the browser says that the server was busy
      assert.equal(await shown.locator(".card.good").count(), 1);
      assert.equal(await shown.locator(".checks li.holds").count(), await shown.locator(".checks li").count());
      assert.equal(await shown.locator("a[href='/bundle.zip']").count(), 1);
      await checkPage(shown, `verify-published-good-${language}-${width}`);
      await shown.context().close();
    }
});

test("what this server publishes and does not hold is told, and so is what came damaged on the way", async () => {
  const shown = await open("phone", "en");
  published = join(folder, "doctored");
  await checkPublished(shown, kCheckIt.en);
  assert.match(await shown.textContent(".card.bad"), /does not hold/);
  assert.match(await shown.textContent(".checks li.fails"), /Round 1, mix 1/);
  await checkPage(shown, "verify-published-doctored");

  await shown.route("**/bundle/checkpoint", (route) => route.fulfill({ status: 200, body: "half" }));
  await checkPublished(shown, kCheckIt.en);
  await shown.waitForSelector("text=The files did not come whole");
  await checkPage(shown, "verify-published-damaged");
  await shown.getByRole("button", { name: "Deutsch" }).click();
  await shown.waitForSelector("text=nicht vollständig angekommen");
  await shown.context().close();
});

test("while files are fetched the page tells how far it is, in a language that may change meanwhile", async () => {
  published = join(folder, "good-000");
  const shown = await open("phone", "fr");
  let go;
  const wait = new Promise((resolve) => (go = resolve));
  await shown.route("**/bundle/result.jws", async (route) => (await wait, await route.continue()));
  await shown.getByRole("button", { name: kCheckIt.fr }).click();
  await shown.waitForFunction(() => {
    const bar = document.querySelector("progress");
    return bar !== null && bar.value > 0 && bar.value < bar.max;
  });
  await checkPage(shown, "verify-published-fetching");
  await shown.getByRole("button", { name: "English" }).click();
  assert.equal(await shown.locator("progress").count(), 1);
  go();
  await shown.waitForSelector(".card.good", { timeout: 120_000 });
  assert.match(await shown.textContent(".card.good"), /All of it holds/);
  await shown.context().close();
});
