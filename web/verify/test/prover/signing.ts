// Whoever signs.

import { ed25519 } from "@noble/curves/ed25519";
import { sha256 } from "@noble/hashes/sha2";
import { joined, toBase64, toBase64url } from "../../../protocol/bytes.ts";
import { type Checkpoint, bodyOf, keyHash, originOf } from "../../../protocol/checkpoint.ts";
import { type Kind, headerOf } from "../../../protocol/envelope.ts";

const utf8 = new TextEncoder();

export interface Signer {
  secret: Uint8Array;
  key: Uint8Array;
}

export function aSigner(name: string): Signer {
  const secret = sha256(utf8.encode(name));
  return { secret, key: ed25519.getPublicKey(secret) };
}

export function signText(kind: Kind, payload: string, signer: Signer, header = headerOf(kind, signer.key)): Uint8Array {
  const signed = `${toBase64url(utf8.encode(header))}.${toBase64url(utf8.encode(payload))}`;
  return utf8.encode(`${signed}.${toBase64url(ed25519.sign(utf8.encode(signed), signer.secret))}`);
}

export function sign(kind: Kind, payload: unknown, signer: Signer): Uint8Array {
  return signText(kind, JSON.stringify(payload), signer);
}

export function signCheckpoint(checkpoint: Checkpoint, election: Uint8Array, log: Signer): string {
  const body = bodyOf(checkpoint, election);
  const name = originOf(election, checkpoint.epoch);
  const signature = joined([keyHash(name, log.key), ed25519.sign(utf8.encode(body), log.secret)]);
  return `${body}\n\u2014 ${name} ${toBase64(signature)}\n`;
}
