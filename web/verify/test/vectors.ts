// Mixes, their generators and openings with fixed randomness, for the C++ programs to accept: tests/vectors/mix.json, generators.json and
// opening.json. The program write_vectors writes them; a test holds what is written against what this makes.

import { joined, pieces, toHex, toLittleEndian } from "../../protocol/bytes.ts";
import { Point, times } from "../../protocol/group.ts";
import { encrypt } from "./prover/sealing.ts";
import { aSharedKey } from "./prover/keys.ts";
import { openInPart } from "./prover/open_part.ts";
import { Seeded } from "./prover/random.ts";
import { shuffle } from "./prover/shuffle.ts";
import { bytesOf } from "../../protocol/ballot.ts";
import { generator } from "../src/mix_statement.ts";

const hexes = (bytes: Uint8Array) => pieces(bytes, 32).map(toHex);
const scalarHex = (scalar: bigint) => toHex(toLittleEndian(scalar, 32));

function urn(count: number, key: Point, random: Seeded): Uint8Array {
  return joined(Array.from({ length: count }, () => bytesOf(encrypt([Point.hashToCurve(random.wide())], key, random).ciphertexts)));
}

export function mixVectors() {
  const mixes = [[2, 1], [3, 1], [5, 1], [2, 2], [3, 2], [5, 2]].map(([ballots, blocks]) => {
    const random = new Seeded(`mix ${ballots} ${blocks}`);
    const secret = random.scalar();
    const key = times(secret, Point.BASE);
    const place = { election: random.bytes(32), round: ballots! - 2, mixer: blocks! + 1, key, blocks: blocks! };
    const input = urn(ballots! * blocks!, key, random);
    const { output, commitments, chain, chainT, chainS, orderS, t, t4, s, s4 } = shuffle(place, input, random);
    const arrays = { input, output, commitments, chain, chain_t: chainT, chain_s: chainS, order_s: orderS };
    return {
      meaning: `${ballots} ballots of ${blocks} blocks`,
      election: toHex(place.election), round: place.round, mixer: place.mixer, key: toHex(key.toBytes()), election_secret: scalarHex(secret), blocks,
      ...Object.fromEntries(Object.entries(arrays).map(([name, bytes]) => [name, hexes(bytes)])),
      t: t.map(toHex), t4: t4.map((pair) => pair.map(toHex)), s: s.map(toHex), s4: s4.map(toHex),
    };
  });
  return {
    source: "PROTOCOL.md 11.3. Made with @noble/curves from the protocol's formulas, apart from the C++ programs and from libsodium. Bytes are hexadecimal, 32 an element or scalar.",
    fields: {
      "election, round, mixer, key, blocks": "the mix's place: its proof holds nowhere else",
      election_secret: "x, with K = x*B: what is opened with it is the same before and after",
      "input, output": "C1 C2 of each block of each ballot",
      "commitments, chain, chain_t, chain_s, order_s": "c, ĉ, t̂, ŝ and s'",
      "t, s": "t1 t2 t3 and s1 s2 s3",
      "t4, s4": "of each block",
    },
    mixes,
  };
}

export function generatorVectors() {
  const elections = [new Uint8Array(32), new Seeded("generators").bytes(32)];
  return {
    source: "PROTOCOL.md 11.3. Made with @noble/curves from the protocol's formulas, apart from the C++ programs and from libsodium. Bytes are hexadecimal.",
    fields: { election: "election_id", "index, element": "h is that of index 0, h_i that of index i" },
    elections: elections.map((election) => ({
      election: toHex(election),
      generators: [0, 1, 2, 3, 255, 256, 1_000_000, 2 ** 32 + 1].map((index) => ({ index, element: toHex(generator(election, index).toBytes()) })),
    })),
  };
}

export function openingVectors() {
  const random = new Seeded("opening");
  const shared = aSharedKey(3, 5, random);
  const election = random.bytes(32);
  const sealed = Array.from({ length: 4 }, () => Point.hashToCurve(random.wide()));
  const ciphertexts = bytesOf(encrypt(sealed, shared.key, random).ciphertexts);
  const openings = shared.shares.map((secret, i) => {
    const share = times(secret, Point.BASE);
    const { parts, t1, t2, s } = openInPart({ election, round: 1, trustee: i + 1, share }, ciphertexts, secret, random);
    return { trustee: i + 1, share: scalarHex(secret), public_share: toHex(share.toBytes()), parts: hexes(parts), t1: toHex(t1), t2: toHex(t2), s: toHex(s) };
  });
  const constants = shared.polynomials.map((polynomial) => polynomial.map((point) => toHex(point.toBytes())));
  return {
    source: "PROTOCOL.md 10 and 11.4. Made with @noble/curves from the protocol's formulas, apart from the C++ programs and from libsodium. Bytes are hexadecimal.",
    fields: {
      polynomials: "A of each of five trustees, of whom three open",
      "share, public_share": "x_j and K_j",
      ciphertexts: "C1 C2 of each",
      parts: "D of each ciphertext",
      opened: "M of each ciphertext",
    },
    election: toHex(election), round: 1, threshold: 3, key: toHex(shared.key.toBytes()), polynomials: constants, ciphertexts: hexes(ciphertexts), openings,
    opened: sealed.map((point) => toHex(point.toBytes())),
  };
}
