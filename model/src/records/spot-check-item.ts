import type { RecordDefinition } from "../record-definition.js";

/** 抽查对象: one drawn row and what the telephone or the visit found. 未接 is not 不符: it stays out of the rate. */
export const spotCheckItem: RecordDefinition = {
  name: "spot_check_item",
  zh: "抽查对象",
  en: "row of a spot check",
  keeping: "scoped",
  group: "indicators",
  parent: { record: "spot_check", field: "spot_check" },
  title: ["number"],
  order: { field: "number", descending: false },
  columns: ["spot_check", "number", "record", "result", "checked_on"],
  fields: [
    { key: "spot_check", zh: "抽查", en: "spot check", type: "reference", record: "spot_check", required: true },
    { key: "number", zh: "序号", en: "number", type: "integer", required: true },
    { key: "record", zh: "台账", en: "ledger", type: "text", required: true },
    { key: "row_id", zh: "台账行", en: "row", type: "identifier", required: true },
    {
      key: "result",
      zh: "核查结果",
      en: "result",
      type: "code",
      codes: [
        { code: "true", zh: "属实", en: "true" },
        { code: "false", zh: "不符", en: "not so" },
        { code: "dead_number", zh: "空号", en: "dead number" },
        { code: "unreached", zh: "未接", en: "not reached" },
      ],
    },
    { key: "checked_on", zh: "核查日期", en: "checked on", type: "date" },
    { key: "checked_by", zh: "核查人", en: "checked by", type: "text" },
    { key: "note", zh: "备注", en: "note", type: "long_text", headers: ["说明"] },
  ],
};
