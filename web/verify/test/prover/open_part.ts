// A trustee's part in opening a mixed urn, and its proof (PROTOCOL.md 11.4).

import { joined, pieces } from "../../../protocol/bytes.ts";
import { Point, kOrder, readElement, sumOfProducts, times } from "../../../protocol/group.ts";
import { Transcript } from "../../../protocol/transcript.ts";
import { weightsOf } from "../../src/mix_statement.ts";
import { type OpeningBytes, type OpeningPlace, firstHalves, openStatementOf } from "../../src/opening.ts";
import { type Seeded, scalarBytes } from "./random.ts";

/// @param cheat  changes the parts before the proof is drawn over them
export function openInPart(place: OpeningPlace, ciphertexts: Uint8Array, secret: bigint, random: Seeded, cheat: (parts: Uint8Array[]) => void = () => {}): OpeningBytes {
  const c1 = firstHalves(ciphertexts);
  const covers = pieces(c1, 32).map((encoding) => readElement(encoding) ?? Point.ZERO);
  const opened = covers.map((cover) => times(secret, cover).toBytes());
  cheat(opened);
  const parts = joined(opened);
  const statement = openStatementOf(place, c1, parts);
  const rho = weightsOf("open-rho", statement, covers.length);
  const x = sumOfProducts(rho, covers);
  const y = sumOfProducts(rho, opened.map((part) => readElement(part) ?? Point.ZERO));
  const a = random.scalar();
  const [t1, t2] = [times(a, Point.BASE).toBytes(), times(a, x).toBytes()];
  const c = Transcript.of("open-c").add(statement, x.toBytes(), y.toBytes(), t1, t2).scalar();
  return { parts, t1, t2, s: scalarBytes((a + c * secret) % kOrder) };
}
