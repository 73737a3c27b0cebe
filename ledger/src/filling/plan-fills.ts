import type { Actor } from "../actor.js";
import type { Desk } from "../desk.js";
import { cellPlace, columnName } from "../workbook/book.js";
import type { CellFill } from "../workbook/edit-cells.js";
import { type GrownForm, grownForm } from "./grow-lists.js";
import { indicatorValues } from "./indicator-values.js";
import { type CutList, LedgerValues } from "./ledger-values.js";
import type { OpenForm } from "./open-form.js";
import type { CellBinding, IndicatorBinding, LedgerBinding, TemplateMonth, TemplateSheet } from "./template-desk.js";

/** What belongs into a form's places for a month, and the rows that its lists need beside those that it has. */
export interface PlannedFills {
  /** By sheet and place, as the form is once the rows are put in. */
  readonly fills: ReadonlyMap<string, ReadonlyMap<string, CellFill>>;
  readonly grown: GrownForm;
  /** Rows of lists for which there is no place. */
  readonly leftOver: number;
  /** Lists of which only the first rows were looked at. */
  readonly cut: readonly CutList[];
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
  const ledgers = new LedgerValues(desk, actor, of);
  const read = [];
  for (const binding of bindings)
    if (!("indicator" in binding)) read.push({ binding, values: await ledgers.of(binding) });
  const lists = read.flatMap(({ binding, values }) => {
    const sheet = form.sheets.find(({ name }) => name === binding.sheet);
    if (binding.row !== null || sheet === undefined) return [];
    const places = placesDown(sheet, binding, values.length, form.kind);
    return [{ sheet: binding.sheet, places, rows: values.length, binding, values }];
  });
  const grown = grownForm(form.sheets, lists);
  for (const [at, { sheet, cell, measure }] of asked.entries()) {
    const decimal = numbers[at] ?? null;
    if (decimal !== null) put(sheet, grown.place(sheet, cell), numberFill(decimal, measure === "rate", form.kind));
  }
  for (const { binding, values } of read) {
    const value = binding.row === null ? null : (values[binding.row - 1] ?? null);
    if (value !== null) put(binding.sheet, grown.place(binding.sheet, binding.cell), value);
  }
  const lost = new Map<string, number>();
  for (const list of lists) {
    const { binding, values } = list;
    const places = grown.placesOf(list);
    // Places of a longer list last month are emptied.
    for (const [row, place] of places.entries()) put(list.sheet, place, values[row] ?? { empty: true });
    const name = `${binding.record} ${list.sheet}`;
    lost.set(name, Math.max(lost.get(name) ?? 0, values.length - places.length));
  }
  return { fills, grown, leftOver: [...lost.values()].reduce((sum, count) => sum + count, 0), cut: ledgers.cut };
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
