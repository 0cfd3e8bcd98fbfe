// Ratios of whole numbers of any size, so that no rounding decides who wins.

export interface Fraction {
  over: bigint;
  under: bigint; // above 0
}

/// More than `near` and a few operations on doubles may be wrong by, of the result's size.
export const kRounding = 2 ** -50;

export function gcd(a: bigint, b: bigint): bigint {
  while (b !== 0n) [a, b] = [b, a % b];
  return a;
}

/// In lowest terms: "163/8", and "20" for a whole number.
export function textOf({ over, under }: Fraction): string {
  const common = gcd(over, under);
  return common === under ? String(over / under) : `${over / common}/${under / common}`;
}

/// Below 0 where a is less than b, above 0 where it is more.
export function compareFractions(a: Fraction, b: Fraction): number {
  const difference = a.over * b.under - b.over * a.under;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

function bitsOf(number: bigint): number {
  return 4 * number.toString(16).length;
}

/// A double within 2^-52 of its size. The terms may be beyond a double's range, the ratio not.
export function near({ over, under }: Fraction): number {
  const shift = 68 + bitsOf(under) - bitsOf(over); // leaves 64 bits or more
  const quotient = shift >= 0 ? (over << BigInt(shift)) / under : over / (under << BigInt(-shift));
  return Number(quotient) * 2 ** -shift;
}
