import { addDays, daysBetween, isoDay } from "./calendar.js";

/** What relative words count from: the day (or month, year, second) that a document prints. */
export interface Reference {
  readonly year: number;
  readonly month: number | null;
  readonly day: number | null;
  /** Seconds of the day, where the reference holds a time. */
  readonly seconds: number | null;
}

/** `2023`, `2023-12`, `2023-12-21`, `2023-12-21T09:30:00`; null where it is none of them. */
export function parseReference(iso: string | null | undefined): Reference | null {
  const found = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ](\d{2})(?::(\d{2})(?::(\d{2}))?)?)?)?)?/.exec(iso ?? "");
  if (found === null) return null;
  const part = (at: number): number | null => (found[at] === undefined ? null : Number(found[at]));
  const hour = part(4);
  return {
    year: Number(found[1]),
    month: part(2),
    day: part(3),
    seconds: hour === null ? null : hour * 3600 + (part(5) ?? 0) * 60 + (part(6) ?? 0),
  };
}

/**
 * What the scan remembers from left to right: dates without year or month take them from here. `years` says where a day
 * without a year lies: `past` for reports (what lies more than 45 days after the printed day was the year before), `same`
 * for the reference's own year. `summary` is the year that the document sums up, where its title says one.
 */
export class DateContext {
  day: string | null = null;
  month: number | null = null;
  year: number | null = null;
  /** The year stands alone (2023年，…): what is told of it may be long ago, so 今年 is another. */
  bare = false;
  /** What is read next is still to come (预计12月底完工): it lies in the reference's own year or later. */
  expected = false;
  /** The latest year since which the text counts (2022年以来): what a bare year before it tells is long ago. */
  countedSince: number | null = null;

  constructor(
    readonly reference: Reference | null,
    readonly implied: number | null,
    readonly years: "past" | "same",
    readonly summary: number | null = null,
  ) {}

  /** The printed day, where it is a whole day. */
  get today(): string | null {
    const { reference } = this;
    return reference === null || reference.month === null || reference.day === null
      ? null
      : isoDay(reference.year, reference.month, reference.day);
  }

  /** Year of a 12月11日. */
  yearFor(month: number, day: number): number | null {
    if (this.reference === null) return this.implied ?? (this.#longAgo() ? null : this.year);
    const own = this.reference.year;
    // Printed in January, told of last year.
    if (this.summary === own - 1 && !this.expected) return this.summary;
    const { today } = this;
    if (this.years === "same" || this.expected || today === null) return own;
    const iso = isoDay(own, month, Math.min(day, 28));
    return iso !== null && daysBetween(today, iso) > 45 ? own - 1 : own;
  }

  /** 2017年，两地正式结对。…7月2日，…: of a text that counts 2022年以来 the day lies in no year that is printed. */
  #longAgo(): boolean {
    return this.bare && this.countedSince !== null && this.year !== null && this.year < this.countedSince;
  }

  remembered(): readonly [string | null, number | null, number | null] {
    return [this.day, this.month, this.year];
  }

  recall([day, month, year]: readonly [string | null, number | null, number | null]): void {
    this.day = day;
    this.month = month;
    this.year = year;
  }

  /** The year that 今年 is. */
  get ownYear(): number | null {
    return this.reference?.year ?? this.year;
  }

  remember(day: string): void {
    this.day = day;
    if (!day.startsWith("--")) {
      this.year = Number(day.slice(0, 4));
      this.bare = false;
    }
    this.month = Number(day.slice(-5, -3));
  }

  /** 14日上午 before any month: the month of the printed day, or the one before where the day lies ahead of it. */
  openMonth(day: number): void {
    const { today } = this;
    if (today === null) return;
    const [y = 0, m = 0, d = 0] = today.split("-").map(Number);
    const before = this.years === "past" && day > d;
    const month = before ? (m === 1 ? 12 : m - 1) : m;
    const start = isoDay(before && m === 1 ? y - 1 : y, month, Math.min(day, 28));
    if (start !== null) this.remember(start);
  }

  shifted(days: number): string | null {
    const { today } = this;
    return today === null ? null : addDays(today, days);
  }
}
