// Ed25519 as libsodium judges it, so that both verifiers take the same signatures: RFC 8032's equation without the cofactor, keys
// and R neither of small order nor written in a second way, S below the order. What @noble/curves' own verify takes is a little more.

import { ed25519 } from "@noble/curves/ed25519";
import { sha512 } from "@noble/hashes/sha2";
import { equal, joined, littleEndian } from "./bytes.ts";
import { kOrder } from "./group.ts";

/// @param key  32 bytes  @param signature  64 bytes
export function signatureHolds(key: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  if (key.length !== 32 || signature.length !== 64) return false;
  const r = signature.slice(0, 32);
  const s = littleEndian(signature.slice(32));
  if (s >= kOrder) return false;
  try {
    const a = ed25519.Point.fromBytes(key, false);
    if (a.isSmallOrder()) return false;
    const k = littleEndian(sha512(joined([r, key, message]))) % kOrder;
    const expected = ed25519.Point.BASE.multiplyUnsafe(s).subtract(a.multiplyUnsafe(k));
    return !expected.isSmallOrder() && equal(expected.toBytes(), r);
  } catch {
    return false; // a key that is no point
  }
}
