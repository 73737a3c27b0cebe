import { cost } from "../shifts/fault-costs.js";
import { encodeUnit } from "./cp936.js";

/** The bytes of a displayed character; folded ASCII was full-width (a lone byte below 0x40 cannot stand inside a fault). */
export function wideCode(unit: number): number {
  if (unit >= 0x80) return encodeUnit(unit);
  if (unit === 0x20) return 0xa1a1;
  return unit > 0x20 && unit < 0x7f ? 0xa380 + unit : 0;
}

/** A byte below 0x40 can stand there only as the rest of a folded character; a letter may be a second byte of its own. */
export function unfoldingCost(unit: number): number {
  return unit >= 0x80 || unit < 0x40 ? 0 : cost.fullWidthLetter;
}
