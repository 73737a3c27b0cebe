import { type Finding, finding } from "@shanhai/model";
import type { RosterHabits } from "./roster-rows.js";

/** What is said of the rows of one batch, warnings only. */
export class RowRemarks implements RosterHabits {
  readonly #byRow = new Map<number, Finding[]>();

  remark(sheet: string, { code, row, column, words }: Parameters<RosterHabits["remark"]>[1]): void {
    const told = finding(code, words, { sheet, place: { row, column } });
    if (told.severity !== "warning") return;
    const known = this.#byRow.get(row);
    if (known === undefined) this.#byRow.set(row, [told]);
    else known.push(told);
  }

  hidden(): void {
    // A hidden row is no doubt of the row.
  }

  fill(): void {
    // What a colour means is asked in the preview.
  }

  picture(): void {
    // Nor is a picture.
  }

  of(row: number): Finding[] {
    return this.#byRow.get(row) ?? [];
  }

  clear(): void {
    this.#byRow.clear();
  }
}
