import { type FieldDefinition, fieldIn, offeredIn, rowYear } from "@shanhai/model";
import { isNameList } from "../account/name-lists.js";
import { requireRight } from "../account/policy.js";
import type { Actor } from "../actor.js";
import type { Desk } from "../desk.js";
import { LedgerError } from "../error-codes.js";
import { ledgerCell } from "../printing/ledger-cell.js";
import { type LedgerColumn, ledgerColumns, printedUnit } from "../printing/ledger-columns.js";
import { MARK_HEADER, ownSheetInfo, rowMark } from "../printing/own-sheet.js";
import type { Row } from "../row.js";
import { worded } from "../wording/dictionary-set.js";
import type { BookSpec, CellSpec, CellStyle, RowSpec } from "../workbook/book-spec.js";
import { FORM_SHEET, type FormHead, keySheet, OPEN_FILL, printedDay } from "./collection-form.js";
import type { LedgerTask } from "./ledger-task.js";

const pageSize = 500;
/** Rows of one unit in a ledger that is no roster. */
const mostRows = 5000;
/** Empty rows below, for what the ledger does not have yet. */
const addedRows = 20;
const headerRow = 3;

const head: CellStyle = { bold: true, size: 10, border: true, wrap: true, align: "center", fill: "E6F0EC" };

/**
 * A unit's workbook of a ledger: its own rows filled in ahead, locked but for the columns that it is asked for, and empty
 * rows for what is new. Each row says where nobody sees it which row of the ledger it is.
 */
export async function ledgerForm(
  desk: Desk,
  actor: Actor,
  form: FormHead,
  { scope, task }: { readonly scope: string; readonly task: LedgerTask },
): Promise<BookSpec> {
  const definition = await worded(desk.database, desk.records.get(task.record).definition);
  const names = isNameList(definition);
  if (names) requireRight(actor, "name_lists");
  const { rows, titles } = await unitRows(desk, actor, form.unit, scope, task);
  const { rows: heads } = await desk.database.query<{ seq: bigint | null }>(
    "select max(seq) as seq from head where scope_id = $1",
    [scope],
  );
  const mark = names ? ((await desk.takeNameList?.(actor, definition))?.zh ?? "") : "";
  const columns = shownColumns(ledgerColumns(definition), definition.columns, definition.title, task);
  const unit = printedUnit(definition);
  const width = columns.length + 1;
  const cells = (row: Row | null, number: number): readonly (CellSpec | null)[] => [
    { value: { decimal: String(number) }, style: { border: true, size: 10, align: "center" } },
    ...columns.map(({ field, style }) => {
      const isUnit = field.key === task.field;
      const unlocked = !isUnit && (row === null || task.open.includes(field.key));
      const look: CellStyle = unlocked ? { ...style, unlocked: true, fill: OPEN_FILL } : style;
      return row === null
        ? { style: look }
        : ledgerCell(fieldIn(field, rowYear(definition, row.values)), row.values[field.key], unit, titles, look);
    }),
    ...(row === null ? [] : [{ value: rowMark(row) }]),
  ];
  const body: readonly RowSpec[] = [
    { height: 32, cells: [{ value: form.title, style: { bold: true, size: 16, align: "center" } }] },
    { height: 20, cells: [{ value: `填报单位：${form.unit}（盖章）　　报送时限：${printedDay(form.due)}` }] },
    {
      height: 34,
      cells: [{ value: `${INSTRUCTION}${mark === "" ? "" : `　${mark}`}`, style: { wrap: true, size: 10 } }],
    },
    {
      height: 30,
      cells: ["序号", ...columns.map(({ header }) => header), MARK_HEADER].map((value) => ({ value, style: head })),
    },
    ...rows.map((row, at) => ({ cells: cells(row, at + 1) })),
    ...Array.from({ length: addedRows }, (_, at) => ({ cells: cells(null, rows.length + at + 1) })),
    { cells: [{ value: "填表人：　　　　审核人：　　　　联系电话：", style: { unlocked: true } }] },
  ];
  return {
    title: form.title,
    sheets: [
      {
        name: FORM_SHEET,
        rows: body,
        widths: [6, ...columns.map((column) => column.width)],
        hiddenColumns: [width],
        merges: [0, 1, 2].map((row) => ({ top: row, left: 0, bottom: row, right: width - 1 })),
        freeze: { rows: headerRow + 1, columns: 1 },
        locked: true,
        choices: choicesOf(columns, task, rows.length, form.year),
        page: { landscape: true, fitWidth: true, area: { top: 0, left: 0, bottom: body.length - 1, right: width - 1 } },
      },
      keySheet(form.task),
      ownSheetInfo({
        record: task.record,
        sheet: FORM_SHEET,
        header: headerRow,
        unit,
        columns: new Map(columns.map(({ field }, at) => [field.key, at + 1])),
        scopeColumn: null,
        markColumn: width,
        covers: { scope, seq: String(heads[0]?.seq ?? 0), field: task.field, value: form.unit },
      }),
    ],
  };
}

const INSTRUCTION =
  "只填黄色格；灰白格是已有内容，不要改动。下方空行用来新增，没有新增的留空；不再有的行请在备注写明，不要删除。填好后原样发回。";

async function unitRows(desk: Desk, actor: Actor, unit: string, scope: string, task: LedgerTask) {
  const rows: Row[] = [];
  let titles: { readonly [id: string]: string } = {};
  for (let after: string | null | undefined; after !== null; ) {
    const page = await desk.list(actor, task.record, {
      ...{ scope, limit: pageSize, titles: true },
      conditions: [{ field: task.field, is: "one_of", values: [unit] }],
      ...(after === undefined ? {} : { after }),
    });
    rows.push(...page.rows);
    // Half of a unit's rows would say of the others that they are gone.
    if (rows.length > mostRows) throw new LedgerError("COLLECTION_ROWS", { unit, most: mostRows });
    titles = { ...titles, ...page.titles };
    after = page.next;
  }
  return { rows, titles };
}

/** What names a row, whose it is, what lists show of it, and what is asked for, in the order of the ledger. */
function shownColumns(
  all: readonly LedgerColumn[],
  shown: readonly string[],
  title: readonly string[],
  { field, open }: LedgerTask,
): readonly LedgerColumn[] {
  const keys = new Set([...title, ...shown, field, ...open]);
  return all.filter((column) => keys.has(column.field.key) || column.field.required === true);
}

/** What a coded column may say, to be picked from a list. */
function choicesOf(columns: readonly LedgerColumn[], { open }: LedgerTask, rows: number, year: number) {
  return columns.flatMap(({ field }, at) => {
    const values = labelsOf(offeredIn(field, year));
    if (values.length === 0) return [];
    const top = open.includes(field.key) ? headerRow + 1 : headerRow + 1 + rows;
    const range = { top, left: at + 1, bottom: headerRow + rows + addedRows, right: at + 1 };
    return [{ range, values }];
  });
}

/** A program takes at most 255 characters of choices. */
function labelsOf({ type, codes = [] }: FieldDefinition): readonly string[] {
  const labels = type === "flag" ? ["是", "否"] : type === "code" ? codes.map(({ zh }) => zh) : [];
  return labels.join(",").length > 250 || labels.some((label) => /[,"]/.test(label)) ? [] : labels;
}
