/**
 * Exact decimal numbers as text: `2560.50`, `-34.25`, `0`. What an office prints is added and compared to the last digit;
 * no number of a report ever passes through a float.
 */
export type Decimal = string;

const FORM = /^(-?)(\d+)(?:\.(\d+))?$/;

/** A number as an integer of units of 10^-scale. */
interface Scaled {
  readonly digits: bigint;
  readonly scale: number;
}

/** Whether the text is a decimal in the form that {@link addDecimals} gives: no exponent, no grouping, no plus. */
export function isDecimalText(text: string): boolean {
  return FORM.test(text);
}

function read(text: Decimal): Scaled {
  const [, sign, whole = "", fraction = ""] = FORM.exec(text) ?? [];
  // Only values that were checked at the door come here; anything else is a broken program.
  if (sign === undefined) throw new TypeError(`not a decimal: ${text}`);
  const digits = BigInt(whole + fraction);
  return { digits: sign === "-" ? -digits : digits, scale: fraction.length };
}

function write({ digits, scale }: Scaled): Decimal {
  const plain = (digits < 0n ? -digits : digits).toString().padStart(scale + 1, "0");
  const fraction = plain.slice(plain.length - scale).replace(/0+$/, "");
  const text = plain.slice(0, plain.length - scale) + (fraction === "" ? "" : `.${fraction}`);
  return digits < 0n ? `-${text}` : text;
}

function raised({ digits, scale }: Scaled, to: number): bigint {
  return digits * 10n ** BigInt(to - scale);
}

/** The exact sum; of nothing it is 0. */
export function addDecimals(...numbers: readonly Decimal[]): Decimal {
  const scaled = numbers.map(read);
  const scale = Math.max(0, ...scaled.map((one) => one.scale));
  return write({ digits: scaled.reduce((sum, one) => sum + raised(one, scale), 0n), scale });
}

/** a − b, exact. */
export function subtractDecimals(a: Decimal, b: Decimal): Decimal {
  const [one, other] = [read(a), read(b)];
  const scale = Math.max(one.scale, other.scale);
  return write({ digits: raised(one, scale) - raised(other, scale), scale });
}

/** Negative, 0 or positive as a is below, equal to or above b; 2.50 and 2.5 are equal. */
export function compareDecimals(a: Decimal, b: Decimal): number {
  const difference = read(subtractDecimals(a, b)).digits;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** a × 10^power, exact: 分 into 万元 is a power of −6. */
export function shiftDecimal(a: Decimal, power: number): Decimal {
  const { digits, scale } = read(a);
  return power > scale
    ? write({ digits: digits * 10n ** BigInt(power - scale), scale: 0 })
    : write({ digits, scale: scale - power });
}

/** a ÷ b with this many decimals, rounded half away from zero as offices do; null where b is 0. */
export function divideDecimals(a: Decimal, b: Decimal, decimals: number): Decimal | null {
  const [one, other] = [read(a), read(b)];
  if (other.digits === 0n) return null;
  const shift = decimals + other.scale - one.scale;
  const over = shift >= 0 ? one.digits * 10n ** BigInt(shift) : one.digits;
  const under = shift >= 0 ? other.digits : other.digits * 10n ** BigInt(-shift);
  const negative = over < 0n !== under < 0n;
  const [top, bottom] = [over < 0n ? -over : over, under < 0n ? -under : under];
  const digits = (2n * top + bottom) / (2n * bottom);
  return fixed({ digits: negative ? -digits : digits, scale: decimals });
}

/** With exactly this many decimals, rounded half away from zero: how a column of a report prints. */
export function roundDecimal(a: Decimal, decimals: number): Decimal {
  return divideDecimals(a, "1", decimals) ?? a;
}

/** Keeps trailing zeros: 106.30 has two decimals because it was asked for with two. */
function fixed({ digits, scale }: Scaled): Decimal {
  const plain = (digits < 0n ? -digits : digits).toString().padStart(scale + 1, "0");
  const text = scale === 0 ? plain : `${plain.slice(0, plain.length - scale)}.${plain.slice(plain.length - scale)}`;
  return digits < 0n ? `-${text}` : text;
}
