import {
  type CellForm,
  cellText,
  type FieldDefinition,
  type FieldValue,
  parseValue,
  type RecordDefinition,
  type ValueProblem,
} from "@shanhai/model";

/** What stands in a form: text where a value is typed, the value itself where it is chosen. */
export type FormDraft = { readonly [field: string]: FieldValue };

const typed: ReadonlySet<FieldDefinition["type"]> = new Set([
  "text",
  "long_text",
  "integer",
  "decimal",
  "money",
  "date",
]);

/** True where the form holds the text that is typed, to be read as the value. */
export function isTyped(field: FieldDefinition): boolean {
  return typed.has(field.type);
}

/** Fields that a person fills in; ids that only tie rows together are made by the program. */
export function formFields(definition: RecordDefinition): readonly FieldDefinition[] {
  return definition.fields.filter(({ type, inner }) => type !== "identifier" && inner !== true);
}

/** A row's values as a form shows them. */
export function draftOf(
  definition: RecordDefinition,
  values: { readonly [field: string]: FieldValue },
  form: CellForm,
): FormDraft {
  return Object.fromEntries(
    formFields(definition).map((field) => {
      const value = values[field.key] ?? null;
      return [field.key, isTyped(field) ? cellText(field, value, "zh", form) : value];
    }),
  );
}

export interface ReadForm {
  readonly values: { readonly [field: string]: FieldValue };
  readonly problems: ReadonlyMap<string, ValueProblem>;
}

/** Reads a form: the value of each field that differs from `before`, or what is wrong with it. */
export function readForm(
  definition: RecordDefinition,
  draft: FormDraft,
  before: { readonly [field: string]: FieldValue },
  form: CellForm,
): ReadForm {
  const values: { [field: string]: FieldValue } = {};
  const problems = new Map<string, ValueProblem>();
  for (const field of formFields(definition)) {
    const given = draft[field.key] ?? null;
    const old = before[field.key] ?? null;
    if (isTyped(field) && given === cellText(field, old, "zh", form) && old !== null) continue;
    const read = isTyped(field)
      ? parseValue(field, String(given ?? ""), form)
      : isEmpty(given) && field.required === true
        ? parseValue(field, "", form)
        : { ok: true as const, value: isEmpty(given) ? null : tidied(given) };
    if (!read.ok) problems.set(field.key, read.problem);
    else if (JSON.stringify(read.value) !== JSON.stringify(isEmpty(old) ? null : old)) values[field.key] = read.value;
  }
  return { values, problems };
}

function isEmpty(value: FieldValue): boolean {
  return value === null || value === "" || (Array.isArray(value) && tidiedItems(value).length === 0);
}

/** Lines of a list in which nothing was filled in are none. */
function tidied(value: FieldValue): FieldValue {
  return Array.isArray(value) ? (tidiedItems(value) as FieldValue) : value;
}

function tidiedItems(items: readonly unknown[]): readonly unknown[] {
  return items.filter(
    (item) =>
      typeof item !== "object" ||
      item === null ||
      Object.values(item).some((one) => one !== null && one !== undefined && one !== ""),
  );
}
