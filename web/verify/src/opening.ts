// Whether a trustee opened its part rightly, and what all parts open together (PROTOCOL.md 11.4).

import { joined, pieces } from "../../protocol/bytes.ts";
import { Point, inverse, readElement, readScalar, reduced, sumOfProducts, times } from "../../protocol/group.ts";
import { Wrong } from "../../protocol/json.ts";
import { Transcript } from "../../protocol/transcript.ts";
import { type Breathe, elementsOf, weightsOf } from "./mix_statement.ts";

export interface OpeningPlace {
  election: Uint8Array;
  round: number;
  trustee: number; // j, from 1
  share: Point; // K_j
}

export interface OpeningBytes {
  parts: Uint8Array; // D
  t1: Uint8Array;
  t2: Uint8Array;
  s: Uint8Array;
}

/// C₁ of each ciphertext.
export function firstHalves(ciphertexts: Uint8Array): Uint8Array {
  return joined(pieces(ciphertexts, 64).map((both) => both.subarray(0, 32)));
}

export function openStatementOf({ election, round, trustee, share }: OpeningPlace, c1: Uint8Array, parts: Uint8Array): Uint8Array {
  return Transcript.of("open-statement").add(election).addNumber(round).addNumber(trustee).add(share.toBytes(), c1, parts).digest();
}

function element(bytes: Uint8Array, name: string): Point {
  const point = readElement(bytes);
  if (point === null) throw new Wrong(`${name}: the element is not valid`);
  return point;
}

/// @param ciphertexts  C₁ and C₂ of each, of the last mix
/// @return  D, read
/// @error Wrong  the first thing that is wrong, by the name that the protocol gives it
export async function checkOpening(place: OpeningPlace, ciphertexts: Uint8Array, opening: OpeningBytes, breathe: Breathe): Promise<Point[]> {
  const { parts } = opening;
  if (ciphertexts.length === 0 || parts.length !== ciphertexts.length / 2) throw new Wrong("D: its length is not the number of ciphertexts");
  const t1 = element(opening.t1, "T₁");
  const t2 = element(opening.t2, "T₂");
  const s = readScalar(opening.s);
  if (s === null) throw new Wrong("s: the scalar is not reduced");

  const c1 = firstHalves(ciphertexts);
  const statement = openStatementOf(place, c1, parts);
  const rho = weightsOf("open-rho", statement, parts.length / 32);
  const covers = await elementsOf(c1, "C₁", breathe);
  const read = await elementsOf(parts, "D", breathe);
  const x = sumOfProducts(rho, covers);
  const y = sumOfProducts(rho, read);
  const c = Transcript.of("open-c").add(statement, x.toBytes(), y.toBytes(), opening.t1, opening.t2).scalar();
  if (!times(s, Point.BASE).equals(t1.add(times(c, place.share)))) throw new Wrong("s for K: the equation does not hold");
  if (!times(s, x).equals(t2.add(times(c, y)))) throw new Wrong("s for D: the equation does not hold");
  return read;
}

/// λ_j at 0. @param trustees  different ones, j among them
export function lagrange(trustees: number[], j: number): bigint {
  let above = 1n;
  let below = 1n;
  for (const other of trustees) {
    if (other === j) continue;
    above = reduced(above * BigInt(other));
    below = reduced(below * BigInt(other - j));
  }
  return reduced(above * inverse(below));
}

/// M of each ciphertext, as it travels: C₂ − Σ λ_j·D_j. The identity, which is no choice, is among them where that was sealed.
/// @param parts  of exactly t trustees, by number
export async function openTogether(ciphertexts: Uint8Array, parts: Map<number, Point[]>, breathe: Breathe): Promise<Uint8Array[]> {
  const trustees = [...parts.keys()];
  const factors = trustees.map((j) => lagrange(trustees, j));
  const opened: Uint8Array[] = [];
  for (const [i, both] of pieces(ciphertexts, 64).entries()) {
    const mask = trustees.reduce((sum, j, at) => sum.add(times(factors[at]!, parts.get(j)![i]!)), Point.ZERO);
    opened.push(element(both.slice(32), "C₂").subtract(mask).toBytes());
    await breathe();
  }
  return opened;
}
