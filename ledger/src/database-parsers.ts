import pg from "pg";

const { builtins, getTypeParser } = pg.types;
const array = { int8: 1016, numeric: 1231, date: 1182, timestamptz: 1185, text: 1009 } as const;

type Parse = (text: string) => unknown;

/**
 * How values come out of the database, the same for every driver of ours and nobody else's: date and numeric as
 * printed, int8 as bigint, timestamptz as ISO text in UTC with microseconds (a Date would cut them), timestamp and
 * interval as printed; arrays of these likewise.
 */
export const databaseTypes: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: "text" | "binary") =>
    (format === "binary" ? undefined : PARSERS.get(oid)) ??
    getTypeParser(oid, format)) as pg.CustomTypesConfig["getTypeParser"],
};

const asPrinted: Parse = (text) => text;

const PARSERS: ReadonlyMap<number, Parse> = new Map<number, Parse>([
  [builtins.DATE, asPrinted],
  [builtins.NUMERIC, asPrinted],
  [builtins.TIMESTAMP, asPrinted],
  [builtins.INTERVAL, asPrinted],
  [builtins.INT8, BigInt],
  [builtins.TIMESTAMPTZ, isoInstant],
  [array.date, arrayOf(asPrinted)],
  [array.numeric, arrayOf(asPrinted)],
  [array.int8, arrayOf(BigInt)],
  [array.timestamptz, arrayOf(isoInstant)],
]);

function arrayOf(parse: Parse): Parse {
  const texts = getTypeParser(array.text as number as Parameters<typeof getTypeParser>[0]) as (text: string) => unknown;
  const each = (value: unknown): unknown =>
    Array.isArray(value) ? value.map(each) : typeof value === "string" ? parse(value) : value;
  return (text) => each(texts(text));
}

const INSTANT = /^(\d{4,})-(\d\d)-(\d\d) (\d\d):(\d\d):(\d\d)(?:\.(\d{1,6}))?([+-])(\d\d)(?::(\d\d))?(?::(\d\d))?$/;

/** `2021-04-08 09:30:00.000001+08` → `2021-04-08T01:30:00.000001Z`. Infinities and years BC stay as printed. */
export function isoInstant(text: string): string {
  const match = INSTANT.exec(text);
  if (!match) return text;
  const [, year, month, day, hour, minute, second, fraction = "", sign, offHour, offMinute = "0", offSecond = "0"] =
    match;
  const offset = ((Number(offHour) * 60 + Number(offMinute)) * 60 + Number(offSecond)) * (sign === "-" ? -1 : 1);
  const local = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second));
  const utc = new Date(local - offset * 1000).toISOString();
  return `${utc.slice(0, -5)}.${fraction.padEnd(6, "0")}Z`;
}
