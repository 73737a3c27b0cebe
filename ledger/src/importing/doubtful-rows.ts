import { type Finding, headGrid, type SheetReading, squeezed } from "@shanhai/model";
import { isNameList } from "../account/name-lists.js";
import { requireRight } from "../account/policy.js";
import type { Actor } from "../actor.js";
import type { Desk } from "../desk.js";
import { LedgerError } from "../error-codes.js";
import { groupBy } from "../group-by.js";
import { MARK_HEADER } from "../printing/own-sheet.js";
import { doubtsOf } from "../roster/plan-roster.js";
import type { Cell, Sheet } from "../workbook/book.js";
import type { BookSpec, CellSpec, CellStyle, RowSpec } from "../workbook/book-spec.js";
import { MARK_RED } from "../workbook/edit-package.js";
import { writeBook } from "../workbook/write-book.js";
import { ZipWriter } from "../workbook/zip-writer.js";
import { doubtfulMark } from "./doubtful-book.js";
import type { OpenBook } from "./open-book.js";
import { planImport } from "./plan-import.js";
import type { ImportOptions } from "./sheet-desk.js";

interface DoubtfulFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly rows: number;
}

/**
 * Rows of a workbook with something to put right, one file per sheet (per township): its title and header as they are, only
 * those rows, their cells red with the reason as a comment. Each row says where nobody sees it which it was, so that it is
 * the same one when it comes back, whatever was put right in it.
 */
export async function doubtfulRows(
  desk: Desk,
  actor: Actor,
  opened: OpenBook,
  options: ImportOptions,
): Promise<DoubtfulFile> {
  requireRight(actor, "materials");
  const { operations, readings, plan } = await planImport(desk, actor, opened, options);
  const told = groupBy(
    plan.findings.filter(({ severity, place }) => severity === "warning" && place !== null),
    ({ sheet, place }) => `${sheet ?? ""}\n${place?.row ?? ""}`,
  );
  const doubtful = operations.flatMap(({ row, plan: planned }): DoubtfulRow[] => {
    const cells = row.rows.flatMap((at) => told.get(`${row.sheet}\n${at}`) ?? []);
    const own = planned.findings.filter(({ severity }) => severity === "warning");
    const findings = [...new Set([...cells, ...own])];
    if (findings.length === 0) return [];
    return [{ sheet: row.sheet, record: row.record, lines: row.rows, key: row.keys[0] ?? null, findings }];
  });
  const sheets = new Map(opened.book.sheets.map((sheet) => [sheet.name, sheet]));
  return doubtfulFile(desk, actor, { name: opened.name, sheets, readings, doubtful, count: doubtful.length });
}

/** The same of a roster that is never in memory: its rows go by once more, those that want a look are kept. */
export async function doubtfulRoster(
  desk: Desk,
  actor: Actor,
  opened: OpenBook,
  options: ImportOptions,
): Promise<DoubtfulFile> {
  requireRight(actor, "materials");
  const { form, readings, doubts } = await doubtsOf(desk, actor, opened, options);
  const doubtful = doubts.sheets.flatMap(({ sheet, rows }) =>
    rows.map(
      ({ row, findings, key }): DoubtfulRow => ({ sheet, record: form.record, lines: [row.row], key, findings }),
    ),
  );
  const sheets = new Map(
    doubts.sheets.map(({ sheet: name, rows }) => {
      const head = opened.large?.heads.find((one) => one.name === name);
      const kept = [...(head?.rows ?? []), ...rows.map(({ row }) => row)];
      const merges = head?.merges ?? [];
      return [name, { ...headGrid(name, false, kept, merges), merges }] as const;
    }),
  );
  return doubtfulFile(desk, actor, { name: opened.name, sheets, readings, doubtful, count: doubts.count });
}

async function doubtfulFile(
  desk: Desk,
  actor: Actor,
  given: {
    readonly name: string;
    readonly sheets: ReadonlyMap<string, Sheet>;
    readonly readings: readonly SheetReading[];
    readonly doubtful: readonly DoubtfulRow[];
    readonly count: number;
  },
): Promise<DoubtfulFile> {
  const { sheets, readings, doubtful, count } = given;
  if (doubtful.length === 0) throw new LedgerError("SHEET_NO_DOUBTS");
  const records = new Set(doubtful.map(({ record }) => record));
  const marks: string[] = [];
  if (count > doubtful.length)
    marks.push(`需核实的共 ${count} 行，本次先列前 ${doubtful.length} 行，改好导入后再生成其余各行。`);
  for (const record of records) {
    const { definition } = desk.records.get(record);
    if (!isNameList(definition)) continue;
    requireRight(actor, "name_lists");
    marks.push((await desk.takeNameList?.(actor, definition))?.zh ?? "");
  }
  const files: DoubtfulFile[] = [];
  for (const [name, rows] of groupBy(doubtful, ({ sheet }) => sheet)) {
    const sheet = sheets.get(name);
    const reading = readings.find((one) => one.name === name);
    if (sheet === undefined || reading === undefined) continue;
    const bytes = await writeBook(sheetOf(sheet, reading, rows, marks.join("　")));
    files.push({
      name: `${name}（退回核实 ${rows.length} 行）.xlsx`.replace(/[\\/:*?"<>|]/g, "·"),
      bytes,
      rows: rows.length,
    });
  }
  const [only] = files;
  if (only === undefined) throw new LedgerError("SHEET_NO_DOUBTS");
  if (files.length === 1) return only;
  const pieces: Uint8Array[] = [];
  const zip = new ZipWriter((piece) => void pieces.push(Buffer.from(piece)));
  for (const { name, bytes } of files) await zip.add(name, [bytes]);
  await zip.end();
  const stem = given.name.replace(/\.\w+$/, "");
  return { name: `${stem}（退回核实）.zip`, bytes: Buffer.concat(pieces), rows: doubtful.length };
}

/** A row that wants a look, and why. */
interface DoubtfulRow {
  readonly sheet: string;
  readonly record: string;
  /** Rows of the sheet, from 0. */
  readonly lines: readonly number[];
  readonly key: string | null;
  readonly findings: readonly Finding[];
}

const head: CellStyle = { border: true, bold: true, size: 10, wrap: true, align: "center", fill: "F2F2F2" };
const body: CellStyle = { border: true, size: 10, wrap: true, format: "@" };
const numeric: CellStyle = { border: true, size: 10, format: "0.##########" };

function sheetOf(sheet: Sheet, { parts }: SheetReading, rows: readonly DoubtfulRow[], mark: string): BookSpec {
  const header = parts[0]?.table.header ?? { top: 0, bottom: 0, left: 0, right: sheet.columns - 1 };
  const width = header.right + 1;
  const above: readonly RowSpec[] = Array.from({ length: header.bottom + 1 }, (_, row) => ({
    cells: [
      ...Array.from({ length: width }, (_, column): CellSpec | null => {
        const text = sheet.cell(row, column)?.text ?? "";
        if (row >= header.top) return { value: text, style: head };
        return text === "" ? null : { value: text };
      }),
      ...(row === header.bottom ? [{ value: MARK_HEADER, style: head }] : []),
    ],
  }));
  const merges = sheet.merges.filter(({ bottom, right }) => bottom <= header.bottom && right < width);
  const instruction = `请核实标红的格（鼠标移到红格看说明），直接改正后发回，其余不用改。${mark === "" ? "" : `　${mark}`}`;
  const doubts = rows.flatMap(({ lines, key, findings }) =>
    lines.map((at, index) => doubtRow(sheet, at, width, index === 0 ? findings : [], key)),
  );
  return {
    sheets: [
      {
        name: sheet.name,
        rows: [...above, ...doubts, { cells: [] }, { cells: [{ value: `注：${instruction}` }] }],
        widths: Array.from({ length: width }, () => 14),
        hiddenColumns: [width],
        merges,
        freeze: { rows: header.bottom + 1, columns: 0 },
        page: { landscape: true, fitWidth: true },
      },
      doubtfulMark,
    ],
  };
}

/** A row as it stood, with what is wrong in it; what belongs to no cell stands at its first one. */
function doubtRow(sheet: Sheet, at: number, width: number, findings: readonly Finding[], key: string | null): RowSpec {
  const said = new Map<number, string>();
  for (const { place, zh } of findings) {
    const column = place !== null && place.row === at && place.column < width ? place.column : 0;
    const before = said.get(column);
    said.set(column, before === undefined ? zh : `${before}\n${zh}`);
  }
  return {
    cells: [
      ...Array.from({ length: width }, (_, column): CellSpec => {
        const comment = said.get(column);
        const value = printedValue(sheet.cell(at, column));
        const style = typeof value === "string" ? body : numeric;
        const plain: CellSpec = { ...(value === undefined ? {} : { value }), style };
        return comment === undefined ? plain : { ...plain, style: { ...style, fill: MARK_RED }, comment };
      }),
      { value: key === null ? "" : squeezed(key) },
    ],
  };
}

/** A number stays one: an ID number that lost its end must not come back looking like a whole one. */
function printedValue(cell: Cell | null): CellSpec["value"] {
  if (cell === null) return "";
  return cell.kind === "number" && cell.raw !== undefined ? { decimal: cell.raw } : (cell.date ?? cell.text);
}
