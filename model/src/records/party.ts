import { codeLists } from "../code-lists.js";
import type { RecordDefinition } from "../record-definition.js";

/**
 * 协作主体: who cooperates – a region, an organisation or a group (组团: Dongguan has towns and no counties). A party's id is
 * also the id of its scope. Members of a group change over the years, so each has its own days.
 */
export const party: RecordDefinition = {
  name: "party",
  zh: "协作主体",
  en: "party",
  keeping: "reference",
  group: "basics",
  title: ["path"],
  alsoFound: ["former_names"],
  order: { field: "path", descending: false, sound: "words" },
  columns: ["path", "kind", "side", "adcode"],
  fields: [
    { key: "path", zh: "全称", en: "full name", type: "text", required: true, headers: ["东部单位", "西部单位"] },
    { key: "name", zh: "名称", en: "name", type: "text", required: true },
    { key: "former_names", zh: "曾用名", en: "former names", type: "texts" },
    {
      key: "kind",
      zh: "主体类别",
      en: "kind",
      type: "code",
      required: true,
      codes: [
        { code: "region", zh: "地区", en: "region" },
        { code: "organisation", zh: "单位", en: "organisation" },
        { code: "group", zh: "组团", en: "group" },
      ],
    },
    { key: "adcode", zh: "区划代码", en: "region code", type: "text" },
    { key: "side", zh: "东西部", en: "side", type: "code", codes: codeLists.side },
    { key: "region", zh: "地区", en: "region", type: "reference", record: "region" },
    { key: "organisation", zh: "单位", en: "organisation", type: "reference", record: "organisation" },
    {
      key: "members",
      zh: "组团成员",
      en: "members",
      type: "list",
      items: [
        { key: "party", zh: "成员", en: "member" },
        { key: "from", zh: "起", en: "from" },
        { key: "to", zh: "止", en: "to" },
      ],
    },
  ],
};
