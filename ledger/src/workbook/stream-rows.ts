import { closeSync, openSync, readSync, statSync } from "node:fs";
import { LedgerError } from "../error-codes.js";
import { passSecrecyDoor, refuseSecretName } from "../intake/secrecy-door.js";
import type { Cell } from "./book.js";
import { secrecyOf, secrecyRows } from "./book-secrecy.js";
import { openPackage, type PackageBook } from "./package-book.js";
import { SheetCells } from "./read-package.js";
import { type FrameFindings, readFrame } from "./sheet-parts.js";
import { type SheetFrame, scanRows } from "./sheet-scan.js";
import { streamLimits } from "./workbook-limits.js";

/** A row as it goes by: its number from 0, and its cells by column; holes are empty. */
export interface StreamedRow {
  readonly row: number;
  readonly hidden: boolean;
  readonly cells: readonly (Cell | undefined)[];
}

/**
 * The rows of one sheet of an .xlsx file, by name or number, one after the other: a million rows in constant memory
 * (merges, comments and pictures are not told: `streamFrame`, `streamNotes`). Runs in this thread in slices of a few milliseconds, because passing
 * millions of cells between threads costs more than reading them; what may be expanded is bounded. Marks of secrecy in
 * the first rows are refused before a row is given. Other formats are WORKBOOK_FORMAT: read them with `readBook`.
 */
export async function* streamRows(
  source: Uint8Array | string,
  sheet: string | number,
  name = typeof source === "string" ? source.replace(/^.*[\\/]/, "") : "",
): AsyncGenerator<StreamedRow, void, undefined> {
  const book = await openStream(source, name);
  try {
    for await (const batch of streamSheet(book, sheet)) yield* batch;
  } finally {
    book.parts.close();
  }
}

/** Opens an .xlsx file to be streamed; close its parts. */
export async function openStream(source: Uint8Array | string, name: string): Promise<PackageBook> {
  refuseSecretName(name);
  refuseOther(source);
  return openPackage(source, streamLimits);
}

/** The rows of one sheet in batches as they are unpacked; `picture` is told of cells that show one. */
export async function* streamSheet(
  book: PackageBook,
  sheet: string | number,
  picture: (place: { readonly row: number; readonly column: number }) => void = () => undefined,
): AsyncGenerator<readonly StreamedRow[], void, undefined> {
  const listed = typeof sheet === "number" ? book.sheets[sheet] : book.sheets.find((each) => each.name === sheet);
  if (listed === undefined || listed.part === null || listed.kind !== "cells") {
    throw new LedgerError("WORKBOOK_SHEET_MISSING", { sheet: typeof sheet === "number" ? sheet + 1 : sheet });
  }
  const frame: SheetFrame = { head: "", tail: "" };
  const cells = new SheetCells(book, picture);
  let held: StreamedRow[] | null = [];
  for await (const batch of scanRows(book.parts.chunks(listed.part), cells.make, frame)) {
    if (held === null) {
      yield batch;
      continue;
    }
    held.push(...batch);
    if (held.length < secrecyRows) continue;
    refuseMarked(listed.name, held);
    yield held;
    held = null;
  }
  if (held === null) return;
  refuseMarked(listed.name, held);
  yield held;
}

/** What stands around the rows of a sheet, which are passed over: its merges come after the last one. */
export async function streamFrame(book: PackageBook, part: string): Promise<FrameFindings> {
  const frame: SheetFrame = { head: "", tail: "" };
  const end = /<\/(?:[\w.-]+:)?sheetData>/;
  let kept = "";
  let inRows = false;
  let after = false;
  for await (const chunk of book.parts.chunks(part)) {
    kept += chunk.toString("latin1");
    if (!inRows) {
      const start = /<(?:[\w.-]+:)?sheetData\b[^>]*>/.exec(kept);
      if (start === null) continue;
      frame.head = kept.slice(0, start.index);
      kept = kept.slice(start.index + start[0].length);
      inRows = true;
    }
    if (after) continue;
    const found = end.exec(kept);
    after = found !== null;
    kept = found === null ? kept.slice(-64) : kept.slice(found.index + found[0].length);
  }
  frame.tail = after ? kept : "";
  return readFrame(frame);
}

function refuseMarked(sheet: string, rows: readonly StreamedRow[]): void {
  const texts = rows.slice(0, secrecyRows).map(({ cells }) => Array.from(cells, (cell) => cell?.text ?? ""));
  passSecrecyDoor({ secrecy: secrecyOf(sheet, texts).map((level) => ({ level })) });
}

function refuseOther(source: Uint8Array | string): void {
  const size = typeof source === "string" ? statSync(source).size : source.byteLength;
  if (size > streamLimits.bytes) {
    throw new LedgerError("WORKBOOK_TOO_LARGE", { size: (size / 1e6).toFixed(0), limit: streamLimits.bytes / 1e6 });
  }
  const start = typeof source === "string" ? firstBytes(source) : source.subarray(0, 2);
  if (start[0] === 0x50 && start[1] === 0x4b) return;
  throw new LedgerError("WORKBOOK_FORMAT", { found: "不是 .xlsx", found_en: "not .xlsx" });
}

function firstBytes(path: string): Uint8Array {
  const bytes = new Uint8Array(2);
  const file = openSync(path, "r");
  try {
    readSync(file, bytes);
  } finally {
    closeSync(file);
  }
  return bytes;
}
