import { codeLists } from "../code-lists.js";
import type { RecordDefinition } from "../record-definition.js";

/**
 * 参加人员: who took part in a visit, or in a meeting outside any visit, with the post as printed there. `named` is somebody whom
 * the page mentions in it without saying that he took part.
 */
export const attendance: RecordDefinition = {
  name: "attendance",
  zh: "参加人员",
  en: "attendance",
  keeping: "scoped",
  group: "leadership",
  parent: { record: "visit", field: "visit" },
  title: ["name", "title"],
  order: { field: "position", descending: false },
  columns: ["name", "title", "side", "part"],
  fields: [
    { key: "visit", zh: "互访", en: "visit", type: "reference", record: "visit" },
    { key: "meeting", zh: "会议", en: "meeting", type: "reference", record: "meeting" },
    { key: "person", zh: "人员", en: "person", type: "reference", record: "person", required: true },
    { key: "position", zh: "顺序", en: "position", type: "integer", required: true },
    { key: "name", zh: "姓名", en: "name", type: "text", required: true },
    { key: "title", zh: "职务（原文）", en: "post as printed", type: "text" },
    { key: "side", zh: "东西部", en: "side", type: "code", codes: codeLists.side },
    {
      key: "part",
      zh: "参与方式",
      en: "part",
      type: "code",
      required: true,
      codes: [
        { code: "attended", zh: "出席", en: "attended" },
        { code: "named", zh: "提及", en: "named" },
      ],
    },
  ],
};
