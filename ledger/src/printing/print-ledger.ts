import { PassThrough, type Readable } from "node:stream";
import { NIL_SCOPE, printMoney, type RecordDefinition } from "@shanhai/model";
import { isNameList } from "../account/name-lists.js";
import { requireReadable, requireRight } from "../account/policy.js";
import type { Actor } from "../actor.js";
import { beijingToday } from "../beijing-day.js";
import type { Desk } from "../desk.js";
import type { Row } from "../ledger.js";
import { columnName, lastRow } from "../workbook/book.js";
import type { CellSpec, CellStyle, RowSpec } from "../workbook/book-spec.js";
import { sheetName, streamBook } from "../workbook/write-book.js";
import type { ByteSink } from "../workbook/zip-writer.js";
import { ledgerCell } from "./ledger-cell.js";
import { type LedgerColumn, ledgerColumns, printedUnit } from "./ledger-columns.js";
import { MARK_HEADER, marksRows, type OwnCover, ownSheetInfo, rowMark } from "./own-sheet.js";
import type { ExportedSheet, ExportQuery, PrintingDesk } from "./printing-desk.js";

/** Rows that are asked for at once. */
const pageSize = 500;
/** Rows of a sheet above and below the table. */
const headRows = 3;
const footRows = 3;

const titleStyle: CellStyle = { bold: true, size: 16, align: "center" };
const captionStyle: CellStyle = { size: 10 };
const headerStyle: CellStyle = { bold: true, size: 10, border: true, wrap: true, align: "center", fill: "F2F2F2" };

export function printingDesk(desk: Desk): PrintingDesk {
  return { exportSheet: (actor, record, query) => exportSheet(desk, actor, record, query) };
}

async function exportSheet(desk: Desk, actor: Actor, name: string, query: ExportQuery): Promise<ExportedSheet> {
  const { definition } = desk.records.get(name);
  requireReadable(actor, definition);
  const names = isNameList(definition);
  if (names) requireRight(actor, "name_lists");
  // The first page is asked for before anything is promised: a query that is refused is refused here.
  const first = await desk.list(actor, name, { ...query, limit: pageSize, titles: true });
  const day = query.asOf ?? beijingToday();
  const scopes = new ScopeNames(desk, actor);
  const whose = query.scope === undefined ? "" : await scopes.of(query.scope);
  const title = `${whose}${definition.zh}${/[台账册单表]$/u.test(definition.zh) ? "" : "台账"}`;
  const mark = names ? await desk.takeNameList?.(actor, definition) : undefined;
  const rows = rowsOf(desk, actor, name, query, first);
  const covers = marksRows(definition) ? await coverOf(desk, query) : null;
  const sheets = printedSheets({
    definition,
    covers,
    title,
    office: actor.office?.name ?? "",
    day,
    // Without a scope asked for, each row says whose it is.
    scopes: query.scope === undefined && definition.keeping === "scoped" ? scopes : null,
    mark: mark?.zh ?? "",
    rows,
  });
  return {
    name: `${title}（截至${chineseDay(day)}）.xlsx`.replace(/[\\/:*?"<>|]/g, "·"),
    body: readable((sink) => streamBook({ sheets }, sink)),
  };
}

type PagedRows = Awaited<ReturnType<Desk["list"]>>;

/** Rows with the titles of what they point to, page by page. */
async function* rowsOf(
  desk: Desk,
  actor: Actor,
  name: string,
  query: ExportQuery,
  first: PagedRows,
): AsyncGenerator<{ readonly row: Row; readonly titles: { readonly [id: string]: string } }> {
  for (let page = first; ; ) {
    const { titles = {} } = page;
    for (const row of page.rows) yield { row, titles };
    if (page.next === null) return;
    page = await desk.list(actor, name, { ...query, limit: pageSize, titles: true, after: page.next });
  }
}

/** A whole ledger of one pair, as it stands: coming back, it misses what is not in it any more. */
async function coverOf(desk: Desk, { scope, asOf, ...narrowed }: ExportQuery): Promise<OwnCover | null> {
  const { filter, conditions, text, parent } = narrowed;
  const whole = [filter, conditions, text, parent, asOf].every((one) => one === undefined);
  if (scope === undefined || !whole) return null;
  const { rows } = await desk.database.query<{ seq: bigint | null }>(
    "select max(seq) as seq from head where scope_id = $1",
    [scope],
  );
  return { scope, seq: String(rows[0]?.seq ?? 0), field: null, value: null };
}

interface Printed {
  readonly definition: RecordDefinition;
  readonly covers: OwnCover | null;
  readonly title: string;
  readonly office: string;
  readonly day: string;
  readonly scopes: ScopeNames | null;
  readonly mark: string;
  readonly rows: ReturnType<typeof rowsOf>;
}

function printedSheets(printed: Printed) {
  const { definition, scopes, mark, covers } = printed;
  const columns = ledgerColumns(definition);
  const lead = scopes === null ? ["序号"] : ["序号", "协作双方"];
  const width = lead.length + columns.length;
  const marked = marksRows(definition);
  const sheet = {
    name: sheetName(definition.zh),
    widths: [6, ...(scopes === null ? [] : [26]), ...columns.map((column) => column.width)],
    ...(marked ? { hiddenColumns: [width] } : {}),
    merges: [{ top: 0, left: 0, bottom: 0, right: width - 1 }],
    freeze: { rows: headRows, columns: lead.length },
    page: {
      landscape: true,
      fitWidth: true,
      titleRows: [headRows - 1, headRows - 1] as const,
      area: { top: 0, left: 0, bottom: lastRow, right: width - 1 },
      // In a footer an ampersand begins a code.
      footer: `${mark === "" ? "" : `${mark.replaceAll("&", "＆")}　`}第 &P 页，共 &N 页`,
    },
    rows: printedRows(printed, columns, lead, marked),
  };
  if (!marked) return [sheet];
  const own = ownSheetInfo({
    record: definition.name,
    sheet: sheet.name,
    header: headRows - 1,
    unit: printedUnit(definition),
    columns: new Map(columns.map(({ field }, at) => [field.key, lead.length + at])),
    scopeColumn: scopes === null ? null : 1,
    markColumn: width,
    covers,
  });
  return [sheet, own];
}

async function* printedRows(
  { definition, title, office, day, scopes, mark, rows }: Printed,
  columns: readonly LedgerColumn[],
  lead: readonly string[],
  marked: boolean,
): AsyncGenerator<RowSpec> {
  const unit = printedUnit(definition);
  const width = lead.length + columns.length;
  yield { height: 30, cells: [{ value: title, style: titleStyle }] };
  yield { cells: captions(width, [`填报单位：${office}`, `截至时间：${chineseDay(day)}`, mark]) };
  yield {
    height: 30,
    cells: [...lead, ...columns.map(({ header }) => header), ...(marked ? [MARK_HEADER] : [])].map((value) => ({
      value,
      style: headerStyle,
    })),
  };
  const sums = columns.map(() => 0n);
  let count = 0;
  for await (const { row, titles } of rows) {
    count++;
    const cells: CellSpec[] = [{ value: { decimal: String(count) }, style: numberStyle }];
    if (scopes !== null) cells.push({ value: await scopes.of(row.scope_id), style: nameStyle });
    for (const [at, { field, style, summed }] of columns.entries()) {
      const value = row.values[field.key];
      if (summed && typeof value === "string") sums[at] = (sums[at] ?? 0n) + BigInt(value);
      cells.push(ledgerCell(field, value, unit, titles, style));
    }
    if (marked) cells.push({ value: rowMark(row) });
    yield { cells };
  }
  const summedUp = columns.some(({ summed }) => summed) && count > 0;
  if (summedUp) yield { cells: totals(columns, sums, lead.length, count, unit) };
  for (let blank = summedUp ? 1 : 0; blank < footRows - 1; blank++) yield { cells: [] };
  yield { cells: captions(width, ["填表人：", "审核人：", "分管领导：", "单位负责人："]) };
}

const numberStyle: CellStyle = { border: true, size: 10, align: "center" };
const nameStyle: CellStyle = { border: true, size: 10, align: "left", wrap: true };

/** Totals as formulas that add the column up, with what they come to. */
function totals(
  columns: readonly LedgerColumn[],
  sums: readonly bigint[],
  lead: number,
  count: number,
  unit: "元" | "万元" | "亿元",
): readonly CellSpec[] {
  const cells: CellSpec[] = Array.from({ length: lead }, (_, at) => ({
    ...(at === 0 ? { value: "合计" } : {}),
    style: headerStyle,
  }));
  for (const [at, { summed, style }] of columns.entries()) {
    const letters = columnName(lead + at);
    const decimal = printMoney(sums[at] ?? 0n, "zh", unit)
      .slice(0, -unit.length)
      .replaceAll(",", "");
    cells.push(
      summed
        ? {
            formula: `SUM(${letters}${headRows + 1}:${letters}${headRows + count})`,
            value: { decimal },
            style: { ...style, bold: true },
          }
        : { style: numberStyle },
    );
  }
  return cells;
}

/** Words spread over the width of the sheet; each runs on over the empty cells behind it. */
function captions(width: number, words: readonly string[]): readonly (CellSpec | null)[] {
  const cells: (CellSpec | null)[] = Array.from({ length: width }, () => null);
  for (const [at, value] of words.entries()) {
    const place = Math.min(width - 1, Math.floor((width / words.length) * at));
    if (value === "") continue;
    // On a narrow sheet several stand in one cell.
    const before = cells[place]?.value;
    cells[place] = { value: typeof before === "string" ? `${before}　　${value}` : value, style: captionStyle };
  }
  return cells;
}

/** Names of pairs and parties, each looked up once. */
class ScopeNames {
  readonly #desk: Desk;
  readonly #actor: Actor;
  readonly #names = new Map<string, string>();

  constructor(desk: Desk, actor: Actor) {
    this.#desk = desk;
    this.#actor = actor;
  }

  async of(scope: string): Promise<string> {
    const known = this.#names.get(scope);
    if (known !== undefined) return known;
    const row =
      (await this.#desk.get(this.#actor, "pair", NIL_SCOPE, scope)) ??
      (await this.#desk.get(this.#actor, "party", NIL_SCOPE, scope));
    const name = row?.title ?? "";
    this.#names.set(scope, name);
    return name;
  }
}

function chineseDay(day: string): string {
  const [year, month, of] = day.split("-");
  return `${year}年${Number(month)}月${Number(of)}日`;
}

/** What is written piece by piece as a stream to read, no faster than it is read. */
function readable(work: (sink: ByteSink) => Promise<void>): Readable {
  const stream = new PassThrough();
  const sink: ByteSink = (bytes) =>
    new Promise((resolve, reject) => {
      stream.write(bytes, (error) => (error ? reject(error) : resolve()));
    });
  work(sink).then(
    () => stream.end(),
    (error: unknown) => stream.destroy(error instanceof Error ? error : new Error(String(error))),
  );
  return stream;
}
