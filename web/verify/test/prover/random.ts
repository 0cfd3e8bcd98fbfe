// Reproducible "randomness" for tests: SHA-512 over a seed and a counter.

import { sha512 } from "@noble/hashes/sha2";
import { joined, littleEndian, toLittleEndian } from "../../../protocol/bytes.ts";
import { kOrder } from "../../../protocol/group.ts";

export class Seeded {
  private counter = 0n;
  constructor(private readonly seed: string) {}

  wide(): Uint8Array {
    return sha512(joined([new TextEncoder().encode(this.seed), toLittleEndian(this.counter++, 8)]));
  }
  bytes(size: number): Uint8Array {
    return this.wide().slice(0, size);
  }
  scalar(): bigint {
    return littleEndian(this.wide()) % kOrder;
  }
  scalars(count: number): bigint[] {
    return Array.from({ length: count }, () => this.scalar());
  }
  below(most: number): number {
    return Number(littleEndian(this.wide()) % BigInt(most));
  }
}

export function scalarBytes(scalar: bigint): Uint8Array {
  return toLittleEndian(scalar, 32);
}
