import { definitionIn, printValue, rowYear } from "@shanhai/model";
import { isNameList } from "../account/name-lists.js";
import type { Actor } from "../actor.js";
import type { Desk } from "../desk.js";
import type { Row } from "../row.js";
import { worded } from "../wording/dictionary-set.js";
import type { CellStyle, RowSpec } from "../workbook/book-spec.js";
import { writeBook } from "../workbook/write-book.js";
import type { SpotCheck } from "./inspect-desk.js";
import { spotCheck } from "./spot-checks.js";

const HEADS = ["序号", "姓名（名称）", "联系电话", "乡镇、村", "核实内容", "核查结果", "备注"];
const WORDS = { true: "属实", false: "不符", dead_number: "空号", unreached: "未接" } as const;
const BORDER: CellStyle = { border: true, wrap: true };

/** 电话核查表: the drawn rows with what is to be asked, and a column to pick the answer from. */
export async function phoneSheet(
  desk: Desk,
  actor: Actor,
  scopeId: string,
  id: string,
): Promise<{ readonly name: string; readonly body: Uint8Array }> {
  const check = await spotCheck(desk, actor, scopeId, id);
  const record = desk.records.get(check.items[0]?.record ?? "spot_check");
  const names = isNameList(record.definition);
  const mark = names ? await desk.takeNameList?.(actor, record.definition, check.drew) : undefined;
  const phones = await phonesOf(desk, scopeId, check);
  const lines: RowSpec[] = [];
  for (const { number, record: name, id: row, result, note } of check.items) {
    const found = await desk.get(actor, name, scopeId, row);
    const cells = [
      String(number),
      ...(await asked(desk, found, phones)),
      result === null ? "" : WORDS[result],
      note ?? "",
    ];
    lines.push({ cells: cells.map((value) => ({ value, style: BORDER })) });
  }
  const foot = `总体 ${check.population}，样本 ${check.items.length}，抽样种子“${check.seed}”；未接不计入属实率。`;
  const body = await writeBook({
    title: check.title,
    sheets: [
      {
        name: "电话核查表",
        widths: [6, 16, 16, 20, 40, 12, 24],
        merges: [{ top: 0, left: 0, bottom: 0, right: HEADS.length - 1 }],
        freeze: { rows: 2, columns: 0 },
        page: {
          landscape: true,
          fitWidth: true,
          titleRows: [1, 1],
          ...(mark === undefined ? {} : { footer: mark.zh }),
        },
        choices: [{ range: { top: 2, left: 5, bottom: lines.length + 1, right: 5 }, values: Object.values(WORDS) }],
        rows: [
          { cells: [{ value: `${check.title}电话核查表`, style: { bold: true, size: 16, align: "center" } }] },
          { cells: HEADS.map((value) => ({ value, style: { ...BORDER, bold: true, align: "center" } })) },
          ...lines,
          { cells: [{ value: foot }] },
          ...(mark === undefined ? [] : [{ cells: [{ value: mark.zh }] }]),
        ],
      },
    ],
  });
  return { name: `${check.title}电话核查表.xlsx`, body };
}

/** The telephones of the drawn rows by row id, unmasked: an inspector sees none elsewhere, and cannot call one that is hidden. */
async function phonesOf(desk: Desk, scopeId: string, { items }: SpotCheck): Promise<ReadonlyMap<string, string>> {
  const record = desk.records.get(items[0]?.record ?? "spot_check");
  if (!record.has("phone")) return new Map();
  const { rows } = await desk.database.query<{ id: string; phone: string }>(
    `select id, phone from ${record.table} where scope_id = $1 and id = any($2::uuid[]) and phone is not null`,
    [scopeId, items.map(({ id }) => id)],
  );
  return new Map(rows.map(({ id, phone }) => [id, phone]));
}

/** Name, telephone, place, and what the row says otherwise; empty for one that is gone. */
async function asked(desk: Desk, row: Row | null, phones: ReadonlyMap<string, string>): Promise<readonly string[]> {
  if (row === null) return ["（已不在台账）", "", "", ""];
  const words = await worded(desk.database, desk.records.get(row.record).definition);
  const definition = definitionIn(words, rowYear(words, row.values));
  const text = (key: string) => (typeof row.values[key] === "string" ? row.values[key] : "");
  const told = new Set(["person_name", "phone", "township", "village", "id_number"]);
  const rest = definition.columns.flatMap((key) => {
    const field = definition.fields.find((one) => one.key === key);
    const value = row.values[key];
    if (
      field === undefined ||
      told.has(key) ||
      value === null ||
      value === undefined ||
      value === "" ||
      field.type === "reference"
    )
      return [];
    const printed = printValue(field, value, "zh");
    return printed === "" ? [] : [`${field.zh} ${printed}`];
  });
  const name = text("person_name") === "" ? row.title : text("person_name");
  return [name, phones.get(row.id) ?? "", [text("township"), text("village")].join(""), rest.join("；")];
}
