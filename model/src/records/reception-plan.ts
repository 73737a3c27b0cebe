import type { LifecycleStep, RecordDefinition } from "../record-definition.js";

const steps: readonly LifecycleStep[] = [
  { code: "draft", zh: "拟订", en: "draft", next: ["approved"] },
  {
    code: "approved",
    zh: "已审定",
    en: "approved",
    next: ["held", "draft"],
    proof: { zh: "接待方案", en: "reception plan" },
  },
  {
    code: "held",
    zh: "已举行",
    en: "held",
    next: ["archived"],
    proof: { zh: "签到、照片", en: "sign-in list, photos" },
  },
  { code: "archived", zh: "归档", en: "archived", next: [] },
];

/**
 * 接待（出访）行程: who comes when and is shown what; contacts and phones are private.
 */
export const receptionPlan: RecordDefinition = {
  name: "reception_plan",
  zh: "接待行程",
  en: "reception plan",
  keeping: "scoped",
  group: "leadership",
  title: ["title"],
  order: { field: "start_date", descending: true },
  columns: ["title", "start_date", "guests", "headcount", "status"],
  fields: [
    { key: "title", zh: "名称", en: "title", type: "text", required: true, headers: ["活动名称", "接待任务"] },
    { key: "visit", zh: "对应互访", en: "visit", type: "reference", record: "visit" },
    { key: "letter", zh: "来访函", en: "letter", type: "reference", record: "letter" },
    { key: "start_date", zh: "开始日期", en: "start", type: "date", headers: ["时间", "来访时间"] },
    { key: "end_date", zh: "结束日期", en: "end", type: "date" },
    { key: "guests", zh: "来访单位", en: "guests", type: "text", headers: ["来访方"] },
    { key: "headcount", zh: "人数", en: "headcount", type: "integer", unit: "人" },
    { key: "host", zh: "接待单位", en: "host", type: "text" },
    {
      key: "itinerary",
      zh: "行程安排",
      en: "itinerary",
      type: "list",
      items: [
        { key: "time", zh: "时间", en: "time" },
        { key: "place", zh: "地点", en: "place" },
        { key: "activity", zh: "活动", en: "activity" },
        { key: "people", zh: "陪同人员", en: "people" },
      ],
    },
    { key: "stops", zh: "点位", en: "stops", type: "references", record: "project", headers: ["考察点"] },
    { key: "contact", zh: "联系人", en: "contact", type: "text", personal: true },
    { key: "phone", zh: "联系电话", en: "phone", type: "text", personal: true },
    { key: "status", zh: "状态", en: "status", type: "code", required: true, codes: steps },
    { key: "note", zh: "备注", en: "note", type: "long_text", headers: ["说明"] },
  ],
  lifecycle: { field: "status", steps },
};
