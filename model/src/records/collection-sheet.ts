import type { LifecycleStep, RecordDefinition } from "../record-definition.js";

const steps: readonly LifecycleStep[] = [
  { code: "waiting", zh: "未报", en: "waiting", next: ["returned"] },
  { code: "returned", zh: "已报待审", en: "returned", next: ["accepted", "sent_back"] },
  { code: "accepted", zh: "已采用", en: "accepted", next: ["sent_back"] },
  { code: "sent_back", zh: "已退回", en: "sent back", next: ["returned"] },
];

/**
 * 收表: one unit's workbook of a collection; `task_id` stands hidden in the workbook and tells whose it is.
 */
export const collectionSheet: RecordDefinition = {
  name: "collection_sheet",
  zh: "收表",
  en: "collected sheet",
  keeping: "scoped",
  group: "indicators",
  parent: { record: "collection", field: "collection" },
  title: ["unit_name"],
  order: { field: "unit_name", descending: false },
  columns: ["unit_name", "status", "returned_on", "faults"],
  fields: [
    { key: "collection", zh: "收表任务", en: "collection", type: "reference", required: true, record: "collection" },
    { key: "unit_name", zh: "填报单位", en: "unit", type: "text", required: true },
    { key: "unit", zh: "单位", en: "organisation", type: "reference", record: "organisation" },
    { key: "task_id", zh: "表内编号", en: "number in the workbook", type: "text", required: true },
    { key: "indicators", zh: "填报指标", en: "indicators", type: "texts" },
    { key: "status", zh: "状态", en: "status", type: "code", required: true, codes: steps },
    { key: "issued_on", zh: "发表日期", en: "issued on", type: "date" },
    { key: "returned_on", zh: "报回日期", en: "returned on", type: "date" },
    { key: "urged_on", zh: "最近催报", en: "last urged on", type: "date" },
    { key: "file_name", zh: "文件名", en: "file name", type: "text" },
    { key: "file_hash", zh: "文件校验值", en: "file hash", type: "text" },
    { key: "faults", zh: "问题数", en: "faults", type: "integer" },
    {
      key: "fault_list",
      zh: "问题",
      en: "list of faults",
      type: "list",
      items: [
        { key: "cell", zh: "单元格", en: "cell" },
        { key: "zh", zh: "问题", en: "fault in Chinese" },
        { key: "en", zh: "问题（英文）", en: "fault in English" },
      ],
    },
    { key: "note", zh: "备注", en: "note", type: "long_text", headers: ["说明"] },
  ],
  lifecycle: { field: "status", steps },
};
