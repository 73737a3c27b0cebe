import { type DictionarySet, hasDictionary, NIL_SCOPE, type RecordDefinition, withDictionaries } from "@shanhai/model";
import type { Sql } from "../sql.js";

type EntryRow = {
  readonly name: string;
  readonly code: string;
  readonly from_year: bigint | null;
  readonly to_year: bigint | null;
  readonly zh: string;
  readonly en: string;
  readonly successor: string | null;
  readonly source: string;
};
type AliasRow = Pick<EntryRow, "name" | "code" | "from_year" | "to_year" | "source"> & {
  readonly alias: string;
  readonly place: string | null;
};

/** What offices have set in the dictionaries; the delivered entries stand below it (`withDictionaries`). */
export async function dictionarySet(sql: Sql): Promise<DictionarySet> {
  const { rows: entries } = await sql.query<EntryRow>("select * from dictionary where scope_id = $1 order by seq, id", [
    NIL_SCOPE,
  ]);
  const { rows: aliases } = await sql.query<AliasRow>(
    "select * from dictionary_alias where scope_id = $1 order by seq, id",
    [NIL_SCOPE],
  );
  return {
    entries: entries.map(({ name, code, zh, en, successor, source, ...row }) => ({
      ...{ dictionary: name, code, zh, en, successor, source },
      ...{ from: yearOf(row.from_year), to: yearOf(row.to_year) },
    })),
    aliases: aliases.map(({ name, alias, code, place, source, ...row }) => ({
      ...{ dictionary: name, text: alias, code, place, source },
      ...{ from: yearOf(row.from_year), to: yearOf(row.to_year) },
    })),
  };
}

/** A stored year as a number. */
export function yearOf(stored: bigint | null): number | null {
  return stored === null ? null : Number(stored);
}

/** A definition with the dictionaries as they are here: for what prints rows or reads what was typed. */
export async function worded(sql: Sql, definition: RecordDefinition): Promise<RecordDefinition> {
  if (!hasDictionary(definition)) return definition;
  return withDictionaries([definition], await dictionarySet(sql))[0] ?? definition;
}
