import { blankRegionTexts, saleCounts } from "../counting/sale-counts.js";
import {
  calendarWindow,
  countSales,
  doubled,
  outside,
  ruledOut,
  type SaleLine,
  type SaleWindow,
  takenBack,
} from "../counting/sale-exclusions.js";
import { type SaleEntry, SaleTally } from "../counting/sale-tally.js";
import type { FieldValue } from "../record-definition.js";
import { type Finding, finding } from "../tables/finding.js";
import { formColumn as column } from "../tables/form-column.js";
import {
  codeIn,
  dictionaryValue,
  followed,
  lineId,
  nameKey,
  namesTogether,
  stated,
  sumOf,
  withoutMissing,
} from "../tables/form-values.js";
import { squeezed } from "../tables/grid.js";
import {
  contextOfSheet,
  type FormContext,
  type ReadCell,
  type ReadRow,
  type RosterForm,
  type SheetForm,
  type SheetRow,
} from "../tables/sheet-form.js";
import { printMoney } from "../values/money.js";

const MODES: readonly (readonly [RegExp, string])[] = [
  [/帮助销售|帮销|协助销售|代销/u, "assisted"],
  [/采购|购买/u, "purchase"],
];
const CHANNELS: readonly (readonly [RegExp, string])[] = [
  [/机关|预算单位|食堂/u, "office"],
  [/832/u, "platform_832"],
  [/电商|直播|网/u, "online"],
  [/商超|超市/u, "retail"],
  [/展销|展会/u, "exhibition"],
  [/专柜|专馆|专区/u, "counter"],
  [/企业/u, "enterprise"],
  [/./u, "other"],
];

/**
 * 消费帮扶台账 (users.md, workbook L6): one row an invoice. What does not count is imported with its reason, so that the
 * number reported can be explained row by row; a return told in a note becomes a negative row of its own.
 */
export const saleForm: SheetForm = {
  key: "sale",
  record: "sale",
  zh: "消费帮扶台账",
  en: "sales ledger",
  titles: /消费(?:帮扶|协作|扶贫)|采购.*帮(?:助)?销/u,
  columns: [
    column("serial", "序号", "number", "text"),
    column("sold_on", "日期", "day", "date", ["销售日期", "交易日期", "时间", "开票日期"]),
    column("seller", "销售主体", "seller", "text", ["销售单位", "供应商", "销售方"], { needed: true }),
    column("seller_code", "统一社会信用代码", "credit code", "credit_code", ["信用代码"]),
    column("product", "产品", "product", "text", ["产品名称", "商品", "农产品名称"]),
    column("quantity", "数量", "quantity", "number"),
    column("unit", "单位", "unit", "text", ["计量单位"]),
    column("price", "单价", "price", "money", ["单价（元）"]),
    column("amount", "金额", "amount", "money", ["销售金额", "金额（元）", "销售额", "交易金额"], { needed: true }),
    column("buyer", "采购方", "buyer", "text", ["采购单位", "购买方"]),
    column("buyer_region", "采购方所在地", "buyer's region", "text", ["采购地区", "所在地"]),
    column("buyer_kind", "采购方类型", "kind of buyer", "text", ["采购单位类型"]),
    column("channel", "渠道", "channel", "text", ["销售渠道"]),
    column("mode", "类别", "mode", "text", ["类别(采购/帮助销售)", "方式"]),
    column("invoice_no", "发票号码", "invoice", "digits", ["发票号", "票号"]),
    // As an exported ledger of several years says it.
    column("year", "年度", "year", "number", ["年份"]),
    // As an exported ledger says it; an office's has a sheet for each month, or the day alone.
    column("month", "月份", "month", "number", ["月"]),
    column("counted", "计入", "counted", "flag", ["是否计入"]),
    column("exclusion", "不计入原因", "why not counted", "text", ["剔除原因"]),
    column("voucher", "佐证", "proof", "text", ["佐证材料"]),
    column("note", "备注", "note", "text", ["说明"]),
  ],
  covers: ({ year, month }, { rows }) => namesTogether(rows, { year, month }),
  keysOf,
  build(sheets, context) {
    const rows = sheets.flatMap((one) => {
      const own = contextOfSheet(context, one);
      return one.tables.flatMap((table) => table.rows.map((row) => saleRow(one.sheet, row, own)));
    });
    const valid = rows.filter(({ skip }) => skip === null);
    const count = countSales(valid.map((row) => lineOf(row, context)));
    const excluded = new Map(count.excluded.map((one) => [one.id, one]));
    const returns = new Map(count.returns.map((one) => [one.id, one]));
    const judged = rows.flatMap((row): SheetRow[] => {
      if (row.skip !== null) return [row];
      const verdict = excluded.get(lineId(row));
      const own: SheetRow = {
        ...row,
        values: {
          ...row.values,
          ...(verdict?.reason === "stated" ? {} : { counted: followed(verdict === undefined) }),
          ...(verdict === undefined || verdict.reason === "stated" ? {} : { exclusion: followed(verdict.zh) }),
        },
        findings: verdict === undefined ? row.findings : [...row.findings, notCounted(row, verdict)],
      };
      const back = returns.get(lineId(row));
      return back === undefined ? [own] : [own, returnRow(own, back.amount)];
    });
    const sums = { ...count, excluded: count.excluded.length, returns: count.returns.length };
    return {
      rows: judged,
      findings: blankRegions(valid),
      counts: saleCounts({ ...sums, rows: valid.length, counted: count.rows }, context.year),
    };
  },
  roster: rosterOf(),
  summaries: [
    {
      words: /金额|销售额|合计/u,
      money: true,
      of: ({ values }) => (values.note?.value === RETURN_NOTE ? 0n : sumOf([values.amount?.value])),
    },
  ],
};

const RETURN_NOTE = "退货冲减";

function notCounted(row: SheetRow, verdict: { readonly zh: string; readonly en: string }): Finding {
  return finding(
    "check/warning",
    { text_zh: `不计入：${verdict.zh}。`, text_en: `Not counted: ${verdict.en}.` },
    { sheet: row.sheet, place: { row: row.rows[0] ?? 0, column: 0 } },
  );
}

/** A ledger of any length: which row of an invoice counts is told by the whole file. */
function rosterOf(): RosterForm<SaleEntry> {
  return {
    row(sheet, read, context) {
      const row = saleRow(sheet, read, context);
      const { id: _id, ...line } = lineOf(row, context);
      const placed = row.values.buyer_region !== undefined;
      const entry = { ...entryOf(plainOf(row)), line, back: null, placed, sheet, row: read.row };
      const amount = row.skip === null && verdictOf(line, 0) === null ? takenBack(line) : null;
      if (amount === null) return { row, entry };
      const made = returnRow(row, -amount);
      const after = { row: made, entry: entryOf(plainOf(made)) };
      return { row, entry: { ...entry, back: after.entry.part }, after };
    },
    tally: (context) => new SaleTally(context),
    told(values, verdict, context) {
      const text = (field: string) => (typeof values[field] === "string" ? String(values[field]) : null);
      if (values.counted === false) return {};
      const window = windowOf(text("year"), context);
      const told = verdictOf({ soldOn: text("sold_on"), invoice: text("invoice_no"), window, out: null }, verdict);
      return told === null ? { counted: true } : { counted: false, exclusion: told.zh };
    },
    says(row, verdict, context) {
      const told = row.skip === null ? verdictOf(lineOf(row, context), verdict) : null;
      return told === null ? [] : [notCounted(row, told)];
    },
    entryOf,
    about: ["year", "month"],
    twice: {
      zh: "与前面某一行相同",
      en: "the same as a row before",
      askZh: "与前面某一行相同（发票、销售主体、日期、类别都一样），只记一次。",
      askEn: "The same invoice, seller, day and mode as a row before: kept once.",
    },
  };
}

/** Why a row does not count, by the number that the tally gave it; null where it does. */
function verdictOf(
  line: Pick<SaleLine, "soldOn" | "invoice" | "window" | "out">,
  verdict: number,
): { readonly zh: string; readonly en: string } | null {
  // A third bit says that the row's return stands in the file itself.
  const by = verdict & 3;
  if (by > 0) return doubled(line.invoice, by === 2 ? "assisted" : "purchase");
  return ruledOut(line);
}

/** The days that count for a year of the ledger. */
function windowOf(year: string | null, { saleWindows }: Pick<FormContext, "saleWindows">): SaleWindow | null {
  return year === null ? null : (saleWindows?.[year] ?? calendarWindow(Number(year)));
}

/** Of a file of several years the one whose days hold an invoice's; null where none does. */
function yearOfDay(
  day: string | null,
  { span, saleWindows }: Pick<FormContext, "span" | "saleWindows">,
): number | null {
  if (day === null || span === undefined) return null;
  for (let year = span.to; year >= span.from; year -= 1)
    if (!outside(day, saleWindows?.[year] ?? calendarWindow(year))) return year;
  return null;
}

function plainOf({ values }: Pick<SheetRow, "values">): { readonly [field: string]: FieldValue } {
  return Object.fromEntries(Object.entries(values).map(([field, { value }]) => [field, value]));
}

/** An invoice's digits without the zeros that a spreadsheet loses; without a number the day and the amount. */
function entryOf(stored: { readonly [field: string]: FieldValue }) {
  const text = (field: string) => (typeof stored[field] === "string" ? String(stored[field]) : "");
  const digits = text("invoice_no")
    .replace(/[^0-9]/gu, "")
    .replace(/^0+/u, "");
  const subject = digits === "" ? `${text("sold_on")}|${text("amount")}` : digits;
  return { subject, part: keysOf(stored)[0] ?? "" };
}

function lineOf(row: SheetRow, context: Pick<FormContext, "saleWindows">): SaleLine {
  const text = (field: string) => {
    const value = row.values[field]?.value;
    return typeof value === "string" ? value : null;
  };
  return {
    id: lineId(row),
    invoice: text("invoice_no"),
    seller: nameKey(text("seller") ?? ""),
    amount: BigInt(text("amount") ?? "0"),
    mode: text("mode") as SaleLine["mode"],
    soldOn: text("sold_on"),
    note: text("note"),
    year: text("year"),
    window: windowOf(text("year"), context),
    out: row.values.counted?.value === false ? (text("exclusion") ?? "") : null,
  };
}

/** Invoice, seller, day, mode and year; without an invoice the goods and the buyer. A return is another row than its sale. */
function keysOf(stored: { readonly [field: string]: FieldValue }): readonly string[] {
  const text = (field: string) => (typeof stored[field] === "string" ? squeezed(String(stored[field])) : "");
  const invoice = text("invoice_no").replace(/^0+/u, "");
  const sign = text("note") === RETURN_NOTE ? "|return" : "";
  const what = invoice === "" ? `${text("product")}|${text("buyer")}|${text("amount")}` : invoice;
  return [`${what}|${nameKey(text("seller"))}|${text("sold_on")}|${text("mode")}|${text("year")}${sign}`];
}

function saleRow(sheet: string, row: ReadRow, context: FormContext): SheetRow {
  const cell = (key: string): ReadCell | undefined => row.cells.get(key);
  const said = (key: string) => (typeof cell(key)?.value === "string" ? String(cell(key)?.value) : null);
  const month =
    said("month") ??
    /(?<!\d)(1[0-2]|[1-9])月/u.exec(squeezed(sheet))?.[1] ??
    /^\d{4}-(\d{2})/u.exec(said("sold_on") ?? "")?.[1]?.replace(/^0/u, "") ??
    null;
  const ownYear = /^(?:19|20)\d{2}$/u.exec(said("year") ?? "")?.[0];
  const year = yearOfDay(said("sold_on"), context) ?? context.year;
  const plain = [
    "sold_on",
    "seller",
    "seller_code",
    "product",
    "quantity",
    "unit",
    "price",
    "amount",
    "buyer",
    "buyer_region",
    "buyer_kind",
    "invoice_no",
    "voucher",
    "note",
  ];
  const findings: Finding[] = [];
  const values = withoutMissing({
    ...Object.fromEntries(plain.map((key) => [key, stated(cell(key))])),
    // 计入 is worked out anew; that somebody took a row out stands.
    ...(cell("counted")?.value === false
      ? { counted: stated(cell("counted")), exclusion: stated(cell("exclusion")) }
      : {}),
    mode: stated(cell("mode"), codeIn(said("mode"), MODES)),
    channel: dictionaryValue("sale_channel", cell("channel"), { context, sheet, findings, near: CHANNELS }),
    year: ownYear !== undefined ? stated(cell("year"), ownYear) : year === null ? null : followed(String(year)),
    month: month === null ? null : followed(month),
  });
  const mode = cell("mode");
  if (mode?.detail.state === "value" && values.mode === undefined) {
    const words = {
      column: mode.column.zh,
      text: mode.printed,
      kind: "“采购”或“帮助销售”",
      kind_en: "采购 or 帮助销售",
    };
    findings.push(finding("value/unreadable", words, { sheet, place: mode.place }));
  }
  // A merged cell over an amount is one amount: it is the first row's.
  const merged = cell("amount")?.first === false;
  if (merged) delete values.amount;
  const keys = keysOf(plainOf({ values }));
  const missing = ["seller", "amount"].find((field) => values[field] === undefined);
  return {
    record: "sale",
    sheet,
    rows: [row.row],
    title: [said("seller"), said("product")].filter((one) => one !== null).join(" "),
    keys,
    values,
    findings,
    skip: merged
      ? {
          zh: `金额与第 ${(cell("amount")?.place.row ?? 0) + 1} 行合并为一格，只计一次；这一行如是另一笔，请拆开填写金额`,
          en: `its amount is merged with that of row ${(cell("amount")?.place.row ?? 0) + 1} and counts once`,
        }
      : missing === undefined
        ? null
        : { zh: `没有${missing === "seller" ? "销售主体" : "金额"}`, en: `no ${missing}` },
    needs: [],
  };
}

/** The negative row of goods that came back, told by the note of the sale's row: its place is that note. */
function returnRow(row: SheetRow, amount: bigint): SheetRow {
  const note = row.values.note;
  const { voucher: _voucher, quantity: _quantity, price: _price, ...kept } = row.values;
  const values = {
    ...kept,
    amount: { value: amount.toString(), place: note?.place ?? null, printed: note?.printed ?? null },
    note: followed(RETURN_NOTE),
    counted: followed(true),
  };
  const keys = keysOf(plainOf({ values }));
  const where = { sheet: row.sheet, place: note?.place ?? { row: row.rows[0] ?? 0, column: 0 } };
  return {
    ...row,
    title: `${row.title}（退货）`,
    keys,
    values,
    findings: [
      finding(
        "check/warning",
        {
          text_zh: `备注写“${note?.printed ?? ""}”而金额未减，另记一行 ${printMoney(amount, "zh", "万元")}。`,
          text_en: `The note tells of a return while the amount is unchanged; a row of ${printMoney(amount, "en")} is added.`,
        },
        where,
      ),
    ],
  };
}

function blankRegions(rows: readonly SheetRow[]) {
  const blank = rows.filter(({ values }) => values.buyer_region === undefined);
  if (blank.length === 0) return [];
  const [first] = blank;
  const where = first === undefined ? {} : { sheet: first.sheet, place: { row: first.rows[0] ?? 0, column: 0 } };
  return [finding("check/warning", blankRegionTexts(blank.length), where)];
}
