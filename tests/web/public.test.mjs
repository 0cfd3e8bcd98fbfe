// The public pages as residents see them, in four languages, at a desk and on a telephone.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";

import { startCentre } from "./centre.mjs";
import { checkPage, kWidths, openPage, startBrowser } from "./reader.mjs";

const kLanguages = ["fr", "nl", "de", "en"];
const kHalls = [
  ["Salle des fêtes", "Haut-Village", "Place de l’Église 1", "lu–ve 9–17 h", "50.4669", "4.8675"],
  ["Bibliothèque", "Bas-Village", "Rue du Four 12", "me 13–19 h, sa 10–13 h", "50.4512", "4.8990"],
  ["Gare", "Bas-Village", "Quai 1", "tous les jours 7–20 h", "50.4490", "4.9010"],
];

let browser;
let centre;

before(async () => {
  browser = await startBrowser();
  centre = await startCentre((definition) => {
    definition.ranking = "live";
    definition.batch_minimum = 5;
    definition.languages = kLanguages;
    definition.phases.unshift({ kind: "deposit", from: "2025-09-01", until: "2025-10-31" });
  });
  for (const [name, commune, address, hours, latitude, longitude] of kHalls)
    centre.run("hall", "put", name, "--commune", commune, "--address", address, "--hours", hours, "--latitude", latitude, "--longitude", longitude);
  centre.hall("Salle des fêtes", 14);
  centre.vote(12, 500);
  centre.vote(2, 500); // two people again
});
after(async () => {
  await browser?.close();
  await centre?.stop();
});

async function everyPage(state, paths) {
  for (const width of Object.keys(kWidths))
    for (const language of kLanguages) {
      const page = await openPage(browser, width, width === "phone" && language === "de" ? { colorScheme: "dark" } : {});
      for (const [name, path] of Object.entries(paths)) {
        await page.goto(new URL(path(language), centre.page).href);
        assert.equal(await page.getAttribute("html", "lang"), language);
        await checkPage(page, `${state}-${name}-${language}-${width}`);
      }
      await page.context().close();
    }
}

test("while the poll is open with a live ranking, every page is for everybody", async () => {
  await waitFor(async () => JSON.parse((await centre.get("/live")).body).standing);
  const trackers = await centre.trackers();
  await everyPage("open", {
    result: (language) => `/${language}`,
    find: (language) => `/${language}/find`,
    found: (language) => `/${language}/find?tracker=${trackers[0]}`,
    twice: (language) => `/${language}/find?tracker=${trackers.at(-1)}`,
    unknown: (language) => `/${language}/find?tracker=0000-0000-0000-0000`,
    wrong: (language) => `/${language}/find?tracker=7K2M`,
  });
});

test("what changes appears without a reload, is announced at most once a minute, and waits while paused", async () => {
  const page = await openPage(browser, "desk");
  await page.goto(new URL("/en", centre.page).href);
  await page.evaluate(() => (window.sameDocument = true));
  const count = () => page.textContent("#participation b");
  const before = Number(await count());
  await page.click("details#hours summary");
  await page.getByRole("button", { name: "Pause" }).focus();
  centre.vote(3, 600);
  await page.waitForFunction((least) => Number(document.querySelector("#participation b").textContent) >= least, before + 3, { timeout: 60_000 });
  assert.equal(await page.evaluate(() => window.sameDocument), true);
  assert.equal(await page.getAttribute("details#hours", "open"), "", "what was unfolded stays so");
  assert.equal(await page.textContent("#heard"), "", "nothing is said in the first minute");
  await page.getByRole("button", { name: "Pause" }).click();
  const paused = await count();
  centre.vote(3, 700);
  await page.waitForTimeout(9_000);
  assert.equal(await count(), paused);
  await page.getByRole("button", { name: "Resume" }).click();
  await page.waitForFunction((least) => Number(document.querySelector("#participation b").textContent) >= least, before + 6, { timeout: 60_000 });
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test("a reader who listens hears the news, and not more often than once a minute", async () => {
  const page = await openPage(browser, "desk");
  await page.clock.install();
  await page.goto(new URL("/en", centre.page).href);
  await page.clock.fastForward(61_000);
  centre.vote(1, 800);
  const heard = () => page.textContent("#heard");
  await waitFor(async () => (await page.clock.runFor(1_000), (await heard()) !== ""));
  const first = await heard();
  assert.match(first, /Ballots accepted: \d/);
  centre.vote(1, 801);
  const shown = Number(await page.textContent("#participation b"));
  await waitFor(async () => (await page.clock.runFor(1_000), Number(await page.textContent("#participation b")) > shown));
  assert.equal(await heard(), first);
  await page.context().close();
});

test("a ballot is found by its code however it is typed, by a form that needs no script", async () => {
  const [tracker] = await centre.trackers();
  const page = await openPage(browser, "phone", { javaScriptEnabled: false });
  await page.goto(new URL("/en", centre.page).href);
  await page.getByRole("link", { name: "Find my ballot" }).click();
  await page.getByLabel("Code on the receipt").fill(tracker.toLowerCase().replaceAll("-", " ").replaceAll("0", "o").replaceAll("1", "l"));
  await page.getByRole("button", { name: "Find my ballot" }).click();
  assert.match(await page.textContent("#found"), /Your ballot has arrived/);
  assert.match(await page.textContent("#found"), /Salle des fêtes/);
  assert.equal(await page.inputValue("#tracker"), tracker);
  const proof = await centre.get(await page.getByRole("link", { name: "Download the proof" }).getAttribute("href"));
  assert.equal(proof.status, 200);
  await page.getByRole("link", { name: "Nederlands" }).click();
  assert.match(await page.textContent("#found"), /goed aangekomen/);
  await page.context().close();
});

test("somebody who followed a wrong link, or came before there was a vote, reads a page that says so", async () => {
  const page = await openPage(browser, "phone");
  const gone = async (where, path, name) => {
    assert.equal((await page.goto(new URL(path, where.page).href)).status(), 404);
    page.complaints.length = 0; // the browser says that there is nothing, and that is right
    await checkPage(page, name);
  };
  await gone(centre, "/nl/nothing", "nothing-nl");
  assert.equal(await page.textContent("h1"), "Deze pagina bestaat niet");
  await page.getByRole("link").click();
  await page.waitForSelector("#participation");
  const empty = await startCentre(null);
  try {
    await gone(empty, "/", "nothing-yet");
    assert.match(await page.textContent("main"), /No vote is published here yet/);
  } finally {
    await empty.stop();
  }
  await page.context().close();
});

test("the script is fetched once, and only again when it changed", async () => {
  const script = await centre.get("/live.js");
  assert.match(script.headers["content-type"], /javascript/);
  assert.ok(script.headers.etag);
});

test("the pages that calculate in the browser are served whole", async () => {
  for (const page of ["/check", "/verify"])
    for (const [path, type] of [[page, "text/html"], [`${page}.js`, "text/javascript"], [`${page}.css`, "text/css"]]) {
      const answer = await centre.get(path);
      assert.equal(answer.status, 200, path);
      assert.ok(answer.headers["content-type"].startsWith(type), path);
    }
});

test("a page with a sealed ranking shows participation alone", async () => {
  const sealed = await startCentre((definition) => (definition.languages = kLanguages));
  try {
    sealed.vote(45);
    for (const width of Object.keys(kWidths)) {
      const page = await openPage(browser, width);
      await page.goto(new URL("/fr", sealed.page).href);
      await checkPage(page, `sealed-result-fr-${width}`);
      assert.equal(await page.locator("#so-far").count(), 0);
      assert.equal(await page.locator(".project").count(), 0);
      await page.context().close();
    }
  } finally {
    await sealed.stop();
  }
});

test("after the close and after the count every page is for everybody, and the page that was open shows it", async () => {
  const trackers = await centre.trackers();
  const page = await openPage(browser, "desk");
  await page.goto(new URL("/en", centre.page).href);
  centre.run("close", "--anyway");
  await page.waitForSelector("#state.closed", { timeout: 60_000 });
  await everyPage("closed", { result: (language) => `/${language}`, unknown: (language) => `/${language}/find?tracker=0000-0000-0000-0000` });
  centre.run("count", "--bundle", join(centre.folder, "bundle"));
  await page.waitForSelector("#state.counted", { timeout: 60_000 });
  await page.waitForSelector("#result .project.funded");
  await page.waitForSelector("#take-away a[href$='.pdf']");
  assert.deepEqual(page.complaints, []);
  await page.context().close();
  await everyPage("counted", { result: (language) => `/${language}`, found: (language) => `/${language}/find?tracker=${trackers[0]}` });
  for (const file of ["/minutes-fr.pdf", "/result-fr.csv", "/result.json", "/result.jws", "/result.pb"]) assert.equal((await centre.get(file)).status, 200, file);
});

test("whoever reads the result checks the whole count with two clicks, or takes away what the other verifier reads", async () => {
  const page = await openPage(browser, "phone", { locale: "en-GB" });
  await page.goto(new URL("/en", centre.page).href);
  await page.getByRole("link", { name: "Verify a ballot or the whole count" }).click();
  await page.getByRole("button", { name: "Check the count published here" }).click();
  await page.waitForSelector(".card.good", { timeout: 120_000 });
  assert.equal(await page.locator(".checks li.holds").count(), await page.locator(".checks li").count());
  await checkPage(page, "counted-verified-en-phone");
  const [taken] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "Download these files (zip)" }).click()]);
  assert.match(taken.suggestedFilename(), /^isoloir-[0-9a-f]{8}\.zip$/);
  const zip = readFileSync(await taken.path());
  await page.context().close();

  const listing = await centre.get("/bundle.json");
  assert.equal((await centre.get("/bundle/package.jws")).headers.etag, `"${JSON.parse(listing.body).files.find((file) => file.path === "package.jws").sha256}"`);
  const folder = join(centre.folder, "fetched");
  for (const { path, bytes } of JSON.parse(listing.body).files) {
    const { status, body } = await centre.get(`/bundle/${path}`);
    assert.equal(status, 200, path);
    assert.equal(body.length, bytes, path);
    assert.ok(zip.includes(body), `${path} is stored in the archive as it is`);
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), body);
  }
  const checked = execFileSync(join(process.env.ISOLOIR_BIN, "isoloir-verify"), [folder], { encoding: "utf8" });
  assert.match(checked, /PASS: the count follows/);
});

async function waitFor(condition, times = 500) {
  for (let i = 0; i < times; ++i) {
    if (await condition()) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  assert.fail("it never came");
}
