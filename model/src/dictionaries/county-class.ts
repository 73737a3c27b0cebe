import type { DictionaryDefinition } from "../dictionary.js";

/** 县类型: which county is of which class in which years stands with the region; both lists are designated anew from 2026. */
export const countyClass: DictionaryDefinition = {
  name: "county_class",
  zh: "县类型",
  en: "class of county",
  open: true,
  entries: [
    {
      code: "national_key",
      from: 2021,
      to: null,
      zh: "国家乡村振兴重点帮扶县",
      en: "national key county",
      successor: null,
      source: "乡村振兴重点帮扶县名单；2026年起重新认定",
    },
    {
      code: "provincial_key",
      from: 2021,
      to: null,
      zh: "省级乡村振兴重点帮扶县",
      en: "provincial key county",
      successor: null,
      source: "乡村振兴重点帮扶县名单；2026年起重新认定",
    },
    {
      code: "other_relieved",
      from: 2021,
      to: null,
      zh: "其他脱贫县",
      en: "other relieved county",
      successor: null,
      source: "脱贫县名单",
    },
    {
      code: "poor",
      from: null,
      to: 2020,
      zh: "国家级贫困县",
      en: "poor county",
      successor: null,
      source: "2020年底前：贫困县名单",
    },
  ],
};
