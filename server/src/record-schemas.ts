import { type FieldDefinition, type RecordDefinition, recordDefinitions } from "@shanhai/model";
import { Problem } from "./contract.js";

/** A part of the description: plain JSON Schema. */
interface Schema {
  readonly [key: string]: unknown;
}

/** What a ledger's rows hold, printed from its definition: the fields under their keys, with names, units and closed lists. */
export function recordSchemas(): { readonly [record: string]: Schema } {
  return Object.fromEntries(recordDefinitions.map((definition) => [definition.name, ledgerSchema(definition)]));
}

function ledgerSchema({ zh, en, fields }: RecordDefinition): Schema {
  return {
    type: "object",
    title: zh,
    description: `${zh} · ${en}`,
    properties: Object.fromEntries(fields.map((field) => [field.key, fieldSchema(field)])),
    additionalProperties: false,
  };
}

function fieldSchema(field: FieldDefinition): Schema {
  const unit = field.type === "money" ? "分" : field.unit;
  const notes = [unit, field.required === true ? "必填 required" : undefined].filter((note) => note !== undefined);
  const description = `${field.zh} · ${field.en}${notes.length === 0 ? "" : `（${notes.join("，")}）`}`;
  return { ...shapeOf(field), description };
}

/** The form in which answers carry a value; null where nothing is filled in. Numbers are texts, as they may be longer than a double. */
function shapeOf({ type, codes, dictionary, range, record }: FieldDefinition): Schema {
  switch (type) {
    case "integer":
    case "money":
      return {
        type: ["string", "integer", "null"],
        pattern: "^(?:0|-?[1-9][0-9]{0,18})$",
        ...(range === undefined ? {} : { "x-range": range }),
      };
    case "decimal":
      return { type: ["string", "number", "null"], pattern: "^-?(?:0|[1-9][0-9]{0,30})(?:\\.[0-9]{1,20})?$" };
    case "date":
      return {
        type: ["string", "null"],
        pattern: "^(?:[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?|--[0-9]{2}(?:-[0-9]{2})?)$",
      };
    case "flag":
      return { type: ["boolean", "null"] };
    case "code":
      return dictionary !== undefined || codes === undefined
        ? { type: ["string", "null"], ...(dictionary === undefined ? {} : { "x-dictionary": dictionary }) }
        : { type: ["string", "null"], enum: [...codes.map(({ code }) => code), null] };
    case "reference":
    case "identifier":
      return { type: ["string", "null"], format: "uuid", ...(record === undefined ? {} : { "x-record": record }) };
    case "references":
      return { type: ["array", "null"], items: { type: "string", format: "uuid" }, "x-record": record };
    case "texts":
      return { type: ["array", "null"], items: { type: "string" } };
    case "list":
      return { type: ["array", "null"], items: {} };
    default:
      return { type: ["string", "null"] };
  }
}

interface Described {
  readonly components?: { readonly schemas?: { readonly [name: string]: { readonly properties?: object } } };
}

/**
 * The description with every ledger by name: what the rows of each hold, and which names a route takes. What requests must look
 * like is not touched: the ledger says what is wrong with a value in words.
 */
export function withRecords<Document extends object>(document: Document): Document {
  const schemas = recordSchemas();
  const names = Object.keys(schemas);
  const values = { anyOf: names.map((name) => ({ $ref: `#/components/schemas/${name}` })) };
  const told: Described = JSON.parse(JSON.stringify(document), (key: string, value: unknown) =>
    key === "parameters" && Array.isArray(value)
      ? value.map((one: Schema) => namedRecord(one, names))
      : key === "responses" && typeof value === "object" && value !== null
        ? withProblems(value as Answers)
        : value,
  );
  const row = told.components?.schemas?.Row;
  const problem: Schema = Object.fromEntries(Object.entries(Problem).filter(([key]) => key !== "$id"));
  const rows = row === undefined ? {} : { Row: { ...row, properties: { ...row.properties, values } } };
  const whole = {
    ...told,
    components: { ...told.components, schemas: { ...told.components?.schemas, ...rows, ...schemas, Problem: problem } },
  };
  // The same document with more in it.
  return whole as Described as Document;
}

interface Answers {
  readonly [status: string]: { readonly content?: { readonly [type: string]: unknown } };
}

/** Refusals as they are sent: RFC 9457 problem details, of every route. */
function withProblems(answers: Answers): Answers {
  const told = Object.entries(answers).map(([status, answer]) => {
    const [body] = Object.values(answer.content ?? {});
    return status < "400" || body === undefined
      ? [status, answer]
      : [status, { ...answer, content: { "application/problem+json": body } }];
  });
  const refused = {
    description: "不予办理：出了什么事、在哪里、怎么办，中英文对照 · refused, with what happened, where and what to do",
    content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
  };
  return { ...Object.fromEntries(told), default: refused };
}

/** The ledger that an address names is one of those that there are. */
function namedRecord(parameter: Schema, names: readonly string[]): Schema {
  if (parameter.in !== "path" || parameter.name !== "record") return parameter;
  return { ...parameter, schema: { type: "string", enum: names } };
}
