import { dictionaries, NIL_SCOPE, type RecordDefinition, wordsInTexts } from "@shanhai/model";
import type { Values } from "../command.js";
import type { Sql } from "../sql.js";
import { worded } from "./dictionary-set.js";

/** A thing to look at again, in both languages; never a reason to refuse. */
export interface WordWarning {
  readonly code: "WORD_FOUND";
  readonly zh: string;
  readonly en: string;
}

/** What the texts of a row hold of the words that they are looked through for (资金负面清单), as offices have them here. */
export async function wordWarnings(
  sql: Sql,
  definition: RecordDefinition,
  scopeId: string,
  values: Values,
): Promise<readonly WordWarning[]> {
  if (!definition.fields.some(({ against }) => against !== undefined)) return [];
  const { rows } = await sql.query<{ path: string }>(
    `select path from party where scope_id = $1
       and id in (select $2::uuid union select p.side from pair, unnest(array[east, west]) as p (side)
         where scope_id = $1 and pair.id = $2::uuid)`,
    [NIL_SCOPE, scopeId],
  );
  const places = rows.map(({ path }) => path);
  return wordHits(await worded(sql, definition), values, places).map(({ zh, en }) => ({ code: "WORD_FOUND", zh, en }));
}

/** The same of values that need not stand yet, with the field each is said of; the definition in the words of this place. */
export function wordHits(
  definition: RecordDefinition,
  values: Values,
  places: readonly string[],
): readonly (Pick<WordWarning, "zh" | "en"> & { readonly field: string })[] {
  return wordsInTexts(definition, values, places).map(({ field, word, item }) => {
    const list = dictionaries.find(({ name }) => name === field.against?.dictionary);
    return {
      field: field.key,
      zh: `“${field.zh}”中的“${word}”可能属于${list?.zh ?? ""}“${item.zh}”，请核对资金来源，并在备注中说明。`,
      en: `“${word}” in ${field.en} may be among ${list?.en ?? ""} (${item.en}); please check the source of funds and explain it in the note.`,
    };
  });
}
