import type { IndicatorDefinition } from "../counting/indicator-definition.js";
import { unchanged } from "../counting/single-version.js";

const PAPERS = ["结对协议、活动记录", "agreement, record of acts"] as const;
const RULE = [
  "截止日有效的结对，按对计；东西两侧单位数另列，多对多不相乘",
  "pairings that hold on the day; both sides are counted apart",
] as const;

const pairs = (code: string, zh: string, en: string): IndicatorDefinition => ({
  code,
  group: "G",
  zh,
  en,
  unit: "对",
  kind: "stock",
  aggregation: "last",
  ...(code === "G1" ? { said: /结对/ } : { parent: "G1" }),
  versions: unchanged(RULE, PAPERS),
});

/** G 区域协作、社会动员: many-to-many pairings, told by pairs and by the units of each side. */
export const regional: readonly IndicatorDefinition[] = [
  pairs("G1", "结对关系", "pairings"),
  pairs("G1a", "其中：乡镇（街道）", "of which towns"),
  pairs("G1b", "其中：村（社区）", "of which villages"),
  pairs("G1c", "其中：学校", "of which schools"),
  pairs("G1d", "其中：医院", "of which hospitals"),
  pairs("G2", "其中：企业结对", "of which enterprises"),
  pairs("G2a", "其中：社会组织结对", "of which social organisations"),
  {
    code: "G3",
    group: "G",
    zh: "部门间协作协议、区域合作协议",
    en: "agreements of departments and regions",
    unit: "份",
    kind: "flow",
    aggregation: "sum",
    versions: unchanged(["本年度签订", "signed this year"], ["协议", "agreement"], { basis: "inferred" }),
  },
];
