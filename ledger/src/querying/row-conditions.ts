import { dayRange, type FieldDefinition, isPartialDate } from "@shanhai/model";
import { LedgerError } from "../error-codes.js";
import type { Condition } from "../ledger.js";
import { identifier, isUuid, normaliseValue } from "../schema/record-columns.js";
import type { KeptRecord } from "../schema/record-set.js";
import type { Bind } from "./bind.js";

/** Adds a value to a statement; gives its place there. */
/**
 * One condition of a list as SQL over row `r`. What does not fit the field is QUERY_INVALID with the field's name; a
 * personal field is never asked by its value (its values would stand in addresses and logs), only whether it is filled in.
 */
export function conditionSql(record: KeptRecord, condition: Condition, bind: Bind): string {
  const field = record.definition.fields.find(({ key }) => key === condition.field);
  if (field === undefined) throw refused(condition);
  const column = `r.${identifier(field.key)}`;
  if (condition.is === "empty") return `${filled(field, column)} is not true`;
  if (condition.is === "filled") return filled(field, column);
  if (field.personal === true) throw refused(condition);
  switch (condition.is) {
    case "one_of":
      return oneOf(record, field, column, condition, bind);
    case "contains":
      if (field.type !== "text" && field.type !== "long_text") throw refused(condition);
      return `strpos(lower(${column}), lower(${bind(condition.values[0] ?? "", "text")})) > 0`;
    case "from":
    case "to":
      return bound(record, field, column, condition, bind);
  }
}

function refused({ field }: Condition): LedgerError {
  return new LedgerError("QUERY_INVALID", { part: field });
}

function filled(field: FieldDefinition, column: string): string {
  if (field.type === "references" || field.type === "texts") return `(${column} is not null and ${column} <> '{}')`;
  return field.type === "list" ? `(${column} is not null and ${column} <> '[]'::jsonb)` : `(${column} is not null)`;
}

/** Types that a statement compares, where a condition names single values. */
const COMPARED: { readonly [type in FieldDefinition["type"]]?: string } = {
  text: "text",
  code: "text",
  date: "text",
  integer: "bigint",
  money: "bigint",
  decimal: "numeric",
  flag: "boolean",
  reference: "uuid",
  identifier: "uuid",
  texts: "text",
  references: "uuid",
};

function oneOf(record: KeptRecord, field: FieldDefinition, column: string, condition: Condition, bind: Bind): string {
  const type = COMPARED[field.type];
  if (type === undefined || condition.values.length === 0) throw refused(condition);
  const several = field.type === "texts" || field.type === "references";
  const values = condition.values.map((value) => {
    if (field.type === "flag") return value === "true";
    if (type === "uuid" && !isUuid(value)) throw refused(condition);
    const single = several ? ({ ...field, type: type === "uuid" ? "reference" : "text" } as const) : field;
    // An unknown code holds no rows; it is a fault of whoever asks.
    return normaliseValue(record.definition, single, value);
  });
  const bound = bind(values, `${type}[]`);
  return several ? `${column} && ${bound}` : `${column} = any(${bound})`;
}

/** Dates by the days they may mean: a month lies within a span that it touches. Amounts are in 分. */
function bound(record: KeptRecord, field: FieldDefinition, column: string, condition: Condition, bind: Bind): string {
  const [value = ""] = condition.values;
  const sign = condition.is === "from" ? ">=" : "<=";
  if (field.type === "date") {
    const range = isPartialDate(value) ? dayRange(value) : null;
    if (range === null) throw refused(condition);
    const [part, day] = condition.is === "from" ? (["to", range.from] as const) : (["from", range.to] as const);
    return `r.${identifier(`${field.key}_${part}`)} ${sign} ${bind(day, "date")}`;
  }
  if (field.type !== "integer" && field.type !== "money" && field.type !== "decimal") throw refused(condition);
  return `${column} ${sign} ${bind(normaliseValue(record.definition, field, value), COMPARED[field.type] ?? "numeric")}`;
}
