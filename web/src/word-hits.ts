import { dictionaries, type FieldValue, type RecordDefinition, type WordHit, wordsInTexts } from "@shanhai/model";
import { useText, useWords } from "./language.js";

/** What a row's texts hold of the negative list (资金负面清单) and the like, in one sentence each: to be looked at, never in the way. */
export function useWordHits(
  definition: RecordDefinition,
  values: { readonly [field: string]: FieldValue | undefined },
  places: readonly string[],
): readonly { readonly field: string; readonly says: string }[] {
  const { ledger } = useWords();
  const text = useText();
  const listOf = ({ field }: WordHit) => dictionaries.find(({ name }) => name === field.against?.dictionary);
  return wordsInTexts(definition, values, places).map((hit) => {
    const list = listOf(hit);
    return {
      field: hit.field.key,
      says: ledger.form.wordFound(hit.word, list === undefined ? "" : text(list), text(hit.item)),
    };
  });
}
