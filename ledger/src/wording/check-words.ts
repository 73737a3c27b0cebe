import { dictionaries, type FieldDefinition, NIL_SCOPE } from "@shanhai/model";
import type { Change } from "../command.js";
import { LedgerError } from "../error-codes.js";
import { identifier } from "../schema/record-columns.js";
import type { KeptRecord, RecordSet } from "../schema/record-set.js";
import type { Sql } from "../sql.js";

interface Word {
  readonly record: KeptRecord;
  readonly field: FieldDefinition;
  readonly change: Exclude<Change, { op: "remove" }>;
  readonly code: string;
}

const DELIVERED = new Map(dictionaries.map(({ name, entries }) => [name, new Set(entries.map(({ code }) => code))]));

/**
 * Refuses a code that its dictionary does not have, in no year (VALUE_INVALID). Whether it holds in the row's year is said where
 * it is chosen and refused nowhere: rows of another year are written late. What stands in the row already may stay, also where
 * it was typed before there was a dictionary.
 */
export async function checkWords(sql: Sql, records: RecordSet, changes: readonly Change[]): Promise<void> {
  const words = changes.flatMap((change) => newWords(records, change));
  if (words.length === 0) return;
  const { rows } = await sql.query<{ name: string; code: string }>(
    "select distinct name, code from dictionary where scope_id = $1 and code = any($2::text[])",
    [NIL_SCOPE, [...new Set(words.map(({ code }) => code))]],
  );
  const set = new Set(rows.map(({ name, code }) => `${name} ${code}`));
  for (const word of words)
    if (!set.has(`${word.field.dictionary} ${word.code}`) && !(await stoodBefore(sql, word))) {
      const { definition } = word.record;
      throw new LedgerError("VALUE_INVALID", {
        record: definition.zh,
        record_en: definition.en,
        field: word.field.zh,
        field_en: word.field.en,
      });
    }
}

/** Codes that a change writes and that are not among the delivered ones. */
function newWords(records: RecordSet, change: Change): Word[] {
  if (change.op === "remove") return [];
  const record = records.get(change.record);
  return Object.entries(change.values).flatMap(([key, value]): Word[] => {
    const field = record.field(key);
    const delivered = field.dictionary === undefined ? undefined : DELIVERED.get(field.dictionary);
    if (delivered === undefined) return [];
    const codes: readonly unknown[] = Array.isArray(value) ? value : [value];
    return codes
      .filter((code): code is string => typeof code === "string" && code !== "" && !delivered.has(code))
      .map((code) => ({ record, field, change, code }));
  });
}

/** Asked before the change is written: whether the row as it stands says so too. */
async function stoodBefore(sql: Sql, { record, field, change, code }: Word): Promise<boolean> {
  if (change.op === "create") return false;
  const column = identifier(field.key);
  const said = field.type === "texts" ? `$3 = any(${column})` : `${column} = $3`;
  const { rows } = await sql.query(`select 1 from ${record.table} where scope_id = $1 and id = $2 and ${said}`, [
    change.scope_id,
    change.id,
    code,
  ]);
  return rows.length > 0;
}
