import type { SheetForm } from "@shanhai/model";
import type { Actor } from "../actor.js";
import type { Desk } from "../desk.js";
import type { Query } from "../ledger.js";
import type { Row } from "../row.js";

/** The stored rows of a record in a scope that a form could name, by each of their keys. */
export interface StoredRows {
  readonly rows: readonly Row[];
  byKey(keys: readonly string[]): Row | null;
}

/** Reads the rows of one ledger in one scope, page by page; of the file's years where the record keeps one. */
export async function storedRows(
  desk: Desk,
  actor: Actor,
  form: SheetForm,
  record: string,
  scope: string,
  years: readonly string[],
): Promise<StoredRows> {
  const { definition } = desk.records.get(record);
  const yearly = definition.fields.some(({ key, type }) => key === "year" && type === "integer");
  const filter: Query["filter"] = yearly && years.length > 0 ? { year: years } : undefined;
  const rows: Row[] = [];
  let after: string | undefined;
  do {
    const page = await desk.list(actor, record, {
      scope,
      limit: 500,
      ...(filter === undefined ? {} : { filter }),
      ...(after === undefined ? {} : { after }),
    });
    rows.push(...page.rows);
    after = page.next ?? undefined;
  } while (after !== undefined);
  const index = new Map<string, Row>();
  for (const row of rows) for (const key of form.keysOf(row.values, record)) if (!index.has(key)) index.set(key, row);
  return {
    rows,
    byKey: (keys) => {
      for (const key of keys) {
        const row = index.get(key);
        if (row !== undefined) return row;
      }
      return null;
    },
  };
}
