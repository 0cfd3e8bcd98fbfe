// H(label; x₁, x₂, …) of PROTOCOL.md 4: SHA-512 over "isoloir/v1/" ‖ label and each item after its length, 8 bytes little-endian.

import { sha512 } from "@noble/hashes/sha2";
import { littleEndian, toLittleEndian } from "./bytes.ts";
import { kOrder } from "./group.ts";

export class Transcript {
  private constructor(private readonly hash: ReturnType<typeof sha512.create>) {}
  static of(label: string): Transcript {
    return new Transcript(sha512.create().update(new TextEncoder().encode(`isoloir/v1/${label}`)));
  }
  add(...items: Uint8Array[]): this {
    for (const item of items) this.hash.update(toLittleEndian(BigInt(item.length), 8)).update(item);
    return this;
  }
  addNumber(number: number): this {
    return this.add(toLittleEndian(BigInt(number), 8));
  }
  copy(): Transcript {
    return new Transcript(this.hash.clone());
  }

  /// Of what has been added so far; more may follow.
  digest(): Uint8Array {
    return this.hash.clone().digest();
  }
  scalar(): bigint {
    return littleEndian(this.digest()) % kOrder;
  }
  /// The first 128 bits.
  weight(): bigint {
    return littleEndian(this.digest().subarray(0, 16));
  }
}
