import { fromDictionary } from "../dictionary-codes.js";
import type { LifecycleStep, RecordDefinition } from "../record-definition.js";

const steps: readonly LifecycleStep[] = [
  { code: "draft", zh: "草稿", en: "draft", next: ["privacy_checked"] },
  {
    code: "privacy_checked",
    zh: "已作保密（隐私）审查",
    en: "privacy checked",
    next: ["published", "draft"],
    proof: { zh: "审查单", en: "review form" },
  },
  {
    code: "published",
    zh: "已发布",
    en: "published",
    next: ["objection", "closed"],
    proof: { zh: "张贴照片、网页截图", en: "photo of the posting, screenshot" },
    needs: ["start_date"],
  },
  {
    code: "objection",
    zh: "处理异议",
    en: "objection",
    next: ["published", "closed"],
    proof: { zh: "异议处理意见", en: "decision on objections" },
  },
  { code: "closed", zh: "期满", en: "closed", next: ["archived"], needs: ["end_date"] },
  { code: "archived", zh: "归档", en: "archived", next: [] },
];

/**
 * 公示公告: 公示 stands before (objections are taken, days are counted), 公告 after. County, township, village and the site have a list
 * each (users.md finding 30).
 */
export const notice: RecordDefinition = {
  name: "notice",
  zh: "公示公告",
  en: "notice",
  keeping: "scoped",
  group: "projects",
  title: ["subject"],
  order: { field: "start_date", descending: true },
  year: "start_date",
  columns: ["subject", "type", "level", "start_date", "end_date", "status"],
  fields: [
    {
      key: "subject",
      zh: "标题",
      en: "subject",
      type: "text",
      required: true,
      headers: ["公示内容", "公告内容", "事项"],
    },
    {
      key: "type",
      zh: "类型",
      en: "type",
      type: "code",
      required: true,
      codes: [
        { code: "before", zh: "公示（事前）", en: "before" },
        { code: "after", zh: "公告（事后）", en: "after" },
      ],
    },
    {
      key: "level",
      zh: "层级",
      en: "level",
      type: "code",
      required: true,
      codes: [
        { code: "county", zh: "县", en: "county" },
        { code: "township", zh: "乡镇", en: "township" },
        { code: "village", zh: "村", en: "village" },
        { code: "site", zh: "项目现场", en: "site" },
      ],
      headers: ["公示层级"],
    },
    { key: "project", zh: "项目", en: "project", type: "reference", record: "project" },
    { key: "start_date", zh: "开始日期", en: "start", type: "date", headers: ["公示时间", "起始时间"] },
    { key: "end_date", zh: "结束日期", en: "end", type: "date", headers: ["截止时间"] },
    {
      key: "period",
      zh: "公示期限",
      en: "period",
      type: "code",
      ...fromDictionary("notice_period"),
      headers: ["公示期"],
    },
    { key: "min_days", zh: "最少天数", en: "least days", type: "integer", unit: "天" },
    { key: "working_days", zh: "按工作日计", en: "counted in working days", type: "flag" },
    { key: "channel", zh: "公示渠道", en: "channel", type: "text", headers: ["公示方式", "网址"] },
    { key: "place", zh: "张贴地点", en: "place", type: "text", headers: ["公示地点"] },
    { key: "objections", zh: "异议情况", en: "objections", type: "long_text", headers: ["异议"] },
    { key: "hotline", zh: "监督电话", en: "hotline", type: "text", headers: ["举报电话"] },
    { key: "status", zh: "状态", en: "status", type: "code", required: true, codes: steps },
    { key: "note", zh: "备注", en: "note", type: "long_text", headers: ["说明"] },
  ],
  lifecycle: { field: "status", steps },
};
