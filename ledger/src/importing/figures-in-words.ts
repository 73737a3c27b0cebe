import { readMoney, readNumbers } from "@shanhai/engine/light";
import type { FiguresInWords } from "@shanhai/model";

/** 人民币 in front; what is said of the price in brackets (含税), and that it is whole (整, which the engine reads). */
const AROUND = /^(?:人民币|RMB|CNY|计|共计?)|[(（][^()（）]*[)）]$/giu;
/** Counted by words that are no unit of money: 三十人, 十二家, 两个. */
const COUNTED = /^[\p{Script=Han}]{0,4}$/u;
const SCALE = /[千万亿]/u;

/** What cells tell in words, read as the engine reads a text: the whole cell or nothing. */
export const figuresInWords: FiguresInWords = {
  amount(text) {
    const said = text.replaceAll(AROUND, "");
    const [reading, more] = readMoney(said);
    if (reading === undefined || more !== undefined || reading.baseUnit !== "元" || reading.vague) return null;
    if (reading.whole.start !== 0 || reading.whole.end !== said.length) return null;
    // 三千二百 says of what as little as 3200 does; 4千 and 三万 say it.
    const ownUnit = reading.unit !== "" || /[万亿]/u.test(said);
    const approx = reading.approx ?? /[余多]/u.exec(said)?.[0] ?? null;
    return { value: reading.base, ownUnit, approx, range: reading.upper !== null };
  },
  figure(text) {
    const [reading, more] = readNumbers(text);
    if (reading === undefined || more !== undefined || reading.kind !== "number" || reading.start !== 0) return null;
    const behind = text.slice(reading.end);
    if (!COUNTED.test(behind) || SCALE.test(behind) || behind.includes("半")) return null;
    return { value: reading.value, unit: behind === "" ? null : behind, range: reading.upper !== null };
  },
};
