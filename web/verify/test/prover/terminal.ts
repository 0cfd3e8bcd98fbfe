// A terminal that signs its chain (PROTOCOL.md 6).

import { sha256 } from "@noble/hashes/sha2";
import { bytesOf } from "../../../protocol/ballot.ts";
import { joined, pieces, toBase64url } from "../../../protocol/bytes.ts";
import { keyId } from "../../../protocol/envelope.ts";
import type { Point } from "../../../protocol/group.ts";
import { type Seeded, scalarBytes } from "./random.ts";
import { type SealedBallot, prove } from "./sealing.ts";
import { type Signer, sign } from "./signing.ts";

export type Body = Record<string, unknown>;

export class ATerminal {
  next = 0;
  private last: Uint8Array = new Uint8Array(32);
  constructor(
    readonly signer: Signer,
    private readonly election: Uint8Array,
    private readonly key: Point,
    private readonly random: Seeded,
  ) {}

  /// @param change  what a terminal that cheats signs instead
  record(kind: string, body: Body, change: (payload: Body) => void = () => {}): Uint8Array {
    const payload: Body = {
      election: toBase64url(this.election),
      terminal: toBase64url(keyId(this.signer.key)),
      seq: this.next++,
      prev: toBase64url(this.last),
      hour: 490_000,
      kind,
      ...body,
    };
    change(payload);
    const jws = sign("record", payload, this.signer);
    this.last = sha256(jws);
    return jws;
  }
  event(event: string): Uint8Array {
    return this.record("event", { event, ballots: 0, staff: "anne" });
  }
  ballot(sealed: SealedBallot, change: (payload: Body) => void = () => {}): Uint8Array {
    const voter = this.random.bytes(32);
    const context = { election: this.election, voter, terminal: keyId(this.signer.key), sequence: this.next };
    const proof = prove(sealed, this.key, context, this.random).map(({ t, s }) => toBase64url(joined([t, scalarBytes(s)])));
    return this.record("ballot", { voter: toBase64url(voter), ciphertext: this.ciphertext(sealed), proof }, change);
  }
  spoilt(sealed: SealedBallot, choice: Uint8Array[], change: (payload: Body) => void = () => {}): Uint8Array {
    const randomness = sealed.randomness.map((r) => toBase64url(scalarBytes(r)));
    return this.record("spoilt", { ciphertext: this.ciphertext(sealed), choice: choice.map(toBase64url), randomness }, change);
  }
  private ciphertext({ ciphertexts }: SealedBallot): string[] {
    return pieces(bytesOf(ciphertexts), 64).map(toBase64url);
  }
}
