import { indicatorOfLine } from "../indicator-lines.js";
import type { FieldValue } from "../record-definition.js";
import { finding } from "../tables/finding.js";
import { formColumn as column } from "../tables/form-column.js";
import { followed, namesTogether, stated, withoutMissing } from "../tables/form-values.js";
import { squeezed } from "../tables/grid.js";
import { shifted } from "../tables/office-number.js";
import type {
  FormContext,
  FormSheet,
  ReadRow,
  SheetCount,
  SheetForm,
  SheetRow,
  SheetValue,
} from "../tables/sheet-form.js";

/**
 * 主要指标月报表 (users.md, workbook L4): a line is one indicator with target, this month, to date, last year. Units differ by
 * line; 亿元 becomes 万元, the unit that counties keep. Targets go to 指标目标, figures to 指标数.
 */
export const indicatorValueForm: SheetForm = {
  key: "indicator_value",
  record: "indicator_value",
  also: ["indicator_target"],
  zh: "主要指标月报表",
  en: "monthly report of indicators",
  titles: /指标.*(?:月报|季报|统计表|进度)|月报表/u,
  columns: [
    column("serial", "序号", "number", "text"),
    column("indicator", "指标名称", "indicator", "text", ["指标", "项目指标"], { needed: true }),
    column("unit", "计量单位", "unit", "text", ["单位"]),
    column("target", "协议目标", "target", "number", ["年度目标", "目标任务", "目标值", "协议任务"]),
    column("this_month", "本月新增", "this month", "number", ["本月", "当月新增", "当月"]),
    column("to_date", "累计", "to date", "number", ["1—11月累计", "累计完成", "本年累计", "年内累计"], {
      needed: true,
    }),
    column("rate", "完成率", "rate", "percent", ["完成率(%)", "完成比例"]),
    column("before", "上年同期累计", "last year", "number", ["上年同期", "去年同期"]),
    column("note", "备注", "note", "text"),
  ],
  covers: ({ year, month, line, kind }, { rows }) =>
    namesTogether(rows, { year, month, kind }) && namesTogether(rows, { line }),
  keysOf,
  build(sheets, context) {
    const rows = sheets.flatMap((sheet) => sheetRows(sheet, context));
    const lines = rows.filter(({ record }) => record === "indicator_value");
    const counts: SheetCount[] = [
      { key: "lines", zh: `指标 ${lines.length} 行`, en: `${lines.length} lines`, value: String(lines.length) },
    ];
    return { rows, findings: [], counts };
  },
};

function keysOf(stored: { readonly [field: string]: FieldValue }, record: string): readonly string[] {
  const text = (field: string) => String(stored[field] ?? "");
  if (text("indicator") === "") return [];
  const base = `${text("indicator")}|${text("year")}`;
  return record === "indicator_target" ? [base] : [`${base}|${text("month")}|${text("kind")}|${text("line")}`];
}

function sheetRows({ sheet, reporter, tables }: FormSheet, context: FormContext): SheetRow[] {
  const line = lineOf(reporter, context);
  return tables.flatMap((table) => {
    const month = context.month ?? monthOf(table.table.columns.flatMap(({ path }) => path).join(" "));
    return table.rows.flatMap((row) => lineRows(sheet, row, { ...context, month }, { line, reporter }));
  });
}

/** Which side reported, by the name of the reporting unit. */
function lineOf(reporter: string | null, { east, west }: FormContext): "east" | "west" | null {
  const said = squeezed(reporter ?? "");
  const named = (path: string | undefined) =>
    path !== undefined && said !== "" && (path.endsWith(said) || said.includes(lastPart(path)));
  if (named(east?.path)) return "east";
  return named(west?.path) ? "west" : null;
}

function lastPart(path: string): string {
  return /[^省市州盟区县旗]+(?:区|县|市|旗)$/u.exec(path)?.[0] ?? path;
}

function monthOf(words: string): number | null {
  const said = /(?<![\d—-])(1[0-2]|[1-9])月/u.exec(words)?.[1];
  return said === undefined ? null : Number(said);
}

function lineRows(
  sheet: string,
  row: ReadRow,
  context: FormContext,
  by: { line: "east" | "west" | null; reporter: string | null },
): SheetRow[] {
  const cell = (key: string) => row.cells.get(key);
  const name = squeezed(cell("indicator")?.printed ?? "");
  const unit = squeezed(cell("unit")?.printed ?? "");
  const code = indicatorOfLine(name);
  const place = { sheet, place: { row: row.row, column: 0 } };
  const base = { sheet, rows: [row.row], needs: [] };
  if (code === null || context.year === null || context.month === null) {
    const zh = code === null ? `“${name}”没有对上指标目录` : "表上没有年月";
    const en = code === null ? `“${name}” is no indicator of the catalogue` : "the sheet names no month";
    return [
      {
        ...base,
        record: "indicator_value",
        title: name,
        keys: [],
        values: {},
        findings: [finding("row/skipped", { reason_zh: zh, reason_en: en }, place)],
        skip: { zh, en },
      },
    ];
  }
  const value = (key: string): SheetValue | null => {
    const found = stated(cell(key));
    return found === null || typeof found.value !== "string"
      ? found
      : { ...found, value: unit === "亿元" ? shifted(found.value, 4) : found.value };
  };
  const shownUnit = unit === "亿元" ? "万元" : unit;
  const kind = by.line !== null && context.side !== null && by.line !== context.side ? "other_side" : "reported";
  const values = withoutMissing({
    indicator: followed(code),
    year: followed(String(context.year)),
    month: followed(String(context.month)),
    kind: followed(kind),
    this_month: value("this_month"),
    to_date: value("to_date"),
    unit: stated(cell("unit"), shownUnit),
    line: by.line === null ? null : followed(by.line),
    cut_off: context.day === null ? null : followed(context.day),
    reporter_unit: by.reporter === null ? null : followed(by.reporter),
    state: followed("office"),
    note: stated(cell("note")),
  });
  const rows: SheetRow[] = [
    {
      ...base,
      record: "indicator_value",
      title: name.replace(/^其中:/u, "其中："),
      keys: keysOf(plainOf(values), "indicator_value"),
      values,
      findings: [],
      skip: null,
    },
  ];
  const target = value("target");
  if (target !== null && kind === "reported") {
    const own = withoutMissing({
      indicator: followed(code),
      year: followed(String(context.year)),
      target,
      unit: stated(cell("unit"), shownUnit),
      printed: stated(cell("indicator"), name),
    });
    rows.push({
      ...base,
      record: "indicator_target",
      title: `${name} 目标`,
      keys: keysOf(plainOf(own), "indicator_target"),
      values: own,
      findings: [],
      skip: null,
    });
  }
  return rows;
}

function plainOf(values: { readonly [field: string]: SheetValue }): { [field: string]: FieldValue } {
  return Object.fromEntries(Object.entries(values).map(([field, { value }]) => [field, value]));
}
