import { fromDictionary } from "../dictionary-codes.js";
import { YEARS } from "../integer-range.js";
import type { RecordDefinition } from "../record-definition.js";

/**
 * 考核评价: one assessment of a year – provincial, national, cross-check – with its grade. Grades are of the
 * dictionary; what was typed before it stands as it was.
 */
export const assessment: RecordDefinition = {
  name: "assessment",
  zh: "考核",
  en: "assessment",
  keeping: "scoped",
  group: "leadership",
  title: ["name"],
  order: { field: "year", descending: true },
  year: "year",
  columns: ["name", "year", "scope", "grade", "score"],
  fields: [
    { key: "name", zh: "考核名称", en: "name", type: "text", required: true, headers: ["名称"] },
    { key: "year", zh: "年度", en: "year", type: "integer", range: YEARS, required: true },
    {
      key: "scope",
      zh: "考核层级",
      en: "scope",
      type: "code",
      codes: [
        { code: "provincial", zh: "省考", en: "provincial" },
        { code: "national", zh: "国考", en: "national" },
        { code: "cross", zh: "交叉考核", en: "cross-check" },
        { code: "self", zh: "自评", en: "self-evaluation" },
        { code: "other", zh: "其他", en: "other" },
      ],
      headers: ["层级"],
    },
    { key: "object", zh: "考核对象", en: "object", type: "text" },
    { key: "assessor", zh: "考核单位", en: "assessor", type: "text", headers: ["考核组"] },
    { key: "held_on", zh: "考核日期", en: "held on", type: "date", headers: ["考核时间"] },
    { key: "score", zh: "得分", en: "score", type: "decimal", headers: ["分数"] },
    { key: "full_score", zh: "满分", en: "full score", type: "decimal" },
    {
      key: "grade",
      zh: "等次",
      en: "grade",
      type: "code",
      ...fromDictionary("assessment_grade"),
      headers: ["评价等次", "等级"],
    },
    { key: "findings", zh: "反馈意见", en: "findings", type: "long_text", headers: ["考核意见"] },
    { key: "note", zh: "备注", en: "note", type: "long_text", headers: ["说明"] },
  ],
};
