import type { Actor } from "../actor.js";
import type { Desk } from "../desk.js";
import { LedgerError } from "../error-codes.js";
import { groupBy } from "../group-by.js";
import type { OpenBook } from "../importing/open-book.js";
import { type PreparedImport, planImport } from "../importing/plan-import.js";
import { unitCoverOf } from "../importing/unit-cover.js";
import { ledgerColumns } from "../printing/ledger-columns.js";
import { checkOf } from "../roster/plan-roster.js";
import { type AskedForm, RosterFaults } from "../roster/roster-faults.js";
import type { RosterCheck } from "../roster/roster-job.js";
import type { SheetFault } from "./collect-desk.js";
import { FORM_SHEET } from "./collection-form.js";
import type { LedgerTask } from "./ledger-task.js";

/** A unit's roster that came back: whether it would change anything, and what the unit must put right before. */
export interface CheckedRoster {
  readonly waits: boolean;
  readonly faults: readonly SheetFault[];
}

/**
 * Checks a unit's roster through the preview that imports it, of whatever size: what it filled in can be read, who is new has
 * what a person needs, and what was not asked for is as it was.
 */
export async function checkRoster(
  desk: Desk,
  actor: Actor,
  opened: OpenBook,
  { scope, task }: { readonly scope: string; readonly task: LedgerTask },
): Promise<CheckedRoster> {
  const cover = unitCoverOf(opened.book);
  if (cover?.record !== task.record || cover.scope !== scope || cover.field !== task.field)
    return { waits: false, faults: [GONE] };
  const { definition } = desk.records.get(task.record);
  const columns = new Map(ledgerColumns(definition).map(({ field }, at) => [field.key, at + 1]));
  const form = { sheet: FORM_SHEET, columns, asked: new Set(task.open.map((key) => columns.get(key) ?? -1)) };
  const found =
    opened.large === null
      ? checkPlan(await planImport(desk, actor, opened, { scope }), form)
      : await checkOf(desk, actor, opened, { scope }, form).catch(otherForm);
  return found === null ? { waits: false, faults: [GONE] } : checked(found);
}

interface Found {
  readonly tally: Omit<RosterCheck["tally"], "met">;
  readonly faults: RosterCheck["faults"];
  readonly missing: number;
}

/** By the preview of a roster that is held in memory. */
function checkPlan({ plan }: PreparedImport, form: AskedForm): Found {
  const faults = new RosterFaults(form);
  const cells = groupBy(
    plan.findings.filter(({ place }) => place !== null),
    ({ place }) => (place?.row ?? -1) + 1,
  );
  for (const row of plan.rows) {
    faults.row(
      row,
      row.lines.flatMap((line) => cells.get(line) ?? []),
    );
    for (const line of row.lines) cells.delete(line);
  }
  for (const others of cells.values()) faults.others(others);
  return { tally: plan.tally, missing: plan.missing.length, faults: faults.list };
}

/** It is no roster that can be read row by row any more. */
function otherForm(error: unknown): null {
  if (error instanceof LedgerError && error.code === "ROSTER_FORM") return null;
  throw error;
}

/** A form without any row, of a unit that has some, was rebuilt; one that changes nothing is an answer. */
function checked({ tally: { added, changed, same, skipped }, missing, faults }: Found): CheckedRoster {
  if (added + changed + same + skipped === 0 && missing > 0) return { waits: false, faults: [GONE] };
  return { waits: added + changed + skipped > 0 || missing > 0, faults };
}

const GONE: SheetFault = {
  cell: "A1",
  zh: "表格被重新制作过，认不出各行，请在发出的原表里填报",
  en: "the form was rebuilt; fill in the one that was sent",
};
