import type { RecordDefinition } from "@shanhai/model";

/**
 * 佐证材料: a file that proves a row or one value of it. Not the source (出处) of the value: a report of a newspaper is the source
 * of much and the proof (C) of little. Two days: when the paper was formed and when it was collected; most is collected in
 * November and nothing is said of that. The file's name is private, like the words of a document. Written by
 * `evidence/attach-proof.ts` only, after the secrecy door.
 */
export const PROOF_RECORD: RecordDefinition = {
  name: "proof",
  zh: "佐证材料",
  en: "Proof",
  keeping: "scoped",
  group: "files",
  title: ["strength"],
  order: { field: "file_hash", descending: false },
  columns: ["name", "strength", "formed", "collected"],
  fields: [
    { key: "record", zh: "台账", en: "Record", type: "text", required: true },
    { key: "record_id", zh: "条目", en: "Row", type: "identifier", required: true },
    { key: "field", zh: "要素", en: "Field", type: "text" },
    { key: "file_hash", zh: "文件校验值", en: "SHA-256 of the bytes", type: "text", required: true },
    { key: "look", zh: "照片特征", en: "How a photograph looks", type: "text" },
    { key: "name", zh: "文件名", en: "File name", type: "text", personal: true },
    { key: "size", zh: "大小", en: "Size", type: "integer", unit: "字节", required: true },
    {
      key: "strength",
      zh: "证明力",
      en: "Strength",
      type: "code",
      required: true,
      codes: [
        { code: "A", zh: "文件、凭证", en: "Paper or voucher" },
        { code: "B", zh: "名单、签到、照片", en: "List or photo" },
        { code: "C", zh: "报道", en: "Press" },
      ],
    },
    { key: "formed", zh: "形成日期", en: "Formed on", type: "date" },
    { key: "collected", zh: "收集日期", en: "Collected on", type: "date" },
    { key: "mark", zh: "密级标注", en: "Mark", type: "text" },
    { key: "note", zh: "说明", en: "Note", type: "text" },
  ],
};
