import { codeLists } from "../code-lists.js";
import type { RecordDefinition } from "../record-definition.js";

/**
 * 职务: a post that a document shows somebody in, on the day it shows it. It is a fact about one party – 区委书记 of 白云区 is so
 * towards all its pairs – and a row never moves, so it lives in that party's scope, not in a pair's (storage.md, "Scopes and
 * keys"). What a page printed about a visit is in the pair's own `attendance` row.
 */
export const post: RecordDefinition = {
  name: "post",
  zh: "职务",
  en: "post",
  keeping: "scoped",
  group: "basics",
  parent: { record: "person", field: "person" },
  title: ["holder", "title"],
  order: { field: "seen", descending: true },
  columns: ["holder", "title", "region", "side", "seen"],
  fields: [
    { key: "person", zh: "人员", en: "person", type: "reference", record: "person", required: true },
    { key: "holder", zh: "姓名", en: "name", type: "text", required: true },
    { key: "title", zh: "职务", en: "title", type: "text", required: true, headers: ["单位及职务"] },
    { key: "organisation", zh: "单位", en: "organisation", type: "text" },
    { key: "region", zh: "地区", en: "region", type: "reference", record: "region" },
    { key: "side", zh: "东西部", en: "side", type: "code", codes: codeLists.side },
    { key: "seen", zh: "见于（日期）", en: "seen on", type: "date" },
  ],
};
