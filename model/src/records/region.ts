import { codeLists } from "../code-lists.js";
import { fromDictionary } from "../dictionary-codes.js";
import type { RecordDefinition } from "../record-definition.js";

/**
 * 行政区划: a province, city, county, town, village or functional zone (功能区, no code). Reference data; which code was valid
 * in which year comes with the region table.
 */
export const region: RecordDefinition = {
  name: "region",
  zh: "行政区划",
  en: "region",
  keeping: "reference",
  group: "basics",
  title: ["path"],
  alsoFound: ["former_names"],
  order: { field: "path", descending: false, sound: "words" },
  columns: ["path", "adcode", "level", "side"],
  fields: [
    { key: "path", zh: "全称", en: "full path", type: "text", required: true, headers: ["地区", "行政区划"] },
    { key: "name", zh: "名称", en: "name", type: "text", required: true },
    { key: "former_names", zh: "曾用名", en: "former names", type: "texts" },
    { key: "adcode", zh: "区划代码", en: "region code", type: "text", headers: ["行政区划代码", "代码"] },
    {
      key: "level",
      zh: "层级",
      en: "level",
      type: "code",
      codes: [
        { code: "province", zh: "省级", en: "province" },
        { code: "city", zh: "市（州）级", en: "city" },
        { code: "county", zh: "县级", en: "county" },
        { code: "township", zh: "镇街", en: "township" },
        { code: "village", zh: "村（社区）", en: "village" },
        { code: "zone", zh: "功能区", en: "functional zone" },
      ],
    },
    { key: "parent", zh: "上级", en: "part of", type: "reference", record: "region" },
    { key: "is_zone", zh: "是否功能区", en: "functional zone", type: "flag" },
    {
      key: "county_classes",
      zh: "县类型（按年度）",
      en: "class of county, by years",
      type: "list",
      items: [
        { key: "class", zh: "县类型", en: "class", ...fromDictionary("county_class") },
        { key: "from_year", zh: "起始年度", en: "from" },
        { key: "to_year", zh: "截止年度", en: "to" },
        { key: "source", zh: "依据", en: "source" },
      ],
    },
    { key: "valid_from", zh: "设立日期", en: "valid from", type: "date" },
    { key: "valid_to", zh: "撤销日期", en: "valid to", type: "date" },
    { key: "successor", zh: "沿用地区", en: "successor", type: "reference", record: "region" },
    { key: "side", zh: "东西部", en: "side", type: "code", codes: codeLists.side },
  ],
};
