import { aliasesAt } from "./dictionary-reader.js";
import type { CodeLabel, FieldDefinition, FieldValue, RecordDefinition, WordList } from "./record-definition.js";
import { holdsIn, labelIn, rowYear } from "./yearly-labels.js";

/** A word of a dictionary that a text holds. */
export interface WordHit {
  readonly field: FieldDefinition;
  /** As it stands in the text. */
  readonly word: string;
  readonly item: CodeLabel;
}

/**
 * What a row's texts hold of the words that they are looked through for (`against`): names and aliases that hold in the
 * row's year and places; each item once, by the first word found. For telling only: “办公楼” may be what is pulled down.
 */
export function wordsInTexts(
  definition: RecordDefinition,
  values: { readonly [field: string]: FieldValue | undefined },
  places: readonly string[] = [],
): readonly WordHit[] {
  const year = rowYear(definition, values);
  return definition.fields.flatMap((field) => {
    const text = values[field.key];
    if (field.against === undefined || typeof text !== "string") return [];
    return field.against.codes.flatMap((item): WordHit[] => {
      if (!holdsIn(item, year)) return [];
      const known = [labelIn(item, year).zh, ...aliasesAt(item, { year, places }).map((alias) => alias.text)];
      const word = known.find((one) => text.includes(one));
      return word === undefined ? [] : [{ field, word, item }];
    });
  });
}

/** What is offered for a text in a year: names that hold in it, then the others with the years that they held in. */
export function offeredNames(
  { codes }: WordList,
  year: number | null,
): readonly { readonly name: CodeLabel; readonly holds: boolean }[] {
  const offered = codes.map((code) => ({ name: { ...code, ...labelIn(code, year) }, holds: holdsIn(code, year) }));
  return [...offered.filter(({ holds }) => holds), ...offered.filter(({ holds }) => !holds)];
}
