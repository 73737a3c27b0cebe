import { findHeaders } from "./find-headers.js";
import { type AreaGrid, areaGrid, type Grid, type GridArea, plainText, squeezed } from "./grid.js";
import { rowRole } from "./row-role.js";
import type { HeaderBlock, SheetFrame, SheetTables, Table, TableColumn, TableRow } from "./sheet-tables.js";

/**
 * Finds the tables of a sheet: title rows, captions, header blocks of one to three rows, the rows of each with their
 * role. What repeats a header word for word goes on with the same table; another header begins another one. Never
 * throws, whatever the sheet holds.
 */
export function findTables(sheet: Grid, words: ReadonlySet<string>): SheetTables {
  const grid = areaGrid(sheet);
  const headers = findHeaders(grid, words);
  const tables: Table[] = [];
  const notes: SheetTables["notes"][number][] = [];
  for (const [at, header] of headers.entries()) {
    const end = headers[at + 1]?.top ?? sheet.rows;
    const columns = columnsOf(grid, header);
    const signature = signatureOf(columns);
    const before = tables.at(-1);
    const again = before !== undefined && signatureOf(before.columns) === signature ? before : null;
    const rows: TableRow[] = [];
    if (again !== null)
      for (let row = header.top; row <= header.bottom; row += 1) rows.push({ row, role: "header", label: "" });
    for (let row = header.bottom + 1; row < end; row += 1) {
      const areas = grid.rowAreas(row);
      const { role, label } = rowRole(areas, columns);
      if (role === "note" || role === "signature") notes.push({ row, text: label, role });
      rows.push({ row, role, label });
    }
    if (again !== null) tables[tables.length - 1] = { ...again, rows: [...again.rows, ...rows] };
    else
      tables.push({
        header,
        columns,
        rows,
        caption: captionOver(grid, header, at === 0 ? -1 : (headers[at - 1]?.bottom ?? -1)),
      });
  }
  return {
    grid,
    frame: frameOf(grid, headers[0]?.top ?? Math.min(sheet.rows, 6)),
    tables: tables.map(withoutCaption),
    notes,
  };
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

function frameOf(grid: AreaGrid, headerTop: number): SheetFrame {
  let title: string | null = null;
  let unit: string | null = null;
  let reporter: string | null = null;
  let asOf: string | null = null;
  const years = new Set<number>();
  const see = (text: string) => {
    for (const match of text.matchAll(/(?<!\d)(20\d{2})(?!\d)/gu)) years.add(Number(match[1]));
  };
  for (let row = 0; row < headerTop; row += 1) {
    for (const { cell } of grid.rowAreas(row)) {
      const text = plainText(cell);
      see(text);
      unit ??= UNIT.exec(text)?.[1] ?? null;
      reporter ??= /填报单位(?:\(盖章\))?[:：]?([^:：()]+?)(?:\(|截至|单位[:：]|$)/u.exec(text)?.[1] ?? null;
      asOf ??= /(?:截至时间|截止时间|填报日期|填报时间|截至|截止)[:：]?([\d.年月日/-]+)/u.exec(text)?.[1] ?? null;
      const caption = /[:：]/u.test(text) || /^附件\d*$/u.test(text);
      if (title === null && !caption && text.length >= 4) title = cell.text.trim();
    }
  }
  see(grid.grid.name);
  return { title, unit, reporter, asOf, year: years.size === 1 ? ([...years][0] ?? null) : null };
}
