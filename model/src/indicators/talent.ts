import type { IndicatorDefinition } from "../counting/indicator-definition.js";
import { unchanged } from "../counting/single-version.js";

const PAPERS = ["选派函、任职文件、鉴定表", "letter of posting, appointment, appraisal"] as const;

/** C 人才支援: people in post and people taught. 跟岗 is neither a posting of cadres nor of specialists: it counts as training. */
export const talent: readonly IndicatorDefinition[] = [
  {
    code: "C1",
    group: "C",
    zh: "东部选派党政干部挂职（年内）",
    en: "eastern cadres posted, in the year",
    unit: "人",
    kind: "flow",
    aggregation: "distinct",
    said: /党政干部/,
    versions: unchanged(["本年度内在岗过的人数，一人计一次", "persons in post at any time of the year"], PAPERS),
  },
  {
    code: "C1a",
    group: "C",
    zh: "其中：截止日在岗",
    en: "of which in post on the day",
    unit: "人",
    kind: "stock",
    aggregation: "last",
    parent: "C1",
    versions: unchanged(["截止日在岗的东部党政干部", "in post on the day"], PAPERS),
  },
  {
    code: "C2",
    group: "C",
    zh: "西部选派党政干部挂职（年内）",
    en: "western cadres posted, in the year",
    unit: "人",
    kind: "flow",
    aggregation: "distinct",
    versions: unchanged(
      ["本年度内到东部挂职的人数；跟岗学习不计", "persons in post in the year; shadowing does not count"],
      PAPERS,
    ),
  },
  {
    code: "C3",
    group: "C",
    zh: "专业技术人才选派（双向）",
    en: "specialists posted, both directions",
    unit: "人",
    kind: "flow",
    aggregation: "distinct",
    said: /(?:专业技术|专技)人才/,
    versions: unchanged(
      [
        "本年度内在岗过的专业技术人才，一人计一次；延期、跨批次不重复",
        "persons in post in the year; an extension is not a second person",
      ],
      PAPERS,
    ),
  },
  {
    code: "C3a",
    group: "C",
    zh: "专业技术人才选派人次",
    en: "postings of specialists",
    unit: "人次",
    kind: "flow",
    aggregation: "sum",
    versions: unchanged(
      ["本年度内在岗过的选派，每批次一人计一次；不与人数相加", "postings in the year; never added to persons"],
      PAPERS,
    ),
  },
  {
    code: "C4",
    group: "C",
    zh: "组团式帮扶人数",
    en: "people posted as teams",
    unit: "人",
    kind: "flow",
    aggregation: "distinct",
    versions: unchanged(
      ["组团式帮扶学校、医院的选派人员，一人计一次", "persons posted in teams to schools and hospitals"],
      ["派驻文件", "order of posting"],
    ),
  },
  {
    code: "C4a",
    group: "C",
    zh: "组团式帮扶学校",
    en: "schools helped by teams",
    unit: "所",
    kind: "flow",
    aggregation: "distinct",
    versions: unchanged(
      [
        "本年度内有组团式选派教育人才在岗的学校，一校计一次",
        "schools with a team of teachers in post in the year, each once",
      ],
      ["派驻文件", "order of posting"],
    ),
  },
  {
    code: "C4b",
    group: "C",
    zh: "组团式帮扶医院",
    en: "hospitals helped by teams",
    unit: "所",
    kind: "flow",
    aggregation: "distinct",
    versions: unchanged(
      [
        "本年度内有组团式选派医疗人才在岗的医院，一院计一次",
        "hospitals with a team of doctors in post in the year, each once",
      ],
      ["派驻文件", "order of posting"],
    ),
  },
  {
    code: "C5",
    group: "C",
    zh: "干部人才培训期数",
    en: "training classes",
    unit: "期",
    kind: "flow",
    aggregation: "sum",
    versions: unchanged(["按班次计", "by class"], ["办班通知、签到、照片", "notice, attendance, photographs"]),
  },
  {
    code: "C5a",
    group: "C",
    zh: "干部人才培训人次",
    en: "people trained",
    unit: "人次",
    kind: "flow",
    aggregation: "sum",
    said: /培训[^，。]{0,6}人次/,
    versions: unchanged(
      ["按签到人次计；跟岗学习计入", "by attendance; shadowing counts here"],
      ["签到、花名册", "attendance, roster"],
    ),
  },
];
