import { fromDictionary } from "../dictionary-codes.js";
import type { LifecycleStep, RecordDefinition } from "../record-definition.js";

const steps: readonly LifecycleStep[] = [
  {
    code: "normal",
    zh: "正常",
    en: "normal",
    next: ["pending", "cleared"],
    proof: { zh: "认定文件", en: "paper of recognition" },
  },
  {
    code: "pending",
    zh: "待处置",
    en: "pending",
    next: ["normal", "cleared"],
    proof: { zh: "核查记录", en: "inspection record" },
  },
  {
    code: "cleared",
    zh: "清理",
    en: "cleared",
    next: ["normal"],
    proof: { zh: "清理文件", en: "paper of clearing out" },
  },
];

/**
 * 帮扶车间（乡村就业工厂）: certified by a list; thresholds differ by province and year and are no codes.
 */
export const workshop: RecordDefinition = {
  name: "workshop",
  zh: "帮扶车间",
  en: "workshop",
  keeping: "scoped",
  group: "industry",
  title: ["name"],
  order: { field: "name", descending: false, sound: "words" },
  year: "certified_on",
  columns: ["name", "type", "township", "status", "jobs", "relieved_jobs"],
  fields: [
    {
      key: "name",
      zh: "车间名称",
      en: "name",
      type: "text",
      required: true,
      headers: ["帮扶车间名称", "车间", "工厂名称"],
    },
    {
      key: "type",
      zh: "车间类型",
      en: "type",
      type: "code",
      ...fromDictionary("workshop_type"),
      headers: ["类型"],
    },
    { key: "operator", zh: "经营主体", en: "operator", type: "text", headers: ["企业名称", "经营单位"] },
    { key: "operator_code", zh: "统一社会信用代码", en: "credit code", type: "text", headers: ["信用代码"] },
    { key: "township", zh: "乡镇", en: "township", type: "text" },
    { key: "village", zh: "村", en: "village", type: "text" },
    { key: "east_built", zh: "援建", en: "built with eastern funds", type: "flag", headers: ["是否援建"] },
    { key: "certified_on", zh: "认定日期", en: "certified on", type: "date", headers: ["认定时间"] },
    { key: "certificate_no", zh: "认定文号", en: "certificate", type: "text", headers: ["认定文件"] },
    { key: "jobs", zh: "吸纳就业", en: "jobs", type: "integer", unit: "人", headers: ["吸纳就业人数", "务工人数"] },
    {
      key: "relieved_jobs",
      zh: "其中脱贫人口",
      en: "jobs of relieved people",
      type: "integer",
      unit: "人",
      headers: ["其中脱贫人口就业", "脱贫人口"],
    },
    { key: "status", zh: "状态", en: "status", type: "code", required: true, codes: steps, headers: ["运行状态"] },
    { key: "note", zh: "备注", en: "note", type: "long_text", headers: ["说明"] },
  ],
  lifecycle: { field: "status", steps },
};
