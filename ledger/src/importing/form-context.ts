import {
  calendarWindow,
  type FormContext,
  type PartialDate,
  parsePartialDate,
  type SaleWindow,
  type SheetReading,
  type SheetRow,
  versionIn,
  windowDays,
} from "@shanhai/model";
import type { Actor } from "../actor.js";
import { definitionsOf } from "../defining/definitions.js";
import type { Desk } from "../desk.js";
import type { PairScope } from "./find-scope.js";
import type { OpenBook } from "./open-book.js";
import type { ImportOptions } from "./sheet-desk.js";

/**
 * What the forms know beside the cells: whose pair, which year and month, up to which day. The year is the person's, else
 * the one that the sheets print, else the last one of the file name (2021-2023), else the one that the days of all rows of a
 * roll or a sales ledger share. Where nothing tells it (`yearTold`) the last one is proposed that can be meant, and asked.
 */
export function contextOf(
  desk: Desk,
  actor: Actor,
  { name }: OpenBook,
  readings: readonly SheetReading[],
  scope: PairScope | null,
  options: ImportOptions,
  today: string,
): { readonly context: Omit<FormContext, "dictionary">; readonly yearTold: boolean } {
  const printed = new Set(
    readings.flatMap(({ state, tables }) =>
      state === "read" && tables?.frame.year != null ? [tables.frame.year] : [],
    ),
  );
  const inName = [...name.matchAll(/(?<!\d)(20\d{2})(?!\d)/gu)].map(([, year]) => Number(year));
  const years = [...inName, ...printed];
  const named = printed.size === 1 ? [...printed][0] : Math.max(...inName, ...printed, 0) || undefined;
  const stated = named ?? yearOfRows(readings);
  const asOf = readings.flatMap(({ tables }) => (tables?.frame.asOf == null ? [] : [tables.frame.asOf])).at(0);
  const month = /(?<!\d)(1[0-2]|[1-9])月(?!\d)/u.exec(name)?.[1];
  const year = options.year ?? stated ?? lastWith(month ?? /(?<!\d)(1[0-2]|[1-9])月/u.exec(asOf ?? "")?.[1], today);
  const day = dayOf(asOf, year, today);
  return {
    context: {
      year,
      month: month === undefined ? null : Number(month),
      day,
      fileName: name,
      ...spanOf(years, printed.size === 1 ? undefined : stated, year),
      personKey: (identity) => desk.personKey(identity),
      side: actor.office?.side ?? null,
      east: scope === null ? null : { id: scope.east.id, path: scope.east.path },
      west: scope === null ? null : { id: scope.west.id, path: scope.west.path },
    },
    yearTold: options.year !== undefined || stated !== undefined,
  };
}

/** The year of all whole days in the rows of rolls and sales ledgers; none where they are of several. */
function yearOfRows(readings: readonly SheetReading[]): number | undefined {
  const years = new Set(
    readings.flatMap(({ parts }) =>
      parts.flatMap(({ match, read }) =>
        match?.form.roster === undefined
          ? []
          : (read?.rows ?? []).flatMap(({ cells }) =>
              [...cells.values()].flatMap(({ column, value }) =>
                column.kind === "date" && typeof value === "string" ? (/^\d{4}/u.exec(value) ?? []) : [],
              ),
            ),
      ),
    ),
  );
  const [only] = years;
  return years.size === 1 ? Number(only) : undefined;
}

/** The latest year in which the month has begun: in January a form of December is of the year before. */
function lastWith(month: string | undefined, today: string): number {
  const year = Number(today.slice(0, 4));
  return month !== undefined && Number(month) > Number(today.slice(5, 7)) ? year - 1 : year;
}

/** Whether a row takes its year from the file and not from a cell: of a file of such rows the year must be known. */
export function takesYear({ values }: SheetRow): boolean {
  return values.year !== undefined && values.year.place === null;
}

/** The years of a file that prints several; none where somebody says of which one year it is. */
function spanOf(years: readonly number[], stated: number | undefined, year: number): Pick<FormContext, "span"> {
  const from = Math.min(...years);
  return stated === undefined || stated !== year || from === stated ? {} : { span: { from, to: stated } };
}

/** Years of a ledger whose days are looked up: what offices keep. */
const YEARS_BACK = 30;

/** The days whose invoices count for each year, by the 口径 that holds here, where they are not the calendar year's. */
export async function saleWindowsOf(
  desk: Pick<Desk, "database">,
  latest: number,
): Promise<Required<Pick<FormContext, "saleWindows">>> {
  const definition = (await definitionsOf(desk.database)).find("F1");
  const windows: { [year: string]: SaleWindow } = {};
  for (let year = latest - YEARS_BACK; definition !== undefined && year <= latest; year += 1) {
    const version = versionIn(definition, year);
    if (version === null) continue;
    const window = windowDays(version, year);
    const { from, to } = calendarWindow(year);
    if (window.from !== from || window.to !== to) windows[year] = window;
  }
  return { saleWindows: windows };
}

/** 2023年11月30日, 11月30日 or 2023年11月 as the last day meant; else the year's end, but not later than today. */
function dayOf(asOf: string | undefined, year: number, today: string): string {
  const end = `${year}-12-31` < today ? `${year}-12-31` : today;
  if (asOf === undefined) return end;
  const parsed = parsePartialDate(asOf);
  if (!parsed.ok) return end;
  const value: PartialDate = parsed.value.startsWith("--") ? `${year}${parsed.value.slice(1)}` : parsed.value;
  if (value.length === 10) return value;
  if (value.length === 7)
    return `${value}-${String(new Date(Date.UTC(Number(value.slice(0, 4)), Number(value.slice(5)), 0)).getUTCDate())}`;
  return end;
}
