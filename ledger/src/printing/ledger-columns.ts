import { type FieldDefinition, fitsCell, type MoneyUnit, type RecordDefinition } from "@shanhai/model";
import type { CellStyle } from "../workbook/book-spec.js";

/** A column of a printed ledger. */
export interface LedgerColumn {
  readonly field: FieldDefinition;
  /** Header with the unit: 总投资（万元）. */
  readonly header: string;
  /** In characters of the body font. */
  readonly width: number;
  readonly style: CellStyle;
  /** Whether a line of totals adds it up. */
  readonly summed: boolean;
}

/** Branches that count their money in 元; the others print 万元, as their forms do. */
const inYuan: ReadonlySet<RecordDefinition["group"]> = new Set(["labour", "consumption"]);

/** The unit of a ledger's amounts when it is printed. */
export function printedUnit(definition: RecordDefinition): MoneyUnit {
  return inYuan.has(definition.group) ? "元" : "万元";
}

/** The columns of a printed ledger: every field that a cell can hold, in the order of the definition. */
export function ledgerColumns(definition: RecordDefinition): readonly LedgerColumn[] {
  const unit = printedUnit(definition);
  return definition.fields
    .filter((field) => fitsCell(field) && field.inner !== true)
    .map((field): LedgerColumn => {
      const shown = field.type === "money" ? unit : field.unit;
      const header = shown === undefined || field.zh.endsWith(`（${shown}）`) ? field.zh : `${field.zh}（${shown}）`;
      const least = [...header].reduce((sum, sign) => sum + (sign.charCodeAt(0) < 256 ? 1 : 2), 2);
      return {
        field,
        header,
        width: Math.min(40, Math.max(widths[field.type] ?? 14, Math.min(least, 18))),
        style: { ...bodyStyle, ...styles[field.type], ...(field.type === "money" && unit === "元" ? yuan : {}) },
        summed: field.type === "money",
      };
    });
}

const bodyStyle: CellStyle = { border: true, size: 10, wrap: true, align: "left" };
const yuan: CellStyle = { format: "#,##0.00" };
const styles: { readonly [type in FieldDefinition["type"]]?: CellStyle } = {
  money: { align: "right", wrap: false, format: "#,##0.00####" },
  integer: { align: "right", wrap: false },
  decimal: { align: "right", wrap: false },
  date: { align: "center", wrap: false, format: "yyyy-mm-dd" },
  flag: { align: "center" },
  code: { align: "center" },
  text: { format: "@" },
};
const widths: { readonly [type in FieldDefinition["type"]]?: number } = {
  text: 18,
  long_text: 36,
  money: 14,
  integer: 10,
  decimal: 10,
  date: 13,
  flag: 8,
  code: 12,
  reference: 22,
  references: 26,
};
