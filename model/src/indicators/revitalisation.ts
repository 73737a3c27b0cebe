import type { IndicatorDefinition } from "../counting/indicator-definition.js";
import { unchanged } from "../counting/single-version.js";

/** H 促进乡村振兴、巩固: villages and who gains from projects. People of several projects are never added as people. */
export const revitalisation: readonly IndicatorDefinition[] = [
  {
    code: "H1",
    group: "H",
    zh: "打造乡村振兴示范村",
    en: "model villages",
    unit: "个",
    kind: "stock",
    aggregation: "last",
    said: /示范村/,
    versions: unchanged(
      ["截止日在建和已验收的示范村，按村计", "villages under way or accepted"],
      ["实施方案、验收", "plan, acceptance"],
    ),
  },
  {
    code: "H2",
    group: "H",
    zh: "支持国家重点帮扶县、易地搬迁安置区项目",
    en: "projects for key counties and resettlement sites",
    unit: "个",
    kind: "flow",
    aggregation: "sum",
    versions: unchanged(
      ["本年度计划中标注的项目", "projects marked so in the year's plan"],
      ["项目计划", "project plan"],
    ),
  },
  {
    code: "H2a",
    group: "H",
    zh: "支持国家重点帮扶县、易地搬迁安置区资金",
    en: "money for key counties and resettlement sites",
    unit: "万元",
    kind: "flow",
    aggregation: "sum",
    versions: unchanged(
      ["本年度计划中标注项目的协作资金（省市、区县、县以下）", "cooperation money of the projects marked so"],
      ["项目计划", "project plan"],
    ),
  },
  {
    code: "H3",
    group: "H",
    zh: "项目受益户",
    en: "households that gain",
    unit: "户",
    kind: "flow",
    aggregation: "sum",
    versions: unchanged(
      [
        "按项目登记的受益户次；同一户受益于几个项目会重复，不作为户数",
        "per project; a household in two projects is told twice",
      ],
      ["受益清单", "list of households"],
      {
        basis: "inferred",
      },
    ),
  },
  {
    code: "H3a",
    group: "H",
    zh: "项目受益人次",
    en: "people that gain, by project",
    unit: "人次",
    kind: "flow",
    aggregation: "sum",
    versions: unchanged(
      [
        "按项目登记的受益人口；同一人受益于几个项目会重复，不作为人数",
        "per project; a person in two projects is told twice",
      ],
      ["受益清单", "list of households"],
      { basis: "inferred" },
    ),
  },
];
