// The signed envelope of PROTOCOL.md 2: size, then header, then key, then the signature over the bytes as received; only then is
// anything parsed.

import { sha256 } from "@noble/hashes/sha2";
import { equal, fromBase64url, toBase64url } from "./bytes.ts";
import { Wrong } from "./json.ts";
import { signatureHolds } from "./signature.ts";

export type Kind = "package" | "roster" | "record" | "mix" | "opening" | "result";

const kHeader = /^\{"alg":"EdDSA","kid":"([A-Za-z0-9_-]{22})","typ":"isoloir\/([a-z]+)\+1"\}$/;

/// The first 16 bytes of SHA-256 of a key.
export function keyId(key: Uint8Array): Uint8Array {
  return sha256(key).slice(0, 16);
}

/// What is not yet verified.
export interface Envelope {
  kind: Kind;
  kid: Uint8Array;
  signed: string;
  payload: string;
  signature: Uint8Array;
}

function decoded(part: string, what: string): Uint8Array {
  const bytes = fromBase64url(part);
  if (bytes === null) throw new Wrong(`${what} is not base64url`);
  return bytes;
}

/// @param most  bytes of the whole
export function splitEnvelope(jws: Uint8Array, kind: Kind, most: number): Envelope {
  if (jws.length > most) throw new Wrong(`${kind}: larger than the ${most} bytes allowed`);
  const text = latin(jws);
  const parts = text.split(".");
  if (parts.length !== 3) throw new Wrong(`${kind}: not a signed envelope`);
  const header = kHeader.exec(latin(decoded(parts[0]!, `${kind}: the header`)));
  if (header === null || header[2] !== kind) throw new Wrong(`${kind}: not a signed ${kind} of version 1`);
  const kid = decoded(header[1]!, `${kind}: the key identifier`);
  const signature = decoded(parts[2]!, `${kind}: the signature`);
  if (signature.length !== 64) throw new Wrong(`${kind}: the signature is not 64 bytes`);
  return { kind, kid, signed: `${parts[0]}.${parts[1]}`, payload: parts[1]!, signature };
}

/// @return  the payload's bytes
export function openEnvelope(envelope: Envelope, key: Uint8Array): Uint8Array {
  const { kind, kid, signed, payload, signature } = envelope;
  if (!equal(kid, keyId(key))) throw new Wrong(`${kind}: signed with another key than the one expected here`);
  if (!signatureHolds(key, new TextEncoder().encode(signed), signature)) throw new Wrong(`${kind}: the signature does not hold`);
  return decoded(payload, `${kind}: the payload`);
}

export function open(jws: Uint8Array, kind: Kind, most: number, key: Uint8Array): Uint8Array {
  return openEnvelope(splitEnvelope(jws, kind, most), key);
}

/// How an envelope of this kind begins; for whoever signs.
export function headerOf(kind: Kind, key: Uint8Array): string {
  return `{"alg":"EdDSA","kid":"${toBase64url(keyId(key))}","typ":"isoloir/${kind}+1"}`;
}

/// Bytes as signs of one byte each, so that no byte is lost or gained.
export function latin(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return text;
}
