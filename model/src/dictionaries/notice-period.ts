import type { DictionaryDefinition } from "../dictionary.js";

/** 公示期限: how long a 公示 stands, as the paper that asks for it says. */
export const noticePeriod: DictionaryDefinition = {
  name: "notice_period",
  zh: "公示期限",
  en: "period of a notice",
  open: true,
  entries: [
    {
      code: "days_10",
      from: null,
      to: null,
      zh: "10天",
      en: "10 days",
      successor: null,
      source: "公告公示制度：不少于10天",
    },
    {
      code: "workdays_7",
      from: null,
      to: null,
      zh: "7个工作日",
      en: "7 working days",
      successor: null,
      source: "公告公示制度：不少于7个工作日",
    },
  ],
};
