/**
 * Exact decimals of any size as strings: 1.36亿 is "136000000", never 136000000.00000001. A number is a sum of digit
 * strings with powers of ten.
 */
export interface Part {
  readonly digits: string;
  /** Digits behind the point within `digits`. */
  readonly fraction: number;
  power: number;
}

/** The sum as a plain decimal without leading or trailing zeros: "16100000", "0.5". */
export function decimalOf(parts: readonly Part[]): string {
  const [only] = parts;
  if (only === undefined) return "0";
  if (parts.length === 1) return shifted(only.digits, only.power - only.fraction);
  let least = 0;
  for (const part of parts) least = Math.min(least, part.power - part.fraction);
  let sum = 0n;
  for (const part of parts) sum += BigInt(part.digits) * 10n ** BigInt(part.power - part.fraction - least);
  return shifted(sum.toString(), least);
}

/** Digits times a power of ten. */
function shifted(digits: string, power: number): string {
  if (power >= 0) return trimmed(digits + "0".repeat(power), "");
  const wide = digits.padStart(1 - power, "0");
  return trimmed(wide.slice(0, power), wide.slice(power));
}

function trimmed(whole: string, fraction: string): string {
  let start = 0;
  while (start < whole.length - 1 && whole.charCodeAt(start) === 48) start++;
  let end = fraction.length;
  while (end > 0 && fraction.charCodeAt(end - 1) === 48) end--;
  const head = start === 0 ? whole : whole.slice(start);
  return end === 0 ? head : `${head}.${fraction.slice(0, end)}`;
}

/** A computed value (a quotient, a power) with the fifteen digits that a double holds. */
export function roundedDecimal(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e21) return BigInt(value).toString();
  const text = value.toPrecision(15);
  if (!text.includes("e")) return trimmed(text.split(".")[0] ?? "0", text.split(".")[1] ?? "");
  const [mantissa = "0", exponent = "0"] = text.split("e");
  const negative = mantissa.startsWith("-");
  const [whole = "0", fraction = ""] = mantissa.replace("-", "").split(".");
  const plain = shifted(whole + fraction, Number(exponent) - fraction.length);
  return negative ? `-${plain}` : plain;
}

/** Product of an exact decimal and a factor that is itself a short decimal (a unit's 10000 or 0.1). */
export function timesFactor(decimal: string, factor: number): string {
  if (factor === 1) return decimal;
  const negative = decimal.startsWith("-");
  const [whole = "0", fraction = ""] = (negative ? decimal.slice(1) : decimal).split(".");
  const [factorWhole = "0", factorFraction = ""] = roundedDecimal(factor).split(".");
  const digits = BigInt(whole + fraction) * BigInt(factorWhole + factorFraction);
  const plain = shifted(digits.toString(), -fraction.length - factorFraction.length);
  return negative && plain !== "0" ? `-${plain}` : plain;
}
