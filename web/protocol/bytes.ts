// Byte strings as the protocol writes them.

const kAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const kValues = new Map([...kAlphabet].map((sign, value) => [sign, value]));

/// base64url without padding; null for another alphabet, padding or stray bits: one value has one text.
export function fromBase64url(text: string): Uint8Array | null {
  if (text.length % 4 === 1) return null;
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let held = 0;
  let bits = 0;
  let at = 0;
  for (const sign of text) {
    const value = kValues.get(sign);
    if (value === undefined) return null;
    held = (held << 6) | value;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[at++] = held >> bits;
    held &= (1 << bits) - 1;
  }
  return held === 0 ? bytes : null;
}

export function toBase64url(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += 3) {
    const left = Math.min(3, bytes.length - at);
    const held = (bytes[at]! << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    for (let i = 0; i <= left; ++i) text += kAlphabet[(held >> (18 - 6 * i)) & 63];
  }
  return text;
}

/// base64 as of old, padded; null as fromBase64url.
export function fromBase64(text: string): Uint8Array | null {
  if (text.length % 4 !== 0 || /[-_]/.test(text)) return null;
  const bare = text.replace(/={1,2}$/, "");
  return fromBase64url(bare.replaceAll("+", "-").replaceAll("/", "_"));
}

export function toBase64(bytes: Uint8Array): string {
  return toBase64url(bytes).replaceAll("-", "+").replaceAll("_", "/") + ["", "", "==", "="][bytes.length % 3 === 0 ? 0 : bytes.length % 3 === 1 ? 2 : 3];
}

const kHex = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));

export function toHex(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += kHex[byte];
  return text;
}

export function equal(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}

/// A number written with its least byte first.
export function littleEndian(bytes: Uint8Array): bigint {
  return bytes.length === 0 ? 0n : BigInt(`0x${toHex(bytes.slice().reverse())}`);
}

/// A number of so many bytes, its least byte first.
export function toLittleEndian(number: bigint, size: number): Uint8Array {
  const bytes = new Uint8Array(size);
  for (let i = 0, left = number; i < size; ++i, left >>= 8n) bytes[i] = Number(left & 0xffn);
  return bytes;
}

/// Byte by byte, a shorter one first.
export function compare(a: Uint8Array, b: Uint8Array): number {
  for (let i = 0; i < a.length && i < b.length; ++i) if (a[i] !== b[i]) return a[i]! - b[i]!;
  return a.length - b.length;
}

/// Pieces of one size. @param bytes  a whole number of them
export function pieces(bytes: Uint8Array, size: number): Uint8Array[] {
  return Array.from({ length: bytes.length / size }, (_, i) => bytes.subarray(i * size, (i + 1) * size));
}

export function joined(parts: Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
