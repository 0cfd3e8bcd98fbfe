// A whole bundle (PROTOCOL.md 12): every check by its name, in order, each of which fails or passes for itself.

import { readCheckpoint } from "../../protocol/checkpoint.ts";
import { toHex } from "../../protocol/bytes.ts";
import { Wrong } from "../../protocol/json.ts";
import { type Election, readPackage } from "../../protocol/package.ts";
import type { ObjectReader } from "../../protocol/reader.ts";
import { type Check, Checks, type Found, kKeptCheckpoint, type Listener, Missing, need } from "./checks.ts";
import { winnersOf } from "./count/outcome.ts";
import { count } from "./count/rule.ts";
import { type Counted, checkCounted, readCounted, unseenReasons } from "./counted.ts";
import { Files } from "./files.ts";
import { checkKept, readLog } from "./log.ts";
import { type Pabulib, checkOutcome, checkVotes, parsePabulib, ruleWord } from "./pabulib.ts";
import { type OpenedRound, checkInvalid, readRound } from "./plaintexts.ts";
import type { Record } from "./record.ts";
import { type Standing, readRecords, standingsOf } from "./records.ts";
import { checkResult, openResult } from "./result.ts";
import { readRoster } from "./roster.ts";
import { RoundChecks } from "./round.ts";
import { sumUp } from "./sums.ts";
import { checkTally } from "./tally.ts";

export interface Wanted {
  election?: string; // its identifier in hex, where the reader knows it from elsewhere
  checkpoints?: string[]; // that the log signed on other days
}

class BundleChecks {
  private readonly checks: Checks;
  constructor(
    private readonly files: Files,
    private readonly wanted: Wanted,
    private readonly listener: Listener,
  ) {
    this.checks = new Checks(listener);
  }

  async run(): Promise<Check[]> {
    const { checks, files } = this;
    const breathe = this.listener.breathe;
    const election = await checks.run("package", async () => this.package());
    const roster = await checks.run("roster", async () => {
      const read = readRoster(files.take("roster.jws"), need(election, "package"));
      return [read, `${read.size} terminals, the online channel among them`];
    });
    const checkpoint = await checks.run("checkpoint", async () => {
      const of = need(election, "package");
      const read = readCheckpoint(files.text("checkpoint"), of.id, of.keys.log);
      return [read, `${read.size} records, root ${toHex(read.root)}`];
    });
    const log = await checks.run("log", async () => {
      const read = await readLog(files, need(checkpoint, "checkpoint"), breathe);
      return [read, `${read.leaves.length} records make the root that the checkpoint names`];
    });
    for (const [index, note] of (this.wanted.checkpoints ?? []).entries())
      await checks.run(kKeptCheckpoint(index + 1), async () => {
        const { hashes } = need(log, "log");
        const kept = readCheckpoint(note, election!.id, election!.keys.log);
        checkKept(kept, checkpoint!, hashes);
        return [null, `the log began with its ${kept.size} records`];
      });
    const records = await checks.run("records", async () => {
      const read = await readRecords(need(log, "log").leaves, need(roster, "roster"), need(election, "package"), breathe);
      return [read, `${read.length} records, each signed by its terminal and in its place`];
    });
    const standings = records && election ? await standingsOf(records, election, breathe) : null;
    await checks.run("spoilt", async () => this.spoilt(need(standings, "records"), records!));
    const counted = await checks.run("counted", async () => {
      const of = need(standings, "records");
      const list = readCounted(this.files.take("counted.json"));
      checkCounted(list, records!, of, election!);
      const unseen = unseenReasons(list);
      const sizes = list.rounds.map(({ channel, leaves: some }) => `${some.length} ${channel}`).join(", ");
      return [list, `counted: ${sizes || "none"}; excluded: ${list.excluded.size}${unseen && `, of which only openings could show: ${unseen}`}`];
    });
    const opened = election && records && counted ? await this.rounds(election, records, counted) : null;
    const result = this.readResult(election);
    await this.outcome(election, opened, result);
    await checks.run("result", async () => {
      const of = need(election, "package");
      if (result instanceof Wrong) throw result;
      const found = { election: of, checkpoint: need(checkpoint, "checkpoint"), records: records!, counted: need(counted, "counted") };
      return [null, checkResult(result!, found, files)];
    });
    await checks.run("files", async () => {
      const left = files.left().filter((path) => !this.isHung(path));
      if (left.length > 0) throw new Wrong(`${left[0]}: belongs to no bundle${left.length > 1 ? `, and ${left.length - 1} more` : ""}`);
      return [null, "nothing but the bundle's own files"];
    });
    return checks.done;
  }

  private package(): [Election, string] {
    const read = readPackage(this.files.take("package.jws"));
    const id = toHex(read.id);
    if (this.wanted.election !== undefined && this.wanted.election !== id) throw new Wrong(`package: of the election ${id}, not of the one that was asked for`);
    const who = read.trustees === null ? "the server holds the election key" : `${read.trustees.threshold} of ${read.trustees.members.length} trustees open`;
    return [read, `election ${id}, authority ${toHex(read.keys.authority)}; ${who}`];
  }

  private readResult(election: Election | null): ObjectReader | Wrong | null {
    try {
      return election && openResult(this.files.take("result.jws"), election);
    } catch (problem) {
      return problem instanceof Wrong ? problem : new Wrong(`result: ${String(problem)}`);
    }
  }

  private spoilt(standings: Standing[], records: Record[]): Found<null> {
    const all = records.filter(({ body }) => body.kind === "spoilt").length;
    const cheats = standings.flatMap((standing, leaf) => (standing === "opening" ? [leaf] : []));
    if (cheats.length === 0) return [null, `${all} ballots laid open, as they were sealed`];
    return [null, `${all} ballots laid open; FALSE: leaf ${cheats.join(", leaf ")}: there a terminal cheats`, true];
  }

  private async rounds(election: Election, records: Record[], counted: Counted): Promise<OpenedRound[] | null> {
    const rounds: OpenedRound[] = [];
    for (const [number, round] of counted.rounds.entries()) {
      const opened = await new RoundChecks(this.files, election, number, this.checks).run(round, records);
      if (opened !== null) rounds.push(await readRound(number, round.channel, opened, election, this.listener.breathe));
    }
    return rounds.length === counted.rounds.length ? rounds : null;
  }

  private async outcome(election: Election | null, opened: OpenedRound[] | null, result: ObjectReader | Wrong | null): Promise<void> {
    const file = await this.checks.run("plaintexts", async (): Promise<Found<Pabulib>> => {
      const rounds = need(opened, "opened");
      checkInvalid(this.files.take("invalid.json"), rounds.flatMap(({ invalid }) => invalid));
      const read = parsePabulib(this.files.text("ballots.pb"));
      checkVotes(read, rounds, election!);
      const sums = sumUp(rounds, 0);
      return [read, `${sums.ballots} valid ballots and ${sums.invalid} invalid ones`];
    });
    await this.checks.run("tally", async () => {
      const read = need(file, "plaintexts");
      if (result === null || result instanceof Wrong) throw new Missing('hangs on "result"');
      const outcome = await count(election!, opened!.flatMap(({ valid }) => valid), this.listener.breathe);
      checkOutcome(read, election!, sumUp(opened!, election!.projects.length).votes, outcome);
      checkTally(result, opened!, outcome, election!);
      const winners = winnersOf(outcome).map((project) => election!.projects[project]!.id);
      return [null, `counted again by ${ruleWord(election!.rule)}, they give the same outcome; funded: ${winners.join(", ") || "none"}`];
    });
  }

  /// Files that were not asked for since a check before them failed: whether they belong there is not known.
  private isHung(path: string): boolean {
    const failed = (name: string) => this.checks.done.some((check) => check.name.startsWith(name) && check.status !== "pass");
    const of = path.startsWith("log/") ? ["package", "checkpoint", "log"] : path.startsWith("round-") ? ["counted", "records", "round"] : ["package", "roster", "records", "counted", "round", "plaintexts"];
    const own = /^(log\/tile\/entries\/|round-\d+\/(mix|opening)-\d+\.|roster\.jws$|checkpoint$|ballots\.pb$|invalid\.json$|result\.jws$|counted\.json$)/.test(path);
    return own && of.some(failed);
  }
}

export function verifyBundle(files: ReadonlyMap<string, Uint8Array>, wanted: Wanted, listener: Listener): Promise<Check[]> {
  return new BundleChecks(new Files(files), wanted, listener).run();
}
