import type { LifecycleStep, RecordDefinition } from "../record-definition.js";

const steps: readonly LifecycleStep[] = [
  { code: "draft", zh: "拟稿", en: "draft", next: ["issued"] },
  {
    code: "issued",
    zh: "已发（已收）",
    en: "issued",
    next: ["answered", "filed"],
    proof: { zh: "盖章函件", en: "stamped letter" },
    needs: ["dated"],
  },
  { code: "answered", zh: "已复", en: "answered", next: ["filed"], proof: { zh: "复函", en: "letter of reply" } },
  { code: "filed", zh: "归档", en: "filed", next: [] },
];

/**
 * 函件: letters between the two sides – 来访函, 商请函, 确认函. West asks an eastern office by letter and never urges it.
 */
export const letter: RecordDefinition = {
  name: "letter",
  zh: "函件",
  en: "letter",
  keeping: "scoped",
  group: "files",
  title: ["title"],
  order: { field: "dated", descending: true },
  columns: ["title", "kind", "doc_no", "direction", "dated", "status"],
  fields: [
    { key: "title", zh: "标题", en: "title", type: "text", required: true, headers: ["函件标题", "事由"] },
    {
      key: "kind",
      zh: "类型",
      en: "kind",
      type: "code",
      codes: [
        { code: "visit", zh: "来访函", en: "visit" },
        { code: "request", zh: "商请函", en: "request" },
        { code: "confirmation", zh: "确认函", en: "confirmation" },
        { code: "reply", zh: "复函", en: "reply" },
        { code: "thanks", zh: "感谢信", en: "thanks" },
        { code: "other", zh: "其他", en: "other" },
      ],
      headers: ["函件类型"],
    },
    {
      key: "direction",
      zh: "方向",
      en: "direction",
      type: "code",
      codes: [
        { code: "received", zh: "来函", en: "received" },
        { code: "sent", zh: "去函", en: "sent" },
      ],
      headers: ["收发"],
    },
    { key: "doc_no", zh: "文号", en: "document number", type: "text", headers: ["发文字号", "来文字号"] },
    { key: "sender", zh: "发函单位", en: "sender", type: "text", headers: ["来文单位", "发文单位"] },
    { key: "receiver", zh: "收函单位", en: "receiver", type: "text", headers: ["主送单位"] },
    { key: "dated", zh: "日期", en: "dated", type: "date", headers: ["成文日期", "来函日期", "发函日期"] },
    { key: "content", zh: "主要内容", en: "content", type: "long_text", headers: ["内容摘要"] },
    { key: "answers", zh: "所答来函", en: "answers", type: "reference", record: "letter" },
    { key: "visit", zh: "对应互访", en: "visit", type: "reference", record: "visit" },
    { key: "status", zh: "状态", en: "status", type: "code", required: true, codes: steps },
    { key: "note", zh: "备注", en: "note", type: "long_text", headers: ["说明"] },
  ],
  lifecycle: { field: "status", steps },
};
