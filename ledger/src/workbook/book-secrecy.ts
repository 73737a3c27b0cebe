import type { SecrecyMark } from "@shanhai/engine";
import { PositionMap, secrecyMarks } from "@shanhai/engine/light";
import type { PackedBook } from "./packed-book.js";

/** So many rows of each sheet are looked at: a mark stands above the table. */
export const secrecyRows = 12;
/** A row with more filled cells belongs to the table: a 密级 column names the level of what it lists. */
const mostInHeading = 3;

/**
 * Marks of secrecy (密级) at the head of a workbook's sheets, hidden ones too, and in their names. A level that stands
 * alone counts in title rows only; with its star or after 密级： it counts anywhere there.
 */
export function bookSecrecy(sheets: PackedBook["sheets"]): readonly SecrecyMark["level"][] {
  const found = new Set<SecrecyMark["level"]>();
  for (const sheet of sheets) {
    const rows = sheet.rows
      .filter(([row]) => row < secrecyRows)
      .map(([, cells]) => cells.map((cell) => cell?.text ?? ""));
    for (const level of secrecyOf(sheet.name, rows)) found.add(level);
  }
  return [...found];
}

/** The same for one sheet, by the texts of its first rows. */
export function secrecyOf(sheetName: string, rows: readonly (readonly string[])[]): readonly SecrecyMark["level"][] {
  const lines = [sheetName];
  for (const row of rows.slice(0, secrecyRows)) {
    const filled = row.map((text) => text.trim()).filter((text) => text !== "");
    if (filled.length <= mostInHeading) lines.push(...filled.flatMap((text) => text.split("\n")));
    else lines.push(filled.join("\t"));
  }
  return secrecyMarks(lines.join("\n"), PositionMap.identity).map(({ level }) => level);
}
