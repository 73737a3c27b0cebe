import { codeLists } from "../code-lists.js";
import type { RecordDefinition } from "../record-definition.js";

/**
 * 单位: an office, school, hospital, firm or association. With a credit code its id follows from the code; without one it is
 * matched by name and region. Media are no organisations of the cooperation and stay facts.
 */
export const organisation: RecordDefinition = {
  name: "organisation",
  zh: "单位",
  en: "organisation",
  keeping: "reference",
  group: "basics",
  title: ["name"],
  alsoFound: ["former_names"],
  order: { field: "name", descending: false, sound: "words" },
  columns: ["name", "type", "region", "credit_code"],
  fields: [
    { key: "name", zh: "单位名称", en: "name", type: "text", required: true, headers: ["单位", "名称"] },
    { key: "type", zh: "单位类型", en: "type", type: "code", codes: codeLists.organisationType },
    {
      key: "credit_code",
      zh: "统一社会信用代码",
      en: "unified social credit code",
      type: "text",
      headers: ["信用代码"],
    },
    { key: "former_names", zh: "曾用名", en: "former names", type: "texts" },
    { key: "place", zh: "所在地（原文）", en: "place as said", type: "text" },
    { key: "region", zh: "所在地", en: "region", type: "reference", record: "region", headers: ["所属地区"] },
    { key: "contact", zh: "联系人", en: "contact", type: "text" },
  ],
};
