import { codeLists } from "../code-lists.js";
import type { RecordDefinition } from "../record-definition.js";

/**
 * 结对规模: a roster told in one sentence – two counts per type, one for each side, null where a side's number is not printed. Said
 * of several counties together it lives in the party that they have in common and enters no county's board (未分县).
 */
export const rosterCount: RecordDefinition = {
  name: "roster_count",
  zh: "结对规模",
  en: "roster count",
  keeping: "scoped",
  group: "pairing",
  title: ["name"],
  order: { field: "as_of", descending: true },
  columns: ["name", "east", "west", "as_of"],
  fields: [
    { key: "name", zh: "名称", en: "name", type: "text", required: true },
    {
      key: "east",
      zh: "东部数量",
      en: "east",
      type: "list",
      required: true,
      items: [
        { key: "type", zh: "类型", en: "type", codes: codeLists.partyType },
        { key: "count", zh: "数量", en: "count" },
        { key: "unit", zh: "单位", en: "unit" },
      ],
    },
    {
      key: "west",
      zh: "西部数量",
      en: "west",
      type: "list",
      required: true,
      items: [
        { key: "type", zh: "类型", en: "type", codes: codeLists.partyType },
        { key: "count", zh: "数量", en: "count" },
        { key: "unit", zh: "单位", en: "unit" },
      ],
    },
    {
      key: "counted",
      zh: "计数口径",
      en: "counted",
      type: "code",
      codes: [
        { code: "distinct", zh: "去重", en: "distinct" },
        { code: "mentions", zh: "按次", en: "mentions" },
      ],
    },
    { key: "as_of", zh: "截至", en: "as of", type: "date" },
    { key: "regions", zh: "涉及地区", en: "said of", type: "texts" },
  ],
};
