import { cellText, type FieldDefinition, type FieldValue, type MoneyUnit } from "@shanhai/model";
import type { CellSpec, CellStyle } from "../workbook/book-spec.js";

/**
 * A field's value as a cell of a workbook: amounts and counts as numbers, whole days as dates, everything else as text as
 * `cellText` prints it, so that `parseValue` reads it back. What is not filled in is an empty cell, never 0.
 */
export function ledgerCell(
  field: FieldDefinition,
  value: FieldValue | undefined,
  unit: MoneyUnit,
  titles: { readonly [id: string]: string },
  style: CellStyle,
): CellSpec {
  if (value === null || value === undefined || value === "") return { style };
  // The unit of the printed column goes before the field's own.
  const { unit: _, ...bare } = field;
  const text = cellText(bare, value, "zh", { money: unit, titles });
  switch (field.type) {
    case "money":
    case "integer":
    case "decimal": {
      const decimal = text.replaceAll(",", "");
      // More digits than a spreadsheet keeps stay text, whole.
      return /^-?\d+(?:\.\d+)?$/.test(decimal) && decimal.replace(/\D/g, "").length <= 15
        ? { value: { decimal }, style }
        : { value: decimal, style };
    }
    case "date":
      return /^\d{4}-\d{2}-\d{2}$/.test(String(value))
        ? { value: { day: String(value) }, style }
        : { value: text, style };
    default:
      return { value: text, style };
  }
}
