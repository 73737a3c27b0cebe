import { type FieldValue, initialGrams, type RecordDefinition, searchGrams } from "@shanhai/model";

/**
 * What a row is found by (检索): its title, the names it had before, and where its list is ordered by sound the initials
 * of its title (罗甸县 by `ld`).
 */
export function rowGrams(
  definition: RecordDefinition,
  values: { readonly [field: string]: FieldValue },
  title: string,
): readonly string[] {
  const { sound } = definition.order;
  const grams = [
    ...searchGrams(title),
    ...formerNames(definition, values).flatMap((name) => searchGrams(name)),
    ...(sound === undefined ? [] : initialGrams(title, sound)),
  ];
  return [...new Set(grams)];
}

/** The names that a row had before (曾用名). */
export function formerNames(
  { alsoFound = [] }: RecordDefinition,
  values: { readonly [field: string]: FieldValue },
): readonly string[] {
  return alsoFound.flatMap((key) => {
    const value = values[key];
    if (typeof value === "string") return [value];
    return Array.isArray(value) ? value.filter((name) => typeof name === "string") : [];
  });
}
