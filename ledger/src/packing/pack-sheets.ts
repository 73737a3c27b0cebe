import type { Desk } from "../desk.js";
import { ledgerCell } from "../printing/ledger-cell.js";
import { ledgerColumns, printedUnit } from "../printing/ledger-columns.js";
import type { CellSpec, CellStyle, RowSpec, StreamSpec } from "../workbook/book-spec.js";
import type { PackContents, PackPart } from "./pack-contents.js";
import { LIST_HEADS, listCells, recordedOn } from "./pack-pages.js";
import type { PackedRow } from "./pack-rows.js";
import type { PackedProof } from "./taken-files.js";

const TITLE: CellStyle = { bold: true, size: 14 };
const HEAD: CellStyle = { bold: true, size: 10, border: true, wrap: true, align: "center", fill: "F2F2F2" };
const BODY: CellStyle = { size: 10, border: true, wrap: true };
const NUMBER: CellStyle = { ...BODY, align: "right", wrap: false };

const LEAD = ["序号", "名称", "日期"];

/**
 * The rows behind a number as a sheet: real numbers and days, every column of their ledgers, and what does not count below,
 * apart from the sum.
 */
export function rowsBook(
  desk: Desk,
  contents: PackContents,
  part: PackPart,
  mark: string,
  rows: { readonly counted: AsyncIterable<readonly PackedRow[]>; readonly excluded: readonly PackedRow[] },
): StreamSpec {
  const { line, definition } = part;
  const heads = [...LEAD, `计入（${line.unit}）`, "出处", "佐证材料", "台账"];
  const footer = mark.replaceAll("&", "＆");
  return {
    sheets: [
      {
        name: line.code,
        widths: [6, 28, 13, 14, 34, 34, 14],
        freeze: { rows: 3, columns: 2 },
        page: {
          landscape: true,
          fitWidth: true,
          titleRows: [2, 2],
          footer: `${footer === "" ? "" : `${footer}　`}第 &P 页，共 &N 页`,
        },
        rows: lines(desk, contents, part, heads, `${line.code} ${definition.zh}`, rows),
      },
    ],
  };
}

async function* lines(
  desk: Desk,
  contents: PackContents,
  part: PackPart,
  heads: readonly string[],
  title: string,
  { counted, excluded }: Parameters<typeof rowsBook>[4],
): AsyncGenerator<RowSpec> {
  yield { cells: [{ value: `${title}　明细`, style: TITLE }] };
  yield { cells: [{ value: `${contents.whose}　截至 ${contents.board.day}${recordedOn(contents)}` }] };
  // Which ledger the first row is of says the columns; a number made of two ledgers has a head for each.
  let headed = "";
  for await (const page of counted)
    for (const one of page) {
      if (one.row.record !== headed) yield head(desk, heads, one.row.record);
      headed = one.row.record;
      yield {
        cells: cells(desk, one, { value: one.amount === null ? "未填" : { decimal: one.amount }, style: NUMBER }),
      };
    }
  const total = part.total === null ? null : { decimal: part.total };
  yield { cells: [{ value: "合计", style: HEAD }, null, null, { value: total, style: { ...NUMBER, bold: true } }] };
  if (excluded.length === 0) return;
  yield { cells: [] };
  yield { cells: [{ value: "不计入的条目", style: TITLE }] };
  headed = "";
  for (const one of excluded) {
    if (one.row.record !== headed)
      yield head(
        desk,
        heads.map((text, at) => (at === LEAD.length ? "不计入的原因" : text)),
        one.row.record,
      );
    headed = one.row.record;
    yield { cells: cells(desk, one, { value: one.excluded, style: BODY }) };
  }
}

function head(desk: Desk, heads: readonly string[], record: string): RowSpec {
  const columns = ledgerColumns(desk.records.get(record).definition);
  return { cells: [...heads, ...columns.map((column) => column.header)].map((value) => ({ value, style: HEAD })) };
}

function cells(desk: Desk, one: PackedRow, amount: CellSpec): (CellSpec | null)[] {
  const { definition } = desk.records.get(one.row.record);
  const unit = printedUnit(definition);
  const text = (value: string): CellSpec => ({ value, style: BODY });
  return [
    { value: { decimal: String(one.number) }, style: NUMBER },
    text(one.row.title),
    text(one.day ?? ""),
    amount,
    text(one.sources.map(({ document, place }) => `${document}#${place}`).join("\n")),
    text(one.proofs.map(({ path }) => path).join("\n")),
    text(definition.zh),
    ...ledgerColumns(definition).map(({ field, style }) =>
      ledgerCell(field, one.row.values[field.key], unit, one.titles, style),
    ),
  ];
}

/** 卷内目录 as a sheet, to be put before the papers. */
export function listBook(
  contents: PackContents,
  title: string,
  proofs: readonly PackedProof[],
  mark: string,
): StreamSpec {
  return {
    sheets: [
      {
        name: "卷内目录",
        widths: [6, 22, 18, 36, 12, 12, 6, 8, 8, 40, 20],
        freeze: { rows: 3, columns: 0 },
        page: { landscape: true, fitWidth: true, titleRows: [2, 2], footer: mark.replaceAll("&", "＆") },
        rows: [
          { cells: [{ value: `${title}　卷内目录`, style: TITLE }] },
          { cells: [{ value: `${contents.whose}　截至 ${contents.board.day}${recordedOn(contents)}` }] },
          { cells: LIST_HEADS.map((value) => ({ value, style: HEAD })) },
          ...proofs.map((proof, at) => ({ cells: listCells(proof, at).map((value) => ({ value, style: BODY })) })),
        ],
      },
    ],
  };
}
