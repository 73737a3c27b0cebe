import type { CodeLabel, FieldDefinition, FieldValue, LabelYears, RecordDefinition } from "./record-definition.js";

/**
 * Names of a dictionary are looked up for the row's year: a row of 2024 says 衔接资金 for ever, one of 2026 what it is called
 * since. Null: the year is not known, and the last name stands.
 */
export function rowYear(
  definition: Pick<RecordDefinition, "year">,
  values: { readonly [field: string]: FieldValue | undefined },
): number | null {
  const value = definition.year === undefined ? null : values[definition.year];
  const year = /^\d{4}/.exec(String(value ?? ""))?.[0];
  return year === undefined ? null : Number(year);
}

/** Whether a code may be chosen for a row of this year; one that is of no dictionary always. */
export function holdsIn({ years }: CodeLabel, year: number | null): boolean {
  if (years === undefined || years.length === 0) return true;
  return year === null ? years.at(-1)?.to === null : years.some((span) => spans(span, year));
}

/** What a code is called in a year; outside its years by the nearest name before, else its first. */
export function labelIn(label: CodeLabel, year: number | null): { readonly zh: string; readonly en: string } {
  const { years } = label;
  if (year === null || years === undefined) return label;
  return (
    years.find((span) => spans(span, year)) ?? years.findLast(({ from }) => (from ?? 0) <= year) ?? years[0] ?? label
  );
}

/** All names that a code had, the last one first: what a condition over years is chosen by. */
export function everyLabel(label: CodeLabel, language: "zh" | "en"): string {
  const before = (label.years ?? []).map((span) => span[language]).reverse();
  return [...new Set([label[language], ...before])].join(language === "zh" ? "／" : " / ");
}

/** Whether a stretch of years has this one in it. */
export function spans({ from, to }: Pick<LabelYears, "from" | "to">, year: number): boolean {
  return (from === null || from <= year) && (to === null || year <= to);
}

const kept = new WeakMap<FieldDefinition, Map<number | null, FieldDefinition>>();

/** A field with the names of one year, every code still in it: for printing. The same object for the same year. */
export function fieldIn(field: FieldDefinition, year: number | null): FieldDefinition {
  if (field.dictionary === undefined) return field;
  const known = kept.get(field) ?? new Map<number | null, FieldDefinition>();
  kept.set(field, known);
  const made = known.get(year) ?? {
    ...field,
    codes: (field.codes ?? []).map((label) => ({ ...label, ...namesOf(labelIn(label, year)) })),
  };
  known.set(year, made);
  return made;
}

/** A field with the names of a row's year, where `year` is the record's field that says it. */
export function fieldAt(
  field: FieldDefinition,
  year: string | undefined,
  values: { readonly [field: string]: FieldValue | undefined },
): FieldDefinition {
  if (field.dictionary === undefined) return field;
  return fieldIn(field, rowYear(year === undefined ? {} : { year }, values));
}

/** A field with what may be chosen in a year, and what stands there already. */
export function offeredIn(field: FieldDefinition, year: number | null, standing?: FieldValue): FieldDefinition {
  if (field.dictionary === undefined) return field;
  const stays: readonly unknown[] = Array.isArray(standing) ? standing : [standing];
  const named = fieldIn(field, year);
  const codes = (named.codes ?? []).filter((label) => holdsIn(label, year) || stays.includes(label.code));
  return { ...named, codes };
}

const definitionsKept = new WeakMap<RecordDefinition, Map<number | null, RecordDefinition>>();

/** A definition with the names of one year: for what shows one row. */
export function definitionIn(definition: RecordDefinition, year: number | null): RecordDefinition {
  if (!definition.fields.some(({ dictionary }) => dictionary !== undefined)) return definition;
  const known = definitionsKept.get(definition) ?? new Map<number | null, RecordDefinition>();
  definitionsKept.set(definition, known);
  const made = known.get(year) ?? { ...definition, fields: definition.fields.map((field) => fieldIn(field, year)) };
  known.set(year, made);
  return made;
}

function namesOf({ zh, en }: { readonly zh: string; readonly en: string }) {
  return { zh, en };
}
