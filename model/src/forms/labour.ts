import { labourCounts } from "../counting/labour-counts.js";
import { countLabour, type LabourJob } from "../counting/labour-persons.js";
import { type LabourEntry, LabourTally } from "../counting/labour-tally.js";
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
  withoutMissing,
} from "../tables/form-values.js";
import { squeezed } from "../tables/grid.js";
import {
  contextOfSheet,
  type FormContext,
  type ReadCell,
  type ReadRow,
  type RosterForm,
  type SheetCount,
  type SheetForm,
  type SheetRow,
  type SheetValue,
} from "../tables/sheet-form.js";

const IDENTITIES: readonly (readonly [RegExp, string])[] = [
  [/监测/u, "monitored"],
  [/脱贫|建档立卡/u, "relieved"],
  [/一般|非脱贫/u, "general"],
];
const SEXES: readonly (readonly [RegExp, string])[] = [
  [/男/u, "male"],
  [/女/u, "female"],
];
const WAYS: readonly (readonly [RegExp, string])[] = [
  [/有组织|组织|劳务公司|政府/u, "organised"],
  [/自主|自行|自己|自发/u, "self"],
];

/**
 * 务工花名册 (users.md, workbook L3). A person is the ID number, or name, village and telephone where it is damaged; a job is
 * employer and province. The same job of the same person twice is a duplicate and is not imported; the job that counts for
 * a person is marked `longest`.
 */
export const labourForm: SheetForm = {
  key: "labour_record",
  record: "labour_record",
  zh: "务工花名册",
  en: "labour roll",
  titles: /务工|劳务|就业.*(?:花名册|台账)/u,
  columns: [
    column("serial", "序号", "number", "text"),
    // As an exported ledger of several years says it.
    column("year", "年度", "year", "number", ["年份"]),
    column("township", "乡镇", "township", "text", ["镇", "乡（镇）", "所在乡镇"]),
    column("village", "村", "village", "text", ["行政村", "所在村", "村（社区）"]),
    column("village_group", "组", "group", "text", ["村民组", "小组"]),
    column("householder", "户主", "householder", "text", ["户主姓名"]),
    column("person_name", "姓名", "name", "text", ["务工人员姓名", "劳动力姓名"], { needed: true }),
    column("relation", "与户主关系", "relation", "text", ["与户主的关系"]),
    column("sex", "性别", "sex", "text"),
    column("id_number", "身份证号码", "ID number", "id_number", ["身份证号", "证件号码", "公民身份号码", "身份证"]),
    // A row that was sent back says which it was, whatever is put right in it.
    column("mark", "行标识", "row mark", "text"),
    column("id_state", "证件号情况", "state of the ID number", "text"),
    column("phone", "联系电话", "telephone", "digits", ["电话", "手机号码", "联系方式"]),
    column("identity", "人员类别", "identity", "text", ["户类型", "户属性", "身份类别"]),
    column("province", "省", "province", "text", ["务工地点>省", "务工省份"]),
    column("city", "市", "city", "text", ["务工地点>市"]),
    column("county", "县", "county", "text", ["务工地点>县", "务工地点>县（区）"]),
    column("work_place", "务工地点", "work place", "text", ["就业地点", "务工地"]),
    column("employer", "务工单位", "employer", "text", ["务工企业", "就业单位", "用工单位", "工作单位"]),
    column("employer_code", "用工单位信用代码", "employer's credit code", "credit_code", ["统一社会信用代码"]),
    column("employed_by", "务工方式", "employed by", "text", ["就业方式", "组织方式"]),
    column("started", "外出时间", "started", "date", ["务工开始时间", "外出务工时间"]),
    column("ended", "返乡时间", "ended", "date", ["务工结束时间"]),
    column("months", "月数", "months", "number", ["务工月数", "务工时间（月）", "累计月数"]),
    column("monthly_pay", "月均收入", "monthly pay", "money", ["月收入", "月工资", "月均工资"], { unit: "元" }),
    column("to_partner", "赴协作省", "to the paired province", "flag", ["赴协作省（√）", "是否赴协作省"]),
    column("note", "备注", "note", "text"),
  ],
  covers: ({ year, township }, { rows }) => namesTogether(rows, { year, township }),
  keysOf: (stored) => {
    const person = typeof stored.person_key === "string" ? stored.person_key : null;
    return person === null
      ? []
      : [jobKey(person, text(stored.employer), text(stored.work_province), text(stored.year))];
  },
  build(sheets, context) {
    const rows = sheets.flatMap((one) => {
      const own = contextOfSheet(context, one);
      return one.tables.flatMap((table) => table.rows.map((row) => labourRow(one.sheet, row, own)));
    });
    const jobs = rows.map(({ row, job }) => ({ ...job, id: lineId(row) }));
    const count = countLabour(jobs.filter((_, at) => rows[at]?.row.skip === null));
    const duplicates = new Map(count.duplicates.map(({ id, of }) => [id, of]));
    const firstOf = new Map(rows.map(({ row }) => [lineId(row), row]));
    const marked = rows.map(({ row }): SheetRow => {
      const of = duplicates.get(lineId(row));
      const first = of === undefined ? undefined : firstOf.get(of);
      if (first === undefined) {
        return { ...row, values: { ...row.values, longest: followed(count.longest.has(lineId(row))) } };
      }
      const line = String((first.rows[0] ?? 0) + 1);
      return {
        ...row,
        skip: {
          zh: `与“${first.sheet}”第 ${line} 行是同一人同一份工作，只计一次`,
          en: `the same person and job as row ${line} of “${first.sheet}”`,
        },
        findings: [
          ...row.findings,
          finding(
            "row/duplicate",
            { row: line, key: `${first.sheet}` },
            { sheet: row.sheet, place: { row: row.rows[0] ?? 0, column: 0 } },
          ),
        ],
      };
    });
    return { rows: marked, findings: [], counts: countsOf(count, rows) };
  },
  roster: rosterOf(),
  summaries: [
    {
      words: /赴.*(?:省|东部|协作)/u,
      money: false,
      of: ({ values }) => (values.to_partner?.value === true ? 1n : 0n),
    },
    { words: /人数|务工|人$/u, money: false, of: () => 1n },
  ],
};

/** A roll of any length: which job of a person counts is told by the whole file. */
function rosterOf(): RosterForm<LabourEntry> {
  return {
    row(sheet, row, context) {
      const { row: made, job, person, year, idState } = labourRow(sheet, row, context);
      const { job: part, identity, destination, months, started } = job;
      const [, mark] = made.keys;
      const marked = mark === undefined || !mark.includes("|") ? {} : { mark };
      const entry = { subject: person, part, year, idState, identity, destination, months, started, ...marked };
      return { row: made, entry };
    },
    tally: () => new LabourTally(),
    told: (_values, verdict) => ({ longest: verdict === 1 }),
    entryOf: (stored) =>
      typeof stored.person_key === "string"
        ? {
            subject: stored.person_key,
            part: yearlyWork(text(stored.employer), text(stored.work_province), text(stored.year)),
          }
        : null,
    about: ["year", "township"],
    twice: {
      zh: "与前面某一行是同一人同一份工作，只计一次",
      en: "the same person and job as a row before",
      askZh: "与前面某一行是同一人同一份工作，只计一次；确是两份工作的请写明用工单位。",
      askEn: "The same person and job as a row before: counted once. If it is another job, name its employer.",
    },
  };
}

interface Built {
  readonly row: SheetRow;
  /** Its person and its work within their year: each year counts anew. */
  readonly job: LabourJob;
  readonly person: string;
  readonly year: number;
  readonly idState: string;
}

function text(value: FieldValue | undefined): string {
  return typeof value === "string" ? squeezed(value) : "";
}

function jobKey(person: string, employer: string, province: string, year: string): string {
  return `${person}|${yearlyWork(employer, province, year)}`;
}

function yearlyWork(employer: string, province: string, year: string): string {
  return `${workKey(employer, province)}|${year}`;
}

function workKey(employer: string, province: string): string {
  return `${nameKey(employer)}|${provinceStem(province)}`;
}

/** 甲, 甲省, 甲省临海 are one province. */
function provinceStem(province: string): string {
  return squeezed(province).replace(/(?:省|市|自治区|壮族|回族|维吾尔).*$/u, "");
}

function labourRow(sheet: string, row: ReadRow, context: FormContext): Built {
  const cell = (key: string): ReadCell | undefined => row.cells.get(key);
  const said = (key: string) => text(cell(key)?.value ?? null);
  const id = cell("id_number");
  const idState = stateOfId(id, said("id_state"));
  const findings: Finding[] = [];
  const identity = dictionaryValue("population_class", cell("identity"), {
    context,
    sheet,
    findings,
    near: IDENTITIES,
  });
  const destination = destinationOf(said("province"), cell("to_partner")?.value === true, context);
  // A number that is wrong by a digit still is the number that the sheet uses; a lost one is nobody's.
  const whole = idState !== "damaged" && idState !== "missing" ? String(id?.value ?? "") : "";
  const person = context.personKey(whole === "" ? `${said("person_name")}|${said("village")}|${said("phone")}` : whole);
  const ownYear = /^(?:19|20)\d{2}$/u.exec(said("year"))?.[0];
  const year = ownYear ?? (context.year === null ? "" : String(context.year));
  const place = ["province", "city", "county"].map(said).filter((one) => one !== "");
  const key = jobKey(person, said("employer"), said("province"), year);
  const values: { [field: string]: SheetValue } = withoutMissing({
    year: ownYear !== undefined ? stated(cell("year"), ownYear) : year === "" ? null : followed(year),
    person_name: stated(cell("person_name")),
    person_key: followed(person),
    id_number: stated(id),
    id_state: followed(idState),
    phone: stated(cell("phone")),
    sex: stated(cell("sex"), codeIn(said("sex") || null, SEXES)),
    township: stated(cell("township")),
    village: stated(cell("village")),
    village_group: stated(cell("village_group")),
    householder: stated(cell("householder")),
    relation: stated(cell("relation")),
    employer: stated(cell("employer")),
    employer_code: stated(cell("employer_code")),
    note: stated(cell("note")),
    identity,
    destination: stated(cell("province") ?? cell("to_partner"), destination),
    to_partner: stated(cell("to_partner")),
    work_place:
      cell("work_place") === undefined && place.length > 0
        ? stated(cell("province"), place.join(""))
        : stated(cell("work_place")),
    work_province: stated(cell("province")),
    work_city: stated(cell("city")),
    work_county: stated(cell("county")),
    employed_by: stated(cell("employed_by"), codeIn(said("employed_by") || null, WAYS)),
    started: stated(cell("started")),
    ended: stated(cell("ended")),
    months: stated(cell("months")),
    monthly_pay: stated(cell("monthly_pay")),
    pay_printed: /[-~—至约]/u.test(cell("monthly_pay")?.printed ?? "")
      ? stated(cell("monthly_pay"), cell("monthly_pay")?.printed ?? null)
      : null,
  });
  const nameless = said("person_name") === "";
  return {
    row: {
      record: "labour_record",
      sheet,
      rows: [row.row],
      title: said("person_name"),
      keys: [key, ...(said("mark") === "" ? [] : [said("mark")])],
      values,
      findings,
      skip: nameless ? { zh: "没有姓名", en: "no name" } : null,
      needs: [],
    },
    job: {
      id: "",
      person: `${person}|${year}`,
      job: yearlyWork(said("employer"), said("province"), year),
      identity: (identity?.value ?? null) as LabourJob["identity"],
      destination: destination as LabourJob["destination"],
      months: typeof values.months?.value === "string" ? values.months.value : null,
      started: typeof values.started?.value === "string" ? values.started.value : null,
    },
    person,
    year: Number(year),
    idState,
  };
}

/** A number that was lost on its way in is told as lost by the ledger that was printed of it. */
function stateOfId(id: ReadCell | undefined, printed: string): string {
  if (id === undefined || id.detail.state === "missing") return /失真/u.test(printed) ? "damaged" : "missing";
  if (id.detail.damaged === true) return "damaged";
  if (typeof id.value === "string" && id.value.length === 15) return "short";
  return id.detail.warned === true ? "check" : "valid";
}

/** The paired eastern province by name or by its tick; the own province; else another region. Null where nothing is said. */
function destinationOf(province: string, ticked: boolean, { east, west }: FormContext): string | null {
  const stem = provinceStem(province);
  if (stem === "") return ticked ? "east" : null;
  if (stem === provinceStem(provinceOf(east?.path))) return "east";
  if (stem === provinceStem(provinceOf(west?.path))) return "local";
  return "other";
}

function provinceOf(path: string | undefined): string {
  return /^.+?(?:省|自治区|市)/u.exec(path ?? "")?.[0] ?? "";
}

function countsOf(count: ReturnType<typeof countLabour>, rows: readonly Built[]): SheetCount[] {
  const every = count.byEveryJob;
  return labourCounts({
    ...count,
    ...count.byDestination,
    duplicates: count.duplicates.length,
    years: new Set(rows.map(({ year }) => year)).size,
    lost: rows.filter(({ idState }) => idState === "damaged").length,
    everyEast: every.east,
    everyLocal: every.local,
    everyOther: every.other,
  });
}
