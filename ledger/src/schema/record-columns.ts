import {
  dayRange,
  type FieldDefinition,
  type FieldValue,
  inRange,
  isPartialDate,
  type RecordDefinition,
  sortKey,
} from "@shanhai/model";
import { isWellFormed } from "../chain/well-formed-text.js";
import { LedgerError } from "../error-codes.js";
import type { SqlRow } from "../sql.js";

/** A stored row as JSON holds it on the way to `jsonb_populate_recordset`. */
export type StoredValues = { readonly [column: string]: unknown };

/** Quotes an identifier. Identifiers come from record definitions only, never from input; this checks that they could. */
export function identifier(name: string): string {
  if (!/^[a-z][a-z0-9_]{0,62}$/.test(name)) throw new Error(`not an identifier: ${name}`);
  return `"${name}"`;
}

/** The columns of one field, by the column rule of `record-definition.ts`. */
export function columnsOfField(field: FieldDefinition): readonly string[] {
  return field.type === "date" ? [field.key, `${field.key}_from`, `${field.key}_to`] : [field.key];
}

/** Every column of a record's table, in order; its past has `until_seq` besides. */
export function columnsOfRecord(definition: RecordDefinition): readonly string[] {
  const salted = definition.fields.some((field) => field.personal === true);
  const columns = definition.fields.flatMap(columnsOfField);
  const own = [...(definition.order.sound === undefined ? [] : ["sort_key"]), ...(salted ? ["salt"] : [])];
  return ["scope_id", "id", "seq", "search_grams", ...own, ...columns];
}

/**
 * Checks a value against its field and brings it to the one form in which it is stored, digested and given back:
 * empty text is null, integers are decimal strings. Refuses with VALUE_INVALID, naming the field, not the value.
 */
export function normaliseValue(definition: RecordDefinition, field: FieldDefinition, value: FieldValue): FieldValue {
  if (value === null || value === "") return null;
  if (isNormal(field, value)) return NUMBERS.has(field.type) ? String(value) : value;
  throw new LedgerError("VALUE_INVALID", {
    record: definition.zh,
    record_en: definition.en,
    field: field.zh,
    field_en: field.en,
  });
}

const NUMBERS: ReadonlySet<FieldDefinition["type"]> = new Set(["integer", "money", "decimal"]);

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Lower-case UUID in its usual form. */
export function isUuid(value: unknown): value is string {
  return typeof value === "string" && UUID.test(value);
}

function isNormal(field: FieldDefinition, value: FieldValue): boolean {
  switch (field.type) {
    case "text":
    case "long_text":
      return isStorableText(value);
    case "code":
      return isStorableText(value) && isCode(field, value);
    case "integer":
      return isBigint(value) && inRange(field.range, String(value));
    case "money":
      return isBigint(value);
    case "decimal":
      return isDecimal(value);
    case "date":
      return typeof value === "string" && isPartialDate(value);
    case "flag":
      return typeof value === "boolean";
    case "reference":
    case "identifier":
      return isUuid(value);
    case "references":
      return Array.isArray(value) && value.every(isUuid);
    case "texts":
      return Array.isArray(value) && value.every((item) => isStorableText(item) && isCode(field, item));
    case "list":
      return isStorableJson(value);
  }
}

function isCode(field: FieldDefinition, value: string): boolean {
  // Which codes a dictionary has is data: the write path asks it (`check-words.ts`).
  if (field.dictionary !== undefined) return true;
  return field.codes === undefined || field.codes.some(({ code }) => code === value);
}

function isBigint(value: FieldValue): boolean {
  if (typeof value === "number") return Number.isSafeInteger(value);
  if (typeof value !== "string" || !/^(?:0|-?[1-9]\d{0,18})$/.test(value)) return false;
  return BigInt.asIntN(64, BigInt(value)) === BigInt(value);
}

/** As printed, within what `numeric` keeps exactly; no exponent, no leading zeros, no minus zero. */
function isDecimal(value: FieldValue): boolean {
  if (typeof value !== "string" && typeof value !== "number") return false;
  return /^-?(?:0|[1-9]\d{0,30})(?:\.\d{1,20})?$/.test(String(value)) && !/^-0(?:\.0+)?$/.test(String(value));
}

/** PostgreSQL holds no NUL, and a lone surrogate has no UTF-8 form. */
function isStorableText(value: unknown): value is string {
  return typeof value === "string" && isWellFormed(value) && !value.includes("\u0000");
}

function isStorableJson(value: unknown): boolean {
  if (typeof value === "string") return isStorableText(value);
  if (typeof value === "number")
    return Number.isFinite(value) && (!Number.isInteger(value) || Number.isSafeInteger(value));
  if (Array.isArray(value)) return value.every(isStorableJson);
  if (typeof value === "object" && value !== null)
    return Object.entries(value).every(([key, member]) => isStorableText(key) && isStorableJson(member));
  return value === null || typeof value === "boolean";
}

/** What a row ordered by sound has in `sort_key`. */
export function soundOf({ order }: RecordDefinition, value: FieldValue | undefined): string {
  return typeof value === "string" && order.sound !== undefined ? sortKey(value, order.sound) : "";
}

/** The columns of normalised values, for `jsonb_populate_recordset`. */
export function valuesToColumns(
  definition: RecordDefinition,
  values: { readonly [field: string]: FieldValue },
): StoredValues {
  const { order } = definition;
  const columns: { [column: string]: unknown } =
    order.sound === undefined ? {} : { sort_key: soundOf(definition, values[order.field]) };
  for (const field of definition.fields) {
    const value = values[field.key] ?? null;
    columns[field.key] = value;
    if (field.type === "date") {
      const bounds = typeof value === "string" ? dayRange(value) : null;
      columns[`${field.key}_from`] = bounds?.from ?? null;
      columns[`${field.key}_to`] = bounds?.to ?? null;
    }
  }
  return columns;
}

/** The values of a stored row, every field named; null where there is none. */
export function columnsToValues(definition: RecordDefinition, row: SqlRow): { readonly [field: string]: FieldValue } {
  return Object.fromEntries(definition.fields.map((field) => [field.key, columnToValue(field, row[field.key])]));
}

function columnToValue(field: FieldDefinition, stored: unknown): FieldValue {
  if (stored === null || stored === undefined) return null;
  // The driver gives text, boolean, arrays and JSON in the very form of a FieldValue.
  return NUMBERS.has(field.type) ? String(stored) : (stored as FieldValue);
}
