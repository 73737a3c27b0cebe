import type { FieldDefinition, RecordDefinition } from "./record-definition.js";

/**
 * What a row of a long roll or ledger has instead of sources (出处): the run that brought it and its row in the sheet, counted from 1 as
 * the spreadsheet prints it. The run keeps file, sheet and the column of each field, so the cell of every value is computed.
 * Both null: typed by hand.
 */
export const bulkFields: readonly FieldDefinition[] = [
  { key: "run", zh: "导入批次", en: "import run", type: "identifier", inner: true },
  { key: "sheet_row", zh: "表内行号", en: "row in the sheet", type: "integer", inner: true },
];

/** Whether rows of a ledger may come by runs of a workbook that is read row by row, with cells that are computed. */
export function hasRuns({ fields }: RecordDefinition): boolean {
  return fields.some(({ key }) => key === "run");
}
