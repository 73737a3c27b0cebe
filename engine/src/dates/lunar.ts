import { lexicon } from "../lexicon.js";

interface LunarYear {
  /** Day of the first month's first, in days since 1970. */
  readonly start: number;
  readonly lengths: readonly number[];
  readonly leap: number;
}

let years: ReadonlyMap<number, LunarYear> | null = null;

function table(): ReadonlyMap<number, LunarYear> {
  years ??= new Map(
    lexicon("lunar-years").map(({ year, newYear, months, leap }) => [
      Number(year),
      {
        start: Date.parse(`${year}-${newYear}T00:00:00Z`) / 86_400_000,
        lengths: [...months].map((long) => (long === "1" ? 30 : 29)),
        leap: Number(leap),
      },
    ]),
  );
  return years;
}

/**
 * First and last day (days since 1970) of a day or month of the lunar calendar (农历), or null outside 1920–2060 and where
 * the year has no such month or day. Day 0 is the month's last (除夕).
 */
export function lunarDays(
  year: number,
  month: number,
  leap: boolean,
  day: number | null,
): readonly [number, number] | null {
  const entry = table().get(year);
  if (entry === undefined || (leap && entry.leap !== month)) return null;
  const index = month - 1 + (entry.leap > 0 && (month > entry.leap || leap) ? 1 : 0);
  const length = entry.lengths[index];
  if (length === undefined) return null;
  const first = entry.lengths.slice(0, index).reduce((sum, days) => sum + days, entry.start);
  if (day === null) return [first, first + length - 1];
  const offset = day === 0 ? length - 1 : day - 1;
  return offset < length ? [first + offset, first + offset] : null;
}

/** Days of the month in 1900–2099 on which the 24 solar terms fall: floor(y · 0.2422 + c) − leap days. */
const constants: readonly number[] = [
  5.4055, 20.12, 3.87, 18.73, 5.63, 20.646, 4.81, 20.1, 5.52, 21.04, 5.678, 21.37, 7.108, 22.83, 7.5, 23.13, 7.646,
  23.042, 8.318, 23.438, 7.438, 22.36, 7.18, 21.94,
];

/** The day of a solar term (节气) in days since 1970; 0 is 小寒, 6 清明. Good for 2000–2099 up to one day. */
export function solarTerm(year: number, term: number): number {
  const short = year % 100;
  const leaps = Math.floor((term < 4 ? short - 1 : short) / 4);
  const day = Math.floor(short * 0.2422 + (constants[term] ?? 0)) - leaps;
  return Date.UTC(year, Math.floor(term / 2), day) / 86_400_000;
}
