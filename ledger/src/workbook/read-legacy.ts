import { type CellObject, CFB, type ParsingOptions, read, set_cptable, type WorkSheet } from "@e965/xlsx";
import * as codepages from "@e965/xlsx/dist/cpexcel.full.mjs";
import { decode } from "@shanhai/engine/light";
import { LedgerError } from "../error-codes.js";
import type { BookFormat, BookIssue, Cell, Merge } from "./book.js";
import { bookIssue } from "./book-issues.js";
import { formatOf } from "./cell-looks.js";
import { decimalText } from "./decimal-text.js";
import { printGeneral } from "./number-format.js";
import type { PackedBook, PackedRow, PackedSheet } from "./packed-book.js";
import { tooFull } from "./zip-parts.js";

/** What the library gives of a cell and does not say in its types. */
interface LegacyCell extends CellObject {
  readonly s?: { readonly patternType?: string; readonly fgColor?: { readonly rgb?: string } };
}

/** Names of an OLE container's streams; the library has no types for them. */
const openContainer: (bytes: Uint8Array, options: { type: "buffer" }) => { readonly FullPaths: readonly string[] } =
  CFB.read;

/**
 * Reads .xls (BIFF5 and BIFF8), .et, and what is saved under the name .xls: XML spreadsheets of 2003 and tables in
 * HTML. Through `@e965/xlsx`, which reads the whole file at once: only in the worker, with its limits. Pictures are
 * not told by it.
 */
export function readLegacy(bytes: Uint8Array, name: string, mostCells: number): PackedBook {
  set_cptable(codepages);
  const container = bytes[0] === 0xd0;
  if (container) refuseOtherContainer(bytes);
  const options: ParsingOptions = { cellNF: true, cellStyles: true, cellHTML: false, cellText: false, dense: true };
  const workbook = parsed(() =>
    container || bytes[0] === 9
      ? read(bytes, { ...options, type: "array", codepage: 936 })
      : read(decode(bytes).text, { ...options, type: "string", raw: true }),
  );
  const date1904 = workbook.Workbook?.WBProps?.date1904 === true;
  const issues: BookIssue[] = [];
  const budget = { cells: mostCells };
  const sheets = workbook.SheetNames.map((sheetName, at): PackedSheet => {
    const sheet = workbook.Sheets[sheetName];
    const hidden = (workbook.Workbook?.Sheets?.[at]?.Hidden ?? 0) !== 0;
    return legacySheet(sheetName, sheet ?? {}, hidden, date1904, budget);
  });
  const format: BookFormat = /\.et$/i.test(name) ? "et" : "xls";
  if (workbook.vbaraw !== undefined) issues.push(bookIssue("macros", ""));
  return { format, sheets, issues };
}

function parsed<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    const protectedFile = error instanceof Error && /password|encrypt/i.test(error.message);
    throw new LedgerError(protectedFile ? "WORKBOOK_ENCRYPTED" : "WORKBOOK_DAMAGED", {}, { cause: error });
  }
}

/** An OLE container may hold a locked .xlsx, or a document of another program. */
function refuseOtherContainer(bytes: Uint8Array): void {
  const { FullPaths: paths } = parsed(() => openContainer(bytes, { type: "buffer" }));
  const has = (stream: string) => paths.some((path) => path.toLowerCase().endsWith(`/${stream.toLowerCase()}`));
  if (has("EncryptedPackage")) throw new LedgerError("WORKBOOK_ENCRYPTED");
  if (has("Workbook") || has("Book")) return;
  if (has("WordDocument")) {
    throw new LedgerError("WORKBOOK_FORMAT", {
      found: "文字文档 .doc、.wps",
      found_en: "a text document, .doc or .wps",
    });
  }
  throw new LedgerError("WORKBOOK_FORMAT", { found: "其他程序的文件", found_en: "a file of another program" });
}

function legacySheet(
  name: string,
  sheet: WorkSheet,
  hidden: boolean,
  date1904: boolean,
  budget: { cells: number },
): PackedSheet {
  const rows: PackedRow[] = [];
  const data: readonly (readonly (LegacyCell | undefined)[] | undefined)[] = sheet["!data"] ?? [];
  for (const [row, cells] of data.entries()) {
    if (cells === undefined) continue;
    const made = Array.from(cells, (cell) => (cell === undefined ? undefined : legacyCell(cell, date1904)));
    while (made.length > 0 && made.at(-1) === undefined) made.pop();
    if (made.length === 0) continue;
    budget.cells -= made.length;
    if (budget.cells < 0) throw tooFull("单元格个数", "cells", "1500000");
    rows.push([row, made]);
  }
  const hiddenAmong = (each: readonly ({ readonly hidden?: boolean } | null | undefined)[] | undefined) =>
    (each ?? []).flatMap((info, at) => (info?.hidden === true ? [at] : []));
  const merges: readonly Merge[] = (sheet["!merges"] ?? []).map(({ s, e }) => ({
    top: s.r,
    left: s.c,
    bottom: e.r,
    right: e.c,
  }));
  return {
    name,
    hidden,
    merges,
    hiddenRows: hiddenAmong(sheet["!rows"]),
    hiddenColumns: hiddenAmong(sheet["!cols"]),
    filteredRows: sheet["!autofilter"] !== undefined && hiddenAmong(sheet["!rows"]).length > 0,
    pictures: [],
    rows,
  };
}

function legacyCell(cell: LegacyCell, date1904: boolean): Cell | undefined {
  const plain = plainCell(cell, date1904);
  const comment = (cell.c ?? [])
    // The library gives the bytes of the format runs along behind the text.
    .map(({ t, a }) => ({ t: t.split("\u0000", 1)[0] ?? "", a }))
    .map(({ t, a }) => (a !== undefined && t.startsWith(`${a}:`) ? t.slice(a.length + 1) : t).trim())
    .filter((text) => text !== "")
    .join("\n");
  const formula = cell.f;
  if (plain === undefined && comment === "") return undefined;
  const rgb = cell.s?.patternType === "solid" ? cell.s.fgColor?.rgb : undefined;
  const fill = rgb === undefined || /^(FF)?FFFFFF$/i.test(rgb) ? undefined : rgb.slice(-6).toUpperCase();
  return {
    ...(plain ?? { kind: "text", text: "" }),
    ...(formula === undefined || plain === undefined ? {} : { formula }),
    ...(fill === undefined ? {} : { fill }),
    ...(comment === "" ? {} : { comment }),
  };
}

const errorNames: { readonly [code: number]: string } = {
  0: "#NULL!",
  7: "#DIV/0!",
  15: "#VALUE!",
  23: "#REF!",
  29: "#NAME?",
  36: "#NUM!",
  42: "#N/A",
};

function plainCell(cell: LegacyCell, date1904: boolean): Cell | undefined {
  const { t, v, f } = cell;
  if (t === "e") {
    const text = typeof v === "number" ? (errorNames[v] ?? "#N/A") : String(cell.w ?? "#N/A");
    return { kind: f === undefined ? "error" : "formula-error", text };
  }
  if (v === undefined || v === null || v === "")
    return f === undefined ? undefined : { kind: "formula-error", text: "" };
  if (typeof v === "boolean") return { kind: "flag", text: v ? "TRUE" : "FALSE" };
  if (typeof v !== "number") return { kind: "text", text: String(v).replaceAll("\r\n", "\n") };
  const raw = decimalText(String(v));
  if (raw === null) return undefined;
  const format = formatOf(typeof cell.z === "string" ? cell.z : "General");
  if (format.general) return { kind: "number", text: printGeneral(raw), number: v, raw };
  const { text, date } = format.print(raw, date1904);
  return date === undefined ? { kind: "number", text, number: v, raw } : { kind: "date", text, number: v, raw, date };
}
