// A moment that is moved by a length of time, and how exactly what it names is known.
import type { DateContext } from "./date-context.js";
import type { Duration } from "./duration.js";

/** 三个多月以来, 三年半以来: since a month, or a year, that nobody counts to the day. */
export function roughly(from: number, { amounts, blurred }: Duration): number {
  const last = amounts[amounts.length - 1];
  if (last === undefined || (last.unit !== "year" && last.unit !== "month")) return from;
  if (!blurred && Number.isInteger(last.amount)) return from;
  const day = new Date(from * 1000);
  return Date.UTC(day.getUTCFullYear(), blurred && last.unit === "year" ? 0 : day.getUTCMonth(), 1) / 1000;
}

/** 3年后 is a year, 4周后 a week, 20天后 a day, 2小时后 a moment. */
export function around(
  point: number,
  length: Duration,
  back = false,
): { from: string; to: string; first: string; last: string } {
  const { unit, amount } = length.amounts[length.amounts.length - 1] ?? { unit: "day", amount: 0 };
  const day = iso(point).slice(0, 10);
  if (unit === "year" && Number.isInteger(length.amounts[0]?.amount ?? 0)) {
    const year = day.slice(0, 4);
    return { from: year, to: year, first: `${year}-01-01T00:00:00`, last: `${year}-12-31T23:59:59` };
  }
  if (unit === "year" || (unit === "month" && Number.isInteger(amount))) {
    const month = day.slice(0, 7);
    const last = iso(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 1) / 1000 - 1);
    return { from: month, to: month, first: `${month}-01T00:00:00`, last };
  }
  if (unit === "week") {
    const weekday = new Date(point * 1000).getUTCDay() || 7;
    const monday = startOfDay(point) - (weekday - 1) * 86_400;
    return {
      from: iso(monday).slice(0, 10),
      to: iso(monday + 6 * 86_400).slice(0, 10),
      first: iso(monday),
      last: iso(endOfDay(monday + 6 * 86_400)),
    };
  }
  if (unit === "day" || unit === "workday" || unit === "month")
    return { from: day, to: day, first: `${day}T00:00:00`, last: `${day}T23:59:59` };
  const span = (unit === "hour" ? 3600 : unit === "minute" ? 60 : 1) * (amount === 0.5 ? 0.5 : 1);
  // 6小时前 is the hour up to then.
  if (back) {
    const at = iso(point - span);
    return { from: iso(point).slice(0, 16), to: iso(point).slice(0, 16), first: at, last: iso(point) };
  }
  return { from: iso(point).slice(0, 16), to: iso(point).slice(0, 16), first: iso(point), last: iso(point + span) };
}

export const iso = (seconds: number): string =>
  Math.abs(seconds) < 8e12 ? new Date(seconds * 1000).toISOString().slice(0, 19) : "9999-12-31T23:59:59";
export const startOfDay = (seconds: number): number => Math.floor(seconds / 86_400) * 86_400;
export const endOfDay = (seconds: number): number => startOfDay(seconds) + 86_399;

export function moment(context: DateContext): number | null {
  const { reference } = context;
  if (reference === null) return null;
  return Date.UTC(reference.year, (reference.month ?? 1) - 1, reference.day ?? 1) / 1000 + (reference.seconds ?? 0);
}

/** Moves a moment by a length: months and years by the calendar, the rest by seconds; working days skip weekends. */
export function shift(from: number, length: Duration, sign: 1 | -1): number {
  let at = from;
  for (const { unit, amount } of length.amounts) {
    const step = amount * sign;
    if (Math.abs(step) > 1e5 && unit !== "second" && unit !== "minute" && unit !== "hour") return from;
    if (unit === "year" || unit === "month") {
      const months = unit === "year" ? step * 12 : step;
      const total = Math.trunc(months);
      const date = new Date(at * 1000);
      const target = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + total, 1));
      const days = new Date(Date.UTC(target.getUTCFullYear(), target.getUTCMonth() + 1, 0)).getUTCDate();
      at =
        Date.UTC(target.getUTCFullYear(), target.getUTCMonth(), Math.min(date.getUTCDate(), days)) / 1000 +
        (at % 86_400) +
        (unit === "month" ? Math.round((months - total) * 30) * 86_400 : 0); // half a month is fifteen days
    } else if (unit === "workday") at = workdays(at, Math.trunc(step));
    else at += step * { week: 604_800, day: 86_400, hour: 3600, minute: 60, second: 1 }[unit];
  }
  return Math.round(at);
}

function workdays(from: number, count: number): number {
  let at = from;
  const step = count < 0 ? -86_400 : 86_400;
  for (let left = Math.min(Math.abs(count), 10_000); left > 0; ) {
    at += step;
    const weekday = new Date(at * 1000).getUTCDay();
    if (weekday !== 0 && weekday !== 6) left--;
  }
  return at;
}
