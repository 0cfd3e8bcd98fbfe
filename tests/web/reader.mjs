// Somebody who reads the pages in a browser, at a desk or on a telephone, and notices what is not right.

import assert from "node:assert/strict";
import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

import { chromium } from "playwright-core";

const kAxe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const kPictures = process.env.ISOLOIR_PICTURES;
export const kWidths = { desk: { width: 1280, height: 800 }, phone: { width: 390, height: 844 } };

export async function startBrowser() {
  mkdirSync(kPictures, { recursive: true });
  return chromium.launch({ executablePath: process.env.CHROMIUM, args: ["--no-sandbox"] });
}

/** A page whose every complaint is kept in `complaints`. */
export async function openPage(browser, width, more = {}) {
  const context = await browser.newContext({ viewport: kWidths[width], ignoreHTTPSErrors: true, ...more });
  const page = await context.newPage();
  page.complaints = [];
  page.on("console", (message) => message.type() === "error" && page.complaints.push(message.text()));
  page.on("pageerror", (error) => page.complaints.push(String(error)));
  return page;
}

/** No violation of WCAG 2.2 AA that a machine can see, nothing to scroll sideways, nothing in the console. */
export async function checkPage(page, name) {
  await page.screenshot({ path: join(kPictures, `${name}.png`), fullPage: true });
  assert.deepEqual(page.complaints, [], name);
  const [wide, room] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
  assert.ok(wide <= room, `${name}: ${wide} wide in ${room}`);
  // Evaluated by the debugger, which the page's own content policy does not bind.
  await page.evaluate(kAxe);
  const found = await page.evaluate(() => axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }));
  assert.deepEqual(
    found.violations.map((violation) => [violation.id, violation.nodes.map((node) => node.html)]),
    [],
    name,
  );
}
