import { classAt, isHanziDigit, isMyriad, isPlace } from "./character-class.js";
import type { ScannedNumber } from "./scanned-number.js";

const numerals = "零一二三四五六七八九";

/**
 * 五六 of 五六家 and 两三 of 两三户: two numerals beside each other are the ends of a few where a unit stands behind them;
 * 一二, 二三 are mostly names (一二年级, 二三产业). Null where the two are a row or digits of something else.
 */
export function pairAt(text: string, at: number, scanned: ScannedNumber): ScannedNumber | null {
  if (scanned.arabic || scanned.multiplier !== "" || (!scanned.row && text[at] !== "一")) return null;
  const second = text[at + 1] ?? "";
  const one = numerals.indexOf(text[at] === "两" ? "二" : (text[at] ?? "-"));
  const two = numerals.indexOf(second === "两" ? "二" : second);
  const few = text[at] === "两" || second === "两" ? two === one + 1 : one > 2 && two === one + 1;
  if (one < 1 || (!few && !(one === 3 && two === 5))) return null;
  const next = classAt(text, at + 2);
  if (isHanziDigit(next) || isPlace(next) || isMyriad(next) || isHanziDigit(classAt(text, at - 1))) return null;
  return {
    value: one,
    exact: String(one),
    upper: two,
    mantissa: one,
    multiplier: "",
    end: at + 2,
    bareEnd: at + 2,
    arabic: false,
    row: false,
    more: null,
    vague: false,
  };
}
