import { fromDictionary } from "../dictionary-codes.js";
import { YEARS } from "../integer-range.js";
import type { RecordDefinition } from "../record-definition.js";

/**
 * 资金来源: one sum that somebody gives in a year (省级、区县级、县以下结对、社会帮扶), under its local name. What is said of several
 * counties together is one row in the party's scope and enters no county's board. Its way is told by `fund_tranche` rows.
 */
export const fundSource: RecordDefinition = {
  name: "fund_source",
  zh: "资金来源",
  en: "source of funds",
  keeping: "scoped",
  group: "funds",
  title: ["local_name", "giver_name"],
  order: { field: "year", descending: true },
  year: "year",
  columns: ["giver_name", "giver_level", "kind", "year", "amount", "doc_no"],
  fields: [
    { key: "giver", zh: "出资方", en: "giver", type: "reference", record: "party" },
    {
      key: "giver_name",
      zh: "出资方（原文）",
      en: "giver as printed",
      type: "text",
      required: true,
      headers: ["出资单位", "资金来源", "援助方"],
    },
    {
      key: "giver_level",
      zh: "出资层级",
      en: "giver's level",
      type: "code",
      required: true,
      codes: [
        { code: "province", zh: "省（市）级", en: "province" },
        { code: "city", zh: "市级", en: "city" },
        { code: "county", zh: "区县级", en: "county" },
        { code: "township", zh: "镇街", en: "township" },
        { code: "village", zh: "村（社区）", en: "village" },
        { code: "department", zh: "部门", en: "department" },
        { code: "society", zh: "社会", en: "society" },
      ],
      headers: ["层级", "级次"],
    },
    {
      key: "kind",
      zh: "资金类别",
      en: "kind",
      type: "code",
      required: true,
      ...fromDictionary("fund_kind"),
      namedBy: "local_name",
      headers: ["资金类型", "资金性质"],
    },
    { key: "local_name", zh: "资金名称", en: "local name", type: "text", headers: ["资金名称", "项目资金名称"] },
    {
      key: "year",
      zh: "年度",
      en: "year",
      type: "integer",
      range: YEARS,
      required: true,
      headers: ["年份", "资金年度"],
    },
    {
      key: "amount",
      zh: "金额",
      en: "amount",
      type: "money",
      unit: "元",
      headers: ["资金额度", "资金（万元）", "金额（万元）"],
    },
    { key: "approx", zh: "约数", en: "approximate", type: "flag" },
    { key: "regions", zh: "涉及地区（未分县）", en: "regions said of, unsplit", type: "texts" },
    { key: "doc_no", zh: "文号", en: "document number", type: "text", headers: ["指标文号", "下达文号", "文号"] },
    { key: "note", zh: "备注", en: "note", type: "long_text", headers: ["说明"] },
  ],
};
