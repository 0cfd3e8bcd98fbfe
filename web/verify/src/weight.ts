/// A fresh weight for an equation that is checked in one sum with others: a false one gets through once in 2^128 times.
export function randomWeight(): bigint {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return bytes.reduce((number, byte) => (number << 8n) | BigInt(byte), 0n);
}
