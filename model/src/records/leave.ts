import type { RecordDefinition } from "../record-definition.js";

/** 请销假: a posted person's leave: asked for, approved, and cancelled (销假) on coming back. Who is away on a day follows. */
export const leave: RecordDefinition = {
  name: "leave",
  zh: "请销假",
  en: "leave",
  keeping: "scoped",
  group: "talent",
  parent: { record: "talent_posting", field: "posting" },
  title: ["kind", "left_on"],
  order: { field: "left_on", descending: true },
  columns: ["posting", "kind", "left_on", "planned_back_on", "back_on", "approved_by"],
  fields: [
    { key: "posting", zh: "派驻人员", en: "posting", type: "reference", record: "talent_posting", required: true },
    {
      key: "kind",
      zh: "类别",
      en: "kind",
      type: "code",
      required: true,
      codes: [
        { code: "home", zh: "探亲假", en: "home leave" },
        { code: "annual", zh: "年休假", en: "annual leave" },
        { code: "sick", zh: "病假", en: "sick leave" },
        { code: "personal", zh: "事假", en: "personal leave" },
        { code: "business", zh: "公务外出", en: "on business" },
      ],
      headers: ["假别", "请假类别"],
    },
    { key: "left_on", zh: "离岗日期", en: "left on", type: "date", required: true, headers: ["请假起始"] },
    { key: "planned_back_on", zh: "应返岗日期", en: "back by", type: "date", headers: ["请假截止"] },
    { key: "back_on", zh: "销假日期", en: "back on", type: "date", headers: ["实际返岗"] },
    { key: "approved_by", zh: "批准人", en: "approved by", type: "text", headers: ["审批人"] },
    { key: "going_to", zh: "去向", en: "going to", type: "text" },
    { key: "note", zh: "备注", en: "note", type: "long_text", headers: ["说明"] },
  ],
};
