import { type Fen, type MoneyUnit, parseMoney } from "../values/money.js";
import { exactNumber, type GridCell, squeezed } from "./grid.js";

/** What offices type where nothing is known: never 0. */
const MISSING = new Set(["", "/", "-", "—", "——", "――", "无", "未填", "\\", "N/A"]);

/**
 * Reads what is told in words (三万元, 4千, 3万5千元, 三十人). Reading texts is the engine's: whoever reads sheets brings it
 * along, and without it such cells are unreadable. Null for a text that is no such figure from end to end.
 */
export interface FiguresInWords {
  amount(text: string): {
    /** A decimal text; in 元 where `ownUnit`, else without a unit (三千二百). */
    readonly value: string;
    readonly ownUnit: boolean;
    readonly approx: string | null;
    /** Of 三四万 the lower end. */
    readonly range: boolean;
  } | null;
  figure(text: string): { readonly value: string; readonly unit: string | null; readonly range: boolean } | null;
}

/** An amount as it stands in a cell. */
export interface OfficeAmount {
  readonly state: "value" | "missing" | "unreadable";
  readonly fen: Fen | null;
  /** 约, 余 …: the amount is not exact. */
  readonly approx: string | null;
  /** The cell carries its own unit word, which wins over the header's and is applied once. */
  readonly ownUnit: boolean;
  /** 4000-5000: the lower end was taken. */
  readonly range: boolean;
  /** What stands beside the money and is none: 电脑10台. */
  readonly goods: string | null;
  /** Told in words: 三万元, 4千. */
  readonly inWords: boolean;
}

const nothing: OfficeAmount = {
  state: "missing",
  fen: null,
  approx: null,
  ownUnit: false,
  range: false,
  goods: null,
  inWords: false,
};

/**
 * Reads a cell as money under a header of this unit: numbers, "1,200", "380.5万" (380.5万元 under 万元, not multiplied
 * again), "1,186,000元", "¥12,800.00", "5万元+电脑10台", "4000-5000", with `words` "三万元" and "4千" too. "/" and "—" are
 * missing, not 0. The header's unit is that of figures without one.
 */
export function readOfficeAmount(cell: GridCell | null, unit: MoneyUnit, words?: FiguresInWords): OfficeAmount {
  if (cell === null) return nothing;
  const number = exactNumber(cell);
  const text = number ?? squeezed(cell.text);
  if (MISSING.has(text)) return nothing;
  // 4000元/月, 每月4000元: the header says per what.
  const amountOf = (part: string) => amountIn(part, unit, words);
  const direct = amountOf(text.replace(/^每(?:人)?月|(?:\/|每)(?:人)?月$/gu, ""));
  if (direct !== null) return direct;
  const range = /^(?:¥)?([\d,.]+)(?:万元?|元)?[-~—至]([\d,.]+)(万元?|元)?$/u.exec(text);
  if (range !== null) {
    const low = amountOf(`${range[1]}${range[3] ?? ""}`);
    if (low !== null) return { ...low, range: true };
  }
  const parts = text.split(/[+、和及;]/u);
  const money = parts.map(amountOf).filter((part) => part !== null && (part.ownUnit || number !== null));
  if (parts.length > 1 && money.length === 1) {
    const goods = parts.filter((part) => amountOf(part)?.ownUnit !== true).join("、");
    return { ...(money[0] ?? nothing), goods };
  }
  // 折款 and the like stand in brackets behind.
  const bracket = /^(.+?)\((.+)\)$/u.exec(text);
  const before = bracket === null ? null : amountOf(bracket[1] ?? "");
  if (before !== null) return { ...before, goods: null };
  return { ...nothing, state: "unreadable" };
}

function amountIn(text: string, unit: MoneyUnit, words: FiguresInWords | undefined): OfficeAmount | null {
  const parsed = parseMoney(text, unit);
  if (!parsed.ok) {
    const told = words?.amount(text) ?? null;
    const amount = told === null ? null : parseMoney(told.value, told.ownUnit ? "元" : unit);
    if (told === null || amount === null || !amount.ok) return null;
    const { approx, ownUnit, range } = told;
    return { ...nothing, state: "value", fen: amount.value.fen, approx, ownUnit, range, inWords: true };
  }
  const ownUnit = /[万亿元圆¥]/u.test(text);
  return { ...nothing, state: "value", fen: parsed.value.fen, approx: parsed.value.approx, ownUnit };
}

/** A figure as it stands in a cell; `value` is an exact decimal text. */
export interface OfficeNumber {
  readonly state: "value" | "missing" | "unreadable";
  readonly value: string | null;
  readonly approx: string | null;
  readonly range: boolean;
  /** 个月, 人 …: the word behind the figure. */
  readonly unit: string | null;
  /** Printed as a percentage. */
  readonly percent: boolean;
  /** Told in words: 三十人. */
  readonly inWords: boolean;
}

const noNumber: OfficeNumber = {
  state: "missing",
  value: null,
  approx: null,
  range: false,
  unit: null,
  percent: false,
  inWords: false,
};
const FIGURE = /^(约|近|超|超过|逾)?([+-]?)(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?(余|多)?(%|[\p{Script=Han}()]{1,8})?$/u;

/** Reads a cell as a figure: 1,200, 3个月, 约30, 95%, 4-5 (the lower end), with `words` 三十人 too. */
export function readOfficeNumber(cell: GridCell | null, words?: FiguresInWords): OfficeNumber {
  if (cell === null) return noNumber;
  const number = exactNumber(cell);
  const text = number ?? squeezed(cell.text);
  if (MISSING.has(text)) return noNumber;
  if (cell.kind === "error" || cell.kind === "formula-error") return { ...noNumber, state: "unreadable" };
  if (number !== null) return { ...noNumber, state: "value", value: trimmed(number), percent: /%$/u.test(cell.text) };
  const low = /^([\d.,]+)[-~—至][\d.,]+([\p{Script=Han}]{0,4})$/u.exec(text);
  const match = FIGURE.exec(low === null ? text : `${low[1]}${low[2] ?? ""}`);
  if (match === null) {
    const told = words?.figure(text) ?? null;
    return told === null
      ? { ...noNumber, state: "unreadable" }
      : { ...noNumber, state: "value", ...told, inWords: true };
  }
  const [, before, sign, whole = "0", fraction, after, unit] = match;
  const digits = `${whole.replaceAll(",", "")}${fraction === undefined ? "" : `.${fraction}`}`;
  return {
    ...noNumber,
    state: "value",
    value: trimmed(`${sign === "-" ? "-" : ""}${digits}`),
    approx: before ?? after ?? null,
    range: low !== null,
    unit: unit === undefined || unit === "%" ? null : unit,
    percent: unit === "%",
  };
}

/** A share as percent points: 0.95 and "95%" are both 95; 97.68% printed over 0.9768 is 97.68. */
export function readOfficePercent(cell: GridCell | null): OfficeNumber {
  const read = readOfficeNumber(cell);
  if (read.value === null || cell === null) return read;
  // A number cell holds the fraction whatever its format; 1.0242 typed as such is a fraction, 102.42 is not.
  const fraction = cell.kind === "number" && (read.percent || Math.abs(Number(read.value)) <= 2);
  return fraction ? { ...read, value: shifted(read.value, 2), percent: true } : { ...read, percent: true };
}

/** A decimal text times 10^places, exact. */
export function shifted(value: string, places: number): string {
  const negative = value.startsWith("-");
  const [whole = "0", fraction = ""] = value.replace("-", "").split(".");
  const moved = fraction.padEnd(places, "0");
  return trimmed(`${negative ? "-" : ""}${whole}${moved.slice(0, places)}.${moved.slice(places)}`);
}

/** Without zeros that say nothing: `012.50` → `12.5`, `3.` → `3`, `-0` → `0`. */
function trimmed(value: string): string {
  const negative = value.startsWith("-");
  const [whole = "", fraction = ""] = value.replace("-", "").split(".");
  const digits = whole.replace(/^0+(?=\d)/u, "") || "0";
  const rest = fraction.replace(/0+$/u, "").slice(0, 20);
  const text = rest === "" ? digits : `${digits}.${rest}`;
  return negative && text !== "0" ? `-${text}` : text;
}
