import { type Fen, type MoneyUnit, parseMoney } from "../values/money.js";
import { exactNumber, type GridCell, squeezed } from "./grid.js";

/** What offices type where nothing is known: never 0. */
const MISSING = new Set(["", "/", "-", "—", "——", "――", "无", "未填", "\\", "N/A"]);

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
}

const nothing: OfficeAmount = { state: "missing", fen: null, approx: null, ownUnit: false, range: false, goods: null };

/**
 * Reads a cell as money under a header of this unit: numbers, "1,200", "380.5万" (380.5万元 under 万元, not multiplied
 * again), "1,186,000元", "¥12,800.00", "5万元+电脑10台", "4000-5000". "/" and "—" are missing, not 0.
 */
export function readOfficeAmount(cell: GridCell | null, unit: MoneyUnit): OfficeAmount {
  if (cell === null) return nothing;
  const number = exactNumber(cell);
  const text = number ?? squeezed(cell.text);
  if (MISSING.has(text)) return nothing;
  // 4000元/月, 每月4000元: the header says per what.
  const direct = amountOf(text.replace(/^每(?:人)?月|(?:\/|每)(?:人)?月$/gu, ""), unit);
  if (direct !== null) return direct;
  const range = /^(?:¥)?([\d,.]+)(?:万元?|元)?[-~—至]([\d,.]+)(万元?|元)?$/u.exec(text);
  if (range !== null) {
    const low = amountOf(`${range[1]}${range[3] ?? ""}`, unit);
    if (low !== null) return { ...low, range: true };
  }
  const parts = text.split(/[+、和及;]/u);
  const money = parts
    .map((part) => amountOf(part, unit))
    .filter((part) => part !== null && (part.ownUnit || number !== null));
  if (parts.length > 1 && money.length === 1) {
    const goods = parts.filter((part) => amountOf(part, unit)?.ownUnit !== true).join("、");
    return { ...(money[0] ?? nothing), goods };
  }
  // 折款 and the like stand in brackets behind.
  const bracket = /^(.+?)\((.+)\)$/u.exec(text);
  const before = bracket === null ? null : amountOf(bracket[1] ?? "", unit);
  if (before !== null) return { ...before, goods: null };
  return { ...nothing, state: "unreadable" };
}

function amountOf(text: string, unit: MoneyUnit): OfficeAmount | null {
  const parsed = parseMoney(text, unit);
  if (!parsed.ok) return null;
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
}

const noNumber: OfficeNumber = {
  state: "missing",
  value: null,
  approx: null,
  range: false,
  unit: null,
  percent: false,
};
const FIGURE = /^(约|近|超|超过|逾)?([+-]?)(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?(余|多)?(%|[\p{Script=Han}()]{1,8})?$/u;

/** Reads a cell as a figure: 1,200, 3个月, 约30, 95%, 4-5 (the lower end). */
export function readOfficeNumber(cell: GridCell | null): OfficeNumber {
  if (cell === null) return noNumber;
  const number = exactNumber(cell);
  const text = number ?? squeezed(cell.text);
  if (MISSING.has(text)) return noNumber;
  if (cell.kind === "error" || cell.kind === "formula-error") return { ...noNumber, state: "unreadable" };
  if (number !== null) return { ...noNumber, state: "value", value: trimmed(number), percent: /%$/u.test(cell.text) };
  const low = /^([\d.,]+)[-~—至][\d.,]+([\p{Script=Han}]{0,4})$/u.exec(text);
  const match = FIGURE.exec(low === null ? text : `${low[1]}${low[2] ?? ""}`);
  if (match === null) return { ...noNumber, state: "unreadable" };
  const [, before, sign, whole = "0", fraction, after, unit] = match;
  const digits = `${whole.replaceAll(",", "")}${fraction === undefined ? "" : `.${fraction}`}`;
  return {
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
