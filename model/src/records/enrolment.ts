import { fromDictionary } from "../dictionary-codes.js";
import type { RecordDefinition } from "../record-definition.js";

/**
 * 东部职校招生: students of a list of admissions, one by one with a name, or as many as the list counts. Only those of
 * relieved and monitored families count (E4), by school year.
 */
export const enrolment: RecordDefinition = {
  name: "enrolment",
  zh: "东部职校招生",
  en: "students taken by eastern schools",
  keeping: "scoped",
  group: "labour",
  title: ["school", "major"],
  order: { field: "entered_on", descending: true },
  year: "entered_on",
  columns: ["school", "major", "student_name", "identity", "entered_on", "students"],
  fields: [
    { key: "school", zh: "学校", en: "school", type: "text", required: true, headers: ["录取学校", "东部职校"] },
    { key: "major", zh: "专业", en: "major", type: "text" },
    { key: "student_name", zh: "学生姓名", en: "student", type: "text", personal: true, headers: ["姓名"] },
    { key: "township", zh: "乡镇", en: "township", type: "text" },
    { key: "village", zh: "村", en: "village", type: "text" },
    {
      key: "identity",
      zh: "家庭类别",
      en: "family",
      type: "code",
      required: true,
      ...fromDictionary("population_class"),
      headers: ["人员类别", "户类型"],
    },
    { key: "entered_on", zh: "入学日期", en: "entered on", type: "date", required: true, headers: ["入学时间"] },
    { key: "students", zh: "人数", en: "students", type: "integer", unit: "人", headers: ["录取人数"] },
    { key: "note", zh: "备注", en: "note", type: "long_text", headers: ["说明"] },
  ],
};
