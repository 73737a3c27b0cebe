import { codeLists } from "../code-lists.js";
import type { RecordDefinition } from "../record-definition.js";

/**
 * 结对双方: one east party × one west party at the level where they work; its id is the id of the scope that their rows live
 * in. Finer relations (towns, schools, hospitals) are `pairing` rows inside it. Each speaker's statement of the beginning is
 * kept (过去三年多来 by the host, 第三个年头 by the guest); `began` is the one chosen.
 */
export const pair: RecordDefinition = {
  name: "pair",
  zh: "结对双方",
  en: "pair",
  keeping: "reference",
  group: "pairing",
  title: ["label"],
  order: { field: "label", descending: false, sound: "words" },
  columns: ["label", "east", "west", "began"],
  fields: [
    { key: "label", zh: "结对双方", en: "pair", type: "text", required: true, headers: ["协作双方"] },
    {
      key: "east",
      zh: "东部主体",
      en: "east party",
      type: "reference",
      record: "party",
      required: true,
      headers: ["帮扶方"],
    },
    {
      key: "west",
      zh: "西部主体",
      en: "west party",
      type: "reference",
      record: "party",
      required: true,
      headers: ["受援方"],
    },
    { key: "east_type", zh: "东部类型", en: "east type", type: "code", codes: codeLists.partyType },
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
    { key: "began", zh: "结对起始", en: "began", type: "date", headers: ["起始时间"] },
    { key: "until", zh: "结对截止", en: "until", type: "date", headers: ["截止时间"] },
  ],
};
