import type { RecordDefinition } from "../record-definition.js";

/**
 * 项目进度: how far a project was on a day, as dispatch meetings (调度会) hear it. The project's own columns hold the last one.
 */
export const projectProgress: RecordDefinition = {
  name: "project_progress",
  zh: "项目进度",
  en: "project progress",
  keeping: "scoped",
  group: "projects",
  parent: { record: "project", field: "project" },
  title: ["text", "as_of"],
  order: { field: "as_of", descending: true },
  columns: ["project", "as_of", "percent", "text", "problems"],
  fields: [
    { key: "project", zh: "项目", en: "project", type: "reference", required: true, record: "project" },
    { key: "as_of", zh: "截至日期", en: "as of", type: "date", required: true, headers: ["截至时间", "填报时间"] },
    {
      key: "percent",
      zh: "形象进度（%）",
      en: "progress in percent",
      type: "decimal",
      unit: "%",
      headers: ["进度", "完成比例"],
    },
    { key: "text", zh: "形象进度", en: "progress", type: "text", headers: ["进展情况", "目前进展"] },
    { key: "problems", zh: "存在问题", en: "problems", type: "long_text", headers: ["问题", "困难"] },
    { key: "reporter", zh: "填报人", en: "reported by", type: "text" },
    { key: "place", zh: "拍摄地点", en: "place of the photo", type: "text" },
  ],
};
