import { codeLists } from "../code-lists.js";
import type { RecordDefinition } from "../record-definition.js";
import { taskEnds, taskSteps } from "../task-steps.js";

/**
 * 任务（督办事项）: the only thing that can be late. It comes from minutes, an agreement, an instruction or by hand; it has a unit
 * (责任单位, never a leader's name) and a time limit. The tree 规划→计划→方案→项目→责任人 is told by plan, project and parent. What the
 * other side owes is kept here too and never shown as late (users.md finding 10).
 */
export const task: RecordDefinition = {
  name: "task",
  zh: "督办事项",
  en: "task",
  keeping: "scoped",
  group: "followup",
  title: ["title"],
  order: { field: "due", descending: false },
  columns: ["title", "origin", "owner_name", "due", "status", "side"],
  fields: [
    {
      key: "title",
      zh: "事项",
      en: "title",
      type: "text",
      required: true,
      headers: ["任务", "督办事项", "议定事项", "工作任务", "任务名称"],
    },
    { key: "item_no", zh: "编号", en: "number", type: "text", headers: ["序号", "事项编号"] },
    {
      key: "origin",
      zh: "来源",
      en: "origin",
      type: "code",
      required: true,
      codes: [
        { code: "minutes", zh: "会议纪要", en: "minutes" },
        { code: "agreement", zh: "协议", en: "agreement" },
        { code: "instruction", zh: "领导批示", en: "instruction" },
        { code: "manual", zh: "直接交办", en: "manual" },
      ],
      headers: ["事项来源"],
    },
    { key: "statement", zh: "议定事项", en: "item agreed", type: "reference", record: "statement" },
    { key: "instruction", zh: "领导批示", en: "instruction", type: "reference", record: "instruction" },
    { key: "agreement", zh: "协议", en: "agreement", type: "reference", record: "agreement" },
    { key: "parent", zh: "上级任务", en: "part of", type: "reference", record: "task" },
    { key: "plan", zh: "所属规划计划", en: "plan", type: "reference", record: "plan" },
    { key: "project", zh: "对应项目", en: "project", type: "reference", record: "project" },
    { key: "side", zh: "责任方", en: "whose task", type: "code", required: true, codes: codeLists.side },
    { key: "owner", zh: "责任单位", en: "owner", type: "reference", record: "organisation" },
    {
      key: "owner_name",
      zh: "责任单位（原文）",
      en: "owner as printed",
      type: "text",
      headers: ["责任单位", "牵头单位", "承办单位", "主办单位"],
    },
    {
      key: "co_owners",
      zh: "配合单位",
      en: "units that help",
      type: "texts",
      headers: ["配合单位", "协办单位", "配合部门"],
    },
    { key: "responsible", zh: "责任人", en: "person responsible", type: "text", headers: ["责任人", "责任领导"] },
    { key: "due", zh: "办结时限", en: "due", type: "date", headers: ["时限", "完成时限", "办结时间", "完成时间"] },
    { key: "quantity", zh: "数量", en: "quantity", type: "decimal" },
    { key: "unit", zh: "计量单位", en: "unit", type: "text" },
    {
      key: "status",
      zh: "办理状态",
      en: "status",
      type: "code",
      required: true,
      codes: taskSteps,
      headers: ["状态", "办理情况", "进展"],
    },
    { key: "assigned_on", zh: "交办日期", en: "assigned on", type: "date", headers: ["交办时间"] },
    { key: "urged_on", zh: "最近催办", en: "last urged on", type: "date" },
    { key: "reported_on", zh: "反馈日期", en: "reported on", type: "date", headers: ["反馈时间"] },
    { key: "done_on", zh: "办结日期", en: "done on", type: "date" },
    { key: "closed_on", zh: "销号日期", en: "closed on", type: "date", headers: ["销号时间"] },
    {
      key: "lag_cause",
      zh: "滞后（延期）原因",
      en: "cause of delay",
      type: "text",
      headers: ["滞后原因", "存在问题", "未完成原因"],
    },
    { key: "needs_coordination", zh: "需领导协调", en: "needs coordination", type: "flag" },
    {
      key: "coordination",
      zh: "需协调事项",
      en: "what to coordinate",
      type: "text",
      headers: ["需协调事项", "需领导协调事项"],
    },
    { key: "progress", zh: "进展情况", en: "progress", type: "long_text", headers: ["进展", "工作进展", "落实情况"] },
    { key: "note", zh: "备注", en: "note", type: "long_text", headers: ["说明"] },
  ],
  lifecycle: { field: "status", steps: taskSteps },
  otherSide: {
    side: "side",
    of: "row",
    state: "status",
    ended: taskEnds,
    hides: [
      ...["responsible", "assigned_on", "urged_on", "reported_on", "done_on", "closed_on"],
      ...["lag_cause", "needs_coordination", "coordination", "progress", "note"],
    ],
  },
};
