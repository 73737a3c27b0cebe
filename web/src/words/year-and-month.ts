/** A month that a sentence speaks of. */
export interface YearAndMonth {
  readonly year: number;
  readonly month: number;
}

/** `November 2023`. */
export function monthOf({ year, month }: YearAndMonth): string {
  const day = new Date(Date.UTC(year, month - 1, 1));
  return day.toLocaleDateString("en", { year: "numeric", month: "long", timeZone: "UTC" });
}
