// The parts of the dashboard that need no browser.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import type { ElectionFile, Hall, Report, Terminal } from "../src/api.ts";
import { chartOf } from "../src/chart.ts";
import { countsSums, satisfactionOf, settled } from "../src/counting.ts";
import { csv } from "../src/csv.ts";
import { emptyFile, emptyProject, freeId, movedTo, waitingPictures, withPhase, withText } from "../src/draft.ts";
import { inOrder, needsAttention } from "../src/fleet.ts";
import { fingerprint, money, parseDegrees, parseMoney, plainMoney } from "../src/format.ts";
import { dictionary, preferred } from "../src/language.ts";
import { problemsOf } from "../src/problems.ts";
import { mismatch } from "../src/report.ts";
import { may, sees } from "../src/rights.ts";
import { href, parseRoute } from "../src/route.ts";
import { sentences, translated } from "../src/said.ts";
import { busiestHour, daysOf } from "../src/turnout.ts";

const terminal: Terminal = { key: "3f9a", hall: "Jambes", state: "approved", online: true, seen: 1, open: true, records: 1, accepted: 1, spoilt: 0, waiting: 0, version: "0.1.0", battery: null, lost: 0, forked: false, cheats: false };

test("amounts are read as people type them, and written as they are read", () => {
  for (const [text, cents] of [["200 000", 20000000], ["1.234,50", 123450], ["€ 1,234.50", 123450], ["5", 500], ["0,5", 50]] as const) assert.equal(parseMoney(text), cents);
  for (const text of ["", "x", "1.2.3", "12,34,56", "-5"]) assert.equal(parseMoney(text), null);
  for (const language of ["fr", "nl", "de", "en"] as const)
    for (const cents of [0, 5, 50, 123450, 20000000, 123456789]) assert.equal(parseMoney(plainMoney(cents, language)), cents);
  assert.equal(money(20000000, "fr"), "200\u202f000\u00a0€");
  assert.equal(parseDegrees("50,4669", 90), 50466900);
  assert.equal(parseDegrees("95", 90), null);
});

test("what a spreadsheet would run is tamed, and quotes are doubled", () => {
  assert.equal(csv([["=1+1", 'a;"b"'], [-5, "x"]]), "\ufeff'=1+1;\"a;\"\"b\"\"\"\r\n-5;x\r\n");
});

test("a counting rule keeps what goes with it, and loses what does not", () => {
  const file = (change: Partial<ElectionFile>): ElectionFile => ({ ...emptyFile(), ...change });
  const points = { kind: "points", min_projects: 0, max_projects: 3, max_points: 3, max_sum_points: 10 };
  assert.equal(settled(file({ rule: "phragmen", ballot: points })).rule, "greedy");
  assert.deepEqual(settled(file({ rule: "mes", satisfaction: "votes", completion: "add1", skip: false })), file({ rule: "mes", satisfaction: "votes", completion: "add1" }));
  assert.deepEqual(settled(file({ rule: "greedy", satisfaction: "votes", completion: "add1", skip: true })), file({}), "what is usual is not said");
  assert.equal(satisfactionOf(file({ rule: "mes" })), "cost");
  assert.equal(satisfactionOf(file({ rule: "phragmen" })), undefined);
  assert.ok(countsSums(file({ rule: "greedy-per-cost" })) && countsSums(file({ ballot: points })));
  for (const rule of ["mes", "phragmen"] as const) assert.equal(settled(file({ rule, ranking: "live" })).ranking, "sealed");
  assert.equal(settled(file({ ranking: "live", precedence: "last" })).precedence, "first");
});

test("addresses say where one is, with names of any letters", () => {
  assert.deepEqual(parseRoute(href(["imports", "a/b é"], { hall: "La Plante" })), { path: ["imports", "a/b é"], query: { hall: "La Plante" } });
  assert.deepEqual(parseRoute(""), { path: [], query: {} });
});

test("terminals that need somebody come first", () => {
  assert.ok(!needsAttention(terminal));
  for (const bad of [{ forked: true }, { cheats: true }, { lost: 1 }, { online: false }, { battery: 10 }]) assert.ok(needsAttention({ ...terminal, ...bad }));
  assert.ok(!needsAttention({ ...terminal, state: "revoked", online: false }));
  assert.ok(!needsAttention({ ...terminal, state: "revoked", forked: true }), "what was to be done is done");
  assert.equal(inOrder([terminal, { ...terminal, hall: "Z", lost: 1 }])[0]!.hall, "Z");
});

test("a report that does not add up is told", () => {
  const report: Report = { accepted: 2, duplicates: 1, refused: 1, spoilt: 0, reasons: { proof: 1 }, channels: [{ name: "Jambes", accepted: 2, duplicates: 1, refused: 1, spoilt: 0 }] };
  assert.equal(mismatch(report), null);
  assert.deepEqual(mismatch({ ...report, accepted: 3 }), { sum: 2, total: 3 });
  assert.deepEqual(mismatch({ ...report, reasons: {} }), { sum: 0, total: 1 });
});

test("roles see and change their own", () => {
  assert.ok(sees("auditor", "audit") && !may("auditor", "change") && !may("auditor", "edit-hall"));
  assert.ok(!sees("staff", "audit") && sees("staff", "halls") && may("staff", "edit-hall") && !may("staff", "change"));
  assert.ok(may("admin", "change"));
});

test("a draft keeps its order, its texts and its references", () => {
  const one = emptyProject([], "fr");
  assert.equal(one.id, "p1");
  assert.equal(freeId([{ ...one, id: "p2" }]), "p3");
  assert.deepEqual(movedTo(["a", "b", "c"], 0, 2), ["b", "c", "a"]);
  assert.deepEqual(movedTo(["a", "b", "c"], 2, 0), ["c", "a", "b"]);
  assert.deepEqual(movedTo(["a"], 0, -1), ["a"]);
  assert.deepEqual(withText({ fr: "un", nl: "een" }, "nl", ""), { fr: "un" });
  assert.deepEqual(withText({ fr: "un" }, "fr", ""), { fr: "" });
  const phases = withPhase(withPhase(emptyFile().phases, "vote", "2026-06-01", "2026-06-30"), "deposit", "2026-01-01", "2026-02-01");
  assert.deepEqual(phases.map((phase) => phase.kind), ["deposit", "vote"]);
  assert.equal(withPhase(phases, "vote", "", "").length, 1);
});

test("pictures that a file names are waited for by their name, until they are here", () => {
  const project = (picture?: string) => ({ ...emptyProject([], "fr"), ...(picture === undefined ? {} : { picture }) });
  const projects = [project("pictures/a.png"), project(), project("b.png"), project("c/a.png")];
  assert.deepEqual([...waitingPictures(projects, ["b.png"])], [["a.png", [0, 3]]]);
});

test("all that must be mended in a draft is said at once, and a draft in order has nothing", () => {
  const project = { ...emptyProject([], "fr"), title: { fr: "Un banc" }, description: { fr: "Sur la place" }, cost: 150000 };
  const good: ElectionFile = { ...emptyFile(), title: { fr: "Budget" }, envelope: 20000000, ballot: { min_projects: 0, max_projects: 1 }, projects: [project] };
  const whats = (file: ElectionFile) => problemsOf(file, ["here.png"]).map((problem) => problem.what);
  assert.deepEqual(whats(good), []);
  assert.deepEqual(whats(emptyFile()), ["title", "envelope", "noProjects"]);
  const twice = { ...project, title: { fr: "" }, description: {}, cost: 0, picture: "elsewhere.png" };
  assert.deepEqual(whats({ ...good, projects: [project, twice] }), ["projectTitle", "projectDescription", "projectCost", "projectIdTwice", "projectPicture"]);
  const phases = [{ kind: "deposit", from: "2026-02-01", until: "2026-01-01" }, { kind: "analysis", from: "2026-01-01", until: "" }, { kind: "vote", from: "2025-12-01", until: "2026-12-31" }];
  assert.deepEqual(whats({ ...good, phases, languages: [] }), ["languages", "phaseBackwards", "phaseDay", "phaseOrder"]);
  assert.deepEqual(whats({ ...good, ballot: { min_projects: 3, max_projects: 2, max_cost: 0 }, batch_minimum: 0 }), ["maxProjects", "minProjects", "maxCost", "batchMinimum"]);
  assert.deepEqual(whats({ ...good, ballot: { kind: "points", min_projects: 0, max_projects: 1, max_points: 5, max_sum_points: 3 } }), ["points"]);
  assert.deepEqual(whats({ ...good, eligibility: { minimum_age: 16, national_number: false, voter_code: false }, contacts: { phone: "", mail: "", site: "https://x.be/y" } }), ["identify", "site"]);
});

test("what the server says of a line or a file is told in the page's language, and the server still says it so", () => {
  const written = ["sync-server", "shared"]
    .flatMap((folder) => readdirSync(join(process.env.ISOLOIR_SOURCE!, folder), { recursive: true, encoding: "utf8" }).map((file) => join(process.env.ISOLOIR_SOURCE!, folder, file)))
    .filter((file) => file.endsWith(".cpp"))
    .map((file) => readFileSync(file, "utf8").replaceAll('\\"', '"'))
    .join("\n");
  for (const sentence of Object.values(sentences).flat()) for (const part of sentence.split("#")) assert.ok(written.includes(part), sentence);
  assert.equal(translated("the voter is younger than 16", dictionary.fr), "Cette personne a moins de 16 ans.");
  assert.equal(translated('line 4: not valid UTF-8; export it as "CSV UTF-8"', dictionary.de), "Zeile 4: Das ist keine Textdatei. Speichern Sie sie als „CSV UTF-8“.");
  assert.equal(translated("something new", dictionary.fr), null);
});

test("the fingerprint of an election reads as on the public pages", () => {
  assert.equal(fingerprint("gzswTEDGO2d8P9tC1yMQDGR5gpgVrVVDK3A8qmiR2jE"), "833b304c 40c63b67 7c3fdb42 d723100c 64798298 15ad5543 2b703caa 6891da31");
});

test("halls are placed north up, and those without a place are left out", () => {
  const hall = (name: string, latitude: number | null, longitude: number | null): Hall => ({ name, commune: "", address: "", hours: "", latitude, longitude, terminals: 0, accepted: 0 });
  const chart = chartOf([hall("Namur", 50466900, 4867500), hall("Dinant", 50260900, 4912200), hall("?", null, null)], 640)!;
  assert.equal(chart.places.length, 2);
  assert.ok(chart.places[0]!.y < chart.places[1]!.y && chart.places[0]!.x < chart.places[1]!.x);
  assert.equal(chartOf([hall("?", null, null)], 640), null);
});

test("the browser's first language that we speak is taken, but a choice goes before", () => {
  assert.equal(preferred(null, ["es", "nl-BE", "fr"]), "nl");
  assert.equal(preferred("de", ["nl"]), "de");
  assert.equal(preferred(null, ["es"]), "fr");
});

test("a day without a vote is a column too, and a wrong clock makes no endless chart", () => {
  const at = (...days: string[]) => ({ days: days.map((day) => ({ day, ballots: 2 })), hours: [0, 3, 1] });
  assert.deepEqual(daysOf(at("2022-02-28", "2022-03-02")), [{ day: "2022-02-28", ballots: 2 }, { day: "2022-03-01", ballots: 0 }, { day: "2022-03-02", ballots: 2 }]);
  assert.equal(daysOf(at("1970-01-01", "2022-03-02")).length, 2);
  assert.deepEqual(daysOf(at()), []);
  assert.equal(busiestHour(at()), 1);
});
