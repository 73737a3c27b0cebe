import type { RecordDefinition } from "../record-definition.js";
import { taskEnds, taskSteps, taskUnitSteps } from "../task-steps.js";

/**
 * 任务责任单位: a duty that names four units is four states (users.md §3.6: 四部门关心关爱); the task's overall state follows from them.
 */
export const taskUnit: RecordDefinition = {
  name: "task_unit",
  zh: "任务责任单位",
  en: "unit of a task",
  keeping: "scoped",
  group: "followup",
  parent: { record: "task", field: "task" },
  title: ["name"],
  order: { field: "name", descending: false },
  columns: ["name", "lead", "status", "reported_on"],
  fields: [
    { key: "task", zh: "任务", en: "task", type: "reference", required: true, record: "task" },
    { key: "organisation", zh: "单位", en: "organisation", type: "reference", record: "organisation" },
    {
      key: "name",
      zh: "单位（原文）",
      en: "unit as printed",
      type: "text",
      required: true,
      headers: ["单位", "责任单位"],
    },
    { key: "lead", zh: "牵头", en: "leads", type: "flag" },
    { key: "status", zh: "办理状态", en: "status", type: "code", required: true, codes: taskSteps },
    { key: "reported_on", zh: "反馈日期", en: "reported on", type: "date" },
    { key: "progress", zh: "进展情况", en: "progress", type: "long_text" },
    { key: "lag_cause", zh: "滞后原因", en: "cause of delay", type: "text" },
    { key: "note", zh: "备注", en: "note", type: "long_text", headers: ["说明"] },
  ],
  lifecycle: { field: "status", steps: taskUnitSteps },
  otherSide: {
    side: "side",
    of: "parent",
    state: "status",
    ended: taskEnds,
    hides: ["reported_on", "progress", "lag_cause", "note"],
  },
};
