import {
  CALENDAR_YEAR,
  type IndicatorDefinition,
  type IndicatorVersion,
  SCHOOL_YEAR,
} from "../counting/indicator-definition.js";
import { NATIONAL_CUT_OFF, unchanged } from "../counting/single-version.js";

const ROSTER = { zh: "实名台账、合同或社保、电话核查", en: "real-name roster, contract or insurance, telephone check" };

/** Until 2022 announcements counted 人次, from 2023 人: the two do not continue each other (G9). */
function byPerson(zh: string, en: string): readonly IndicatorVersion[] {
  const same = { window: CALENDAR_YEAR, cutOff: NATIONAL_CUT_OFF, evidence: ROSTER, basis: "inferred" as const };
  return [
    {
      ...same,
      version: 1,
      from: 2021,
      to: 2022,
      unit: "人次",
      measure: "jobs",
      rule: { zh: `${zh}；按人次计，一人两份工计两次`, en: `${en}; person-times, two jobs are two` },
    },
    {
      ...same,
      version: 2,
      from: 2023,
      to: null,
      rule: {
        zh: `${zh}；按人计，一人多份工只计时间最长（相同取最近）的一份`,
        en: `${en}; persons, by the longest (else latest) job`,
      },
    },
  ];
}

/** E 劳务协作. A person is counted once by the longest job, so that E1a + E1b + E1c = E1. */
export const labour: readonly IndicatorDefinition[] = [
  {
    code: "E1",
    group: "E",
    zh: "帮助农村劳动力就业",
    en: "rural workers helped to jobs",
    unit: "人",
    kind: "flow",
    aggregation: "distinct",
    said: /(?:帮助|转移)[^，。]{0,8}就业/,
    versions: byPerson("本年度在岗的实名人员", "named persons at work in the year"),
  },
  {
    code: "E1r",
    group: "E",
    zh: "其中：脱贫劳动力（含监测对象）",
    en: "of which relieved or monitored",
    unit: "人",
    kind: "flow",
    aggregation: "distinct",
    parent: "E1",
    versions: byPerson("其中脱贫户、监测对象", "relieved and monitored among them"),
  },
  {
    code: "E1a",
    group: "E",
    zh: "其中：赴协作东部省份就业",
    en: "of which in the eastern province",
    unit: "人",
    kind: "flow",
    aggregation: "distinct",
    parent: "E1",
    versions: byPerson("工作地在协作东部省份", "working in the paired eastern province"),
  },
  {
    code: "E1b",
    group: "E",
    zh: "其中：省内就地就近就业",
    en: "of which near home",
    unit: "人",
    kind: "flow",
    aggregation: "distinct",
    parent: "E1",
    versions: byPerson("工作地在本省", "working in the home province"),
  },
  {
    code: "E1c",
    group: "E",
    zh: "其中：到其他地区就业",
    en: "of which elsewhere",
    unit: "人",
    kind: "flow",
    aggregation: "distinct",
    parent: "E1",
    versions: byPerson("工作地在其他地区", "working elsewhere"),
  },
  {
    code: "E1d",
    group: "E",
    zh: "就业人次",
    en: "jobs held",
    unit: "人次",
    kind: "flow",
    aggregation: "sum",
    versions: unchanged(
      ["一人多份工分别计；不与人数相加", "each job counts; never added to persons"],
      [ROSTER.zh, ROSTER.en],
    ),
  },
  {
    code: "E2",
    group: "E",
    zh: "就业技能培训期数",
    en: "skill classes",
    unit: "期",
    kind: "flow",
    aggregation: "sum",
    versions: unchanged(["按班次计", "by class"], ["办班通知、花名册", "notice, roster"]),
  },
  {
    code: "E2a",
    group: "E",
    zh: "就业技能培训人次",
    en: "people in skill classes",
    unit: "人次",
    kind: "flow",
    aggregation: "sum",
    versions: unchanged(["按花名册人次计", "by roster"], ["花名册", "roster"]),
  },
  {
    code: "E3",
    group: "E",
    zh: "劳务协作站点",
    en: "labour stations",
    unit: "个",
    kind: "stock",
    aggregation: "last",
    said: /劳务(?:协作)?站/,
    versions: unchanged(["截止日存量", "stock on the day"], ["挂牌文件", "approval of the station"]),
  },
  {
    code: "E3a",
    group: "E",
    zh: "劳务品牌",
    en: "labour brands",
    unit: "个",
    kind: "stock",
    aggregation: "last",
    versions: unchanged(["截止日存量", "stock on the day"], ["认定文件", "certificate"]),
  },
  {
    code: "E4",
    group: "E",
    zh: "招收脱贫家庭学生到东部职校",
    en: "students taken by eastern vocational schools",
    unit: "人",
    kind: "flow",
    aggregation: "sum",
    versions: unchanged(
      ["按学年计，秋季入学计入当年", "by school year, of the year of its autumn"],
      ["录取名册", "list of admissions"],
      {
        window: SCHOOL_YEAR,
        cutOff: null,
      },
    ),
  },
];
