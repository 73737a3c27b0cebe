import { type PartialDate, parsePartialDate } from "../values/partial-date.js";
import { exactNumber, type GridCell, squeezed } from "./grid.js";

/** A date as offices type it into cells. */
export interface OfficeDate {
  readonly state: "value" | "missing" | "open" | "impossible" | "unreadable";
  /** Canonical; a month stays a month. Null unless `state` is `value`. */
  readonly value: PartialDate | null;
  /** 底, 上旬, 中旬, 左右 …: what narrows or blurs it. Kept in words; no day is made of it. */
  readonly qualifier: string | null;
  /** 预计12月: a plan and no event. */
  readonly planned: boolean;
  /** The year was not printed in the cell: it is the ledger's. */
  readonly yearAssumed: boolean;
}

/** A stretch of time: 2021-2025, 2023年8月-2025年7月, 2023.8—至今, 1个月零3天. */
export interface OfficeSpan {
  readonly from: PartialDate | null;
  readonly to: PartialDate | null;
  /** 至今, 长期: no end is stated. */
  readonly open: boolean;
  /** Only a length is stated, in days; months count 30 days. */
  readonly days: number | null;
  readonly readable: boolean;
}

const MISSING = new Set(["", "/", "-", "—", "——", "无", "未填", "\\", "N/A"]);
const OPEN = /^(?:至今|长期|现在|目前|在岗|未定)$/u;
const QUALIFIER = /(上旬|中旬|下旬|月初|月底|月末|初|底|末|左右|前后|前|以前|之前|上半年|下半年)$/u;
const PLANNED = /^(?:预计|计划|拟于?|预期)/u;
const NUMERALS: { readonly [word: string]: number } = {
  一: 1,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  十: 10,
  十一: 11,
  十二: 12,
};
/** Serial days of a spreadsheet that are plausible in this work: 2000-01-01 to 2050-12-31. */
const [FIRST_SERIAL, LAST_SERIAL] = [36_526, 55_153];

const state = (name: OfficeDate["state"]): OfficeDate => ({
  state: name,
  value: null,
  qualifier: null,
  planned: false,
  yearAssumed: false,
});

/**
 * Reads a cell as a date: date cells, 2023.4 as a number, 20230215, a serial number without date format (44713),
 * 23年5月底, 四月中旬, 2023/11/20, 预计12月. `year` is the ledger's own, for cells that print none. A day that does not
 * exist is `impossible`, never moved.
 */
export function readOfficeDate(cell: GridCell | null, year: number | null): OfficeDate {
  if (cell === null) return state("missing");
  if (cell.kind === "date" && cell.date !== undefined) return fromText(cell.date, year);
  const number = exactNumber(cell);
  if (number !== null) {
    const whole = Number(number);
    if (/^\d{5}$/.test(number) && whole >= FIRST_SERIAL && whole <= LAST_SERIAL)
      return fromText(serialDay(whole), year);
    const printed = squeezed(cell.text);
    // 2023.10 typed as a number is stored as 2023.1: what is printed decides.
    return fromText(/^\d{4}\.\d{1,2}$/.test(printed) ? printed : number, year);
  }
  return fromText(cell.text, year);
}

/** The ISO day of a spreadsheet's serial number (1900 system). */
export function serialDay(serial: number): string {
  return new Date(Math.round((serial - 25_569) * 86_400_000)).toISOString().slice(0, 10);
}

function fromText(given: string, year: number | null): OfficeDate {
  let text = squeezed(given);
  if (MISSING.has(text)) return state("missing");
  if (OPEN.test(text)) return state("open");
  const planned = PLANNED.test(text);
  text = text.replace(PLANNED, "").replace(/(?:开工|完工|竣工|验收|完成|投产|建成)$/u, "");
  const qualifier = QUALIFIER.exec(text)?.[1] ?? null;
  if (qualifier !== null) text = text.slice(0, -qualifier.length) + (/^月/u.test(qualifier) ? "月" : "");
  text = numeralMonth(text)
    .replace(/^(\d{2})年/u, "20$1年")
    .replace(/^(\d{2})[./](\d{1,2})$/u, "20$1.$2")
    .replace(/(\d)(?:日|号)?(?:\d{1,2}:\d{2}(?::\d{2})?)$/u, "$1");
  const parsed = parsePartialDate(text);
  if (!parsed.ok) {
    const impossible = parsed.problem.code === "value/date-impossible" && /^\d{4}/.test(text);
    return { ...state(impossible ? "impossible" : "unreadable"), planned };
  }
  const yearless = parsed.value.startsWith("--");
  const value = yearless && year !== null ? `${year}${parsed.value.slice(1)}` : parsed.value;
  // 2月29日 of a year that has none.
  const again = parsePartialDate(value);
  if (!again.ok) return { ...state("impossible"), planned };
  return {
    state: "value",
    value: again.value,
    qualifier: qualifier === null ? null : qualifier.replace(/^月/u, ""),
    planned,
    yearAssumed: yearless && year !== null,
  };
}

function numeralMonth(text: string): string {
  return text.replace(/([一二三四五六七八九十]{1,2})月/u, (all, word: string) =>
    NUMERALS[word] === undefined ? all : `${NUMERALS[word]}月`,
  );
}

/** 2023.3.14-3.16 and 2023.10.18-20: the second end leaves out what it shares with the first. */
function secondEnd(text: string, from: PartialDate | null): string {
  if (from === null || from.length < 10) return text;
  const short = /^(?:(\d{1,2})[./])?(\d{1,2})日?$/u.exec(text);
  return short === null ? text : `${from.slice(0, 4)}.${short[1] ?? from.slice(5, 7)}.${short[2] ?? ""}`;
}

/** Reads a stretch of time out of one cell. A single year or month is both its ends. */
export function readOfficeSpan(cell: GridCell | null, year: number | null): OfficeSpan {
  const nothing: OfficeSpan = { from: null, to: null, open: false, days: null, readable: false };
  if (cell === null) return { ...nothing, readable: true };
  const one = readOfficeDate(cell, year);
  if (one.state === "value") return { ...nothing, from: one.value, to: one.value, readable: true };
  if (one.state === "open") return { ...nothing, open: true, readable: true };
  if (one.state === "missing") return { ...nothing, readable: true };
  const text = squeezed(cell.text);
  const length = /^(?:(\d+)个月)?(?:零|又)?(?:(\d+)天)?$/u.exec(text);
  if (length !== null && (length[1] ?? length[2]) !== undefined)
    return { ...nothing, days: Number(length[1] ?? 0) * 30 + Number(length[2] ?? 0), readable: true };
  const ends = /^(\d{4})-(\d{4})年?$/u.exec(text) ?? /^(.+?)(?:至|到|~|—+|–|--|-)(.+)$/u.exec(text);
  if (ends === null) return nothing;
  const from = fromText(ends[1] ?? "", year);
  const to = fromText(secondEnd(ends[2] ?? "", from.value), year);
  if (from.state !== "value") return nothing;
  if (to.state === "open") return { ...nothing, from: from.value, open: true, readable: true };
  if (to.state !== "value") return nothing;
  // 2023年8月-10月: the second year is the first one's.
  const end =
    to.yearAssumed && from.value !== null ? `${from.value.slice(0, 4)}${(to.value ?? "").slice(4)}` : to.value;
  return { ...nothing, from: from.value, to: end, readable: true };
}
