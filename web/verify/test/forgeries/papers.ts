// Forgeries of what stands around the ballots: package, roster, checkpoint, log.

import { ed25519 } from "@noble/curves/ed25519";
import { fromBase64url, joined, littleEndian, toBase64url, toHex, toLittleEndian } from "../../../protocol/bytes.ts";
import { headerOf, latin } from "../../../protocol/envelope.ts";
import { kOrder } from "../../../protocol/group.ts";
import type { Object } from "../prover/an_election.ts";
import { aSigner, signCheckpoint, signText } from "../prover/signing.ts";
import { sha512 } from "@noble/hashes/sha2";
import { type Forgery, added, changed, forged, identity, inText, plusBase, plusOrder, removed, turned, withBit255 } from "./forgery.ts";

const utf8 = new TextEncoder();
const mallory = aSigner("mallory");

/// The payload as it is, under another header or signature.
function signedAnew(path: string, kind: "package" | "roster" | "result", change: (payload: string) => string, header?: string, signer = mallory) {
  return changed(path, (jws) => signText(kind, change(latin(fromBase64url(latin(jws).split(".")[1]!)!)), signer, header));
}

/// s + l in place of s: holds for whoever does not look.
function signatureBeyondOrder(jws: Uint8Array): Uint8Array {
  const [header, payload, text] = latin(jws).split(".");
  const signature = fromBase64url(text!)!;
  return utf8.encode(`${header}.${payload}.${toBase64url(joined([signature.slice(0, 32), plusOrder(signature.slice(32))]))}`);
}

/// A signature with a part of order 8 in R: holds under the equation with the cofactor, not under that without.
function signatureWithTorsion(jws: Uint8Array, secret: Uint8Array, key: Uint8Array): Uint8Array {
  const signed = latin(jws).split(".").slice(0, 2).join(".");
  const torsion = ed25519.Point.fromHex("c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a");
  const { scalar } = ed25519.utils.getExtendedPublicKey(secret);
  const nonce = littleEndian(sha512(utf8.encode(signed))) % kOrder;
  const r = ed25519.Point.BASE.multiply(nonce).add(torsion).toBytes();
  const k = littleEndian(sha512(joined([r, key, utf8.encode(signed)]))) % kOrder;
  const s = toLittleEndian((nonce + k * scalar) % kOrder, 32);
  return utf8.encode(`${signed}.${toBase64url(joined([r, s]))}`);
}

const definition = (change: (definition: Object) => void) => ({ definition: change });
const member = (i: number, change: (member: Object) => void) => definition(({ keys }) => change(keys.trustees.members[i]));
const roster = (change: (roster: Object) => void) => ({ roster: change });

export const kPaperForgeries: Forgery[] = [
  forged("the package is missing", "package", /package.jws: is missing/, removed("package.jws")),
  forged("the package's payload was changed, its signature not", "package", /./, turned("package.jws", 2000)),
  forged("the package's signature was changed", "package", /signature does not hold/, turned("package.jws", -20)),
  forged("the package is signed by another key than the authority that it names", "package", /another key/, signedAnew("package.jws", "package", (payload) => payload)),
  forged("the package is a roster by its header", "package", /not a signed package/, signedAnew("package.jws", "package", (payload) => payload, headerOf("roster", aSigner("authority").key), aSigner("authority"))),
  forged("the package's header says no algorithm", "package", /not a signed package/,
    signedAnew("package.jws", "package", (payload) => payload, headerOf("package", aSigner("authority").key).replace("EdDSA", "none"), aSigner("authority"))),
  forged("the package has a line end behind it", "package", /signature/, changed("package.jws", (jws) => joined([jws, utf8.encode("\n")]))),
  forged("the package's signature is s + l", "package", /signature does not hold/, changed("package.jws", signatureBeyondOrder)),
  forged("the authority signs the package with a part of order 8 in R", "package", /signature does not hold/,
    changed("package.jws", (jws) => signatureWithTorsion(jws, aSigner("authority").secret, aSigner("authority").key))),
  forged("the package has a member twice", "package", /stands twice/, signedAnew("package.jws", "package", (payload) => payload.replace("{", '{"rule":"greedy",'), undefined, aSigner("authority"))),
  forged("the package has a member that nobody knows", "package", /not known/, definition((it) => (it.more = 1))),
  forged("the package is of version 2", "package", /version/, definition((it) => (it.version = 2))),
  forged("the package's envelope is no whole number", "package", /envelope/, signedAnew("package.jws", "package", (payload) => payload.replace('"envelope":9000000', '"envelope":9000000.5'), undefined, aSigner("authority"))),
  forged("two projects have one id", "package", /two projects/, definition((it) => (it.projects[1].id = it.projects[0].id))),
  forged("the election key has bit 255 set", "package", /keys.election/, definition(({ keys }) => (keys.election = inText(withBit255)(keys.election)))),
  forged("the election key is the identity", "package", /keys.election/, definition(({ keys }) => (keys.election = toBase64url(identity())))),
  forged("the election key is another than the sum of the trustees'", "package", /sum/, definition(({ keys }) => (keys.election = inText(plusBase)(keys.election)))),
  forged("a trustee's first coefficient is another", "package", /sum/, member(0, (it) => (it.polynomial[0] = inText(plusBase)(it.polynomial[0])))),
  forged("a trustee's coefficient is the identity", "package", /not valid/, member(1, (it) => (it.polynomial[1] = toBase64url(identity())))),
  forged("a trustee's polynomial is of lower degree", "package", /threshold/, member(2, (it) => it.polynomial.pop())),
  forged("two trustees have one key", "package", /one key/, definition(({ keys }) => (keys.trustees.members[1].key = keys.trustees.members[0].key))),
  forged("the threshold is more than there are trustees", "package", /./, definition(({ keys }) => (keys.trustees.threshold = 4))),

  forged("the roster is missing", "roster", /is missing/, removed("roster.jws")),
  forged("the roster is signed by another key", "roster", /another key/, signedAnew("roster.jws", "roster", (payload) => payload)),
  forged("the roster is of another election", "roster", /another election/, roster((it) => (it.election = inText((bytes) => bytes.fill(7))(it.election)))),
  forged("a terminal stands twice in the roster", "roster", /twice/, roster((it) => it.terminals.push(it.terminals[0]))),
  forged("the roster has a member that nobody knows", "roster", /not known/, roster((it) => (it.terminals[0].suspended = true))),
  forged("a terminal with records in the log is not in the roster", "records", /not in the roster/, roster((it) => it.terminals.shift())),

  forged("the checkpoint is missing", "checkpoint", /is missing/, removed("checkpoint")),
  forged("the checkpoint names another root under the old signature", "checkpoint", /not signed|canonical/, turned("checkpoint", 80)),
  forged("the checkpoint is of another election", "checkpoint", /another election/, changed("checkpoint", (bytes) => utf8.encode(new TextDecoder().decode(bytes).replaceAll(/isoloir\/[0-9a-f]{64}/g, `isoloir/${toHex(new Uint8Array(32))}`)))),
  forged("the checkpoint's size has a zero before it", "checkpoint", /canonical/, changed("checkpoint", (bytes) => utf8.encode(new TextDecoder().decode(bytes).replace(/\n(\d+)\n/, "\n0$1\n")))),
  forged("the log signs a checkpoint of one record more than there is", "log", /is missing/, { checkpoint: (it) => void ++it.size }),
  forged("the log signs a checkpoint with another root", "log", /another root/, { checkpoint: (it) => void (it.root = new Uint8Array(32).fill(3)) }),
  forged("the result names a checkpoint of fewer records, which the log signed as well", "result", /checkpoint: another/, {
    result: (it) => (it.checkpoint = signCheckpoint({ size: 20, root: new Uint8Array(32).fill(3), epoch: 0 }, fromBase64url(it.election)!, aSigner("log"))),
  }),
  forged("the result names a checkpoint that the log did not sign", "result", /not signed by the log/, {
    result: (it) => (it.checkpoint = it.checkpoint.replace(/....\n$/, "AAA=\n")),
  }),

  forged("the records are missing", "log", /is missing/, removed("log/tile/entries/000.p/21")),
  forged("a record was left out of the tile", "log", /entries instead of/, changed("log/tile/entries/000.p/21", (bytes) => bytes.slice(2 + ((bytes[0]! << 8) | bytes[1]!)))),
  forged("the last record of the tile is cut", "log", /is cut/, changed("log/tile/entries/000.p/21", (bytes) => bytes.slice(0, -1))),
  forged("a record was changed", "log", /another root/, turned("log/tile/entries/000.p/21", 300)),
  forged("a tile is longer than its records", "log", /entries instead of|is cut/, changed("log/tile/entries/000.p/21", (bytes) => joined([bytes, Uint8Array.of(0)]))),

  forged("a file that belongs to no bundle lies in it", "files", /notes.txt/, added("notes.txt")),
  forged("raw files of a mix that nobody signed lie in it", "files", /mix-7/, added("round-0/mix-7.output")),
  forged("a round that is not counted lies in it", "files", /round-2/, added("round-2/mix-1.jws")),
  forged("an opening by a trustee whom nobody knows lies in it", "files", /opening-9/, added("round-0/opening-9.jws")),
];

