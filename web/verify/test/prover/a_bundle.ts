// A bundle as PROTOCOL.md 12 has it, made from nothing, with a place for everybody's forgery: a Doctor changes what is signed before
// its owner signs it, or a file after everybody signed.

import { sha256 } from "@noble/hashes/sha2";
import { bytesOf } from "../../../protocol/ballot.ts";
import { compare, joined, pieces, toBase64url } from "../../../protocol/bytes.ts";
import type { Checkpoint } from "../../../protocol/checkpoint.ts";
import { blockCount } from "../../../protocol/choice.ts";
import { readElement } from "../../../protocol/group.ts";
import { leafHash, rootOf } from "../../../protocol/merkle.ts";
import type { Rule } from "../../../protocol/rule.ts";
import { publicShare } from "../../../protocol/trustees.ts";
import type { Outcome } from "../../src/count/outcome.ts";
import { count } from "../../src/count/rule.ts";
import { entriesPath } from "../../src/log.ts";
import { openTogether } from "../../src/opening.ts";
import { type OpenedRound, readRound } from "../../src/plaintexts.ts";
import { type Poll, type RecordChange, aPoll } from "./a_poll.ts";
import { type AnElection, type Object, type Variant, anElection } from "./an_election.ts";
import { openInPart } from "./open_part.ts";
import { writeBallots, writeInvalid, writeResult } from "./outcome.ts";
import { Seeded } from "./random.ts";
import { type Cheat, type MixProof, shuffle } from "./shuffle.ts";
import { type Signer, sign, signCheckpoint } from "./signing.ts";

export type BundleFiles = Map<string, Uint8Array>;

export interface Doctor {
  definition?(definition: Object): void;
  roster?(roster: Object): void;
  record?: RecordChange;
  leaves?(leaves: Uint8Array[]): void;
  checkpoint?(checkpoint: Checkpoint, election: Uint8Array): void;
  counted?(counted: Object, poll: Poll): void;
  /// What goes into a mix: sorted ballots.
  input?(ballots: Uint8Array[], round: number): void;
  cheat?(round: number, place: number): Cheat | undefined;
  /// The raw files of a mix before they are hashed, by their names.
  rawMix?(raw: Record<string, Uint8Array>, round: number, place: number): void;
  mix?(payload: Object, round: number, place: number): void;
  /// Who mixes in which place, by number.
  mixers?: number[];
  mixSigner?(round: number, place: number, at: AnElection): Signer | undefined;
  openers?: number[];
  cheatOpening?(parts: Uint8Array[], round: number, trustee: number): void;
  /// The share that a trustee opens with.
  share?(at: AnElection, trustee: number): bigint;
  parts?(parts: Uint8Array, round: number, trustee: number): Uint8Array;
  opening?(payload: Object, round: number, trustee: number): void;
  /// What the authority counts by, other than it signed.
  rule?: Partial<Rule>;
  invalid?(list: Object[]): void;
  ballots?(text: string): string;
  result?(result: Object): void;
  files?(files: BundleFiles): void;
}

const utf8 = new TextEncoder();
const nobody = async () => {};

function logFiles(leaves: Uint8Array[], files: BundleFiles): void {
  for (let index = 0; index * 256 < leaves.length; ++index) {
    const some = leaves.slice(index * 256, (index + 1) * 256);
    files.set(entriesPath(index, some.length), joined(some.flatMap((leaf) => [Uint8Array.of(leaf.length >> 8, leaf.length & 255), leaf])));
  }
}

function countedOf(poll: Poll, at: AnElection): Object {
  const of = (channel: string) => [...poll.ballots].filter(([, one]) => one === channel).map(([leaf]) => leaf);
  const [halls, online] = [of("halls"), of("online")];
  const fewest = Math.min(halls.length, online.length);
  const apart = fewest === 0 || fewest >= Math.max(at.election.batchMinimum, 2);
  const rounds = apart
    ? [{ channel: "halls", leaves: halls }, { channel: "online", leaves: online }].filter(({ leaves }) => leaves.length > 0)
    : [{ channel: "all", leaves: [...halls, ...online].sort((a, b) => a - b) }];
  return { rounds, excluded: poll.excluded };
}

/// How the numbers of a mix are written beside its raw files.
function mixPayload(at: AnElection, round: number, mixer: number, ballots: number, proof: MixProof, raw: Record<string, Uint8Array>): Object {
  return {
    election: toBase64url(at.election.id),
    round,
    mixer,
    ballots,
    blocks: proof.t4.length,
    files: Object.fromEntries(Object.entries(raw).map(([name, bytes]) => [name, toBase64url(sha256(bytes))])),
    ...Object.fromEntries(proof.t.map((t, i) => [`t${i + 1}`, toBase64url(t)])),
    t4: proof.t4.map((pair) => pair.map(toBase64url)),
    ...Object.fromEntries(proof.s.map((s, i) => [`s${i + 1}`, toBase64url(s)])),
    s4: proof.s4.map(toBase64url),
  };
}

class RoundMaker {
  constructor(
    private readonly at: AnElection,
    private readonly round: number,
    private readonly random: Seeded,
    private readonly doctor: Doctor,
    private readonly files: BundleFiles,
  ) {}

  mix(input: Uint8Array): Uint8Array {
    const { at, doctor, round } = this;
    const blocks = blockCount(at.election.ballot, at.election.projects.length);
    let before = input;
    const mixers = doctor.mixers ?? (at.variant.ceremony ? [1, 3] : [1]);
    for (const [i, mixer] of mixers.entries()) {
      const place = { election: at.election.id, round, mixer, key: at.key.key, blocks };
      const proof = shuffle(place, before, this.random, doctor.cheat?.(round, i + 1));
      const { output, commitments, chain, chainT, chainS, orderS } = proof;
      const raw = { output, commitments, chain, "chain-t": chainT, "chain-s": chainS, "order-s": orderS };
      doctor.rawMix?.(raw, round, i + 1);
      const payload = mixPayload(at, round, mixer, before.length / (64 * blocks), proof, raw);
      doctor.mix?.(payload, round, i + 1);
      const signer = doctor.mixSigner?.(round, i + 1, at) ?? at.trustees[mixer - 1]!;
      this.files.set(`round-${round}/mix-${i + 1}.jws`, sign("mix", payload, signer));
      for (const [name, bytes] of Object.entries(raw)) this.files.set(`round-${round}/mix-${i + 1}.${name}`, bytes);
      // Whoever mixes next goes on with what was published, where that can be done at all.
      const usable = raw.output.length === before.length && pieces(raw.output, 32).every((bytes) => readElement(bytes) !== null);
      before = usable ? raw.output : output;
    }
    return before;
  }

  /// @return  M of each ciphertext, as it is when nobody cheats
  async open(ciphertexts: Uint8Array): Promise<Uint8Array[]> {
    const { at, doctor, round } = this;
    const honest = new Map();
    for (const trustee of doctor.openers ?? at.trustees.map((_, i) => i + 1)) {
      const share = at.election.trustees === null ? at.key.key : publicShare(at.election.trustees, trustee);
      const place = { election: at.election.id, round, trustee, share };
      const secret = doctor.share?.(at, trustee) ?? at.key.shares[trustee - 1]!;
      const opening = openInPart(place, ciphertexts, secret, this.random, (parts) => doctor.cheatOpening?.(parts, round, trustee));
      const parts = doctor.parts?.(opening.parts, round, trustee) ?? opening.parts;
      const payload: Object = {
        election: toBase64url(at.election.id),
        round,
        trustee,
        ciphertexts: ciphertexts.length / 64,
        files: { parts: toBase64url(sha256(parts)) },
        t1: toBase64url(opening.t1),
        t2: toBase64url(opening.t2),
        s: toBase64url(opening.s),
      };
      doctor.opening?.(payload, round, trustee);
      this.files.set(`round-${round}/opening-${trustee}.jws`, sign("opening", payload, at.trustees[trustee - 1]!));
      this.files.set(`round-${round}/opening-${trustee}.parts`, parts);
    }
    const needed = at.variant.ceremony ? 2 : 1;
    for (let j = 1; j <= needed; ++j) {
      const place = { election: at.election.id, round, trustee: j, share: at.key.key };
      const { parts } = openInPart(place, ciphertexts, at.key.shares[j - 1]!, this.random);
      honest.set(j, Array.from({ length: parts.length / 32 }, (_, i) => readElement(parts.slice(32 * i, 32 * i + 32))!));
    }
    return openTogether(ciphertexts, honest, nobody);
  }
}

async function makeRounds(at: AnElection, counted: Object, poll: Poll, random: Seeded, doctor: Doctor, files: BundleFiles): Promise<OpenedRound[]> {
  const blocks = blockCount(at.election.ballot, at.election.projects.length);
  const rounds: OpenedRound[] = [];
  for (const [number, round] of counted.rounds.entries()) {
    const urn: Uint8Array[] = round.leaves.map((leaf: number) => bytesOf(poll.sealed.get(leaf)!.ciphertexts)).sort(compare);
    doctor.input?.(urn, number);
    const maker = new RoundMaker(at, number, random, doctor, files);
    const opened = await maker.open(maker.mix(joined(urn)));
    const ballots = Array.from({ length: opened.length / blocks }, (_, i) => opened.slice(i * blocks, (i + 1) * blocks));
    rounds.push(await readRound(number, round.channel, ballots, at.election, nobody));
  }
  return rounds;
}

interface Made {
  at: AnElection;
  poll: Poll;
  counted: Object;
  roundFiles: BundleFiles;
  rounds: OpenedRound[];
  outcome: Outcome;
}

async function make(variant: Variant, doctor: Doctor): Promise<Made> {
  const random = new Seeded(variant.name);
  const at = anElection(variant, random, doctor.definition ?? (() => {}));
  const poll = aPoll(at, random, doctor.record ?? (() => {}));
  const counted = countedOf(poll, at);
  const roundFiles: BundleFiles = new Map();
  const rounds = await makeRounds(at, counted, poll, random, doctor, roundFiles);
  const rule = { ...at.election.rule, ...doctor.rule };
  const outcome = await count({ ...at.election, rule }, rounds.flatMap(({ valid }) => valid), nobody);
  return { at, poll, counted, roundFiles, rounds, outcome };
}

/// What a doctor of papers changes, once all is sealed, mixed and opened: that is the same for all of them, and made once.
const kPapers = new Set<string>(["roster", "leaves", "checkpoint", "counted", "invalid", "ballots", "result", "files"] satisfies (keyof Doctor)[]);
const made = new Map<string, Promise<Made>>();

function makeOnce(variant: Variant, doctor: Doctor): Promise<Made> {
  if (!Object.keys(doctor).every((part) => kPapers.has(part))) return make(variant, doctor);
  const known = made.get(variant.name) ?? make(variant, {});
  made.set(variant.name, known);
  return known;
}

export async function aBundle(variant: Variant, doctor: Doctor = {}): Promise<{ files: BundleFiles; at: AnElection; poll: Poll }> {
  const { at, poll, counted, roundFiles, rounds, outcome } = await makeOnce(variant, doctor);
  const files: BundleFiles = new Map(roundFiles);
  const roster: Object = {
    election: toBase64url(at.election.id),
    version: 3,
    terminals: poll.terminals.map(({ signer, hall }) => ({ key: toBase64url(signer.key), hall, valid_from: 480_000 })),
  };
  doctor.roster?.(roster);
  files.set("package.jws", at.packageJws).set("roster.jws", sign("roster", roster, at.authority));
  const leaves = [...poll.leaves];
  doctor.leaves?.(leaves);
  logFiles(leaves, files);
  const checkpoint: Checkpoint = { size: leaves.length, root: rootOf(leaves.map(leafHash)), epoch: 0 };
  doctor.checkpoint?.(checkpoint, at.election.id);
  const note = signCheckpoint(checkpoint, at.election.id, at.log);
  files.set("checkpoint", utf8.encode(note));

  const told = structuredClone(counted);
  doctor.counted?.(told, poll);
  files.set("counted.json", utf8.encode(JSON.stringify(told)));
  const invalid = writeInvalid(rounds);
  doctor.invalid?.(invalid);
  files.set("invalid.json", utf8.encode(JSON.stringify(invalid)));
  const ballots = writeBallots(at.election, rounds, outcome);
  files.set("ballots.pb", utf8.encode(doctor.ballots?.(ballots) ?? ballots));
  const result = writeResult(at.election, rounds, outcome, counted, poll, note);
  result.files = Object.fromEntries(["counted.json", "ballots.pb", "invalid.json"].map((name) => [name, toBase64url(sha256(files.get(name)!))]));
  doctor.result?.(result);
  files.set("result.jws", sign("result", result, at.authority));
  doctor.files?.(files);
  return { files, at, poll };
}
