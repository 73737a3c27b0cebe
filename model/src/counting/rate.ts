import {
  compareDecimals,
  type Decimal,
  divideDecimals,
  isDecimalText,
  shiftDecimal,
  subtractDecimals,
} from "../values/decimal.js";

/** A rate keeps what was divided by what, and the day: 9.89 % of an unknown base cannot be checked by anybody. */
export interface Rate {
  readonly numerator: Decimal;
  readonly denominator: Decimal;
  /** Two decimals, not capped: 106.35, 2140.00. */
  readonly percent: Decimal;
  /** 截至日 `YYYY-MM-DD`; null where the caller's frame says it. */
  readonly day: string | null;
}

/**
 * numerator ÷ denominator in per cent (完成率、支付率), not capped (G5). Null – never 0 or 100 – where either is missing or
 * the denominator is 0: a target of 0 or none has no completion.
 */
export function rateOf(numerator: Decimal | null, denominator: Decimal | null, day: string | null = null): Rate | null {
  if (numerator === null || denominator === null) return null;
  const percent = divideDecimals(shiftDecimal(numerator, 2), denominator, 2);
  return percent === null ? null : { numerator, denominator, percent, day };
}

/**
 * Which denominators a printed percentage allows, from its rounding: 8,519.8 at 9.89 % was divided by something between
 * 86,102 and 86,190. Null where the numerator or the percentage is 0, or one of them is no number.
 */
export function impliedDenominator(
  numerator: Decimal,
  printed: Decimal,
): { readonly least: Decimal; readonly most: Decimal } | null {
  if (!isDecimalText(numerator) || !isDecimalText(printed)) return null;
  const half = `0.${"0".repeat(printed.split(".")[1]?.length ?? 0)}5`;
  const least = divideDecimals(shiftDecimal(numerator, 2), subtractDecimals(printed, `-${half}`), 4);
  const most = divideDecimals(shiftDecimal(numerator, 2), subtractDecimals(printed, half), 4);
  if (least === null || most === null || compareDecimals(printed, "0") === 0 || compareDecimals(numerator, "0") === 0)
    return null;
  return { least, most };
}

/** Whether a total can be what a printed percentage was taken of. */
export function fitsDenominator(numerator: Decimal, printed: Decimal, total: Decimal): boolean {
  const implied = impliedDenominator(numerator, printed);
  return implied !== null && compareDecimals(total, implied.least) >= 0 && compareDecimals(total, implied.most) <= 0;
}
