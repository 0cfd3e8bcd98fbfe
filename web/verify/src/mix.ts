// Whether a mix is one (PROTOCOL.md 11.3): the same ballots, in another order and under fresh randomness.

import { joined, pieces, toHex } from "../../protocol/bytes.ts";
import { readScalar } from "../../protocol/group.ts";
import { Wrong } from "../../protocol/json.ts";
import { checkPlainly } from "./mix_plainly.ts";
import { type Breathe, type Mix, type MixBytes, type MixPlace, challengeOf, elementsOf, statementOf, weightsOf } from "./mix_statement.ts";
import { mixHoldsTogether } from "./mix_together.ts";

function scalarsOf(encodings: Uint8Array[], name: string): bigint[] {
  return encodings.map((encoding) => {
    const scalar = readScalar(encoding);
    if (scalar === null) throw new Wrong(`${name}: a scalar is not reduced`);
    return scalar;
  });
}

function checkShape(place: MixPlace, bytes: MixBytes): void {
  const ballot = 64 * place.blocks;
  if (bytes.input.length % ballot !== 0 || bytes.input.length < 2 * ballot) throw new Wrong("e: fewer than two ballots are mixed");
  if (bytes.output.length !== bytes.input.length) throw new Wrong("e': as many ballots must come out as went in");
  const size = (32 * bytes.input.length) / ballot;
  const arrays: [Uint8Array, string][] = [[bytes.commitments, "c"], [bytes.chain, "ĉ"], [bytes.chainT, "t̂"], [bytes.chainS, "ŝ"], [bytes.orderS, "s'"]];
  for (const [array, name] of arrays) if (array.length !== size) throw new Wrong(`${name}: its length is not the number of ballots`);
  if (bytes.t4.length !== place.blocks) throw new Wrong("t₄: its length is not the number of blocks");
  if (bytes.s4.length !== place.blocks) throw new Wrong("s₄: its length is not the number of blocks");
  // C₁ alone tells: the same r under another C₂ would be another choice in the same cover.
  const before = new Set(pieces(bytes.input, 64).map((both) => toHex(both.subarray(0, 32))));
  if (pieces(bytes.output, 64).some((both) => before.has(toHex(both.subarray(0, 32))))) throw new Wrong("e': a ciphertext came out as it went in");
}

/// @error Wrong  what is no element or scalar
export async function readMix(place: MixPlace, bytes: MixBytes, breathe: Breathe): Promise<Mix> {
  const statement = statementOf(place, bytes);
  return {
    place,
    input: await elementsOf(bytes.input, "e", breathe),
    output: await elementsOf(bytes.output, "e'", breathe),
    commitments: await elementsOf(bytes.commitments, "c", breathe),
    chain: await elementsOf(bytes.chain, "ĉ", breathe),
    chainT: await elementsOf(bytes.chainT, "t̂", breathe),
    t: await elementsOf(joined(bytes.t), "t₁ t₂ t₃", breathe),
    t4: await elementsOf(joined(bytes.t4.flat()), "t₄", breathe),
    chainS: scalarsOf(pieces(bytes.chainS, 32), "ŝ"),
    orderS: scalarsOf(pieces(bytes.orderS, 32), "s'"),
    s: ["s₁", "s₂", "s₃"].map((name, i) => scalarsOf([bytes.s[i]!], name)[0]!),
    s4: scalarsOf(bytes.s4, "s₄"),
    u: weightsOf("mix-u", statement, bytes.commitments.length / 32),
    c: challengeOf(statement, bytes),
  };
}

/// All equations as one; where that does not hold, one by one, to name what is wrong.
/// @error Wrong  the first thing that is wrong, by the name that the protocol gives it
export async function checkMix(place: MixPlace, bytes: MixBytes, breathe: Breathe): Promise<void> {
  checkShape(place, bytes);
  const mix = await readMix(place, bytes, breathe);
  if (await mixHoldsTogether(mix, breathe)) return;
  await checkPlainly(mix, breathe);
}

/// Equation by equation from the start: what checkMix must agree with.
export async function checkMixPlainly(place: MixPlace, bytes: MixBytes, breathe: Breathe): Promise<void> {
  checkShape(place, bytes);
  await checkPlainly(await readMix(place, bytes, breathe), breathe);
}
