// Forgeries by terminals and by the server: records, spoilt ballots, and what is counted. The first election of an_election.ts has
// these leaves: 0 opened, 1 to 3 ballots, 4 spoilt, 5 ballot, 6 not open, 7 opened, 8 false proof, 9 unreadable, 10 replay, 11 false
// opening, 12 ballot, 13 duplicate, 14 and 15 closed; online 16 opened, 17 to 19 ballots, 20 closed.

import { fromBase64url, toBase64url } from "../../../protocol/bytes.ts";
import { headerOf, latin } from "../../../protocol/envelope.ts";
import type { Doctor } from "../prover/a_bundle.ts";
import type { Object } from "../prover/an_election.ts";
import { aSigner, signText } from "../prover/signing.ts";
import type { Body } from "../prover/terminal.ts";
import { type Forgery, changed, forged, identity, inText, plusBase, plusOne, plusOrder, removed, withBit255 } from "./forgery.ts";

/// The terminal of the hall "Gare" signs another record: 1 to 3 are ballots, 4 is spoilt.
function gare(sequence: number, change: (payload: Object) => void): Doctor {
  return { record: (payload: Body, hall, at) => void (hall === "Gare" && at === sequence && change(payload)) };
}

/// One half of a pair of 32 bytes.
function half(which: 0 | 1, change: (bytes: Uint8Array) => Uint8Array): (text: string) => string {
  return inText((both) => {
    const other = both.slice();
    other.set(change(both.slice(32 * which, 32 * which + 32)), 32 * which);
    return other;
  });
}

const ciphertext = (which: 0 | 1, change: (bytes: Uint8Array) => Uint8Array) => gare(2, (it) => (it.ciphertext[0] = half(which, change)(it.ciphertext[0])));
const proof = (which: 0 | 1, change: (bytes: Uint8Array) => Uint8Array) => gare(2, (it) => (it.proof[0] = half(which, change)(it.proof[0])));
const leaves = (change: (leaves: Uint8Array[]) => void): Doctor => ({ leaves: change });
const counted = (change: (counted: Object) => void): Doctor => ({ counted: change });
const of = (counted: Object, wanted: number): Object => counted.excluded.find(({ leaf }: Object) => leaf === wanted);
const payloadOf = (leaf: Uint8Array) => latin(fromBase64url(latin(leaf).split(".")[1]!)!);

export const kBallotForgeries: Forgery[] = [
  forged("a terminal leaves a number out", "records", /leaf 2: record.seq/, gare(2, (it) => ++it.seq)),
  forged("a record names another one before it", "records", /leaf 2: record.prev/, gare(2, (it) => (it.prev = toBase64url(identity())))),
  forged("a record names another terminal than the one that signed it", "records", /another terminal/, gare(2, (it) => (it.terminal = toBase64url(new Uint8Array(16))))),
  forged("a record is of another election", "records", /another election/, gare(2, (it) => (it.election = toBase64url(identity())))),
  forged("the server drops a record and signs the log anew", "records", /leaf 2: record.seq/, leaves((all) => all.splice(2, 1))),
  forged("the server moves a record and signs the log anew", "records", /leaf 1: record.seq/, leaves((all) => all.splice(1, 2, all[2]!, all[1]!))),
  forged("the server doubles a record and signs the log anew", "records", /leaf 3: record.seq/, leaves((all) => all.splice(2, 0, all[2]!))),
  forged("the server changes a record's hour and signs the log anew", "records", /leaf 2: record: the signature/,
    leaves((all) => (all[2] = new TextEncoder().encode(latin(all[2]!).replace(/\.(.*)\./, (_, payload) => `.${toBase64url(new TextEncoder().encode(latin(fromBase64url(payload)!).replace("490000", "490001")))}.`))))),
  forged("the server makes a terminal up", "records", /not in the roster/, leaves((all) => (all[2] = signText("record", payloadOf(all[2]!), aSigner("mallory"))))),
  forged("a record is signed as a result", "records", /not a signed record/,
    leaves((all) => (all[2] = signText("record", payloadOf(all[2]!), aSigner("gare"), headerOf("result", aSigner("gare").key))))),

  forged("a counted ballot's C₁ is another", "counted", /leaf 2: .*proof/, ciphertext(0, plusBase)),
  forged("a counted ballot's C₂ is another", "counted", /leaf 2: .*proof/, ciphertext(1, plusBase)),
  forged("a counted ballot's C₁ has bit 255 set", "counted", /leaf 2: .*unreadable/, ciphertext(0, withBit255)),
  forged("a counted ballot's C₂ is the identity", "counted", /leaf 2: .*unreadable/, ciphertext(1, identity)),
  forged("a counted ballot's T is another", "counted", /leaf 2: .*proof/, proof(0, plusBase)),
  forged("a counted ballot's T is the identity", "counted", /leaf 2: .*unreadable/, proof(0, identity)),
  forged("a counted ballot's s is another", "counted", /leaf 2: .*proof/, proof(1, plusOne)),
  forged("a counted ballot's s is s + l", "counted", /leaf 2: .*unreadable/, proof(1, plusOrder)),
  forged("a counted ballot's proof is for another voter", "counted", /leaf 2: .*proof/, gare(2, (it) => (it.voter = toBase64url(identity())))),
  forged("a counted ballot has a block too many", "counted", /leaf 2: .*proof/, gare(2, (it) => (it.ciphertext.push(it.ciphertext[0]), it.proof.push(it.proof[0])))),
  forged("a counted ballot has no proof", "counted", /leaf 2: .*proof/, gare(2, (it) => (it.proof = []))),
  forged("a counted ballot has a member that nobody knows", "counted", /leaf 2: .*unreadable/, gare(2, (it) => (it.receipt = 1))),
  forged("a hall's ballots are counted though it never opened", "counted", /leaf 1: .*not-open/, gare(0, (it) => (it.event = "started"))),

  forged("a spoilt ballot's choice is another", "counted", /leaf 4: is excluded as spoilt, and is not that: opening/, gare(4, (it) => (it.choice[0] = inText((bytes) => bytes.fill(1, 0, 1))(it.choice[0])))),
  forged("a spoilt ballot's randomness is another", "counted", /leaf 4: .*opening/, gare(4, (it) => (it.randomness[0] = inText(plusOne)(it.randomness[0])))),
  forged("a spoilt ballot's ciphertext is another", "counted", /leaf 4: .*opening/, gare(4, (it) => (it.ciphertext[0] = half(1, plusBase)(it.ciphertext[0])))),
  forged("a spoilt ballot's choice has padding that is not zero", "counted", /leaf 4: .*opening/, gare(4, (it) => (it.choice[0] = inText((bytes) => bytes.fill(1, 28))(it.choice[0])))),
  forged("a spoilt ballot's randomness is s + l", "counted", /leaf 4: .*unreadable/, gare(4, (it) => (it.randomness[0] = inText(plusOrder)(it.randomness[0])))),
  forged("counted.json hides a terminal that cheated", "counted", /leaf 11: is neither/, counted((it) => (it.excluded = it.excluded.filter(({ leaf }: Object) => leaf !== 11)))),
  forged("counted.json calls an honest terminal a cheat", "counted", /leaf 4: is excluded as opening/, counted((it) => (of(it, 4).reason = "opening"))),
  forged("counted.json calls a terminal that cheated honest", "counted", /leaf 11: is excluded as spoilt/, counted((it) => (of(it, 11).reason = "spoilt"))),
  forged("a spoilt ballot is told nowhere", "counted", /leaf 4: is neither/, counted((it) => (it.excluded = it.excluded.filter(({ leaf }: Object) => leaf !== 4)))),

  forged("counted.json is missing", "counted", /is missing/, removed("counted.json")),
  forged("counted.json is no JSON", "counted", /JSON/, changed("counted.json", (bytes) => bytes.slice(0, -1))),
  forged("a ballot is neither counted nor excluded", "counted", /leaf 2: is neither/, counted((it) => it.rounds[0].leaves.splice(1, 1))),
  forged("a ballot is counted and excluded", "counted", /leaf 2: is counted and excluded/, counted((it) => it.excluded.unshift({ leaf: 2, reason: "duplicate" }))),
  forged("a ballot is counted in both rounds", "counted", /leaf 17: is counted twice/, counted((it) => it.rounds[0].leaves.push(17))),
  forged("a ballot is counted twice in one round", "counted", /do not rise/, counted((it) => it.rounds[0].leaves.splice(1, 0, 1))),
  forged("leaves do not rise", "counted", /do not rise/, counted((it) => it.rounds[0].leaves.reverse())),
  forged("a leaf that is not in the log is counted", "counted", /leaf 21: there is none/, counted((it) => it.rounds[1].leaves.push(21))),
  forged("an opening of the poll is counted", "counted", /leaf 0: .*event/, counted((it) => it.rounds[0].leaves.unshift(0))),
  forged("a spoilt ballot is counted", "counted", /leaf 4: .*spoilt/,
    counted((it) => ((it.excluded = it.excluded.filter(({ leaf }: Object) => leaf !== 4)), it.rounds[0].leaves.splice(3, 0, 4)))),
  forged("a ballot that was cast before the poll opened is counted", "counted", /leaf 6: .*not-open/,
    counted((it) => ((it.excluded = it.excluded.filter(({ leaf }: Object) => leaf !== 6)), it.rounds[0].leaves.splice(4, 0, 6)))),
  forged("a ballot is counted whose ciphertext was cast before", "counted", /leaf 10: .*replay/,
    counted((it) => ((it.excluded = it.excluded.filter(({ leaf }: Object) => leaf !== 10)), it.rounds[0].leaves.splice(4, 0, 10)))),
  forged("an honest ballot is excluded for a false proof", "counted", /leaf 2: is excluded as proof/,
    counted((it) => (it.rounds[0].leaves.splice(1, 1), it.excluded.unshift({ leaf: 2, reason: "proof" })))),
  forged("an honest ballot is excluded as unreadable", "counted", /leaf 2: is excluded as unreadable/,
    counted((it) => (it.rounds[0].leaves.splice(1, 1), it.excluded.unshift({ leaf: 2, reason: "unreadable" })))),
  forged("an honest ballot is excluded as a copy", "counted", /leaf 2: is excluded as replay/,
    counted((it) => (it.rounds[0].leaves.splice(1, 1), it.excluded.unshift({ leaf: 2, reason: "replay" })))),
  forged("an honest ballot is excluded for want of a roll that there is not", "counted", /leaf 2: is excluded as not-on-roll/,
    counted((it) => (it.rounds[0].leaves.splice(1, 1), it.excluded.unshift({ leaf: 2, reason: "not-on-roll" })))),
  forged("a ballot is excluded as superseded where the first one counts", "counted", /leaf 2: is excluded as superseded/,
    counted((it) => (it.rounds[0].leaves.splice(1, 1), it.excluded.unshift({ leaf: 2, reason: "superseded" })))),
  forged("a ballot with a false proof is excluded as a duplicate, which hides a terminal that cheats", "counted", /leaf 8: is excluded as duplicate/,
    counted((it) => (of(it, 8).reason = "duplicate"))),
  forged("a spoilt ballot that is true is excluded as a copy", "counted", /leaf 4: is excluded as replay/, counted((it) => (of(it, 4).reason = "replay"))),
  forged("an event is excluded as unreadable", "counted", /leaf 0: is excluded as unreadable/, counted((it) => it.excluded.unshift({ leaf: 0, reason: "unreadable" }))),
  forged("a ballot is excluded for a reason that nobody knows", "counted", /reason/, counted((it) => (it.excluded[0].reason = "bad-mood"))),
  forged("an online ballot is counted among those of the halls", "counted", /leaf 17: .*another channel/, counted((it) => (it.rounds[0].leaves.push(it.rounds[1].leaves.shift())))),
  forged("halls and online are counted as one where they must be told apart", "counted", /the rounds are not those/,
    counted((it) => (it.rounds = [{ channel: "all", leaves: it.rounds.flatMap((round: Object) => round.leaves).sort((a: number, b: number) => a - b) }]))),
  forged("the rounds stand in another order", "counted", /the rounds are not those/, counted((it) => it.rounds.reverse())),
];

