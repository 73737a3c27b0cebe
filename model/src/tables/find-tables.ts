import { findHeaders } from "./find-headers.js";
import {
  type AreaGrid,
  areaGrid,
  type Grid,
  type GridArea,
  insideGrid,
  plainText,
  squeezed,
  stripGrid,
} from "./grid.js";
import { rowRole } from "./row-role.js";
import type { HeaderBlock, SheetFrame, SheetTables, Table, TableColumn, TableRow } from "./sheet-tables.js";
import { stripsOf } from "./side-by-side.js";

/**
 * Finds the tables of a sheet: title rows, captions, header blocks of one to three rows, the rows of each with their
 * role, one below the other and side by side. What repeats a header word for word below it goes on with the same table;
 * another header begins another one. `alone` says whether columns make a table by themselves. Never throws, whatever the
 * sheet holds.
 */
export function findTables(
  sheet: Grid,
  words: ReadonlySet<string>,
  alone: (columns: readonly TableColumn[]) => boolean = () => false,
): SheetTables {
  const grid = areaGrid(sheet);
  const strips = stripsOf(grid, words, (strip, header) => alone(columnsOf(strip, header)));
  const found = strips.map(({ left, right }) => {
    const strip = strips.length === 1 ? grid : stripGrid(grid, left, right);
    return { left, right, strip, headers: findHeaders(strip, words) };
  });
  const tops = found.flatMap(({ headers }) => headers[0]?.top ?? []);
  const frame = frameOf(grid, 0, tops.length === 0 ? Math.min(sheet.rows, 6) : Math.min(...tops));
  const notes: SheetTables["notes"][number][] = [];
  const tables = found.flatMap(({ left, right, strip, headers }) => {
    // Of what stands above several tables each has what lies over it alone.
    const over = strips.length === 1 ? null : insideGrid(strip, left, right);
    return tablesOf(strip, headers, frame, over, (note) => {
      if (!notes.some(({ row, text }) => row === note.row && text === note.text)) notes.push(note);
    });
  });
  return { grid, frame, tables, notes };
}

/** The tables of one strip, from top to bottom. */
function tablesOf(
  grid: AreaGrid,
  headers: readonly HeaderBlock[],
  whole: SheetFrame,
  over: AreaGrid | null,
  note: (note: SheetTables["notes"][number]) => void,
): Table[] {
  const tables: Table[] = [];
  for (const [at, header] of headers.entries()) {
    const next = headers[at + 1];
    const columns = columnsOf(grid, header);
    const signature = signatureOf(columns);
    const before = tables.at(-1);
    const again = before !== undefined && signatureOf(before.columns) === signature ? before : null;
    const rows: TableRow[] = [];
    if (again !== null)
      for (let row = header.top; row <= header.bottom; row += 1) rows.push({ row, role: "header", label: "" });
    const end = next === undefined ? grid.grid.rows : leadOf(grid, header, next);
    for (let row = header.bottom + 1; row < end; row += 1) {
      const areas = grid.rowAreas(row);
      const { role, label } = rowRole(areas, columns);
      if (role === "note" || role === "signature") note({ row, text: label, role });
      rows.push({ row, role, label });
    }
    if (again !== null) {
      tables[tables.length - 1] = { ...again, rows: [...again.rows, ...rows] };
      continue;
    }
    const after = at === 0 ? -1 : (headers[at - 1]?.bottom ?? -1);
    const from = at === 0 ? 0 : leadOf(grid, headers[at - 1] ?? header, header);
    const own = at > 0 ? frameOf(grid, from, header.top) : over === null ? null : frameOf(over, 0, header.top);
    tables.push({
      header,
      columns,
      rows,
      caption: captionOver(grid, header, after),
      frame: own === null ? whole : ownFrame(own, whole),
    });
  }
  return tables.map(withoutCaption);
}

/** What a table says of itself goes before what its sheet says. */
function ownFrame(own: SheetFrame, whole: SheetFrame): SheetFrame {
  return {
    title: own.title ?? whole.title,
    unit: own.unit ?? whole.unit,
    reporter: own.reporter ?? whole.reporter,
    asOf: own.asOf ?? whole.asOf,
    year: own.year ?? whole.year,
  };
}

/** The first of the lines right above a header that speak of its table (单位：元, 截至…), and belong to no row before it. */
function leadOf(grid: AreaGrid, before: HeaderBlock, header: HeaderBlock): number {
  let from = header.top;
  for (let row = header.top - 1; row > before.bottom && row >= header.top - 4; row -= 1) {
    const areas = grid.rowAreas(row);
    if (areas.length > 3) break;
    const texts = areas.map(({ cell }) => plainText(cell));
    if (texts.length > 0 && !texts.some((text) => UNIT.test(text) || AS_OF.test(text) || REPORTER.test(text))) break;
    if (texts.length > 0) from = row;
  }
  return from;
}

function signatureOf(columns: readonly TableColumn[]): string {
  return columns.map(({ column, path }) => `${column}:${path.join(">")}`).join("|");
}

/** The line right over a header inside the sheet ends the table before; it is no group row of that one. */
function withoutCaption(table: Table, at: number, all: readonly Table[]): Table {
  const next = all[at + 1];
  if (next?.caption === null || next === undefined) return table;
  const { rows } = table;
  const last = rows.findLastIndex(({ role }) => role !== "blank");
  return rows[last]?.role === "group" ? { ...table, rows: rows.slice(0, last) } : table;
}

function columnsOf(grid: AreaGrid, header: HeaderBlock): TableColumn[] {
  const columns: TableColumn[] = [];
  for (let column = header.left; column <= header.right; column += 1) {
    const path: string[] = [];
    let last: GridArea | null = null;
    for (let row = header.top; row <= header.bottom; row += 1) {
      const area = grid.area(row, column);
      if (area === null || (last !== null && area.top === last.top && area.left === last.left)) continue;
      path.push(headerWord(area));
      last = area;
    }
    if (path.length === 0) continue;
    columns.push({ column, path, label: path.slice(-2).join("·") });
  }
  return columns;
}

/** 单价（元） keeps its unit in brackets; the reading of columns takes it from there. */
function headerWord(area: GridArea): string {
  return squeezed(area.cell.text);
}

function captionOver(grid: AreaGrid, header: HeaderBlock, after: number): string | null {
  for (let row = header.top - 1; row > after && row >= header.top - 2; row -= 1) {
    const areas = grid.rowAreas(row);
    const [first] = areas;
    if (first === undefined) continue;
    const text = plainText(first.cell);
    return areas.length === 1 && /^[(（]?[一二三四五六七八九十]+[)）、.]/u.test(text) ? first.cell.text.trim() : null;
  }
  return null;
}

const UNIT =
  /(?<!填报|报送|责任|主管|报告|编制|制表)单位[:：]((?:亿元|万元|千元|元|人次|人|个|户|家|亩|斤|吨|公斤|批次|次)(?:[、,/](?:亿元|万元|元|人次|人|月|年|个|户|家|亩|次))*)/u;

const REPORTER = /填报单位(?:\(盖章\))?[:：]?([^:：()]+?)(?:\(|截至|单位[:：]|$)/u;
const AS_OF = /(?:截至时间|截止时间|填报日期|填报时间|截至|截止)[:：]?([\d.年月日/-]+)/u;

function frameOf(grid: AreaGrid, from: number, headerTop: number): SheetFrame {
  let title: string | null = null;
  let unit: string | null = null;
  let reporter: string | null = null;
  let asOf: string | null = null;
  const years = new Set<number>();
  const see = (text: string) => {
    for (const match of text.matchAll(/(?<!\d)(20\d{2})(?!\d)/gu)) years.add(Number(match[1]));
  };
  for (let row = from; row < headerTop; row += 1) {
    for (const { cell } of grid.rowAreas(row)) {
      const text = plainText(cell);
      see(text);
      unit ??= UNIT.exec(text)?.[1] ?? null;
      reporter ??= REPORTER.exec(text)?.[1] ?? null;
      asOf ??= AS_OF.exec(text)?.[1] ?? null;
      const caption = /[:：]/u.test(text) || /^附件\d*$/u.test(text);
      if (title === null && !caption && text.length >= 4) title = cell.text.trim();
    }
  }
  see(grid.grid.name);
  return { title, unit, reporter, asOf, year: years.size === 1 ? ([...years][0] ?? null) : null };
}
