import type { Actor } from "../actor.js";
import type { Desk } from "../desk.js";
import { cellPlace, columnName } from "../workbook/book.js";
import type { CellFill } from "../workbook/edit-cells.js";
import { indicatorValues } from "./indicator-values.js";
import { LedgerValues } from "./ledger-values.js";
import type { OpenForm } from "./open-form.js";
import type { CellBinding, IndicatorBinding, LedgerBinding, TemplateMonth, TemplateSheet } from "./template-desk.js";

/** What belongs into a form's places for a month. */
export interface PlannedFills {
  /** By sheet and place. */
  readonly fills: ReadonlyMap<string, ReadonlyMap<string, CellFill>>;
  /** Rows of lists for which the form has no place. */
  readonly leftOver: number;
}

/** Looks up what was bound: numbers of indicators, fields of ledgers, lists one row below the other. */
export async function planFills(
  desk: Desk,
  actor: Actor,
  of: TemplateMonth,
  form: OpenForm,
  bindings: readonly CellBinding[],
): Promise<PlannedFills> {
  const fills = new Map<string, Map<string, CellFill>>();
  const put = (sheet: string, cell: string, fill: CellFill) =>
    fills.set(sheet, (fills.get(sheet) ?? new Map<string, CellFill>()).set(cell, fill));
  const asked = bindings.filter((one): one is IndicatorBinding => "indicator" in one);
  const numbers = await indicatorValues(desk, actor, of, asked);
  for (const [at, { sheet, cell, measure }] of asked.entries()) {
    const decimal = numbers[at] ?? null;
    if (decimal !== null) put(sheet, cell, numberFill(decimal, measure === "rate", form.kind));
  }
  const ledgers = new LedgerValues(desk, actor, of);
  const lost = new Map<string, number>();
  for (const binding of bindings) {
    if ("indicator" in binding) continue;
    const values = await ledgers.of(binding);
    if (binding.row !== null) {
      const value = values[binding.row - 1] ?? null;
      if (value !== null) put(binding.sheet, binding.cell, value);
      continue;
    }
    const sheet = form.sheets.find(({ name }) => name === binding.sheet);
    const places = sheet === undefined ? [] : placesDown(sheet, binding, values.length, form.kind);
    // Places of a longer list last month are emptied.
    for (const [row, place] of places.entries()) put(binding.sheet, place, values[row] ?? { empty: true });
    const over = Math.max(0, values.length - places.length);
    const list = `${binding.record} ${binding.sheet}`;
    lost.set(list, Math.max(lost.get(list) ?? 0, over));
  }
  return { fills, leftOver: [...lost.values()].reduce((sum, count) => sum + count, 0) };
}

/** A share prints by the cell's own format in a workbook, as a percentage in a document. */
function numberFill(decimal: string, share: boolean, kind: OpenForm["kind"]): CellFill {
  return share && kind === "docx" ? { text: `${Number((Number(decimal) * 100).toFixed(2))}%` } : { decimal };
}

/**
 * The places from a bound cell downward: a merge counts as one, a formula ends them, and so does the count that was kept.
 * Without a count a workbook goes on as long as the list does; a document's table ends with its last row.
 */
export function placesDown(
  { cells, merges }: TemplateSheet,
  { cell, rows }: Pick<LedgerBinding, "cell" | "rows">,
  wanted: number,
  kind: OpenForm["kind"],
): readonly string[] {
  const start = cellPlace(cell);
  if (start === null) return [];
  const most = rows ?? wanted;
  const places: string[] = [];
  for (let row = start.row; places.length < most; ) {
    if (kind === "docx" && row >= cells.length) break;
    if (cells[row]?.[start.column]?.formula === true) break;
    places.push(`${columnName(start.column)}${row + 1}`);
    const merge = merges.find(({ top, left }) => top === row && left === start.column);
    row = (merge?.bottom ?? row) + 1;
  }
  return places;
}
