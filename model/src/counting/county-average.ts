import { type Decimal, divideDecimals } from "../values/decimal.js";

/** 县均 = total ÷ paired counties (G6), two decimals in the total's unit; null where no county is counted. */
export function countyAverage(total: Decimal, counties: number): Decimal | null {
  return counties > 0 ? divideDecimals(total, String(counties), 2) : null;
}
