import type { DictionaryAlias, DictionaryDefinition } from "../dictionary.js";

/** 人员类别: 其中 of E1 and E4 counts by these codes; what they are called changes with the years. */
export const populationClass: DictionaryDefinition = {
  name: "population_class",
  zh: "人员类别",
  en: "class of person",
  open: false,
  entries: [
    {
      code: "relieved",
      from: null,
      to: 2020,
      zh: "建档立卡贫困户",
      en: "registered poor household",
      successor: null,
      source: "2020年底前：建档立卡",
    },
    {
      code: "relieved",
      from: 2021,
      to: null,
      zh: "脱贫户",
      en: "relieved household",
      successor: null,
      source: "过渡期（2021—2025年）口径；之后有序退出",
    },
    {
      code: "monitored",
      from: null,
      to: 2025,
      zh: "监测对象",
      en: "monitored household",
      successor: null,
      source: "过渡期（2021—2025年）防止返贫监测口径",
    },
    {
      code: "monitored",
      from: 2026,
      to: null,
      zh: "防止返贫致贫对象",
      en: "household kept from falling into poverty",
      successor: null,
      source: "2026年中央一号文件：常态化精准帮扶",
    },
    {
      code: "general",
      from: null,
      to: null,
      zh: "一般户",
      en: "general household",
      successor: null,
      source: "务工台账通行分类",
    },
  ],
  aliases: [
    everywhere("建档立卡户", "relieved"),
    everywhere("脱贫人口", "relieved"),
    everywhere("脱贫不稳定户", "monitored"),
    everywhere("边缘易致贫户", "monitored"),
    everywhere("突发严重困难户", "monitored"),
    everywhere("监测户", "monitored"),
    everywhere("一般农户", "general"),
    everywhere("非脱贫户", "general"),
  ],
};

function everywhere(text: string, code: string): DictionaryAlias {
  return { text, code, place: null, from: null, to: null, source: "务工、监测台账常见写法" };
}
