import type { DictionaryDefinition } from "../dictionary.js";

/** 考核等次: provinces grade differently, some in three steps, some in four. */
export const assessmentGrade: DictionaryDefinition = {
  name: "assessment_grade",
  zh: "考核等次",
  en: "grade of an assessment",
  open: true,
  entries: [
    { code: "good", from: null, to: null, zh: "好", en: "good", successor: null, source: "省考、国考等次" },
    {
      code: "fairly_good",
      from: null,
      to: null,
      zh: "较好",
      en: "fairly good",
      successor: null,
      source: "省考、国考等次",
    },
    { code: "fair", from: null, to: null, zh: "一般", en: "fair", successor: null, source: "省考、国考等次" },
    { code: "poor", from: null, to: null, zh: "差", en: "poor", successor: null, source: "四等次的省份" },
  ],
};
