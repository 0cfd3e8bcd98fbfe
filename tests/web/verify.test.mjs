// The page that verifies, as residents and observers see it, in four languages, at a desk and on a telephone. A small server gives
// it what the real one gives of an election that web/verify/test makes; the policy is the real one's too.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
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
    const [type, file] = kPlaces[path] ?? ["application/octet-stream", join(folder, "server", path)];
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
    await shown.getByRole("button", { name: "Vérifier" }).click();
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
