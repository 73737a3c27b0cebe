import { codeLists } from "../code-lists.js";
import type { RecordDefinition } from "../record-definition.js";

/**
 * 领导批示: what a leader of one's own side wrote on a paper. It makes a task with that origin (领8); the words stay here as written.
 */
export const instruction: RecordDefinition = {
  name: "instruction",
  zh: "领导批示",
  en: "leader's instruction",
  keeping: "scoped",
  group: "followup",
  title: ["text"],
  order: { field: "on", descending: true },
  columns: ["text", "leader_name", "on", "side"],
  fields: [
    { key: "text", zh: "批示内容", en: "text", type: "long_text", required: true, headers: ["批示", "批示意见"] },
    { key: "leader", zh: "批示领导", en: "leader", type: "reference", record: "person" },
    {
      key: "leader_name",
      zh: "批示领导（姓名、职务）",
      en: "leader as printed",
      type: "text",
      required: true,
      headers: ["领导", "批示人"],
    },
    { key: "on", zh: "批示日期", en: "given on", type: "date", headers: ["批示时间", "日期"] },
    { key: "document", zh: "所批文件", en: "on which document", type: "text", headers: ["文件标题", "来文标题"] },
    { key: "doc_no", zh: "文号", en: "document number", type: "text", headers: ["来文字号"] },
    { key: "side", zh: "东西部", en: "side", type: "code", required: true, codes: codeLists.side },
    { key: "note", zh: "备注", en: "note", type: "long_text", headers: ["说明"] },
  ],
};
