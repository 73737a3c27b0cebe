import type { Finding } from "@shanhai/model";
import type { SheetFault } from "../collecting/collect-desk.js";
import type { PlannedSheetRow } from "../importing/sheet-desk.js";
import { cellName, cellPlace } from "../workbook/book.js";

/** Faults that one file is sent back with; a roster of which every row is wrong needs no longer list. */
const MOST_FAULTS = 300;

/** A form of a roster (名册) that was sent to a unit: its sheet, the column of each field, the columns it was asked to fill in. */
export interface AskedForm {
  readonly sheet: string;
  readonly columns: ReadonlyMap<string, number>;
  readonly asked: ReadonlySet<number>;
}

/**
 * What a unit must put right in a roster that it sent back, by the rows of its preview: what it filled in cannot be read or is
 * doubtful, who is new lacks what a person needs, or what was not asked for is changed. What is doubtful in rows that stood
 * before is nothing the unit did. One fault a cell.
 */
export class RosterFaults {
  readonly #faults = new Map<string, SheetFault>();
  readonly #form: AskedForm;

  constructor(form: AskedForm) {
    this.#form = form;
  }

  get list(): readonly SheetFault[] {
    return [...this.#faults.values()];
  }

  /** A row of the preview, and what else is said of its cells. */
  row(
    {
      state,
      reason,
      lines,
      changes,
      findings,
    }: Pick<PlannedSheetRow, "state" | "reason" | "lines" | "changes" | "findings">,
    cells: readonly Finding[],
  ): void {
    const { columns, asked } = this.#form;
    this.#say([...cells, ...findings], state === "same" || state === "changed");
    const told = findings.some(({ severity, place }) => severity === "warning" && place !== null);
    if (state === "skipped" && reason !== null && !told)
      this.#fault(cellName((lines[0] ?? 1) - 1, 0), `${reason.zh}，请补填或清空这一行`, reason.en);
    if (state !== "changed") return;
    for (const { cell, field } of changes) {
      const place = cell === null ? null : cellPlace(cell);
      // What only follows from a cell of another column was not typed.
      if (cell !== null && place !== null && place.column === columns.get(field) && !asked.has(place.column))
        this.#fault(cell, "这一格不由填报单位修改，请恢复原来的内容", "not asked for; put it back");
    }
  }

  /** What is said of cells that are in no row of the preview. */
  others(findings: readonly Finding[]): void {
    this.#say(findings, false);
  }

  #say(findings: readonly Finding[], stood: boolean): void {
    const { sheet: own, asked } = this.#form;
    for (const { severity, sheet, place, zh, en } of findings)
      if (severity === "warning" && sheet === own && place !== null && (!stood || asked.has(place.column)))
        this.#fault(cellName(place.row, place.column), zh, en);
  }

  #fault(cell: string, zh: string, en: string): void {
    const was = this.#faults.get(cell);
    if (was === undefined && this.#faults.size === MOST_FAULTS) return;
    if (was?.zh.includes(zh) === true) return;
    this.#faults.set(
      cell,
      was === undefined ? { cell, zh, en } : { cell, zh: `${was.zh}\n${zh}`, en: `${was.en}\n${en}` },
    );
  }
}
