import type { Field } from "../fact.js";
import { lexicon } from "../lexicon.js";

const FIELDS: readonly Field[] = [
  "fund",
  "industry",
  "labour",
  "consumption",
  "talent",
  "education",
  "health",
  "tourism",
];

/** Fields of cooperation (协作领域) and the words that name them; the words stand in engine/lexicons/field-words.tsv. */
const FIELD_WORDS: readonly (readonly [Field, RegExp])[] = FIELDS.map((field) => [
  field,
  new RegExp(
    lexicon("field-words")
      .flatMap((row) => (row.field === field ? [row.word] : []))
      .join("|"),
  ),
]);

/** The fields that a statement speaks of; `other` where none is named. */
export function fieldsOf(text: string): readonly Field[] {
  const named = FIELD_WORDS.filter(([, words]) => words.test(text)).map(([field]) => field);
  return named.length > 0 ? named : ["other"];
}
