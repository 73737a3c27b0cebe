import type { IndicatorDefinition } from "../counting/indicator-definition.js";
import { unchanged } from "../counting/single-version.js";

/** I 工作创新. */
export const innovation: readonly IndicatorDefinition[] = [
  {
    code: "I1",
    group: "I",
    zh: "典型经验被中央、国家部委、省推广",
    en: "practice adopted by the centre, ministries or the province",
    unit: "篇",
    kind: "flow",
    aggregation: "sum",
    versions: unchanged(["按刊发件计，注明采用层级", "by print, with the level"], ["刊发件", "the printed piece"]),
  },
];
