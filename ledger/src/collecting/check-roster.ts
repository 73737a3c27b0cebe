import type { Actor } from "../actor.js";
import type { Desk } from "../desk.js";
import type { OpenBook } from "../importing/open-book.js";
import { planImport } from "../importing/plan-import.js";
import type { ImportPlan } from "../importing/sheet-desk.js";
import { unitCoverOf } from "../importing/unit-cover.js";
import { ledgerColumns } from "../printing/ledger-columns.js";
import { cellName, cellPlace } from "../workbook/book.js";
import type { SheetFault } from "./collect-desk.js";
import { FORM_SHEET } from "./collection-form.js";
import type { LedgerTask } from "./ledger-task.js";

/** Faults that one file is sent back with; a roster of which every row is wrong needs no longer list. */
const mostFaults = 300;

/** A unit's roster that came back: whether it would change anything, and what the unit must put right before. */
export interface CheckedRoster {
  readonly waits: boolean;
  readonly faults: readonly SheetFault[];
}

/**
 * Checks a unit's roster through the preview that imports it: what it filled in can be read, who is new has what a person
 * needs, and what was not asked for is as it was. What is doubtful in rows that stood before is nothing the unit did. A roster
 * too large to be held is not checked cell by cell here: its preview tells, and 退回核实 gives its doubtful rows back.
 */
export async function checkRoster(
  desk: Desk,
  actor: Actor,
  opened: OpenBook,
  { scope, task }: { readonly scope: string; readonly task: LedgerTask },
): Promise<CheckedRoster> {
  if (opened.large !== null) return { waits: true, faults: [] };
  const cover = unitCoverOf(opened.book);
  if (cover?.record !== task.record || cover.scope !== scope || cover.field !== task.field)
    return { waits: false, faults: [GONE] };
  const { plan } = await planImport(desk, actor, opened, { scope });
  if (plan.tally.same + plan.tally.changed + plan.tally.added + plan.tally.skipped === 0 && plan.missing.length > 0)
    return { waits: false, faults: [GONE] };
  const { definition } = desk.records.get(task.record);
  const columns = new Map(ledgerColumns(definition).map(({ field }, at) => [field.key, at + 1]));
  const asked = new Set(task.open.map((key) => columns.get(key) ?? -1));
  return { waits: waitsFor(plan), faults: faultsOf(plan, columns, asked) };
}

const GONE: SheetFault = {
  cell: "A1",
  zh: "表格被重新制作过，认不出各行，请在发出的原表里填报",
  en: "the form was rebuilt; fill in the one that was sent",
};

function waitsFor({ tally, missing }: ImportPlan): boolean {
  return tally.added + tally.changed + tally.skipped > 0 || missing.length > 0;
}

function faultsOf(
  plan: ImportPlan,
  columns: ReadonlyMap<string, number>,
  asked: ReadonlySet<number>,
): readonly SheetFault[] {
  const faults = new Map<string, SheetFault>();
  const fault = (cell: string, zh: string, en: string) => {
    const was = faults.get(cell);
    if (was?.zh.includes(zh) === true) return;
    faults.set(cell, was === undefined ? { cell, zh, en } : { cell, zh: `${was.zh}\n${zh}`, en: `${was.en}\n${en}` });
  };
  const stood = new Set(
    plan.rows.flatMap(({ state, lines }) => (state === "same" || state === "changed" ? lines : [])),
  );
  const own = plan.rows.flatMap(({ findings }) => findings);
  for (const { severity, sheet, place, zh, en } of [...plan.findings, ...own])
    if (severity === "warning" && sheet === FORM_SHEET && place !== null)
      if (!stood.has(place.row + 1) || asked.has(place.column)) fault(cellName(place.row, place.column), zh, en);
  for (const { state, reason, lines, changes, findings } of plan.rows) {
    const told = findings.some(({ severity, place }) => severity === "warning" && place !== null);
    if (state === "skipped" && reason !== null && !told)
      fault(cellName((lines[0] ?? 1) - 1, 0), `${reason.zh}，请补填或清空这一行`, reason.en);
    if (state !== "changed") continue;
    for (const { cell, field } of changes) {
      const place = cell === null ? null : cellPlace(cell);
      // What only follows from a cell of another column was not typed.
      if (cell !== null && place !== null && place.column === columns.get(field) && !asked.has(place.column))
        fault(cell, "这一格不由填报单位修改，请恢复原来的内容", "not asked for; put it back");
    }
  }
  return [...faults.values()].slice(0, mostFaults);
}
