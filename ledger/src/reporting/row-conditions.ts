import type { RowsOf } from "./report-answers.js";

/** One condition of a list of rows. */
export type Condition = NonNullable<RowsOf["conditions"]>[number];

/** Projects of a year's plan. */
export const planned = (year: number): readonly Condition[] => exactly("plan_year", String(year));
/** Rows of a year. */
export const inYear = (year: number): readonly Condition[] => exactly("year", String(year));

/** A number that is just this one. */
export function exactly(field: string, value: string): readonly Condition[] {
  return [
    [field, "from", value],
    [field, "to", value],
  ];
}

/** A code, or none. */
export function coded(field: string, code: string | null): Condition {
  return code === null ? [field, "empty"] : [field, "one_of", code];
}
