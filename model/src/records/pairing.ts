import { codeLists } from "../code-lists.js";
import { YEARS } from "../integer-range.js";
import type { RecordDefinition } from "../record-definition.js";

/**
 * 结对关系: a finer relation inside a pair – town with town, firm with village, school with school (结对名册). It lives in the
 * pair above it; the two sides may be of different types.
 */
export const pairing: RecordDefinition = {
  name: "pairing",
  zh: "结对关系",
  en: "pairing",
  keeping: "scoped",
  group: "pairing",
  title: ["label"],
  order: { field: "label", descending: false, sound: "words" },
  columns: ["label", "east_type", "west_type", "began", "until"],
  fields: [
    { key: "label", zh: "结对关系", en: "pairing", type: "text", required: true },
    {
      key: "east",
      zh: "东部单位",
      en: "east party",
      type: "reference",
      record: "party",
      required: true,
      headers: ["帮扶方"],
    },
    {
      key: "west",
      zh: "西部单位",
      en: "west party",
      type: "reference",
      record: "party",
      required: true,
      headers: ["受帮扶方"],
    },
    {
      key: "east_type",
      zh: "东部类型",
      en: "east type",
      type: "code",
      codes: codeLists.partyType,
      headers: ["单位类型"],
    },
    { key: "west_type", zh: "西部类型", en: "west type", type: "code", codes: codeLists.partyType },
    { key: "party_group", zh: "所属组团", en: "group", type: "reference", record: "party" },
    {
      key: "since",
      zh: "起始说法",
      en: "statements of the beginning",
      type: "list",
      items: [
        { key: "statement", zh: "原文说法", en: "as printed" },
        { key: "from", zh: "折算起始", en: "from" },
        { key: "inferred", zh: "是否推算", en: "inferred" },
        { key: "speaker", zh: "说明人", en: "speaker" },
        { key: "side", zh: "东西部", en: "side", codes: codeLists.side },
      ],
    },
    { key: "began", zh: "起始时间", en: "began", type: "date", headers: ["签约时间"] },
    { key: "until", zh: "截止时间", en: "until", type: "date" },
    { key: "east_contact", zh: "东部联系人", en: "eastern contact", type: "text", personal: true, headers: ["联系人"] },
    { key: "east_phone", zh: "东部联系电话", en: "eastern phone", type: "text", personal: true, headers: ["电话"] },
    { key: "west_contact", zh: "西部联系人", en: "western contact", type: "text", personal: true },
    { key: "west_phone", zh: "西部联系电话", en: "western phone", type: "text", personal: true },
    { key: "signed_on", zh: "签约时间", en: "signed on", type: "date", headers: ["签约时间", "签订日期"] },
    { key: "term", zh: "起止年限", en: "term as printed", type: "text", headers: ["起止时间", "帮扶年限"] },
    { key: "agreement_no", zh: "协议编号", en: "agreement number", type: "text", headers: ["协议名称及编号"] },
    { key: "fund", zh: "帮扶资金", en: "funds", type: "money", unit: "元", headers: ["帮扶资金（万元）", "资金"] },
    { key: "goods", zh: "帮扶物资", en: "goods", type: "text", headers: ["物资"] },
    {
      key: "goods_value",
      zh: "物资折款",
      en: "value of goods",
      type: "money",
      unit: "元",
      headers: ["物资折款（万元）"],
    },
    {
      key: "content",
      zh: "实质性帮扶内容",
      en: "substantive help",
      type: "long_text",
      headers: ["帮扶内容", "本年帮扶内容"],
    },
    { key: "year", zh: "年度", en: "year", type: "integer", range: YEARS, headers: ["年份"] },
    { key: "note", zh: "备注", en: "note", type: "long_text", headers: ["说明"] },
  ],
};
