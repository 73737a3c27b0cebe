import type { LifecycleStep } from "./record-definition.js";

/**
 * 立项 → 交办 → 催办 → 反馈 → 办结 → 销号, with 延期 and 终止 beside them. What a step cannot do without is in `needs`; the paper
 * that proves it is asked for, never demanded.
 */
export const taskSteps: readonly LifecycleStep[] = [
  { code: "established", zh: "立项", en: "established", next: ["assigned", "dropped"] },
  {
    code: "assigned",
    zh: "交办",
    en: "assigned",
    next: ["urged", "reported", "deferred", "dropped"],
    proof: { zh: "交办通知（任务分解表）", en: "notice of assignment (breakdown of tasks)" },
    needs: ["owner_name", "due"],
    day: "assigned_on",
  },
  {
    code: "urged",
    zh: "催办",
    en: "urged",
    next: ["reported", "deferred", "dropped"],
    proof: { zh: "催办单", en: "reminder form" },
    day: "urged_on",
  },
  {
    code: "reported",
    zh: "反馈",
    en: "reported",
    next: ["urged", "done", "deferred", "dropped"],
    proof: { zh: "反馈材料", en: "the unit's report back" },
    needs: ["progress"],
    day: "reported_on",
  },
  {
    code: "done",
    zh: "办结",
    en: "done",
    next: ["closed", "reported"],
    proof: { zh: "办结佐证材料", en: "proof of completion" },
    needs: ["progress"],
    day: "done_on",
  },
  {
    code: "closed",
    zh: "销号",
    en: "closed",
    next: ["reported"],
    proof: { zh: "销号单", en: "closing form" },
    day: "closed_on",
  },
  {
    code: "deferred",
    zh: "延期",
    en: "deferred",
    next: ["assigned", "urged", "reported", "dropped"],
    proof: { zh: "延期批准", en: "approval of the extension" },
    needs: ["due", "lag_cause"],
  },
  {
    code: "dropped",
    zh: "终止",
    en: "dropped",
    next: ["established"],
    proof: { zh: "终止说明", en: "note on the termination" },
    needs: ["lag_cause"],
  },
];

/** What the other side is told of an item that is over: 办结 and 销号 are one to it. */
export const taskEnds = { done: "done", closed: "done", dropped: "dropped" } as const;

/**
 * The same way for each unit of a task (四个单位四种状态). Unit and time limit are the task's own, and of the days a unit has
 * that of its report.
 */
export const taskUnitSteps: readonly LifecycleStep[] = taskSteps.map(({ needs, day, ...step }) => {
  const own = needs?.filter((field) => field !== "owner_name" && field !== "due") ?? [];
  return {
    ...step,
    ...(own.length === 0 ? {} : { needs: own }),
    ...(day === "reported_on" ? { day } : {}),
  };
});
