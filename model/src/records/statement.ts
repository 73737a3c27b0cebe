import { codeLists } from "../code-lists.js";
import type { RecordDefinition } from "../record-definition.js";

/**
 * 表态: what a side says it wants (所需) or will do (所能). 表态 is not 议定 is not 任务: a statement waits to be broken down
 * (待分解) and is never late, whatever date it names; only a task with a unit and a time limit can be. Each owner named keeps its
 * own state later (users.md §3: one duty, four units and an open end).
 */
export const statement: RecordDefinition = {
  name: "statement",
  zh: "表态",
  en: "statement",
  keeping: "scoped",
  group: "followup",
  title: ["text"],
  order: { field: "said_on", descending: true },
  columns: ["text", "act", "grade", "side", "speaker", "state"],
  fields: [
    { key: "text", zh: "内容", en: "text", type: "long_text", required: true },
    {
      key: "act",
      zh: "类别",
      en: "act",
      type: "code",
      required: true,
      codes: [
        { code: "ask", zh: "需求事项（所需）", en: "ask" },
        { code: "pledge", zh: "拟支持事项（所能）", en: "pledge" },
        { code: "decision", zh: "议定事项", en: "decision" },
      ],
    },
    {
      key: "grade",
      zh: "效力",
      en: "grade",
      type: "code",
      required: true,
      codes: [
        { code: "statement", zh: "表态", en: "statement" },
        { code: "agreed", zh: "议定", en: "agreed" },
        { code: "discussed", zh: "会商（初步磋商）", en: "discussed" },
      ],
    },
    { key: "side", zh: "表态方", en: "side", type: "code", codes: codeLists.sideOrBoth },
    { key: "speaker", zh: "表态人（原文）", en: "speaker as printed", type: "text" },
    { key: "said_on", zh: "日期", en: "said on", type: "date" },
    { key: "meeting", zh: "所在会议", en: "at meeting", type: "reference", record: "meeting" },
    { key: "visit", zh: "所在互访", en: "during visit", type: "reference", record: "visit" },
    { key: "fields", zh: "协作领域", en: "fields", type: "texts", codes: codeLists.field },
    {
      key: "owners",
      zh: "责任单位",
      en: "owners",
      type: "list",
      items: [
        { key: "name", zh: "单位", en: "unit" },
        { key: "state", zh: "状态", en: "state" },
      ],
    },
    { key: "quantity", zh: "数量", en: "quantity", type: "decimal" },
    { key: "quantity_unit", zh: "数量单位", en: "unit of quantity", type: "text" },
    { key: "due", zh: "提及时限", en: "time named", type: "date" },
    { key: "answers", zh: "回应的需求", en: "asks it answers", type: "references", record: "statement" },
    { key: "regions", zh: "涉及地区", en: "said of", type: "texts" },
    {
      key: "state",
      zh: "状态",
      en: "state",
      type: "code",
      required: true,
      codes: [
        { code: "open", zh: "待分解", en: "to be broken down" },
        { code: "broken_down", zh: "已分解", en: "broken down" },
        { code: "kept", zh: "留存（不分解）", en: "kept as said" },
        { code: "fulfilled", zh: "已兑现", en: "fulfilled" },
      ],
    },
    {
      key: "fulfilled_by",
      zh: "兑现的互访",
      en: "fulfilled by visit",
      type: "reference",
      record: "visit",
      within: "fulfilled_in",
    },
    { key: "fulfilled_in", zh: "互访所在结对", en: "pair of that visit", type: "reference", record: "pair" },
  ],
  lifecycle: {
    field: "state",
    steps: [
      { code: "open", zh: "待分解", en: "to be broken down", next: ["broken_down", "kept", "fulfilled"] },
      {
        code: "broken_down",
        zh: "已分解",
        en: "broken down",
        next: ["open"],
        proof: { zh: "任务分解表", en: "breakdown of tasks" },
      },
      { code: "kept", zh: "留存（不分解）", en: "kept as said", next: ["open", "fulfilled"] },
      { code: "fulfilled", zh: "已兑现", en: "fulfilled", next: ["open"], needs: ["fulfilled_by"] },
    ],
  },
};
