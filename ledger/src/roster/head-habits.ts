import { type Finding, HabitCount } from "@shanhai/model";
import type { SheetHead } from "./roster-job.js";

/** Codes of what a clerk put into a sheet beside its rows; of a head alone they would say less than there is. */
const HABITS: ReadonlySet<string> = new Set([
  "sheet/hidden-rows",
  "sheet/filtered-rows",
  "sheet/hidden-columns",
  "sheet/fill",
  "sheet/comments",
  "sheet/pictures",
]);

/** What a reading of heads says, without habits: those are counted over the whole sheet. */
export function withoutHabits(findings: readonly Finding[]): Finding[] {
  return findings.filter(({ code }) => code.startsWith("sheet/") && !HABITS.has(code));
}

/** A count that begins with what stands beside a sheet's rows: comments and pictures. */
export function habitsBeside({ beside }: SheetHead): HabitCount {
  const habits = new HabitCount();
  habits.comments.addAll(beside.comments);
  habits.pictures.addAll(beside.pictures);
  return habits;
}

/** What is known of sheets before or without a look at their rows. */
export function habitsOfHeads(heads: readonly SheetHead[]): Finding[] {
  return heads.flatMap((head) => habitsBeside(head).findings(head.name, head.beside));
}
