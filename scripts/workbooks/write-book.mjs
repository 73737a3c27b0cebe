// @ts-check
import * as XLSX from "@e965/xlsx";

/**
 * Writes laid-out sheets as BIFF8 .xls or as .xlsx: values, formulas with their last result, number formats, merges, hidden
 * sheets and columns, comments. The same sheets give the same bytes.
 * @param {readonly import("./sheet.mjs").Sheet[]} sheets @param {"xls" | "xlsx"} format @returns {Uint8Array}
 */
export function writeBook(sheets, format) {
  const book = XLSX.utils.book_new();
  for (const sheet of sheets) XLSX.utils.book_append_sheet(book, worksheet(sheet), sheet.name);
  book.Workbook = {
    Sheets: sheets.map(({ name, hidden }) => ({ name, Hidden: hidden ? 1 : 0 })),
    Names: sheets.flatMap(({ printArea }, at) =>
      printArea === null ? [] : [{ Name: "_xlnm.Print_Area", Sheet: at, Ref: `'${sheets[at]?.name}'!${printArea}` }],
    ),
  };
  const when = new Date(Date.UTC(2023, 11, 1, 1));
  book.Props = { Author: "山海示例", CreatedDate: when, ModifiedDate: when };
  const bytes = XLSX.write(book, { type: "buffer", bookType: format === "xls" ? "biff8" : "xlsx", compression: true });
  return new Uint8Array(bytes);
}

/** @param {import("./sheet.mjs").Sheet} sheet @returns {XLSX.WorkSheet} */
function worksheet(sheet) {
  /** @type {XLSX.WorkSheet} */
  const out = {};
  const range = { s: { r: 0, c: 0 }, e: { r: 0, c: 0 } };
  for (const [name, { v = "", f, z, c }] of sheet.cells) {
    const place = XLSX.utils.decode_cell(name);
    range.e = { r: Math.max(range.e.r, place.r), c: Math.max(range.e.c, place.c) };
    /** @type {XLSX.CellObject} */
    const cell = typeof v === "number" ? { t: "n", v } : { t: "s", v: v ?? "" };
    if (f !== undefined) cell.f = f;
    if (z !== undefined) cell.z = z;
    if (c !== undefined) cell.c = Object.assign([{ a: "李示例", t: c }], { hidden: true });
    out[name] = cell;
  }
  out["!merges"] = sheet.merges.map((merge) => XLSX.utils.decode_range(merge));
  for (const { e } of out["!merges"]) range.e = { r: Math.max(range.e.r, e.r), c: Math.max(range.e.c, e.c) };
  out["!ref"] = XLSX.utils.encode_range(range);
  out["!cols"] = Array.from({ length: range.e.c + 1 }, (_, at) => ({
    wch: sheet.widths.get(at) ?? 10,
    hidden: sheet.hiddenColumns.has(at),
  }));
  return out;
}
