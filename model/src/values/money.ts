import { type Parsed, unreadable } from "../value-problem.js";

/** Integer 分 (1/100 元). Amounts are never floats: 万元 and 亿元 are only ways of reading and printing. */
export type Fen = bigint;

/** Units an amount is printed in. */
export type MoneyUnit = "元" | "万元" | "亿元";

/** An amount as read, with the words that make it inexact (约, 余, 近, 超 …), null when it is exact. */
export interface Money {
  readonly fen: Fen;
  readonly approx: string | null;
}

/** 分 in one of each unit, as powers of ten: 1元 = 10², 1万元 = 10⁶, 1亿元 = 10¹⁰. */
const POWER: { readonly [unit in MoneyUnit]: number } = { 元: 2, 万元: 6, 亿元: 10 };
/** Words before and after the number that say it is not exact. */
const BEFORE = "约|近|超过|超|逾|不足|不少于|不低于|大约|将近|突破";
const AFTER = "余|多|左右|以上|以内";
const PATTERN = new RegExp(
  `^(${BEFORE})?(?:¥|￥|人民币|RMB|CNY)?([+-]?)(\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.(\\d+))?(余|多)?(万亿|亿|万|千万|百万)?(余|多)?(?:元|圆)?(整)?(${AFTER})?$`,
);
/** What offices write for "not filled in": never 0 (工作簿 L1: "/"). */
const MISSING = new Set(["", "/", "-", "—", "――", "——", "无", "未填", "N/A"]);
const SCALE: { readonly [word: string]: number } = { 万亿: 14, 亿: 10, 千万: 9, 百万: 8, 万: 6 };

/**
 * Reads an amount in Arabic digits as offices write it: `约1610万元`, `4.13亿元`, `¥12,800.00`, `1,186,000元`,
 * full-width digits too. `unit` is the unit of the column's header, for numbers that carry none; a unit word in the
 * cell wins and is not applied twice (`380.5万` under 万元 is 380.5万元). Chinese numerals (三千二百万元) are the
 * engine's business. `/`, `—` and the empty cell are missing, not 0.
 */
export function parseMoney(text: string, unit: MoneyUnit = "元"): Parsed<Money> {
  const plain = text.normalize("NFKC").replace(/\s+/g, "").replaceAll("，", ",");
  if (MISSING.has(plain)) return unreadable("value/money-missing", text);
  const match = PATTERN.exec(plain);
  const whole = match?.[3];
  if (!match || whole === undefined) return unreadable("value/money-unreadable", text);
  const [, before, sign, , fraction = "", early, scale, late, , after] = match;
  const power = scale !== undefined ? (SCALE[scale] ?? 2) : /[元圆]/.test(plain) ? POWER.元 : POWER[unit];
  const digits = whole.replaceAll(",", "") + fraction;
  const shift = power - fraction.length;
  if (shift < 0 && !/^0*$/.test(digits.slice(shift))) return unreadable("value/money-below-fen", text);
  const fen = shift >= 0 ? BigInt(digits) * 10n ** BigInt(shift) : BigInt(digits.slice(0, shift) || "0");
  return { ok: true, value: { fen: sign === "-" ? -fen : fen, approx: before ?? early ?? late ?? after ?? null } };
}

/** Groups an integer's digits by three: 12800 → `12,800`. */
function grouped(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, ",");
}

/** The number of `fen` in a unit, exact, with as many decimals as it needs (at least `decimals`). */
function inUnit(fen: Fen, unit: MoneyUnit, decimals = 0): string {
  const power = POWER[unit];
  const digits = (fen < 0n ? -fen : fen).toString().padStart(power + 1, "0");
  const fraction = digits.slice(-power).replace(/0+$/, "").padEnd(decimals, "0");
  return `${fen < 0n ? "-" : ""}${grouped(digits.slice(0, -power))}${fraction === "" ? "" : `.${fraction}`}`;
}

/** The largest unit in which the amount needs no more than two decimals, so that nothing is rounded away. */
function readingUnit(fen: Fen): MoneyUnit {
  const size = fen < 0n ? -fen : fen;
  if (size >= 10n ** 10n && size % 10n ** 8n === 0n) return "亿元";
  if (size >= 10n ** 6n && size % 10n ** 4n === 0n) return "万元";
  return "元";
}

/**
 * Prints an amount exactly: `1,610万元`, `4.13亿元`, `12,345.67元`; in English always yuan: `CNY 16,100,000`.
 * `unit` fixes the unit (a table's column); else the one that reads best without rounding. `parseMoney` reads it back.
 */
export function printMoney(fen: Fen, language: "zh" | "en" = "zh", unit?: MoneyUnit): string {
  if (language === "en") return `CNY ${inUnit(fen, "元", fen % 100n === 0n ? 0 : 2)}`;
  const chosen = unit ?? readingUnit(fen);
  return inUnit(fen, chosen, chosen === "元" && fen % 100n !== 0n ? 2 : 0) + chosen;
}

/** 分 as JSON carries it: a decimal string. */
export function moneyToJson(fen: Fen): string {
  return fen.toString();
}

/** 分 from JSON; throws on anything but an integer string, because that is a broken program, not bad input. */
export function moneyFromJson(text: string): Fen {
  if (!/^-?\d+$/.test(text)) throw new TypeError(`not an amount in 分: ${text}`);
  return BigInt(text);
}
