import type { DictionaryDefinition } from "../dictionary.js";

/** 示范村称谓: since 2024 both names are in use. */
export const demoVillageName: DictionaryDefinition = {
  name: "demo_village_name",
  zh: "示范村称谓",
  en: "what model villages are called",
  open: true,
  entries: [
    {
      code: "demo",
      from: 2021,
      to: null,
      zh: "乡村振兴示范村",
      en: "model village",
      successor: null,
      source: "乡村振兴示范村建设",
    },
    {
      code: "harmonious",
      from: 2024,
      to: null,
      zh: "和美乡村",
      en: "harmonious village",
      successor: null,
      source: "2024年起和美乡村与示范村并用",
    },
  ],
};
