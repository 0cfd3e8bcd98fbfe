// A whole bundle (PROTOCOL.md 12): every check by its name, in order, each of which fails or passes for itself.

import { readCheckpoint } from "../../protocol/checkpoint.ts";
import { toHex } from "../../protocol/bytes.ts";
import { Wrong } from "../../protocol/json.ts";
import { type Election, readPackage } from "../../protocol/package.ts";
import { type Check, Checks, type Found, type Listener, Missing, Unable, need } from "./checks.ts";
import { type Counted, checkCounted, readCounted, unseenReasons } from "./counted.ts";
import { Files } from "./files.ts";
import { readLog } from "./log.ts";
import { type Pabulib, checkOutcome, checkVotes, parsePabulib } from "./pabulib.ts";
import { type OpenedRound, checkInvalid, readRound } from "./plaintexts.ts";
import type { Record } from "./record.ts";
import { type Standing, readRecords, standingsOf } from "./records.ts";
import { checkResult } from "./result.ts";
import { readRoster } from "./roster.ts";
import { RoundChecks } from "./round.ts";
import { outcomeOf, sumUp } from "./tally.ts";

export interface Wanted {
  election?: string; // its identifier in hex, where the reader knows it from elsewhere
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
    const leaves = await checks.run("log", async () => {
      const read = await readLog(files, need(checkpoint, "checkpoint"), breathe);
      return [read, `${read.length} records make the root that the checkpoint names`];
    });
    const records = await checks.run("records", async () => {
      const read = await readRecords(need(leaves, "log"), need(roster, "roster"), need(election, "package"), breathe);
      return [read, `${read.length} records, each signed by its terminal and in its place`];
    });
    const standings = records && election ? await standingsOf(records, election, breathe) : null;
    const list = this.readCounted();
    await checks.run("spoilt", async () => this.spoilt(need(standings, "records"), records!, list));
    const counted = await checks.run("counted", async () => {
      const of = need(standings, "records");
      if (list instanceof Wrong) throw list;
      checkCounted(list, records!, of, election!);
      const unseen = unseenReasons(list);
      const sizes = list.rounds.map(({ channel, leaves: some }) => `${some.length} ${channel}`).join(", ");
      return [list, `counted: ${sizes || "none"}; excluded: ${list.excluded.size}${unseen && `, of which only openings could show: ${unseen}`}`];
    });
    const opened = election && records && counted ? await this.rounds(election, records, counted) : null;
    await this.outcome(election, opened, counted);
    await checks.run("result", async () => {
      const found = { election: need(election, "package"), checkpoint: need(checkpoint, "checkpoint"), standings: need(standings, "records"), counted: need(counted, "counted") };
      const rounds = this.totalsAlone(counted!, election!) ? null : need(opened, "plaintexts");
      return [null, checkResult(files.take("result.jws"), { ...found, records: records!, opened: rounds })];
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

  private readCounted(): Counted | Wrong {
    try {
      return readCounted(this.files.take("counted.json"));
    } catch (problem) {
      return problem instanceof Wrong ? problem : new Wrong(`counted.json: ${String(problem)}`);
    }
  }

  private spoilt(standings: Standing[], records: Record[], list: Counted | Wrong): Found<null> {
    const all = records.filter(({ body }) => body.kind === "spoilt").length;
    const cheats = standings.flatMap((standing, leaf) => (standing === "opening" ? [leaf] : []));
    if (list instanceof Wrong && cheats.length > 0) throw new Missing('hangs on "counted"');
    const known = list instanceof Wrong ? new Map() : list.excluded;
    for (const leaf of cheats)
      if (known.get(leaf) !== "opening") throw new Wrong(`leaf ${leaf}: what was laid open is not what was sealed: its terminal cheats, and counted.json does not tell`);
    for (const [leaf, reason] of known)
      if (reason === "opening" && standings[leaf] !== "opening") throw new Wrong(`leaf ${leaf}: is told as a false opening, and is none`);
    if (cheats.length === 0) return [null, `${all} ballots laid open, as they were sealed`];
    return [null, `${all} ballots laid open; FALSE, and told as such: leaf ${cheats.join(", leaf ")}: there a terminal cheats`, true];
  }

  /// With fewer ballots than may be published one by one, a bundle has totals alone (PROTOCOL.md 11.2).
  private totalsAlone(counted: Counted, election: Election): boolean {
    const all = counted.rounds.reduce((sum, { leaves }) => sum + leaves.length, 0);
    return all < election.batchMinimum && !this.files.paths().some((path) => path.startsWith("round-") || path === "ballots.pb" || path === "invalid.json");
  }

  private async rounds(election: Election, records: Record[], counted: Counted): Promise<OpenedRound[] | null> {
    if (this.totalsAlone(counted, election)) return null;
    const rounds: OpenedRound[] = [];
    for (const [number, round] of counted.rounds.entries()) {
      const opened = await new RoundChecks(this.files, election, number, this.checks).run(round, records);
      if (opened !== null) rounds.push(await readRound(number, round.channel, opened, election, this.listener.breathe));
    }
    return rounds.length === counted.rounds.length ? rounds : null;
  }

  private async outcome(election: Election | null, opened: OpenedRound[] | null, counted: Counted | null): Promise<void> {
    const unable = () => {
      if (counted && election && this.totalsAlone(counted, election)) throw new Unable("fewer ballots than may be published one by one: totals alone are published");
    };
    const file = await this.checks.run("plaintexts", async (): Promise<Found<Pabulib>> => {
      unable();
      const rounds = need(opened, counted === null ? "counted" : "opened");
      checkInvalid(this.files.take("invalid.json"), rounds.flatMap(({ invalid }) => invalid));
      const read = parsePabulib(this.files.text("ballots.pb"));
      checkVotes(read, rounds, election!);
      return [read, `${read.votes.length} valid ballots and ${rounds.reduce((sum, { invalid }) => sum + invalid.length, 0)} invalid ones`];
    });
    await this.checks.run("tally", async () => {
      unable();
      const read = need(file, "plaintexts");
      const sums = sumUp(opened!, election!.projects.length);
      const outcome = outcomeOf(election!, sums);
      checkOutcome(read, election!, sums.votes, outcome);
      if (outcome === null) throw new Unable(`the sums hold; the rule "${election!.rule}" is not known to this verifier, so who wins is not checked`);
      const winners = outcome.winners.map((project) => election!.projects[project]!.id);
      return [null, `funded: ${winners.join(", ") || "none"}`];
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
