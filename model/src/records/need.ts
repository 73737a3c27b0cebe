import { codeLists } from "../code-lists.js";
import type { LifecycleStep, RecordDefinition } from "../record-definition.js";

const steps: readonly LifecycleStep[] = [
  { code: "open", zh: "未回应", en: "open", next: ["answered", "declined", "closed"] },
  {
    code: "answered",
    zh: "已回应",
    en: "answered",
    next: ["open", "closed"],
    proof: { zh: "答复函、纪要", en: "letter of reply, minutes" },
  },
  {
    code: "declined",
    zh: "不予支持",
    en: "declined",
    next: ["open", "closed"],
    proof: { zh: "答复函", en: "letter of reply" },
  },
  {
    code: "closed",
    zh: "办结",
    en: "closed",
    next: ["open"],
    proof: { zh: "落实情况说明", en: "note of what was done" },
  },
];

/**
 * 需求事项（所需）: what one side asks of the other. Answers are rows of their own, n to m; a need without one stands in the asking
 * side's own list of 未回应 and nowhere else (users.md §3.1).
 */
export const need: RecordDefinition = {
  name: "need",
  zh: "需求",
  en: "need",
  keeping: "scoped",
  group: "followup",
  title: ["text"],
  order: { field: "raised_on", descending: true },
  columns: ["text", "side", "field", "raised_on", "status"],
  fields: [
    {
      key: "text",
      zh: "需求内容",
      en: "text",
      type: "long_text",
      required: true,
      headers: ["需求事项", "提请支持事项", "所需", "需求"],
    },
    {
      key: "side",
      zh: "提出方",
      en: "raised by",
      type: "code",
      required: true,
      codes: codeLists.side,
      headers: ["提出单位所在方"],
    },
    { key: "field", zh: "协作领域", en: "field", type: "code", codes: codeLists.field, headers: ["领域", "类别"] },
    { key: "raised_on", zh: "提出日期", en: "raised on", type: "date", headers: ["提出时间", "日期"] },
    { key: "raised_by", zh: "提出单位", en: "raised by unit", type: "text", headers: ["需求单位", "单位"] },
    { key: "quantity", zh: "数量", en: "quantity", type: "decimal" },
    { key: "unit", zh: "计量单位", en: "unit", type: "text", headers: ["单位（计量）"] },
    { key: "status", zh: "状态", en: "status", type: "code", required: true, codes: steps, headers: ["办理情况"] },
    { key: "statement", zh: "来自表态", en: "from statement", type: "reference", record: "statement" },
    { key: "note", zh: "备注", en: "note", type: "long_text", headers: ["说明"] },
  ],
  lifecycle: { field: "status", steps },
};
