// Forgeries by those who mix, open and announce: each signs what it made.

import { toBase64url } from "../../../protocol/bytes.ts";
import { reduced } from "../../../protocol/group.ts";
import type { Doctor } from "../prover/a_bundle.ts";
import type { Object } from "../prover/an_election.ts";
import { aSigner } from "../prover/signing.ts";
import { type Forgery, added, at, changed, forged, identity, inText, plusBase, plusOne, plusOrder, removed, swapped, turned, withBit255 } from "./forgery.ts";

const kMix = "round 0 mix 1";
const kOpening = "round 0 opening 2";

/// The mixer in the first place of the first round changes a raw file, hashes and signs it.
function raw(name: string, change: (bytes: Uint8Array) => Uint8Array): Doctor {
  return { rawMix: (files, round, place) => void (round === 0 && place === 1 && (files[name] = change(files[name]!))) };
}
function mix(change: (payload: Object) => void): Doctor {
  return { mix: (payload, round, place) => void (round === 0 && place === 1 && change(payload)) };
}
function opening(change: (payload: Object) => void): Doctor {
  return { opening: (payload, round, trustee) => void (round === 0 && trustee === 2 && change(payload)) };
}
function parts(change: (bytes: Uint8Array) => Uint8Array): Doctor {
  return { parts: (bytes, round, trustee) => (round === 0 && trustee === 2 ? change(bytes) : bytes) };
}
const result = (change: (result: Object) => void): Doctor => ({ result: change });
const ballots = (change: (text: string) => string): Doctor => ({ ballots: change });
const firstMix = (round: number, place: number) => round === 0 && place === 1;

/// Each array of a proof: an element or scalar that is another, none, or in another place.
function everyArray(): Forgery[] {
  const arrays: [file: string, name: string, scalars: boolean][] = [
    ["output", "e'", false], ["commitments", "c", false], ["chain", "ĉ", false], ["chain-t", "t̂", false], ["chain-s", "ŝ", true], ["order-s", "s'", true],
  ];
  return arrays.flatMap(([file, name, scalars]) => [
    ...(scalars
      ? [
          forged(`a mixer's ${name} holds another scalar`, kMix, /does not hold/, raw(file, (bytes) => at(bytes, 1, plusOne))),
          forged(`a mixer's ${name} holds s + l`, kMix, new RegExp(`^${name}: .*not reduced`), raw(file, (bytes) => at(bytes, 1, plusOrder))),
        ]
      : [
          forged(`a mixer's ${name} holds another element`, kMix, /does not hold/, raw(file, (bytes) => at(bytes, 1, plusBase))),
          forged(`a mixer's ${name} holds the identity`, kMix, new RegExp(`^${name}: element 1 is not valid`), raw(file, (bytes) => at(bytes, 1, identity))),
          forged(`a mixer's ${name} has bit 255 set`, kMix, new RegExp(`^${name}: element 1 is not valid`), raw(file, (bytes) => at(bytes, 1, withBit255))),
        ]),
    forged(`two of a mixer's ${name} changed places`, kMix, /does not hold/, raw(file, (bytes) => swapped(bytes, 0, 2))),
    forged(`one of a mixer's ${name} stands twice`, kMix, /does not hold/, raw(file, (bytes) => at(bytes, 1, () => bytes.slice(0, 32)))),
    forged(`a mixer's ${name} is cut`, kMix, /bytes long instead of/, raw(file, (bytes) => bytes.slice(0, -32))),
    forged(`a mixer's ${name} is too long`, kMix, /bytes long instead of/, changed(`round-0/mix-1.${file}`, (bytes) => new Uint8Array([...bytes, 0]))),
    forged(`somebody changed a mixer's ${name}, whose hash is signed`, kMix, /hash/, changed(`round-0/mix-1.${file}`, (bytes) => at(bytes, 0, plusOne))),
    forged(`a mixer's ${name} is missing`, kMix, /is missing/, removed(`round-0/mix-1.${file}`)),
  ]);
}

/// Each number that a mixer signed.
function everyNumber(): Forgery[] {
  const elements = ["t1", "t2", "t3"].flatMap((name) => [
    forged(`a mixer's ${name} is another`, kMix, /does not hold/, mix((it) => (it[name] = inText(plusBase)(it[name])))),
    forged(`a mixer's ${name} is the identity`, kMix, /^t₁ t₂ t₃: .*not valid/, mix((it) => (it[name] = toBase64url(identity())))),
  ]);
  const scalars = ["s1", "s2", "s3"].flatMap((name, i) => [
    forged(`a mixer's ${name} is another`, kMix, new RegExp(`^${["s₁", "s₂", "s₃"][i]}: .*does not hold`), mix((it) => (it[name] = inText(plusOne)(it[name])))),
    forged(`a mixer's ${name} is s + l`, kMix, /not reduced/, mix((it) => (it[name] = inText(plusOrder)(it[name])))),
  ]);
  const blocks = [
    forged("a mixer's t4 for C₁ is another", kMix, /does not hold/, mix((it) => (it.t4[0][0] = inText(plusBase)(it.t4[0][0])))),
    forged("a mixer's t4 for C₂ is another", kMix, /does not hold/, mix((it) => (it.t4[0][1] = inText(plusBase)(it.t4[0][1])))),
    forged("a mixer's t4 has bit 255 set", kMix, /^t₄: .*not valid/, mix((it) => (it.t4[0][1] = inText(withBit255)(it.t4[0][1])))),
    forged("a mixer's t4 is for a block too many", kMix, /^t₄: its length/, mix((it) => it.t4.push(it.t4[0]))),
    forged("a mixer's s4 is another", kMix, /^s₄ of C₁: .*does not hold/, mix((it) => (it.s4[0] = inText(plusOne)(it.s4[0])))),
    forged("a mixer's s4 is s + l", kMix, /^s₄: .*not reduced/, mix((it) => (it.s4[0] = inText(plusOrder)(it.s4[0])))),
    forged("a mixer's s4 is missing", kMix, /^s₄: its length/, mix((it) => it.s4.pop())),
  ];
  return [...elements, ...scalars, ...blocks];
}

const kMixForgeries: Forgery[] = [
  forged("a mix is missing", "round 0 mix 2", /is missing/, removed("round-0/mix-2.jws")),
  forged("only one of two trustees mixes", "round 0 mix 2", /is missing/, { mixers: [1] }),
  forged("one trustee mixes twice", "round 0 mix 2", /mixes twice/, { mixers: [1, 1] }),
  forged("a mix's signature was changed", kMix, /signature does not hold/, turned("round-0/mix-1.jws", -20)),
  forged("a mix is signed by somebody who is no trustee", kMix, /nobody who counts/, { mixSigner: (round, place) => (firstMix(round, place) ? aSigner("mallory") : undefined) }),
  forged("a mix is signed by the authority in a trustee's place", kMix, /nobody who counts/, { mixSigner: (round, place, { authority }) => (firstMix(round, place) ? authority : undefined) }),
  forged("a mix names another mixer than the one who signed", kMix, /mixer: 2/, mix((it) => (it.mixer = 2))),
  forged("a mix is signed by another trustee than the one whose proof it is", kMix, /mixer: 1/, { mixSigner: (round, place, { trustees }) => (firstMix(round, place) ? trustees[1] : undefined) }),
  forged("a mix is of another round", kMix, /round: 1/, mix((it) => (it.round = 1))),
  forged("a mix is of another election", kMix, /another election/, mix((it) => (it.election = toBase64url(identity())))),
  forged("a mix is of more ballots", kMix, /ballots/, mix((it) => ++it.ballots)),
  forged("a mix is of wider ballots", kMix, /blocks/, mix((it) => ++it.blocks)),
  forged("a mix has a member that nobody knows", kMix, /not known/, mix((it) => (it.more = 1))),
  forged("a mix signs the hash of a file that nobody knows", kMix, /not known/, mix((it) => (it.files.more = it.files.chain))),
  forged("a mixer mixes other ballots than those of the log", kMix, /does not hold|as it went in/, { input: (all, round) => void (round === 0 && all.splice(0, 1, all[1]!)) }),
  forged("a mixer takes its ballots in the log's order", kMix, /does not hold/, { input: (all) => void all.reverse() }),
  forged("a mixer doubles a ballot and drops another", kMix, /does not hold/, {
    cheat: (round, place) => (firstMix(round, place) ? { order: (from) => void (from[1] = from[0]!) } : undefined),
  }),
  forged("a mixer puts a ballot of its own in another's place", kMix, /does not hold/, {
    cheat: (round, place) => (firstMix(round, place) ? { output: (output) => void output.splice(0, 2, plusBase(output[0]!), plusBase(output[1]!)) } : undefined),
  }),
  forged("a mixer leaves one ballot as it was", kMix, /as it went in/, {
    ...(() => {
      let first: Uint8Array;
      return {
        input: (all: Uint8Array[], round: number) => void (round === 0 && (first = all[0]!)),
        cheat: (round: number, place: number) =>
          firstMix(round, place) ? { output: (output: Uint8Array[]) => void output.splice(0, 2, first.slice(0, 32), first.slice(32)) } : undefined,
      };
    })(),
  }),
  forged("a mixer commits to what is no permutation", kMix, /does not hold/, {
    cheat: (round, place) => (firstMix(round, place) ? { commitments: (all) => void (all[0] = all[1]!) } : undefined),
  }),
  forged("two mixes changed places", kMix, /./, {
    files(files) {
      const paths = [...files.keys()].filter((path) => path.startsWith("round-0/mix-1."));
      for (const path of paths) {
        const other = path.replace("mix-1.", "mix-2.");
        const bytes = files.get(path)!;
        files.set(path, files.get(other)!).set(other, bytes);
      }
    },
  }),
  forged("the rounds' mixes changed places", kMix, /round: 1/, {
    files(files) {
      for (const path of [...files.keys()].filter((one) => one.startsWith("round-0/mix-1."))) files.set(path, files.get(path.replace("round-0", "round-1"))!);
    },
  }),
  forged("a third mix that nobody needs is false", "round 0 mix 3", /not a signed envelope/, added("round-0/mix-3.jws")),
];

const kOpeningForgeries: Forgery[] = [
  forged("fewer trustees open than must", "round 0 opened", /1 openings where 2/, { openers: [2] }),
  forged("a trustee's parts are missing", kOpening, /is missing/, removed("round-0/opening-2.parts")),
  forged("a trustee's parts are cut", kOpening, /bytes long/, parts((bytes) => bytes.slice(0, -32))),
  forged("somebody changed a trustee's parts", kOpening, /hash/, changed("round-0/opening-2.parts", (bytes) => at(bytes, 0, plusBase))),
  forged("a trustee opens one ballot to something else", kOpening, /^s for/, parts((bytes) => at(bytes, 0, plusBase))),
  forged("a trustee opens one ballot to something else and proves it as well as it can", kOpening, /^s for/, {
    cheatOpening: (all, round, trustee) => void (round === 0 && trustee === 2 && (all[0] = plusBase(all[0]!))),
  }),
  forged("a trustee's part is the identity", kOpening, /^D: element 1 is not valid/, parts((bytes) => at(bytes, 1, identity))),
  forged("a trustee's part has bit 255 set", kOpening, /^D: element 1 is not valid/, parts((bytes) => at(bytes, 1, withBit255))),
  forged("two of a trustee's parts changed places", kOpening, /^s for/, parts((bytes) => swapped(bytes, 0, 1))),
  forged("a trustee opens with another share", kOpening, /^s for K/, { share: (of, trustee) => reduced(of.key.shares[trustee - 1]! + (trustee === 2 ? 1n : 0n)) }),
  forged("a trustee's T₁ is another", kOpening, /^s for K/, opening((it) => (it.t1 = inText(plusBase)(it.t1)))),
  forged("a trustee's T₁ is the identity", kOpening, /^T₁: the element is not valid/, opening((it) => (it.t1 = toBase64url(identity())))),
  forged("a trustee's T₂ is another", kOpening, /^s for/, opening((it) => (it.t2 = inText(plusBase)(it.t2)))),
  forged("a trustee's T₂ has bit 255 set", kOpening, /^T₂: the element is not valid/, opening((it) => (it.t2 = inText(withBit255)(it.t2)))),
  forged("a trustee's s is another", kOpening, /^s for K/, opening((it) => (it.s = inText(plusOne)(it.s)))),
  forged("a trustee's s is s + l", kOpening, /^s: the scalar is not reduced/, opening((it) => (it.s = inText(plusOrder)(it.s)))),
  forged("an opening is of another round", kOpening, /round: 1/, opening((it) => (it.round = 1))),
  forged("an opening is of another election", kOpening, /another election/, opening((it) => (it.election = toBase64url(identity())))),
  forged("an opening is of fewer ciphertexts", kOpening, /ciphertexts/, opening((it) => --it.ciphertexts)),
  forged("an opening names another trustee", kOpening, /trustee: 3/, opening((it) => (it.trustee = 3))),
  forged("a trustee's opening lies in another's place", kOpening, /signed by trustee 3/, { files: (files) => void files.set("round-0/opening-2.jws", files.get("round-0/opening-3.jws")!) }),
  forged("an opening's signature was changed", kOpening, /signature does not hold/, turned("round-0/opening-2.jws", -20)),
];

const kOutcomeForgeries: Forgery[] = [
  forged("invalid.json is missing", "plaintexts", /is missing/, removed("invalid.json")),
  forged("an invalid ballot is not told", "plaintexts", /invalid.json/, { invalid: (list) => void list.pop() }),
  forged("a valid ballot is told as invalid", "plaintexts", /invalid.json/, { invalid: (list) => void list.push({ ...list[0], reason: "rules" }) }),
  forged("an invalid ballot is told for another reason", "plaintexts", /invalid.json/, { invalid: (list) => void (list[0]!.reason = list[0]!.reason === "rules" ? "unreadable" : "rules") }),
  forged("an invalid ballot is told of another round", "plaintexts", /invalid.json/, { invalid: (list) => void (list[0]!.round = 1) }),
  forged("an invalid ballot's element is another", "plaintexts", /invalid.json/, { invalid: (list) => void (list[0]!.elements = list[0]!.elements.map(inText(plusBase))) }),
  forged("ballots.pb is missing", "plaintexts", /is missing/, removed("ballots.pb")),
  forged("a ballot is missing in ballots.pb", "plaintexts", /ballots instead of/, ballots((text) => text.replace(/\n[^\n]*\n$/, "\n"))),
  forged("a ballot is too many in ballots.pb", "plaintexts", /ballots instead of/, ballots((text) => `${text}9;1;paper\n`)),
  forged("a ballot chose another project in ballots.pb", "plaintexts", /vote/, ballots((text) => text.replace(/\n1;[^;\n]*;paper/, "\n1;5;paper"))),
  forged("a ballot of the halls is told as one from online", "plaintexts", /voting_method/, ballots((text) => text.replace(";paper", ";internet"))),
  forged("a project has another sum in ballots.pb", "tally", /votes/, ballots((text) => text.replace(/;(\d+);1\n/, ";9;1\n"))),
  forged("a project that was not funded is told as funded in ballots.pb", "tally", /selected/, ballots((text) => text.replace(/;1;0\n/, ";1;1\n"))),
  forged("a project costs less in ballots.pb", "tally", /cost/, ballots((text) => text.replace("\n1;20000;", "\n1;10000;"))),
  forged("a project has another name in ballots.pb", "tally", /name/, ballots((text) => text.replace("Projet 1;", "Projet A;"))),
  forged("the envelope is larger in ballots.pb", "tally", /budget/, ballots((text) => text.replace("budget;90000", "budget;95000"))),

  forged("the result is missing", "result", /is missing/, removed("result.jws")),
  forged("the result's signature was changed", "result", /signature does not hold/, turned("result.jws", -20)),
  forged("the result is of another election", "result", /another election/, result((it) => (it.election = toBase64url(identity())))),
  forged("the result gives a project another sum", "tally", /votes/, result((it) => ++it.outcome.ranking[0].votes)),
  forged("the result ranks two projects the other way round", "tally", /project|votes/, result((it) => it.outcome.ranking.reverse())),
  forged("the result funds one project less", "tally", /winners/, result((it) => it.outcome.winners.pop())),
  forged("the result says of a project that it does not fit", "tally", /verdict/, result((it) => (it.outcome.ranking[0].verdict = "does-not-fit"))),
  forged("the result says that more was left for a project", "tally", /left_before/, result((it) => ++it.outcome.ranking[1].left_before)),
  forged("the result spent less", "tally", /spent/, result((it) => --it.outcome.spent)),
  forged("the result counts a ballot more", "tally", /ballots/, result((it) => ++it.outcome.ballots)),
  forged("the result calls a valid ballot invalid", "tally", /ballots/, result((it) => (--it.outcome.ballots, ++it.outcome.invalid))),
  forged("the result gives the halls what came from online", "tally", /in_halls/, result((it) => (++it.channels.in_halls.votes["1"], --it.channels.online.votes["1"]))),
  forged("the result tells the channels together though they were counted apart", "tally", /channels: is missing/, result((it) => delete it.channels)),
  forged("the result reports one accepted ballot less", "result", /accepted/, result((it) => --it.report.accepted)),
  forged("the result reports no duplicate", "result", /duplicates/, result((it) => (it.report.duplicates = 0))),
  forged("the result reports another number of false proofs", "result", /proof/, result((it) => (++it.report.by_reason.proof, ++it.report.refused))),
  forged("the result hides that a terminal cheated", "result", /false_openings/, result((it) => (it.report.by_channel.find(({ channel }: Object) => channel === "Mairie").false_openings = 0))),
  forged("the result forgets a hall", "result", /Gare is missing|do not add up/, result((it) => (it.report.by_channel = it.report.by_channel.filter(({ channel }: Object) => channel !== "Gare")))),
  forged("the result refuses more than it gives reasons for", "result", /refused/, result((it) => ++it.report.refused)),
  forged("the result was signed over another counted.json", "result", /counted.json: it is another file/, result((it) => (it.files["counted.json"] = it.files["ballots.pb"]))),
  forged("the result was signed over other ballots", "result", /ballots.pb: it is another file/, result((it) => (it.files["ballots.pb"] = it.files["invalid.json"]))),
  forged("the result was signed over other invalid ballots", "result", /invalid.json: it is another file/, result((it) => (it.files["invalid.json"] = it.files["ballots.pb"]))),
  forged("the result was signed over no files", "result", /files: is missing/, result((it) => delete it.files)),
  forged("the result has a member that nobody knows", "result", /not known/, result((it) => (it.more = true))),
];

export const kCountingForgeries: Forgery[] = [...everyArray(), ...everyNumber(), ...kMixForgeries, ...kOpeningForgeries, ...kOutcomeForgeries];
