import { MONTHS, YEARS } from "../integer-range.js";
import type { RecordDefinition } from "../record-definition.js";

/**
 * 抽查核实: a sample of a ledger's rows drawn by a seed (种子), so that who draws it again with the same seed gets the same rows
 * as long as the ledger is the same.
 */
export const spotCheck: RecordDefinition = {
  name: "spot_check",
  zh: "抽查核实",
  en: "spot check",
  keeping: "scoped",
  group: "indicators",
  title: ["title"],
  order: { field: "drawn_on", descending: true },
  columns: ["title", "indicator", "year", "month", "sample", "population", "drawn_on"],
  fields: [
    { key: "title", zh: "抽查名称", en: "title", type: "text", required: true },
    { key: "indicator", zh: "指标", en: "indicator", type: "text", required: true },
    { key: "year", zh: "年度", en: "year", type: "integer", range: YEARS, required: true },
    { key: "month", zh: "月份", en: "month", type: "integer", range: MONTHS, required: true },
    { key: "seed", zh: "抽样种子", en: "seed", type: "text", required: true },
    { key: "population", zh: "总体", en: "population", type: "integer", required: true },
    { key: "sample", zh: "样本", en: "sample", type: "integer", required: true },
    { key: "drawn_on", zh: "抽取日期", en: "drawn on", type: "date", required: true },
    { key: "drawn_by", zh: "抽取人", en: "drawn by", type: "text" },
    { key: "drawn_office", zh: "抽取单位", en: "drawn by the office", type: "text" },
    // What it was drawn from can be asked for again: the ledger as of this link of its chain.
    { key: "head_seq", zh: "抽取时台账版本", en: "ledger version drawn from", type: "integer" },
    { key: "head_hash", zh: "抽取时台账链头", en: "head of the chain drawn from", type: "text" },
    { key: "drawn_account", zh: "抽取账号", en: "account that drew", type: "identifier", inner: true },
    { key: "drawn_role", zh: "抽取人身份", en: "role that drew", type: "text", inner: true },
    { key: "note", zh: "备注", en: "note", type: "long_text", headers: ["说明"] },
  ],
};
