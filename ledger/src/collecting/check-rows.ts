import { DictionaryReader } from "@shanhai/model";
import type { Actor } from "../actor.js";
import type { Desk } from "../desk.js";
import { pairScopes } from "../importing/find-scope.js";
import { type OwnPlan, planOwn } from "../importing/plan-own.js";
import { dictionaryPlace } from "../wording/dictionary-place.js";
import { type Book, cellName } from "../workbook/book.js";
import type { SheetFault } from "./collect-desk.js";
import type { LedgerTask } from "./ledger-task.js";

/** Rows that a unit sent back: what they would change, and what it must put right before. */
export interface CheckedRows {
  readonly plan: OwnPlan | null;
  readonly faults: readonly SheetFault[];
}

/**
 * Checks a unit's rows: what it filled in can be read, what is new has what a row needs, and what was not asked for is as it
 * was. One fault a cell.
 */
export async function checkRows(
  desk: Desk,
  actor: Actor,
  book: Book,
  { scope, task }: { readonly scope: string; readonly task: LedgerTask },
): Promise<CheckedRows> {
  const dictionary = new DictionaryReader(await dictionaryPlace(desk.database, null, null));
  const plan = await planOwn(desk, actor, book, await pairScopes(desk, actor), scope, dictionary);
  if (plan === null || plan.own.record !== task.record)
    return {
      plan: null,
      faults: [{ cell: "A1", zh: GONE, en: "the form was rebuilt; fill in the one that was sent" }],
    };
  const { own, operations } = plan;
  const faults = new Map<string, SheetFault>();
  const fault = (row: number, column: number, zh: string, en: string) => {
    const cell = cellName(row, column);
    const was = faults.get(cell);
    faults.set(cell, was === undefined ? { cell, zh, en } : { cell, zh: `${was.zh}\n${zh}`, en: `${was.en}\n${en}` });
  };
  for (const { plan: row, row: read, standing } of operations) {
    const line = (row.lines[0] ?? 1) - 1;
    for (const { place, zh, en, severity, code } of row.findings)
      if (severity === "warning" && code !== "row/changed-since" && place !== null)
        fault(place.row, place.column, zh, en);
    if (row.reason !== null) fault(line, firstColumn(own, task), `${row.reason.zh}，请补填或清空这一行`, row.reason.en);
    if (standing === null) continue;
    for (const [field, { place }] of Object.entries(read.values))
      if (place !== null && !task.open.includes(field))
        fault(place.row, place.column, LOCKED, "not asked for; put it back");
  }
  return { plan, faults: [...faults.values()] };
}

const GONE = "表格被重新制作过，认不出各行，请在发出的原表里填报";
const LOCKED = "这一格不由填报单位修改，请恢复原来的内容";

/** The first column that the unit fills in: where a row's fault is shown. */
function firstColumn({ columns }: OwnPlan["own"], { open, field }: LedgerTask): number {
  for (const [key, column] of columns) if (open.includes(key)) return column;
  for (const [key, column] of columns) if (key !== field) return column;
  return 0;
}
