import type { FieldValue } from "./record-definition.js";
import { dayRange, isPartialDate } from "./values/partial-date.js";

/** How many days a project is behind its plan, and by which day: 计划开工 that passed unbegun, or 计划完工 unfinished. */
export interface ProjectLag {
  readonly days: number;
  readonly by: "planned_start" | "planned_end";
}

/** Stages that are out of the plan or behind the works: nothing of them lags. */
const ENDED: ReadonlySet<FieldValue> = new Set([
  "completed",
  "in_use",
  "accepted",
  "settled",
  "asset_registered",
  "handed_over",
  "maintained",
  "suspended",
  "rolled_over",
  "cancelled",
]);

/**
 * 项目滞后天数 on a day (`2023-12-01`): from the last day that a planned start or end may mean, while the day it began or
 * ended is not filled in. Both missed: the longer one. A planned day without a year, and a project beyond its works, never lag.
 */
export function projectLag(values: { readonly [field: string]: FieldValue }, today: string): ProjectLag | null {
  const { stage = null } = values;
  if (ENDED.has(stage)) return null;
  const begun = isFilled(values.started) || stage === "started" || stage === "in_progress";
  const late = [
    { by: "planned_start" as const, done: begun || isFilled(values.completed) },
    { by: "planned_end" as const, done: isFilled(values.completed) },
  ].flatMap(({ by, done }) => {
    const days = done ? 0 : daysPast(values[by], today);
    return days > 0 ? [{ by, days }] : [];
  });
  return late.sort((a, b) => b.days - a.days)[0] ?? null;
}

function isFilled(value: FieldValue | undefined): boolean {
  return value !== null && value !== undefined && value !== "";
}

function daysPast(planned: FieldValue | undefined, today: string): number {
  if (typeof planned !== "string" || !isPartialDate(planned)) return 0;
  const range = dayRange(planned);
  return range === null ? 0 : Math.round((Date.parse(today) - Date.parse(range.to)) / 86_400_000);
}
