import {
  type FormContext,
  type PartialDate,
  parsePartialDate,
  type SheetReading,
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
 * the one that the sheets print, else the last one of the file name (2021-2023), else this year, which is then asked.
 */
export function contextOf(
  desk: Desk,
  actor: Actor,
  { name }: OpenBook,
  readings: readonly SheetReading[],
  scope: PairScope | null,
  options: ImportOptions,
  today: string,
): { readonly context: Omit<FormContext, "dictionary">; readonly yearAssumed: boolean } {
  const printed = new Set(
    readings.flatMap(({ state, tables }) =>
      state === "read" && tables?.frame.year != null ? [tables.frame.year] : [],
    ),
  );
  const inName = [...name.matchAll(/(?<!\d)(20\d{2})(?!\d)/gu)].map(([, year]) => Number(year));
  const stated = printed.size === 1 ? [...printed][0] : Math.max(...inName, ...printed, 0) || undefined;
  const year = options.year ?? stated ?? Number(today.slice(0, 4));
  const asOf = readings.flatMap(({ tables }) => (tables?.frame.asOf == null ? [] : [tables.frame.asOf])).at(0);
  const day = dayOf(asOf, year, today);
  const month = /(?<!\d)(1[0-2]|[1-9])月(?!\d)/u.exec(name)?.[1];
  return {
    context: {
      year,
      month: month === undefined ? null : Number(month),
      day,
      fileName: name,
      personKey: (identity) => desk.personKey(identity),
      side: actor.office?.side ?? null,
      east: scope === null ? null : { id: scope.east.id, path: scope.east.path },
      west: scope === null ? null : { id: scope.west.id, path: scope.west.path },
    },
    yearAssumed: options.year === undefined && stated === undefined,
  };
}

/** The days whose invoices count for a year, by the 口径 that holds here; nothing where F1 is not asked in that year. */
export async function saleWindowOf(
  desk: Pick<Desk, "database">,
  year: number | null,
): Promise<Pick<FormContext, "saleWindow">> {
  const definition = (await definitionsOf(desk.database)).find("F1");
  const version = definition === undefined || year === null ? null : versionIn(definition, year);
  return version === null || year === null ? {} : { saleWindow: windowDays(version, year) };
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
