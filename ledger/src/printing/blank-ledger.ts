import { type FieldDefinition, fitsCell, offeredIn, type RecordDefinition } from "@shanhai/model";
import type { CellStyle, RowSpec, StreamSpec } from "../workbook/book-spec.js";
import { fieldKind, fieldWords } from "./field-words.js";
import { ledgerTitle, printedSheets } from "./ledger-sheet.js";

/** Lines to write on. Whoever needs more copies one down. */
const LINES = 200;

/** The form of a ledger with no rows, and how each column is filled in. */
export function blankLedger(
  definition: RecordDefinition,
  year: number,
): {
  readonly name: string;
  readonly sheets: StreamSpec["sheets"];
} {
  const title = ledgerTitle(definition);
  const [form, ...info] = printedSheets({
    definition,
    covers: null,
    title,
    office: "",
    day: null,
    scopes: null,
    mark: "",
    rows: noRows(),
    blank: LINES,
  });
  return {
    name: `${title}（空白表）.xlsx`,
    sheets: [...(form === undefined ? [] : [form]), notes(definition, year), ...info],
  };
}

async function* noRows(): AsyncGenerator<never> {}

const head: CellStyle = { bold: true, size: 10, border: true, align: "center", fill: "F2F2F2" };
const body: CellStyle = { size: 10, border: true, align: "left", wrap: true };

/** 填表说明. */
function notes(definition: RecordDefinition, year: number): StreamSpec["sheets"][number] {
  const fields = definition.fields.filter((field) => fitsCell(field) && field.inner !== true);
  const line = (words: readonly string[], style: CellStyle): RowSpec => ({
    cells: words.map((value) => ({ value, style })),
  });
  return {
    name: "填表说明",
    widths: [24, 8, 16, 60],
    freeze: { rows: 1, columns: 1 },
    page: { fitWidth: true },
    rows: [
      line(["栏目", "必填", "类型", "填写要求"], head),
      ...fields.map((field) =>
        line(
          [field.zh, field.required === true ? "必填" : "", fieldKind(field), howToFill(offeredIn(field, year))],
          body,
        ),
      ),
    ],
  };
}

function howToFill(field: FieldDefinition): string {
  const asked = HOW[field.type] ?? "";
  return [asked, fieldWords(field), field.personal === true ? "含个人信息，请勿外传。" : ""].filter(Boolean).join("");
}

const HOW: { readonly [type in FieldDefinition["type"]]?: string } = {
  money: "填数字，单位见表头；没有发生填 0，不清楚留空。",
  integer: "填整数；不清楚留空，不要填 0。",
  decimal: "填数字；不清楚留空，不要填 0。",
  date: "如 2023-11-20、2023年11月、2023年；不清楚日子的可以只填到月或年。",
  flag: "填“是”或“否”。",
  code: "从下拉框中选一项。",
  reference: "填全称，与对应台账中的名称一致。",
  references: "填全称，多个用顿号隔开。",
  texts: "多个用顿号隔开。",
};
