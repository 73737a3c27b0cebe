import type { Actor } from "../actor.js";
import type { Desk } from "../desk.js";
import { LedgerError } from "../error-codes.js";
import { groupBy } from "../group-by.js";
import type { OpenBook } from "../importing/open-book.js";
import { planImport } from "../importing/plan-import.js";
import type { ImportPlan } from "../importing/sheet-desk.js";
import { unitCoverOf } from "../importing/unit-cover.js";
import { ledgerColumns } from "../printing/ledger-columns.js";
import { checkOf } from "../roster/plan-roster.js";
import { type AskedForm, RosterFaults } from "../roster/roster-faults.js";
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
  return opened.large === null
    ? checkHeld(desk, actor, opened, scope, form)
    : checkLarge(desk, actor, opened, scope, form);
}

async function checkHeld(
  desk: Desk,
  actor: Actor,
  opened: OpenBook,
  scope: string,
  form: AskedForm,
): Promise<CheckedRoster> {
  const { plan } = await planImport(desk, actor, opened, { scope });
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
  return checked(plan.tally, plan.missing.length, faults.list);
}

async function checkLarge(
  desk: Desk,
  actor: Actor,
  opened: OpenBook,
  scope: string,
  form: AskedForm,
): Promise<CheckedRoster> {
  try {
    const found = await checkOf(desk, actor, opened, { scope }, form);
    return found === null ? { waits: false, faults: [GONE] } : checked(found.tally, found.missing, found.faults);
  } catch (error) {
    if (error instanceof LedgerError && error.code === "ROSTER_FORM") return { waits: false, faults: [GONE] };
    throw error;
  }
}

/** A form without any row, of a unit that has some, was rebuilt; one that changes nothing is an answer. */
function checked(
  { added, changed, same, skipped }: Pick<ImportPlan["tally"], "added" | "changed" | "same" | "skipped">,
  missing: number,
  faults: readonly SheetFault[],
): CheckedRoster {
  if (added + changed + same + skipped === 0 && missing > 0) return { waits: false, faults: [GONE] };
  return { waits: added + changed + skipped > 0 || missing > 0, faults };
}

const GONE: SheetFault = {
  cell: "A1",
  zh: "表格被重新制作过，认不出各行，请在发出的原表里填报",
  en: "the form was rebuilt; fill in the one that was sent",
};
