import type { LifecycleStep, RecordDefinition } from "../record-definition.js";

const steps: readonly LifecycleStep[] = [
  { code: "drafted", zh: "拟订", en: "drafted", next: ["checked"] },
  { code: "checked", zh: "已清点", en: "checked", next: ["signed", "drafted"] },
  { code: "signed", zh: "已签字", en: "signed", next: [], proof: { zh: "交接单", en: "handover form" } },
];

/**
 * 交接: what one clerk hands to the next – what is open, what was agreed by telephone (a note on a number).
 */
export const handover: RecordDefinition = {
  name: "handover",
  zh: "工作交接",
  en: "handover",
  keeping: "scoped",
  group: "files",
  title: ["title"],
  order: { field: "handed_on", descending: true },
  columns: ["title", "giver_name", "taker_name", "handed_on", "status"],
  fields: [
    { key: "title", zh: "交接事项", en: "title", type: "text", required: true, headers: ["名称"] },
    { key: "giver_name", zh: "移交人", en: "handed over by", type: "text", headers: ["交接人"] },
    { key: "taker_name", zh: "接收人", en: "taken over by", type: "text", headers: ["接手人"] },
    { key: "witness", zh: "监交人", en: "witness", type: "text" },
    { key: "handed_on", zh: "交接日期", en: "handed over on", type: "date", headers: ["交接时间"] },
    {
      key: "open_items",
      zh: "未办结事项",
      en: "open items",
      type: "list",
      items: [
        { key: "item", zh: "事项", en: "item" },
        { key: "unit", zh: "对方单位", en: "unit" },
        { key: "agreed", zh: "口头约定", en: "agreed by word" },
        { key: "due", zh: "时限", en: "due" },
      ],
    },
    { key: "materials", zh: "移交材料", en: "materials", type: "long_text", headers: ["材料清单"] },
    { key: "status", zh: "状态", en: "status", type: "code", required: true, codes: steps },
    { key: "note", zh: "备注", en: "note", type: "long_text", headers: ["说明"] },
  ],
  lifecycle: { field: "status", steps },
};
