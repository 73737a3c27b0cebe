import type { FieldValue } from "../record-definition.js";
import { type Finding, finding } from "../tables/finding.js";
import {
  cellIn,
  codeIn,
  dictionaryValue,
  followed,
  integerOf,
  itemsBy,
  nameKey,
  percentOf,
  stated,
  statedOnce,
  sumOf,
  withoutMissing,
} from "../tables/form-values.js";
import { squeezed } from "../tables/grid.js";
import { readOfficeDate } from "../tables/office-date.js";
import type {
  FormColumn,
  FormContext,
  ReadRow,
  SheetCount,
  SheetForm,
  SheetRow,
  SheetValue,
} from "../tables/sheet-form.js";
import { printMoney } from "../values/money.js";

const column = (
  key: string,
  zh: string,
  en: string,
  kind: FormColumn["kind"],
  words: readonly string[],
  more: Partial<FormColumn> = {},
): FormColumn => ({
  key,
  zh,
  en,
  kind,
  words: [zh, ...words],
  ...more,
});
const wan = { unit: "万元" } as const;
const summed = { summed: true } as const;

const KINDS: readonly (readonly [RegExp, string])[] = [
  [/产业/u, "industry"],
  [/劳务|就业/u, "labour"],
  [/乡村|基础设施|教育|医疗|公共服务/u, "village"],
  [/人才|培训/u, "talent"],
  [/消费/u, "sale"],
  [/巩固/u, "consolidation"],
  [/其他/u, "other"],
];
const NATURES: readonly (readonly [RegExp, string])[] = [
  [/续建/u, "continued"],
  [/改扩|扩建|改建/u, "extended"],
  [/新建/u, "new"],
];

/**
 * 项目进度台账: one row a project, with places, money by source, disbursed and paid, progress and days (users.md, workbook
 * L1). A project of several villages is several rows of the sheet under merged cells: one project, its amounts once.
 */
export const projectForm: SheetForm = {
  key: "project",
  record: "project",
  zh: "项目进度台账",
  en: "project ledger",
  titles: /项目.*(?:台账|进度|计划|明细|库)|(?:台账|计划).*项目/u,
  columns: [
    column("serial", "序号", "number", "text", []),
    column("project_no", "项目编号", "project number", "text", ["项目编码", "项目代码", "编号"]),
    column("name", "项目名称", "project", "text", ["名称", "项目"], { needed: true }),
    column("kind", "项目类型", "kind", "text", ["项目类别", "类型", "类别"]),
    column("nature", "建设性质", "nature", "text", ["性质"]),
    column("township", "乡镇", "township", "text", ["建设地点>乡镇", "镇", "乡（镇）", "镇街"]),
    column("village", "村", "village", "text", ["建设地点>村", "行政村", "村（社区）"]),
    column("place", "建设地点", "place", "text", ["实施地点", "项目地点", "建设地址"]),
    column("content", "建设内容及规模", "content", "text", ["建设内容", "建设任务及规模", "主要建设内容"]),
    column("owner_unit", "实施单位", "carried out by", "text", ["业主单位", "项目业主", "责任单位", "建设单位"]),
    column("total", "总投资", "total", "money", ["资金来源>总投资", "投资总额", "项目总投资", "总资金"], wan),
    column(
      "coop_province",
      "省级",
      "province",
      "money",
      ["协作资金>省级", "协作资金>省市级", "省级协作资金", "协作资金>市级"],
      wan,
    ),
    column(
      "coop_county",
      "区级",
      "district",
      "money",
      ["协作资金>区级", "协作资金>区县级", "协作资金>县级", "区级协作资金"],
      wan,
    ),
    column(
      "coop_township",
      "县以下",
      "below the county",
      "money",
      ["协作资金>县以下", "县以下结对资金", "镇村结对资金"],
      wan,
    ),
    column("bridging", "衔接资金", "bridging funds", "money", ["资金来源>衔接资金", "衔接"], wan),
    column("other_money", "其他", "other money", "money", ["资金来源>其他", "其他资金", "自筹资金"], wan),
    column("disbursed", "已拨付", "disbursed", "money", ["资金拨付>已拨付", "拨付金额", "已拨付资金", "累计拨付"], wan),
    column("paid", "已支付", "paid", "money", ["资金拨付>已支付", "支付金额", "已支付资金", "累计支付"], wan),
    column("rate", "支付率", "rate of payment", "percent", ["支付率(%)", "资金支付率"]),
    column("progress", "形象进度", "progress", "text", ["工程进度", "项目进度", "进度"]),
    column("started", "开工时间", "started", "date", ["开工", "开工日期", "实际开工时间"]),
    column("completed", "完工时间", "completed", "date", ["完工", "竣工", "完工日期", "竣工时间"]),
    column("accepted", "验收时间", "accepted", "date", ["验收", "验收日期"]),
    column("villages", "受益村", "villages", "number", ["受益>村", "受益村（个）"], summed),
    column("households", "受益户", "households", "number", ["受益>户", "受益户数"], summed),
    column("people", "受益人", "people", "number", ["受益>人", "受益人口", "受益人数"], summed),
    column("lag_cause", "滞后原因", "cause of the lag", "text", ["存在问题", "未开工原因"]),
    column("needs_coordination", "需协调事项", "needs coordination", "text", ["需领导协调事项", "需要协调解决的问题"]),
    column("note", "备注", "note", "text", ["说明"]),
  ],
  covers: ({ plan_year: year }, { context }) =>
    context.year === null || year === null || String(year) === String(context.year),
  keysOf,
  build(sheets, context) {
    const findings: Finding[] = [];
    const rows: SheetRow[] = [];
    for (const { sheet, tables } of sheets)
      for (const { rows: read } of tables)
        for (const item of itemsBy(read, "name")) rows.push(projectRow(sheet, item, context, findings));
    return { rows, findings, counts: countsOf(rows) };
  },
};

function keysOf(stored: { readonly [field: string]: FieldValue }): readonly string[] {
  const { project_no: no, name, place } = stored;
  const keys: string[] = [];
  if (typeof no === "string" && no !== "") keys.push(`no:${nameKey(no)}`);
  if (typeof name === "string" && name !== "")
    keys.push(`name:${nameKey(name)}|${typeof place === "string" ? nameKey(place) : ""}`);
  return keys;
}

function projectRow(sheet: string, item: readonly ReadRow[], context: FormContext, findings: Finding[]): SheetRow {
  const cell = (key: string) => cellIn(item, key);
  const text = (key: string) => {
    const value = cell(key)?.value;
    return typeof value === "string" ? value : null;
  };
  const name = text("name");
  const own: Finding[] = [];
  const once = (key: string, value?: FieldValue) => statedOnce(sheet, item[0]?.row ?? 0, cell(key), own, value);
  const say = (key: string, target: string, target_en: string) =>
    findings.push(
      finding(
        "value/date-planned",
        { column: cell(key)?.column.zh ?? "", text: cell(key)?.printed ?? "", target, target_en },
        { sheet, ...(cell(key) === undefined ? {} : { place: cell(key)?.place ?? { row: 0, column: 0 } }) },
      ),
    );
  const day = (key: string, planned: boolean) => {
    const found = cell(key);
    return found !== undefined && found.detail.planned === planned ? stated(found) : null;
  };
  if (cell("completed")?.detail.planned === true) say("completed", "计划完工时间", "planned completion");
  if (cell("started")?.detail.planned === true) say("started", "计划开工时间", "planned start");
  const fromNote = plannedStart(item, context.year);
  if (fromNote !== null)
    findings.push(
      finding(
        "value/date-planned",
        { column: "备注", text: fromNote.printed ?? "", target: "计划开工时间", target_en: "planned start" },
        { sheet, ...(fromNote.place === null ? {} : { place: fromNote.place }) },
      ),
    );
  const values = withoutMissing({
    name: stated(cell("name")),
    project_no: stated(cell("project_no")),
    plan_year: context.year === null ? null : followed(String(context.year)),
    kind: kindOf(sheet, item, context, own),
    nature: stated(cell("nature"), codeIn(text("nature"), NATURES)),
    place: placeOf(item),
    places: placeList(item),
    content: contentOf(item),
    ...Object.fromEntries(
      ["owner_unit", "lag_cause", "needs_coordination", "note"].map((key) => [key, stated(cell(key))]),
    ),
    ...Object.fromEntries(
      ["total", "coop_province", "coop_county", "coop_township", "bridging", "other_money", "disbursed", "paid"].map(
        (key) => [key, once(key)],
      ),
    ),
    ...progressOf(cell("progress")),
    started: day("started", false),
    planned_start: day("started", true) ?? fromNote,
    completed: day("completed", false),
    planned_end: day("completed", true),
    accepted: day("accepted", false),
    ...Object.fromEntries(
      ["villages", "households", "people"].map((key) => [key, once(key, integerOf(cell(key)?.value ?? null))]),
    ),
  });
  const plain = Object.fromEntries(Object.entries(values).map(([field, { value }]) => [field, value]));
  return {
    record: "project",
    sheet,
    rows: item.map(({ row }) => row),
    title: name ?? text("project_no") ?? "",
    keys: keysOf(plain),
    values,
    findings: [...own, ...partsFinding(sheet, values)],
    skip: name === null ? { zh: "没有项目名称", en: "no project name" } : null,
    needs: [],
  };
}

/** 项目类型 by its column, else by the words of the group that the row stands in. */
function kindOf(sheet: string, item: readonly ReadRow[], context: FormContext, findings: Finding[]): SheetValue | null {
  const cell = cellIn(item, "kind");
  if (cell !== undefined) return dictionaryValue("project_kind", cell, { context, sheet, findings, near: KINDS });
  const code = codeIn(item[0]?.group ?? null, KINDS);
  return code === null ? null : followed(code);
}

/** Each village of the item, in the order of the rows: 平坝镇红星村、平坝镇大坪村. */
function placeOf(item: readonly ReadRow[]): SheetValue | null {
  const places = item.map(({ cells }) => {
    const own = cells.get("place");
    if (own !== undefined) return squeezed(own.printed);
    return ["township", "village"]
      .map((key) => squeezed(cells.get(key)?.detail.state === "value" ? (cells.get(key)?.printed ?? "") : ""))
      .join("");
  });
  const first = cellIn(item, "township") ?? cellIn(item, "place") ?? cellIn(item, "village");
  const text = [...new Set(places.filter((place) => place !== ""))].join("、");
  return text === "" ? null : stated(first, text);
}

/** The same, village by village, each with what is built there. */
function placeList(item: readonly ReadRow[]): SheetValue | null {
  const word = (row: ReadRow, key: string) => {
    const cell = row.cells.get(key);
    return cell?.detail.state === "value" ? squeezed(cell.printed) : null;
  };
  const places = item
    .map((row) => ({
      township: word(row, "township"),
      village: word(row, "village"),
      content: row.cells.get("content")?.first === true ? word(row, "content") : null,
    }))
    .filter(({ township, village }) => township !== null || village !== null);
  return places.length === 0 ? null : stated(cellIn(item, "township") ?? cellIn(item, "village"), places);
}

function contentOf(item: readonly ReadRow[]): SheetValue | null {
  const parts = item.flatMap(({ cells }) => {
    const cell = cells.get("content");
    return cell === undefined || !cell.first || typeof cell.value !== "string" ? [] : [cell.value];
  });
  return parts.length === 0 ? null : stated(cellIn(item, "content"), parts.join("；"));
}

/** 0.95 and "95%" are 95 percent; 主体完工 stays words. */
function progressOf(cell: ReturnType<typeof cellIn>): { readonly [field: string]: SheetValue | null } {
  if (cell === undefined || typeof cell.value !== "string") return {};
  const percent = /^(\d+(?:\.\d+)?)%$/u.exec(cell.value);
  const fraction = cell.area.cell.kind === "number" ? cell.area.cell.number : undefined;
  if (fraction !== undefined && fraction >= 0 && fraction <= 1)
    return { progress_percent: stated(cell, String(Math.round(fraction * 1e6) / 1e4)) };
  if (fraction !== undefined && fraction <= 100) return { progress_percent: stated(cell, String(fraction)) };
  if (percent !== null) return { progress_percent: stated(cell, percent[1] ?? null) };
  return { progress_text: stated(cell) };
}

/** 计划10月1日开工，未动工: a planned start told in the note. */
function plannedStart(item: readonly ReadRow[], year: number | null): SheetValue | null {
  const note = cellIn(item, "note");
  const said =
    note === undefined ? null : /计划((?:\d{4}年)?\d{1,2}月(?:\d{1,2}[日号])?)开工/u.exec(squeezed(note.printed));
  if (note === undefined || said === null) return null;
  const { value } = readOfficeDate({ kind: "text", text: said[1] ?? "" }, year);
  return stated(note, value);
}

const PARTS = ["coop_province", "coop_county", "coop_township", "bridging", "other_money"] as const;

/** 总投资 should be the sum of its sources; a difference is told, never mended. */
function partsFinding(sheet: string, values: { readonly [field: string]: SheetValue }): Finding[] {
  const total = values.total;
  if (total === undefined || PARTS.every((part) => values[part] === undefined)) return [];
  const sum = sumOf(PARTS.map((part) => values[part]?.value));
  const whole = sumOf([total.value]);
  if (sum === whole) return [];
  return [
    finding(
      "total/differs",
      {
        label: String(values.name?.value ?? ""),
        column: "总投资",
        printed: printMoney(whole, "zh", "万元"),
        computed: printMoney(sum, "zh", "万元"),
        difference: printMoney(whole - sum, "zh", "万元"),
      },
      { sheet, ...(total.place === null ? {} : { place: total.place }) },
    ),
  ];
}

/** 平坝镇红星村、平坝镇大坪村 are two places of one project. */
function placesIn(place: FieldValue | undefined): number {
  return typeof place === "string" ? place.split("、").length : 0;
}

/** Projects, places and the three rates that an office may mean, each with its denominator. */
function countsOf(rows: readonly SheetRow[]): SheetCount[] {
  const kept = rows.filter(({ skip }) => skip === null);
  const sum = (fields: readonly string[]) =>
    sumOf(kept.flatMap(({ values }) => fields.map((field) => values[field]?.value)));
  const places = kept.reduce((count, { values }) => count + placesIn(values.place?.value), 0);
  const paid = sum(["paid"]);
  const wholes = [
    ["total", "总投资", "total investment", sum(["total"]), ""],
    ["disbursed", "已拨付", "disbursed", sum(["disbursed"]), ""],
    [
      "coop",
      "协作资金（省级、区级）",
      "cooperation funds (province, district)",
      sum(["coop_province", "coop_county"]),
      "；分子含衔接、县以下和其他资金，不能作协作资金支付率",
    ],
  ] as const;
  const rates = wholes.flatMap(([key, zh, en, whole, warning]): SheetCount[] => {
    const rate = percentOf(paid, whole);
    if (rate === null) return [];
    const [a, b] = [printMoney(paid, "zh", "万元"), printMoney(whole, "zh", "万元")];
    return [
      {
        key: `paid_of_${key}`,
        zh: `已支付 ${a} ÷ ${zh} ${b} = ${rate}%${warning}`,
        en: `paid ${printMoney(paid, "en")} ÷ ${en} ${printMoney(whole, "en")} = ${rate}%${warning === "" ? "" : "; the numerator holds other funds too"}`,
        value: rate,
      },
    ];
  });
  return [
    { key: "projects", zh: `项目 ${kept.length} 个`, en: `${kept.length} projects`, value: String(kept.length) },
    { key: "places", zh: `建设地点 ${places} 处`, en: `${places} places`, value: String(places) },
    {
      key: "paid",
      zh: `已支付合计 ${printMoney(paid, "zh", "万元")}`,
      en: `paid ${printMoney(paid, "en")}`,
      value: paid.toString(),
    },
    ...rates,
  ];
}
