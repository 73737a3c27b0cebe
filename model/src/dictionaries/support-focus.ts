import type { DictionaryDefinition } from "../dictionary.js";

/** 重点支持对象 of a project: what the year's plan asks to be supported first. */
export const supportFocus: DictionaryDefinition = {
  name: "support_focus",
  zh: "重点支持对象",
  en: "what is supported first",
  open: true,
  entries: [
    {
      code: "key_county",
      from: 2021,
      to: null,
      zh: "国家乡村振兴重点帮扶县",
      en: "national key county",
      successor: null,
      source: "年度协议、项目计划的通行要求",
    },
    {
      code: "resettlement",
      from: null,
      to: null,
      zh: "易地搬迁安置区",
      en: "resettlement site",
      successor: null,
      source: "年度协议、项目计划的通行要求",
    },
  ],
};
