import type { ProposedRow } from "@shanhai/model";
import { type PartialDate, relateDates } from "@shanhai/model";
import type { Row } from "../ledger.js";
import { storedText, textOf } from "./matching.js";

/** What is known of two spans: they may be the same days, surely not, or a date is missing. */
export type SpanRelation = "equal" | "overlap" | "apart" | "unknown";

/** Compares the days (`start_date` to `end_date`) of a proposed and a stored row. An open end is its start's day. */
export function relateSpans(row: ProposedRow, stored: Row): SpanRelation {
  const one = span(textOf(row, "start_date"), textOf(row, "end_date"));
  const other = span(storedText(stored, "start_date"), storedText(stored, "end_date"));
  if (!one || !other) return "unknown";
  if (one.start === other.start && one.end === other.end) return "equal";
  const [before, after] = [relateDates(one.end, other.start), relateDates(one.start, other.end)];
  if (before === "before" || after === "after") return "apart";
  if (before !== "unknown" && before !== "apart" && after !== "unknown" && after !== "apart") return "overlap";
  // Without a year only equal month and day speak for the same day.
  return relateDates(one.start, other.start) === "apart" && relateDates(one.end, other.end) === "apart"
    ? "apart"
    : "unknown";
}

function span(start: string | null, end: string | null): { start: PartialDate; end: PartialDate } | null {
  const first = start ?? end;
  return first === null ? null : { start: first, end: end ?? first };
}
