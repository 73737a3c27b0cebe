/** Calendar arithmetic on ISO days without a clock: the engine never asks what day it is. */

const two = (n: number): string => String(n).padStart(2, "0");

/** `2023-12-11`; null where the day does not exist (2月30日). */
export function isoDay(year: number, month: number, day: number): string | null {
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return null;
  return `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}`;
}

export function isoMonth(year: number, month: number): string | null {
  return month >= 1 && month <= 12 ? `${year}-${two(month)}` : null;
}

/** `--12-11`: a day whose year is not known. */
export function monthDay(month: number, day: number): string | null {
  return isoDay(2024, month, day)?.replace("2024", "-") ?? null;
}

/** Days of a month. */
export function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** The day `by` days later (earlier where negative). */
export function addDays(iso: string, by: number): string {
  return new Date(Date.parse(`${iso}T00:00:00Z`) + by * 86_400_000).toISOString().slice(0, 10);
}

/** As {@link addDays}, for `--12-11` too; null where the year would decide (the end of February). */
export function laterDay(day: string, by: number): string | null {
  if (!day.startsWith("--")) return addDays(day, by);
  const [common, leap] = [`2023${day.slice(1)}`, `2024${day.slice(1)}`].map((iso) =>
    Number.isNaN(Date.parse(`${iso}T00:00:00Z`)) ? null : addDays(iso, by).slice(4),
  );
  return common !== undefined && common !== null && common === leap ? `-${common}` : null;
}

/** Days from one ISO day to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}
