import { sheetForms, squeezed } from "@shanhai/model";
import { isNameList } from "../account/name-lists.js";
import { requireRight } from "../account/policy.js";
import type { Actor } from "../actor.js";
import type { Desk } from "../desk.js";
import { LedgerError } from "../error-codes.js";
import { coverSheet } from "../importing/unit-cover.js";
import { ledgerCell } from "../printing/ledger-cell.js";
import { ledgerColumns, printedUnit } from "../printing/ledger-columns.js";
import { MARK_HEADER } from "../printing/own-sheet.js";
import type { Row } from "../row.js";
import type { CellSpec, CellStyle, RowSpec } from "../workbook/book-spec.js";
import { streamBook } from "../workbook/write-book.js";
import { FORM_SHEET, type FormHead, keySheet, OPEN_FILL, printedDay } from "./collection-form.js";
import type { LedgerTask } from "./ledger-task.js";

const pageSize = 500;
/** Rows of one unit: what a spreadsheet program still opens on an office's computer. */
const mostRows = 200_000;
/** Empty rows below, for people that the ledger does not have yet. */
const addedRows = 200;
const headerRow = 3;

const head: CellStyle = { bold: true, size: 10, border: true, wrap: true, align: "center", fill: "E6F0EC" };
const INSTRUCTION =
  "只填黄色格；灰白格是已有内容，不要改动。新增人员接着填在下面的空行，没有新增的留空；不再有的行请在备注写明，不要删除。填好后原样发回。";

/**
 * A unit's workbook of a roster (名册): all columns, as they are needed to know a person again, locked but for those that the
 * unit is asked for. Its rows carry their keys and not their versions: it comes back through the roster's own import, of
 * whatever size. COLLECTION_ROWS where a unit has more rows than a spreadsheet takes.
 */
export async function rosterForm(
  desk: Desk,
  actor: Actor,
  form: FormHead,
  { scope, task }: { readonly scope: string; readonly task: LedgerTask },
): Promise<Uint8Array> {
  const { definition } = desk.records.get(task.record);
  const names = isNameList(definition);
  if (names) requireRight(actor, "name_lists");
  const mark = names ? ((await desk.takeNameList?.(actor, definition))?.zh ?? "") : "";
  const columns = ledgerColumns(definition);
  const unit = printedUnit(definition);
  const width = columns.length + 1;
  const keysOf = sheetForms.find(({ record, roster }) => record === task.record && roster !== undefined)?.keysOf;
  const cells = (row: Row | null, number: number): readonly (CellSpec | null)[] => [
    { ...(row === null ? {} : { value: { decimal: String(number) } }), style: { border: true, size: 10 } },
    ...columns.map(({ field, style }) => {
      const unlocked = field.key !== task.field && (row === null || task.open.includes(field.key));
      const look: CellStyle = unlocked ? { ...style, unlocked: true, fill: OPEN_FILL } : style;
      return row === null ? { style: look } : ledgerCell(field, row.values[field.key], unit, {}, look);
    }),
    ...(row === null ? [] : [{ value: squeezed(keysOf?.(row.values, task.record)[0] ?? "") }]),
  ];
  async function* rows(): AsyncGenerator<RowSpec> {
    const title = `${form.year}年${definition.zh}名册（${form.title}）`;
    yield { height: 32, cells: [{ value: title, style: { bold: true, size: 16, align: "center" } }] };
    yield {
      height: 20,
      cells: [{ value: `填报单位：${form.unit}（盖章）　　报送时限：${printedDay(form.due)}` }],
    };
    const words = `${INSTRUCTION}${mark === "" ? "" : `　${mark}`}`;
    yield { height: 34, cells: [{ value: words, style: { wrap: true, size: 10 } }] };
    yield {
      height: 30,
      cells: ["序号", ...columns.map(({ header }) => header), MARK_HEADER].map((value) => ({ value, style: head })),
    };
    let count = 0;
    for await (const row of unitRows(desk, actor, form, scope, task)) {
      count += 1;
      if (count > mostRows) throw new LedgerError("COLLECTION_ROWS", { unit: form.unit, most: mostRows });
      yield { cells: cells(row, count) };
    }
    for (let added = 0; added < addedRows; added += 1) yield { cells: cells(null, 0) };
    yield { cells: [{ value: "填表人：　　　　审核人：　　　　联系电话：", style: { unlocked: true } }] };
  }
  const pieces: Uint8Array[] = [];
  await streamBook(
    {
      title: form.title,
      sheets: [
        {
          name: FORM_SHEET,
          rows: rows(),
          widths: [6, ...columns.map((column) => column.width)],
          hiddenColumns: [width],
          merges: [0, 1, 2].map((row) => ({ top: row, left: 0, bottom: row, right: width - 1 })),
          freeze: { rows: headerRow + 1, columns: 1 },
          locked: true,
          page: { landscape: true, fitWidth: true, titleRows: [headerRow, headerRow] },
        },
        keySheet(form.task),
        coverSheet({ record: task.record, scope, year: form.year, field: task.field, value: form.unit }),
      ],
    },
    (bytes) => void pieces.push(Buffer.from(bytes)),
  );
  return Buffer.concat(pieces);
}

async function* unitRows(
  desk: Desk,
  actor: Actor,
  { unit, year }: FormHead,
  scope: string,
  task: LedgerTask,
): AsyncGenerator<Row> {
  for (let after: string | null | undefined; after !== null; ) {
    const page = await desk.list(actor, task.record, {
      ...{ scope, limit: pageSize, filter: { year: String(year) } },
      conditions: [{ field: task.field, is: "one_of", values: [unit] }],
      ...(after === undefined ? {} : { after }),
    });
    yield* page.rows;
    after = page.next;
  }
}
