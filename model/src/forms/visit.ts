import type { FieldValue } from "../record-definition.js";
import { finding } from "../tables/finding.js";
import { formColumn as column } from "../tables/form-column.js";
import { followed, integerOf, nameKey, stated, withoutMissing } from "../tables/form-values.js";
import { squeezed } from "../tables/grid.js";
import type { FormContext, ReadRow, SheetCount, SheetForm, SheetRow } from "../tables/sheet-form.js";
import { happeningId } from "../values/ids.js";

/** 互访台账 (users.md, workbook L5): one row a delegation. One that also went to another county is one happening with a row in each pair. */
export const visitForm: SheetForm = {
  key: "visit",
  record: "visit",
  zh: "互访台账",
  en: "ledger of visits",
  titles: /互访|来访|出访|调研对接/u,
  columns: [
    column("serial", "序号", "number", "text"),
    column("time", "时间", "time", "span", ["日期", "互访时间", "起止时间"], { needed: true }),
    column("direction", "方向", "direction", "text", ["互访方向"], { needed: true }),
    column("unit", "来访（出访）单位", "delegation of", "text", ["单位", "来访单位", "出访单位", "代表团"]),
    column("lead", "带队领导", "led by", "text", ["带队人", "领队"]),
    column("purpose", "事由", "purpose", "text", ["主要内容", "活动内容", "主要任务"]),
    column("headcount", "人数", "headcount", "number", ["人次"], { summed: true }),
    column("letter_no", "公函文号", "letter", "text", ["来函文号"]),
    column("note", "备注", "note", "text"),
  ],
  covers: ({ start_date: start }, { context: { year } }) =>
    year === null || typeof start !== "string" || start.startsWith(String(year)),
  keysOf,
  build(sheets, context) {
    const rows = sheets.flatMap(({ sheet, tables }) =>
      tables.flatMap((table) => table.rows.map((row) => visitRow(sheet, row, context))),
    );
    return { rows, findings: [], counts: countsOf(rows) };
  },
};

function keysOf(stored: { readonly [field: string]: FieldValue }): readonly string[] {
  const { start_date: start, direction, name } = stored;
  if (typeof start !== "string") return [];
  return [`${start}|${String(direction ?? "")}|${nameKey(String(name ?? ""))}`];
}

function visitRow(sheet: string, row: ReadRow, context: FormContext): SheetRow {
  const cell = (key: string) => row.cells.get(key);
  const text = (key: string) => (typeof cell(key)?.value === "string" ? String(cell(key)?.value) : null);
  const said = squeezed(text("direction") ?? "");
  const westward = /东.*西|来访/u.test(said) && !/^西/u.test(said);
  const [from, to] = westward ? [context.east, context.west] : [context.west, context.east];
  const name = `${text("unit") ?? (westward ? "东部代表团" : "西部代表团")}${text("purpose") === null ? "" : `：${text("purpose")}`}`;
  const time = cell("time");
  const start = time?.detail.from ?? null;
  const also = /(?:同时|一并|并)赴(.{1,8}?(?:县|市|区|旗))/u.exec(squeezed(text("note") ?? ""))?.[1];
  const values = withoutMissing({
    happening_id: followed(happeningId(`sheet|${context.east?.id ?? ""}|${said}|${start ?? ""}|${nameKey(name)}`)),
    name: stated(cell("unit") ?? cell("direction"), name),
    direction: stated(cell("direction"), westward ? "east_to_west" : "west_to_east"),
    visitor: from === null ? null : followed([from.id]),
    host: to === null ? null : followed([to.id]),
    lead: stated(cell("lead")),
    start_date: stated(time, start),
    end_date: stated(time, time?.detail.to ?? null),
    purpose: stated(cell("purpose")),
    headcount: stated(cell("headcount"), integerOf(cell("headcount")?.value ?? null)),
    letter_no: stated(cell("letter_no")),
    note: stated(cell("note")),
  });
  const place = { sheet, place: { row: row.row, column: 0 } };
  return {
    record: "visit",
    sheet,
    rows: [row.row],
    title: name,
    keys: keysOf(Object.fromEntries(Object.entries(values).map(([field, { value }]) => [field, value]))),
    values,
    findings:
      also === undefined
        ? []
        : [
            finding(
              "count/explained",
              {
                text_zh: `备注写还去了${also}：东部只计一次出访，${also}另计自己的一次。`,
                text_en: `The note says that it also went to ${also}: one visit for the east, one for each county.`,
              },
              place,
            ),
          ],
    skip: start === null ? { zh: "没有时间", en: "no date" } : null,
    needs: [],
    ...(also === undefined ? {} : { alsoWith: also }),
  };
}

function countsOf(rows: readonly SheetRow[]): SheetCount[] {
  const kept = rows.filter(({ skip }) => skip === null);
  const way = (direction: string) => kept.filter(({ values }) => values.direction?.value === direction);
  const happenings = new Set(way("east_to_west").map(({ values }) => values.happening_id?.value));
  const people = kept.reduce((sum, { values }) => sum + Number(values.headcount?.value ?? 0), 0);
  const say = (key: string, value: number, zh: string, en: string): SheetCount => ({
    key,
    zh,
    en,
    value: String(value),
  });
  return [
    say("visits", kept.length, `互访 ${kept.length} 批次`, `${kept.length} visits`),
    say("east_to_west", happenings.size, `东→西 ${happenings.size} 批次`, `${happenings.size} east to west`),
    say(
      "west_to_east",
      way("west_to_east").length,
      `西→东 ${way("west_to_east").length} 批次`,
      `${way("west_to_east").length} west to east`,
    ),
    say("people", people, `互访 ${people} 人次`, `${people} person-times`),
  ];
}
