import type { FieldDefinition, FieldValue, RecordDefinition } from "../record-definition.js";
import type { Finding } from "./finding.js";
import {
  codeOfLabel,
  dictionaryValue,
  followed,
  integerOf,
  nameKey,
  stated,
  statedOnce,
  withoutMissing,
} from "./form-values.js";
import type {
  CellKind,
  FormColumn,
  FormContext,
  ReadCell,
  ReadRow,
  SheetForm,
  SheetRow,
  SheetValue,
} from "./sheet-form.js";

const KINDS: { readonly [type in FieldDefinition["type"]]?: CellKind } = {
  text: "text",
  long_text: "text",
  code: "text",
  texts: "text",
  integer: "number",
  decimal: "number",
  money: "money",
  date: "date",
  flag: "flag",
};

/**
 * The form of a ledger that follows from its definition alone: one row of the sheet is one row of the ledger, columns by
 * labels and header words. What has rules of its own (merged villages, batches, duplicates) has a form of its own.
 * Null for records that such a sheet could not make: parts of others, and those that must point to a row.
 */
export function formOfDefinition(definition: RecordDefinition): SheetForm | null {
  const pointing = definition.fields.some(
    ({ type, required }) => required === true && (type === "reference" || type === "references"),
  );
  const name = definition.fields.find(
    ({ key, type }) => definition.title.includes(key) && (type === "text" || type === "long_text"),
  );
  if (definition.keeping === "reference" || definition.parent !== undefined || pointing || name === undefined)
    return null;
  const columns = definition.fields.flatMap((field): FormColumn[] => {
    const kind = KINDS[field.type];
    if (kind === undefined) return [];
    const credit = field.key.endsWith("_code") && field.type === "text" ? "credit_code" : kind;
    const phone = field.personal === true && /phone|电话/u.test(field.key) ? "digits" : credit;
    return [
      {
        key: field.key,
        zh: field.zh,
        en: field.en,
        kind: phone,
        words: [field.zh, ...(field.headers ?? [])],
        ...(field.type === "money" ? { unit: "元" } : {}),
        ...(field.type === "integer" && field.range === undefined ? { summed: true } : {}),
        ...(field.key === name.key ? { needed: true } : {}),
      },
    ];
  });
  const keysOf = (stored: { readonly [field: string]: FieldValue }) => recordKeys(definition, stored);
  return {
    key: definition.name,
    record: definition.name,
    zh: definition.zh,
    en: definition.en,
    columns,
    general: true,
    titles: new RegExp(definition.zh.replace(/[（(].*$/u, "").replace(/[.*+?^${}()|[\]\\]/gu, ""), "u"),
    covers: ({ year }, { context }) =>
      context.year === null || year === undefined || year === null || String(year) === String(context.year),
    keysOf,
    build: (sheets, context) => {
      const rows = sheets.flatMap(({ sheet, tables }) =>
        tables.flatMap((table) => table.rows.map((row) => rowOf(definition, sheet, row, name, context))),
      );
      const kept = rows.filter(({ skip }) => skip === null).length;
      return {
        rows,
        findings: [],
        counts: [{ key: "rows", zh: `${definition.zh} ${kept} 条`, en: `${kept} rows`, value: String(kept) }],
      };
    },
  };
}

/** What names a row, its code where it has one, and its day: the same thing in next month's file. */
export function recordKeys(
  definition: RecordDefinition,
  stored: { readonly [field: string]: FieldValue },
): readonly string[] {
  const text = (key: string) => (stored[key] === null || stored[key] === undefined ? "" : nameKey(String(stored[key])));
  const title = definition.title.map(text).join("|");
  if (title.replaceAll("|", "") === "") return [];
  const year = definition.fields.some(({ key }) => key === "year") ? text("year") : "";
  const { field } = definition.order;
  const order = definition.title.includes(field) ? "" : text(field);
  return [`${title}|${year}|${order}`];
}

function rowOf(
  definition: RecordDefinition,
  sheet: string,
  row: ReadRow,
  name: FieldDefinition,
  context: FormContext,
): SheetRow {
  const findings: Finding[] = [];
  const year = yearStated(definition, row);
  const place = { context, sheet, findings, ...(year === null ? {} : { year }) };
  const values: { [field: string]: SheetValue } = withoutMissing(
    Object.fromEntries(
      definition.fields.map((field) => [
        field.key,
        field.dictionary === undefined
          ? statedAs(field, row.cells.get(field.key), { sheet, row: row.row, findings })
          : worded(field, field.dictionary, row, place),
      ]),
    ),
  );
  const { lifecycle } = definition;
  const first = lifecycle?.steps[0]?.code;
  if (lifecycle !== undefined && first !== undefined) values[lifecycle.field] ??= followed(first);
  if (context.year !== null && definition.fields.some(({ key, type }) => key === "year" && type === "integer"))
    values.year ??= followed(String(context.year));
  const plain = Object.fromEntries(Object.entries(values).map(([field, { value }]) => [field, value]));
  const title = values[name.key]?.value;
  return {
    record: definition.name,
    sheet,
    rows: [row.row],
    title: typeof title === "string" ? title : "",
    keys: recordKeys(definition, plain),
    values,
    findings,
    skip: typeof title === "string" && title !== "" ? null : { zh: `没有${name.zh}`, en: `no ${name.en}` },
    needs: [],
  };
}

function statedAs(
  field: FieldDefinition,
  cell: ReadCell | undefined,
  at: { readonly sheet: string; readonly row: number; readonly findings: Finding[] },
): SheetValue | null {
  if (cell === undefined) return null;
  const text = typeof cell.value === "string" ? cell.value : null;
  const once = (value?: FieldValue) => statedOnce(at.sheet, at.row, cell, at.findings, value);
  switch (field.type) {
    case "code":
      return stated(cell, field.codes === undefined ? text : codeOfLabel(text, field.codes));
    case "integer":
      return cell.column.summed === true ? once(integerOf(cell.value)) : stated(cell, integerOf(cell.value));
    case "money":
      return once();
    case "texts":
      return text === null || field.codes !== undefined ? null : stated(cell, partsOf(text));
    default:
      return stated(cell);
  }
}

/** The year that the row itself states; null where it states none, and the file's counts. */
function yearStated({ year }: RecordDefinition, row: ReadRow): number | null {
  const value = year === undefined ? null : row.cells.get(year)?.value;
  const digits = /^\d{4}/u.exec(String(value ?? ""))?.[0];
  return digits === undefined ? null : Number(digits);
}

/** A field told in words of a dictionary: by its own column, else by the column whose name says it. */
function worded(
  field: FieldDefinition,
  dictionary: string,
  { cells }: ReadRow,
  place: Parameters<typeof dictionaryValue>[2],
): SheetValue | null {
  const own = cells.get(field.key);
  if (field.type !== "texts") {
    const cell = own?.value == null && field.namedBy !== undefined ? cells.get(field.namedBy) : own;
    return dictionaryValue(dictionary, cell, place);
  }
  if (own === undefined || typeof own.value !== "string") return null;
  const codes = partsOf(own.value).flatMap((part) => {
    const value = dictionaryValue(dictionary, { ...own, value: part, printed: part }, place)?.value;
    return typeof value === "string" ? [value] : [];
  });
  return codes.length === 0 ? null : stated(own, [...new Set(codes)]);
}

function partsOf(text: string): string[] {
  return text.split(/[、,，;；\n]/u).filter((one) => one !== "");
}
