import { type FieldDefinition, type RecordDefinition, YEARS } from "@shanhai/model";

/**
 * Internal records (内部表) of what offices set in the dictionaries. They pass the same write path and the chain of the nil scope
 * as the records of `model`, have a page of their own (设置 · 字典) and are written only by `wording.ts`.
 */
function field(key: string, type: FieldDefinition["type"], zh: string, en: string, required = true): FieldDefinition {
  return { key, type, zh, en, ...(required ? { required } : {}), ...(type === "integer" ? { range: YEARS } : {}) };
}

const order = { field: "from_year", descending: true };
const years = [
  field("from_year", "integer", "起始年度", "From", false),
  field("to_year", "integer", "截止年度", "To", false),
];

/** 字典项: a code's name from a year on; one set from the same year takes the place of a delivered one. */
const dictionary: RecordDefinition = {
  name: "dictionary",
  zh: "字典",
  en: "dictionary",
  keeping: "reference",
  group: "basics",
  title: ["name", "zh"],
  order,
  columns: ["name", "zh", "from_year", "to_year"],
  fields: [
    field("name", "text", "字典", "Dictionary"),
    field("code", "text", "标识", "Code"),
    ...years,
    field("zh", "text", "名称", "Name"),
    field("en", "text", "名称（英文）", "Name in English"),
    field("successor", "text", "接续项", "Goes on as", false),
    field("source", "text", "依据", "Source"),
  ],
};

/** 字典别名: what a place calls a code in some years. */
const dictionaryAlias: RecordDefinition = {
  name: "dictionary_alias",
  zh: "字典别名",
  en: "other name of a dictionary",
  keeping: "reference",
  group: "basics",
  title: ["name", "alias"],
  order,
  columns: ["name", "alias", "place", "from_year", "to_year"],
  fields: [
    field("name", "text", "字典", "Dictionary"),
    field("alias", "text", "别名", "Other name"),
    field("code", "text", "标识", "Code"),
    field("place", "text", "适用地区", "Place", false),
    ...years,
    field("source", "text", "依据", "Source"),
  ],
};

export const DICTIONARY_RECORDS: readonly RecordDefinition[] = [dictionary, dictionaryAlias];
export const DICTIONARY = dictionary.name;
export const DICTIONARY_ALIAS = dictionaryAlias.name;
