// One round of a count (PROTOCOL.md 11.2 to 11.4): what goes in, every mix, every opening, and what they open together.

import { bytesOf } from "../../protocol/ballot.ts";
import { compare, joined } from "../../protocol/bytes.ts";
import { blockCount } from "../../protocol/choice.ts";
import { type Point, readElement } from "../../protocol/group.ts";
import { Wrong } from "../../protocol/json.ts";
import type { Election } from "../../protocol/package.ts";
import { publicShare } from "../../protocol/trustees.ts";
import { type Checks, Missing, kRoundChecks, need } from "./checks.ts";
import type { Round } from "./counted.ts";
import type { Files } from "./files.ts";
import { checkMix } from "./mix.ts";
import { counters, needNumber, openSigned, takeMix, takeRaw } from "./mix_file.ts";
import { checkOpening, openTogether } from "./opening.ts";
import type { Record } from "./record.ts";

/// The ballots' ciphertexts without voter, terminal or number, sorted by their bytes (PROTOCOL.md 11.1).
export function urnOf({ leaves }: Round, records: Record[]): Uint8Array[] {
  const ballots = leaves.map((leaf) => {
    const { body } = records[leaf]!;
    if (body.kind !== "ballot") throw new Wrong(`leaf ${leaf}: is no ballot`);
    return bytesOf(body.ciphertexts);
  });
  return ballots.sort(compare);
}

export class RoundChecks {
  private readonly blocks: number;
  private readonly threshold: number;
  constructor(
    private readonly files: Files,
    private readonly election: Election,
    private readonly number: number,
    private readonly checks: Checks,
  ) {
    this.blocks = blockCount(election.ballot, election.projects.length);
    this.threshold = election.trustees?.threshold ?? 1;
  }

  /// @return  M of each block of each ballot of the last mix; null where they are not to be had
  async run(round: Round, records: Record[]): Promise<Uint8Array[][] | null> {
    const mixed = await this.mixes(joined(urnOf(round, records)));
    const parts = await this.openings(mixed);
    return this.checks.run(kRoundChecks.opened(this.number), () => this.open(mixed, parts));
  }

  private path(file: string): string {
    return `round-${this.number}/${file}`;
  }

  /// As many mixes as there must be, and all that are there.
  private async mixes(input: Uint8Array): Promise<Uint8Array | null> {
    const mixers = new Set<number>();
    let before: Uint8Array | null = input;
    for (let place = 1; place <= this.threshold || this.files.has(this.path(`mix-${place}.jws`)); ++place) {
      const known = before;
      const by = kRoundChecks.mix(this.number, place - 1);
      // What came out is looked at by the next even where its proof fails: each check says what is wrong with its own step.
      let output: Uint8Array | null = null;
      await this.checks.run(kRoundChecks.mix(this.number, place), async () => {
        const { mixer, bytes } = takeMix(this.files, this.election, this.number, place, need(known, by), this.blocks);
        output = bytes.output;
        if (mixers.has(mixer)) throw new Wrong(`mixer ${mixer} mixes twice`);
        mixers.add(mixer);
        const at = { election: this.election.id, round: this.number, mixer, key: readElement(this.election.key)!, blocks: this.blocks };
        await checkMix(at, bytes, this.checks.listener.breathe);
        return [null, `mixed by ${this.who(mixer)}`];
      });
      before = output;
    }
    return before;
  }

  private who(number: number): string {
    return this.election.trustees === null ? "the server" : `trustee ${number}, ${this.election.trustees.members[number - 1]!.name}`;
  }

  private async openings(mixed: Uint8Array | null): Promise<Map<number, Point[]>> {
    const parts = new Map<number, Point[]>();
    for (const j of counters(this.election).keys()) {
      const path = this.path(`opening-${j}`);
      if (!this.files.has(`${path}.jws`)) continue;
      await this.checks.run(kRoundChecks.opening(this.number, j), async () => {
        const { reader, signer } = openSigned(this.files.take(`${path}.jws`), "opening", this.election);
        if (signer !== j) throw new Wrong(`opening: signed by trustee ${signer}`);
        const ciphertexts = need(mixed, "the last mix");
        const count = ciphertexts.length / 64;
        needNumber(reader, "round", this.number);
        needNumber(reader, "trustee", j);
        needNumber(reader, "ciphertexts", count);
        const hashes = reader.object("files");
        const raw = takeRaw(this.files, `${path}.parts`, 32 * count, hashes.bytes("parts", 32));
        const opening = { parts: raw, t1: reader.bytes("t1", 32), t2: reader.bytes("t2", 32), s: reader.bytes("s", 32) };
        hashes.finish();
        reader.finish();
        const share = this.election.trustees === null ? readElement(this.election.key)! : publicShare(this.election.trustees, j);
        const place = { election: this.election.id, round: this.number, trustee: j, share };
        parts.set(j, await checkOpening(place, ciphertexts, opening, this.checks.listener.breathe));
        return [null, `opened in part by ${this.who(j)}`];
      });
    }
    return parts;
  }

  private async open(mixed: Uint8Array | null, parts: Map<number, Point[]>): Promise<[Uint8Array[][], string]> {
    const ciphertexts = need(mixed, "the last mix");
    if (parts.size < this.threshold) {
      // An opening that failed has its own check; here one says what is missing.
      const there = [...counters(this.election).keys()].filter((j) => this.files.has(this.path(`opening-${j}.jws`))).length;
      if (there >= this.threshold) throw new Missing(`hangs on the openings: ${parts.size} of ${this.threshold} hold`);
      throw new Wrong(`${there} openings where ${this.threshold} are needed`);
    }
    const all = [...parts];
    const some = await openTogether(ciphertexts, new Map(all.slice(0, this.threshold)), this.checks.listener.breathe);
    if (all.length > this.threshold) {
      const others = await openTogether(ciphertexts, new Map(all.slice(-this.threshold)), this.checks.listener.breathe);
      if (compare(joined(some), joined(others)) !== 0) throw new Wrong("two sets of trustees open it differently");
    }
    const ballots = Array.from({ length: some.length / this.blocks }, (_, i) => some.slice(i * this.blocks, (i + 1) * this.blocks));
    return [ballots, `${ballots.length} ballots opened by ${parts.size} of at least ${this.threshold}${all.length > this.threshold ? ", by two sets alike" : ""}`];
  }
}
