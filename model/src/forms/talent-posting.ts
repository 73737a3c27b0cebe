import { countPostings, type Posting } from "../counting/posting-counts.js";
import type { FieldValue } from "../record-definition.js";
import { finding } from "../tables/finding.js";
import { formColumn as column } from "../tables/form-column.js";
import { codeIn, followed, nameKey, namesTogether, stated, withoutMissing } from "../tables/form-values.js";
import { squeezed } from "../tables/grid.js";
import { readOfficeDate, readOfficeSpan } from "../tables/office-date.js";
import type {
  FormContext,
  ReadCell,
  ReadRow,
  ReadTable,
  SheetCount,
  SheetForm,
  SheetRow,
  SheetValue,
} from "../tables/sheet-form.js";

const CATEGORIES: readonly (readonly [RegExp, string])[] = [
  [/跟岗|跟班/u, "shadowing"],
  [/党政|干部|挂职/u, "cadre"],
  [/./u, "specialist"],
];
const FIELDS: readonly (readonly [RegExp, string])[] = [
  [/医|卫生|护/u, "health"],
  [/教|学校|小学|中学/u, "education"],
  [/农|林|畜/u, "farming"],
];

/**
 * 人才交流台账 (users.md, workbook L5): two tables with other columns on one sheet, batches as rows between, several people in
 * one cell, one unit merged over many rows. One posting a person and batch; whoever stands in two batches is extended.
 */
export const talentPostingForm: SheetForm = {
  key: "talent_posting",
  record: "talent_posting",
  zh: "人才交流台账",
  en: "ledger of postings",
  titles: /人才|选派|挂职|支援|干部交流/u,
  columns: [
    column("serial", "序号", "number", "text"),
    column("people", "姓名及基本情况", "name and particulars", "text", ["姓名", "人员姓名"], { needed: true }),
    column("sending_unit", "派出单位及职务", "sending unit and post", "text", ["派出单位", "选派单位", "原单位及职务"]),
    column("receiving_unit", "挂职（支援）单位及职务", "receiving unit and post", "text", [
      "挂职单位",
      "支援单位",
      "受援单位",
      "接收单位",
      "挂职（跟岗）单位及职务",
      "挂职单位及职务",
    ]),
    column("category", "类别", "category", "text", ["人员类别", "人才类别"]),
    column("time", "起止时间", "from and to", "span", ["挂职时间", "支援时间", "起止日期"], { needed: true }),
    column("on_duty", "在岗情况", "in post", "text", ["是否在岗"]),
    column("group_style", "组团式", "group style", "flag", ["是否组团式"]),
    column("days", "跟岗天数", "days", "number", ["天数"]),
    column("note", "备注", "note", "text"),
  ],
  covers: ({ started, batch }, { context: { day }, rows }) =>
    (day === null || typeof started !== "string" || started.slice(0, 4) <= day.slice(0, 4)) &&
    namesTogether(rows, { batch }),
  keysOf,
  build(sheets, context) {
    const rows = sheets.flatMap(({ sheet, tables }) => tables.flatMap((table) => tableRows(sheet, table, context)));
    const marked = markExtended(rows);
    return {
      rows: marked,
      findings: printedTotals(
        sheets.flatMap(({ tables }) => tables),
        rows,
      ),
      counts: countsOf(marked, context),
    };
  },
};

function keysOf(stored: { readonly [field: string]: FieldValue }): readonly string[] {
  const text = (field: string) => (typeof stored[field] === "string" ? nameKey(String(stored[field])) : "");
  return text("person_name") === ""
    ? []
    : [[personOf(stored), text("direction"), text("batch") || text("started"), text("category")].join("|")];
}

/** Who it is within a ledger of names: name and month of birth. */
function personOf(stored: { readonly [field: string]: FieldValue }): string {
  return `${nameKey(String(stored.person_name ?? ""))}|${String(stored.born ?? "")}`;
}

function tableRows(sheet: string, table: ReadTable, context: FormContext): SheetRow[] {
  const west = /西部/u.test(table.table.caption ?? "") || table.rows.some(({ cells }) => cells.has("days"));
  return table.rows.flatMap((row) => {
    const people = row.cells.get("people");
    if (typeof people?.value !== "string") return [];
    return people.value
      .split(/\n|;|；/u)
      .map((one) => one.trim())
      .filter((one) => one !== "")
      .map((one) => postingRow(sheet, row, people, one, west ? "west_to_east" : "east_to_west", context));
  });
}

/** 李某（男，汉族，1985.03，中共党员）. */
function particulars(said: string) {
  const text = squeezed(said);
  const name = text.replace(/\(.*$/u, "").replace(/^★/u, "");
  const parts = (/\((.*)\)/u.exec(text)?.[1] ?? "").split(/[,、]/u);
  const born =
    parts.map((part) => readOfficeDate({ kind: "text", text: part }, null)).find(({ state }) => state === "value")
      ?.value ?? null;
  return {
    name,
    sex: parts.includes("男") ? "male" : parts.includes("女") ? "female" : null,
    ethnicity: parts.find((part) => part.endsWith("族")) ?? null,
    born,
    political: parts.find((part) => /党员|团员|群众|民主|无党派/u.test(part)) ?? null,
  };
}

function postingRow(
  sheet: string,
  row: ReadRow,
  people: ReadCell,
  said: string,
  direction: string,
  context: FormContext,
): SheetRow {
  const cell = (key: string) => row.cells.get(key);
  const text = (key: string) => (typeof cell(key)?.value === "string" ? String(cell(key)?.value) : null);
  const who = particulars(said);
  const time = cell("time");
  const batch = batchOf(row.group);
  const category =
    codeIn([text("category"), text("receiving_unit")].find((one) => one !== null) ?? null, CATEGORIES) ?? "specialist";
  const started: SheetValue | null =
    stated(time, time?.detail.from ?? null) ??
    (time?.detail.days != null && batch?.from != null ? followed(batch.from) : null);
  const ended = stated(time, time?.detail.to ?? null) ?? endAfter(started, time?.detail.days ?? null);
  const days = stated(cell("days")) ?? (time?.detail.days == null ? null : stated(time, String(time.detail.days)));
  const over = typeof ended?.value === "string" && context.day !== null && ended.value.padEnd(10, "-99") < context.day;
  const values = withoutMissing({
    person_name: stated(people, who.name),
    sex: stated(people, who.sex),
    ethnicity: stated(people, who.ethnicity),
    born: stated(people, who.born),
    political: stated(people, who.political),
    direction: followed(direction),
    category: stated(cell("category"), category) ?? followed(category),
    field:
      category === "specialist" || category === "shadowing"
        ? stated(
            cell("category") ?? cell("sending_unit"),
            codeIn(`${text("category") ?? ""}${text("sending_unit") ?? ""}`, FIELDS),
          )
        : null,
    sending_unit: stated(cell("sending_unit")),
    receiving_unit: stated(cell("receiving_unit")),
    local_post: category === "cadre" ? stated(cell("receiving_unit")) : null,
    batch: batch === null ? null : followed(batch.name),
    started,
    ended: over ? ended : null,
    planned_end: over ? null : ended,
    group_style: stated(cell("group_style")),
    days,
    status: followed(over || (time?.detail.days ?? null) !== null ? "completed" : "on_duty"),
    note: stated(cell("note")),
  });
  const plain = Object.fromEntries(Object.entries(values).map(([field, { value }]) => [field, value]));
  return {
    record: "talent_posting",
    sheet,
    rows: [row.row],
    title: who.name,
    keys: keysOf(plain),
    values,
    findings: [],
    skip: who.name === "" ? { zh: "没有姓名", en: "no name" } : null,
    needs: [],
  };
}

/** 1个月零3天 from the batch's beginning: its last day, or the month of it where only the month is known. */
function endAfter(started: SheetValue | null, days: number | null): SheetValue | null {
  const from = typeof started?.value === "string" && started.value.length >= 7 ? started.value : null;
  if (from === null || days === null) return null;
  const last = new Date(Date.parse(`${from.padEnd(10, "-01")}T00:00:00Z`) + (days - 1) * 86_400_000);
  return followed(last.toISOString().slice(0, from.length));
}

function batchOf(group: string | null): { readonly name: string; readonly from: string | null } | null {
  const said = /^(第[一二三四五六七八九十\d]+批)(?:[(（](.+)[)）])?/u.exec(group ?? "");
  if (said === null) return null;
  return { name: said[1] ?? "", from: readOfficeSpan({ kind: "text", text: said[2] ?? "" }, null).from };
}

/** Whoever stands in two batches was extended: said on the later posting. */
function markExtended(rows: readonly SheetRow[]): SheetRow[] {
  const seen = new Set<string>();
  return rows.map((row) => {
    if (row.skip !== null || row.values.category?.value === "cadre") return row;
    const plain = Object.fromEntries(Object.entries(row.values).map(([field, { value }]) => [field, value]));
    const person = personOf(plain);
    const again = seen.has(person);
    seen.add(person);
    if (!again) return row;
    const status = row.values.status?.value === "on_duty" ? followed("extended") : row.values.status;
    return { ...row, values: { ...row.values, extended: followed(true), ...(status === undefined ? {} : { status }) } };
  });
}

function postings(rows: readonly SheetRow[]): Posting[] {
  return rows.flatMap((row, at) => {
    if (row.skip !== null) return [];
    const plain = Object.fromEntries(Object.entries(row.values).map(([field, { value }]) => [field, value]));
    const text = (field: string) => (typeof plain[field] === "string" ? String(plain[field]) : null);
    return [
      {
        id: String(at),
        person: personOf(plain),
        direction: text("direction") as Posting["direction"],
        category: text("category") as Posting["category"],
        started: text("started"),
        ended: text("ended") ?? text("planned_end"),
      },
    ];
  });
}

/** 合计29人 counts persons, its rows are postings: both are told. */
function printedTotals(tables: readonly ReadTable[], rows: readonly SheetRow[]) {
  const people = new Set(
    rows
      .filter(({ values }) => values.direction?.value === "east_to_west")
      .map(({ values }) =>
        personOf(Object.fromEntries(Object.entries(values).map(([field, { value }]) => [field, value]))),
      ),
  );
  return tables.flatMap((table) =>
    table.table.rows
      .filter(({ role, label }) => role === "total" && /\d+人/u.test(label))
      .map(({ row, label }) =>
        finding(
          "count/explained",
          {
            text_zh: `表内写“${label}”；东部选派按人去重是 ${people.size} 人，派驻 ${rows.filter(({ values }) => values.direction?.value === "east_to_west").length} 条（延期的人在两批中各一条）。`,
            text_en: `The sheet says “${label}”; the rows name ${people.size} persons.`,
          },
          { sheet: table.sheet, place: { row, column: 0 } },
        ),
      ),
  );
}

function countsOf(rows: readonly SheetRow[], context: FormContext): SheetCount[] {
  const all = postings(rows);
  const day = context.day ?? `${context.year ?? 9999}-12-31`;
  const [east, west] = [countPostings(all, "east_to_west", day), countPostings(all, "west_to_east", day)];
  const say = (key: string, value: number, zh: string, en: string): SheetCount => ({
    key,
    zh,
    en,
    value: String(value),
  });
  return [
    say("postings", east.postings, `东部选派 ${east.postings} 条`, `${east.postings} eastern postings`),
    say(
      "cadres_in_year",
      east.cadres.inYear,
      `党政干部年内 ${east.cadres.inYear} 人`,
      `${east.cadres.inYear} cadres in the year`,
    ),
    say(
      "cadres_on_duty",
      east.cadres.onDuty,
      `党政干部在岗 ${east.cadres.onDuty} 人（${day}）`,
      `${east.cadres.onDuty} cadres in post on ${day}`,
    ),
    say(
      "specialists",
      east.specialists.persons,
      `专业技术人才年内 ${east.specialists.persons} 人`,
      `${east.specialists.persons} specialists in the year`,
    ),
    say(
      "specialist_times",
      east.specialists.times,
      `专业技术人才年内 ${east.specialists.times} 人次`,
      `${east.specialists.times} postings of specialists in the year`,
    ),
    ...(east.specialistsBefore === 0
      ? []
      : [
          say(
            "specialists_before",
            east.specialistsBefore,
            `另有专业技术人才 ${east.specialistsBefore} 人次不在本年内`,
            `${east.specialistsBefore} postings of specialists outside the year`,
          ),
        ]),
    say("extended", east.extended.length, `延期 ${east.extended.length} 人`, `${east.extended.length} extended`),
    say(
      "west_cadres",
      west.cadres.inYear,
      `西部选派挂职 ${west.cadres.inYear} 人`,
      `${west.cadres.inYear} western cadres`,
    ),
    say(
      "shadowing",
      west.shadowing,
      `跟岗学习 ${west.shadowing} 人（计入培训，不计挂职）`,
      `${west.shadowing} on short stays, counted with training`,
    ),
  ];
}
