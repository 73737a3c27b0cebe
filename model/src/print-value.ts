import { withUnit } from "./print-unit.js";
import type { FieldDefinition, FieldValue, ItemField, RecordDefinition } from "./record-definition.js";
import { moneyFromJson, printMoney } from "./values/money.js";
import { isPartialDate, printPartialDate } from "./values/partial-date.js";

/** The two languages everything is shown in. */
export type Language = "zh" | "en";

/** Titles of the rows that references point to, by id; a row without one is shown by its id. */
export type Titles = { readonly [id: string]: string };

const UNCOUNTED: { readonly [language in Language]: string } = { zh: "数量未写明", en: "number not stated" };
const MISSING: { readonly [language in Language]: string } = { zh: "未填", en: "not filled in" };

/**
 * Prints a field's value for a person: labels for codes, 2023年12月11日 for dates, 1,610万元 for money, titles for
 * references, 未填 for what is missing (never 0). Values that do not fit the field's type are printed as they are, so
 * that nothing is hidden from the person who must judge them.
 */
export function printValue(
  field: FieldDefinition,
  value: FieldValue | undefined,
  language: Language = "zh",
  titles: Titles = {},
): string {
  if (value === null || value === undefined || value === "") return MISSING[language];
  const joint = language === "zh" ? "、" : ", ";
  if (Array.isArray(value)) {
    if (value.length === 0) return MISSING[language];
    return value
      .map((item: unknown) => printItem(field, item, language, titles))
      .join(field.type === "list" ? (language === "zh" ? "；" : "; ") : joint);
  }
  return printOne(field, value, language, titles);
}

/** A title of a row: the printed values of its title fields that are filled in. Empty only if none is. */
export function rowTitle(
  definition: RecordDefinition,
  values: { readonly [field: string]: FieldValue },
  language: Language = "zh",
  titles: Titles = {},
): string {
  return definition.title
    .flatMap((key) => definition.fields.filter((field) => field.key === key))
    .filter((field) => ![null, undefined, ""].includes(values[field.key] as string | null | undefined))
    .map((field) => printValue(field, values[field.key], language, titles))
    .join(" ");
}

function printOne(field: FieldDefinition, value: unknown, language: Language, titles: Titles): string {
  const text = String(value);
  switch (field.type) {
    case "money":
      return /^-?\d+$/.test(text) ? printMoney(moneyFromJson(text), language) : text;
    case "date":
      return isPartialDate(text) ? printPartialDate(text, language) : text;
    case "flag":
      return language === "zh" ? (value === true ? "是" : "否") : value === true ? "yes" : "no";
    case "code":
    case "texts":
      return labelOf(field.codes, text, language);
    case "reference":
    case "references":
      return titles[text] ?? text;
    case "integer":
    case "decimal":
      return withUnit(field.range === undefined ? grouped(text) : text, field.unit, language);
    default: {
      const name = field.codes?.find(({ code }) => code === text)?.[language];
      return name === undefined ? text : `${text} ${name}`;
    }
  }
}

/** Thousands apart, as an office prints them; a year or a month has a range and stays as it is. */
function grouped(text: string): string {
  return text.replace(/^(-?)(\d+)/, (_, sign: string, whole: string) => sign + whole.replace(/\B(?=(\d{3})+$)/g, ","));
}

function printItem(field: FieldDefinition, item: unknown, language: Language, titles: Titles): string {
  if (typeof item !== "object" || item === null) return printOne(field, item, language, titles);
  const held = item as { readonly [key: string]: unknown };
  return (field.items ?? [])
    .flatMap((part) => {
      // A count that is not printed in the source is said to be so; its unit alone would read as a count.
      if (part.key === "count" && "count" in held && held.count === null) return [UNCOUNTED[language]];
      if (part.key === "unit" && "count" in held) return [];
      const value = held[part.key];
      if (value === null || value === undefined) return [];
      return [
        part.key === "count" ? withUnit(String(value), unitOf(held), language) : printPart(part, value, language),
      ];
    })
    .join(" ");
}

function unitOf({ unit }: { readonly [key: string]: unknown }): string | undefined {
  return typeof unit === "string" ? unit : undefined;
}

function printPart(part: ItemField, value: unknown, language: Language): string {
  if (typeof value === "boolean") {
    if (!value) return "";
    return language === "zh" ? `（${part.zh}）` : `(${part.en})`;
  }
  const text = String(value);
  return isPartialDate(text) && /date|from|to/.test(part.key)
    ? printPartialDate(text, language)
    : labelOf(part.codes, text, language);
}

function labelOf(codes: FieldDefinition["codes"], code: string, language: Language): string {
  return codes?.find((label) => label.code === code)?.[language] ?? code;
}
