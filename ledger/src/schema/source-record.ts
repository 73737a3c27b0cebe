import type { RecordDefinition } from "@shanhai/model";

/**
 * Sources (出处) are kept like any record: versions, digests, past. What they quote is marked personal, so that it
 * enters digests under a salt and can be erased. They are written beside the rows that they support (`sources` of a
 * command), never by a change of their own.
 */
export const SOURCE_RECORD: RecordDefinition = {
  name: "source",
  zh: "出处",
  en: "Source",
  keeping: "scoped",
  group: "files",
  title: ["field"],
  order: { field: "field", descending: false },
  columns: ["field", "quote"],
  fields: [
    { key: "record", zh: "台账", en: "Record", type: "text", required: true },
    { key: "record_id", zh: "条目", en: "Row", type: "reference", required: true },
    { key: "field", zh: "要素", en: "Field", type: "text", required: true },
    { key: "value", zh: "值", en: "Value", type: "list", personal: true },
    {
      key: "side",
      zh: "口径方",
      en: "Side",
      type: "code",
      codes: [
        { code: "east", zh: "东部", en: "East" },
        { code: "west", zh: "西部", en: "West" },
      ],
    },
    { key: "chosen", zh: "采用", en: "Chosen", type: "flag", required: true },
    { key: "fact_id", zh: "要素编号", en: "Fact", type: "text" },
    { key: "document_id", zh: "材料", en: "Document", type: "reference" },
    { key: "place", zh: "位置", en: "Place", type: "list", personal: true },
    { key: "quote", zh: "原文", en: "Quote", type: "long_text", personal: true },
  ],
};
