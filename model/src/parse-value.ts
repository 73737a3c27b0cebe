import { understandWord } from "./dictionary-reader.js";
import { inRange } from "./integer-range.js";
import type { CodeLabel, FieldDefinition, FieldValue } from "./record-definition.js";
import { type Parsed, unreadable, valueProblem } from "./value-problem.js";
import { type MoneyUnit, moneyFromJson, moneyToJson, parseMoney, printMoney } from "./values/money.js";
import { isPartialDate, parsePartialDate, printPartialDate } from "./values/partial-date.js";
import { offeredIn } from "./yearly-labels.js";

/** How a cell of a list reads and prints what has more than one form. */
export interface CellForm {
  /** The unit of money columns: what a bare number means, and what is printed without a unit. It stands in the header. */
  readonly money: MoneyUnit;
  /** Ids of the rows that a reference may mean, by title; a title that names several rows must not be in it. */
  readonly rows?: ReadonlyMap<string, string>;
  /** The row's year and the full paths of its parties, for words of a dictionary. */
  readonly where?: { readonly year: number | null; readonly places: readonly string[] };
  /** The full paths of the parties of a scope, where rows of several stand in one list. */
  readonly placesOf?: ((scope: string) => readonly string[]) | undefined;
  /** The record's field that says a row's year: words of a dictionary are those of that year. */
  readonly yearBy?: string | undefined;
  /** Titles by id, for printing references. */
  readonly titles?: { readonly [id: string]: string };
}

const MISSING = new Set(["", "/", "-", "—", "——", "无", "未填", "N/A"]);
const YES = new Set(["是", "√", "✓", "✔", "有", "1", "yes", "y", "true"]);
const NO = new Set(["否", "×", "✗", "0", "no", "n", "false"]);

/**
 * Reads what stood in a cell of a list (typed, or pasted from WPS or Excel) as a value of the field: codes by their labels,
 * money in the column's unit unless the cell names one, dates and numbers as offices write them, flags as √ and 是, lists
 * parted by 、. Nothing filled in (`/`, `—`, empty) is null. What does not fit is a problem for the person who wrote it;
 * the ledger checks again what it is given.
 */
export function parseValue(field: FieldDefinition, text: string, form: CellForm): Parsed<FieldValue> {
  const plain = text.normalize("NFKC").trim();
  const isText = field.type === "text" || field.type === "long_text";
  // 未填 and 无 may be words of the field's own list.
  const own = field.type === "code" && field.codes !== undefined && codeOf(field.codes, plain, form) !== undefined;
  if (plain === "" || (!isText && !own && MISSING.has(plain)))
    return field.required === true ? unfilled(field) : { ok: true, value: null };
  switch (field.type) {
    case "text":
      return { ok: true, value: text.trim().replace(/\s*\r?\n\s*/g, " ") };
    case "long_text":
      return { ok: true, value: text.trim().replaceAll("\r\n", "\n") };
    case "integer":
    case "decimal":
      return parseNumber(field, plain);
    case "money":
      return parseAmount(text, form.money);
    case "date":
      return parsePartialDate(text);
    case "flag": {
      const word = plain.toLowerCase();
      if (YES.has(word)) return { ok: true, value: true };
      return NO.has(word) ? { ok: true, value: false } : unreadable("value/flag-unreadable", text);
    }
    case "code":
      return parseCode(field, plain, form);
    case "texts":
      return parseTexts(field, plain, form);
    case "reference":
      return parseReference(text.trim(), form);
    case "references":
      return parseReferences(text, form);
    default:
      return unreadable("value/not-in-a-cell", text);
  }
}

/** True where a cell can hold the field's value, so that it may be typed in a list; other fields have their form. */
export function fitsCell(field: FieldDefinition): boolean {
  return !["list", "identifier"].includes(field.type);
}

/**
 * A value as a cell prints it: empty for what is not filled in, numbers bare (their unit stands in the header), labels
 * for codes. `parseValue` reads it back, except for `list` and `identifier`, which no cell holds.
 */
export function cellText(
  field: FieldDefinition,
  value: FieldValue | undefined,
  language: "zh" | "en",
  form: CellForm,
): string {
  if (value === null || value === undefined || value === "") return "";
  if (Array.isArray(value)) {
    if (field.type === "list") return "";
    return value.map((item: unknown) => itemText(field, item, language, form)).join("、");
  }
  return itemText(field, value, language, form);
}

function itemText(field: FieldDefinition, value: unknown, language: "zh" | "en", form: CellForm): string {
  const text = String(value);
  switch (field.type) {
    case "money": {
      if (!/^-?\d+$/.test(text)) return text;
      return printMoney(moneyFromJson(text), "zh", form.money).slice(0, -form.money.length);
    }
    case "date":
      return isPartialDate(text) ? (language === "zh" ? printPartialDate(text) : text) : text;
    case "flag":
      return language === "zh" ? (value === true ? "是" : "否") : value === true ? "yes" : "no";
    case "code":
    case "texts":
      return field.codes?.find(({ code }) => code === text)?.[language] ?? text;
    case "reference":
    case "references":
      return form.titles?.[text] ?? text;
    default:
      return text;
  }
}

function unfilled(field: FieldDefinition): Parsed<FieldValue> {
  return { ok: false, problem: valueProblem("value/required", { text: field.zh, text_en: field.en }) };
}

/** `1,200`, `45.5`, `95%` where the field counts in percent, `120人` where it counts persons. */
function parseNumber(field: FieldDefinition, plain: string): Parsed<FieldValue> {
  const bare = plain.replace(/\s+/g, "").replaceAll("，", ",");
  const { unit } = field;
  const digits = (unit !== undefined && bare.endsWith(unit) ? bare.slice(0, -unit.length) : bare).replace(/^\+/, "");
  const match = /^(-?)(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?$/.exec(digits);
  if (match === null) return unreadable("value/number-unreadable", plain);
  const [, sign = "", whole = "", fraction] = match;
  const integer = whole.replaceAll(",", "").replace(/^0+(?=\d)/, "");
  if (field.type === "integer") {
    if (fraction !== undefined && !/^0+$/.test(fraction)) return unreadable("value/number-not-whole", plain);
    const value = integer === "0" ? "0" : sign + integer;
    if (field.range === undefined || inRange(field.range, value)) return { ok: true, value };
    const [least, most] = field.range.map(String);
    return {
      ok: false,
      problem: valueProblem("value/number-out-of-range", { text: plain, least: least ?? "", most: most ?? "" }),
    };
  }
  const number = fraction === undefined ? integer : `${integer}.${fraction}`;
  return { ok: true, value: /^0(?:\.0+)?$/.test(number) ? number : sign + number };
}

/** An exact amount; 约 and its like are no number of a ledger: they belong in a note. */
function parseAmount(text: string, unit: MoneyUnit): Parsed<FieldValue> {
  const read = parseMoney(text, unit);
  if (!read.ok) return read;
  if (read.value.approx !== null) return unreadable("value/money-inexact", text);
  return { ok: true, value: moneyToJson(read.value.fen) };
}

/**
 * A label in either language or the code itself, brackets and their content aside (`会商` for `会商（初步磋商）`). Words of a
 * dictionary may be names of other years and what the row's place calls it.
 */
function codeOf(codes: readonly CodeLabel[], text: string, { where }: CellForm): string | undefined {
  const word = codes.some(({ years }) => years !== undefined)
    ? understandWord(codes, text, where ?? { year: null, places: [] })
    : null;
  if (word !== null) return word.code ?? undefined;
  const fold = (word: string) => word.normalize("NFKC").replace(/\s+/g, "").toLowerCase();
  const short = (word: string) => fold(word).replace(/\([^)]*\)/g, "");
  const wanted = fold(text);
  const whole = codes.find(({ code, zh, en }) => [code, zh, en].some((word) => fold(word) === wanted));
  if (whole !== undefined) return whole.code;
  const near = codes.filter(({ zh, en }) => [zh, en].some((word) => short(word) === short(text)));
  return near.length === 1 ? near[0]?.code : undefined;
}

function parseCode(field: FieldDefinition, text: string, form: CellForm): Parsed<FieldValue> {
  if (field.codes === undefined) return { ok: true, value: text };
  const code = codeOf(field.codes, text, form);
  return code === undefined ? choices(field, text, form) : { ok: true, value: code };
}

function parseTexts(field: FieldDefinition, text: string, form: CellForm): Parsed<FieldValue> {
  const parts = text.split(/[、,，;；\n]/).flatMap((part) => part.trim() || []);
  const { codes } = field;
  if (codes === undefined) return { ok: true, value: parts };
  const wrong = parts.find((part) => codeOf(codes, part, form) === undefined);
  if (wrong !== undefined) return choices(field, wrong, form);
  return { ok: true, value: [...new Set(parts.flatMap((part) => codeOf(codes, part, form) ?? []))] };
}

function choices(field: FieldDefinition, text: string, { where }: CellForm): Parsed<FieldValue> {
  const codes = offeredIn(field, where?.year ?? null).codes ?? [];
  const list = (language: "zh" | "en") => codes.map((label) => label[language]).join(language === "zh" ? "、" : ", ");
  return {
    ok: false,
    problem: valueProblem("value/code-unknown", { text, choices: list("zh"), choices_en: list("en") }),
  };
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

function parseReference(text: string, form: CellForm): Parsed<FieldValue> {
  const id = UUID.test(text) ? text : form.rows?.get(text);
  return id === undefined ? unreadable("value/reference-unknown", text) : { ok: true, value: id };
}

/** The titles that a cell of a column of references names, as they are looked for; none where nothing is filled in. */
export function referenceWords({ type }: Pick<FieldDefinition, "type">, text: string): readonly string[] {
  if (MISSING.has(text.normalize("NFKC").trim())) return [];
  return type === "references" ? listed(text) : [text.trim()];
}

function listed(text: string): string[] {
  return text.split(/[、;；\n]/).flatMap((one) => one.trim() || []);
}

function parseReferences(text: string, form: CellForm): Parsed<FieldValue> {
  const ids: string[] = [];
  for (const part of listed(text)) {
    const read = parseReference(part, form);
    if (!read.ok) return read;
    ids.push(String(read.value));
  }
  return { ok: true, value: ids };
}
