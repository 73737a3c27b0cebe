import { type ProposedRow, rowTitle } from "@shanhai/model";
import type { Desk } from "../desk.js";
import { groupBy } from "../group-by.js";
import { type TitledRow, titlesOf } from "../querying/titles.js";
import { columnsToValues } from "../schema/record-columns.js";
import type { CheckingState } from "./checking-state.js";
import { isPlain } from "./row-targets.js";
import { scopeOf } from "./scope-of.js";

/**
 * Where erasing another document (清除) took away what this document's decisions had written, the rows that they wrote
 * are known no more by key. Their sources still say which fact of this document each row stands for: with these the rows
 * are found again, so that facts adopted later attach to them and none is written a second time.
 */
export async function rowsFoundAgain(
  desk: Desk,
  documentId: string,
  state: CheckingState,
  proposed: readonly ProposedRow[],
): Promise<CheckingState> {
  if (!state.inForce.some(({ erased }) => erased)) return state;
  const lost = proposed.filter(({ key, id }) => id === null && !state.rows.has(key));
  const standing = groupBy(await statedRows(desk, documentId), placeOf);
  const rows = new Map(state.rows);
  for (const [place, asked] of groupBy(lost, (row) => placeOf({ ...row, scope_id: scopeOf(row.scope).id }))) {
    const found = standing.get(place) ?? [];
    for (const row of asked) {
      // One fact may make several rows of a kind (stops, posts): those are told apart by what they are called.
      const alone = asked.length === 1 && found.length === 1;
      const same = alone ? found[0] : found.find(({ title }) => title === titleOf(desk, row));
      if (same !== undefined) rows.set(row.key, { record: row.record, scope_id: same.scope_id, id: same.id });
    }
  }
  return { ...state, rows };
}

interface StatedRow {
  readonly record: string;
  readonly scope_id: string;
  readonly id: string;
  readonly fact: string;
  readonly title: string;
}

function placeOf(row: Pick<StatedRow, "record" | "scope_id" | "fact">): string {
  return `${row.record} ${row.scope_id} ${row.fact}`;
}

/** Rows that stand and that a fact of the document is a source of. */
async function statedRows(desk: Desk, documentId: string): Promise<readonly StatedRow[]> {
  const { rows } = await desk.database.query<{ record: string; scope_id: string; record_id: string; fact_id: string }>(
    "select distinct record, scope_id, record_id, fact_id from source where document_id = $1 and fact_id is not null",
    [documentId],
  );
  const stated: StatedRow[] = [];
  for (const [name, of] of groupBy(rows, ({ record }) => record)) {
    const record = desk.records.get(name);
    const { rows: stored } = await desk.database.query<{ scope_id: string; id: string }>(
      `select ${record.columns} from ${record.table} where scope_id = any($1::uuid[]) and id = any($2::uuid[])`,
      [of.map(({ scope_id }) => scope_id), of.map(({ record_id }) => record_id)],
    );
    const titled = stored.map((row): TitledRow => {
      return { record: name, scope_id: row.scope_id, id: row.id, values: columnsToValues(record.definition, row) };
    });
    const titles = await titlesOf(desk.database, desk.records, titled);
    for (const { scope_id, record_id, fact_id } of of) {
      const at = titled.findIndex((row) => row.scope_id === scope_id && row.id === record_id);
      if (at >= 0) stated.push({ record: name, scope_id, id: record_id, fact: fact_id, title: titles[at] ?? "" });
    }
  }
  return stated;
}

function titleOf(desk: Desk, row: ProposedRow): string {
  const plain = Object.entries(row.values).map(([field, { value }]) => [field, isPlain(value) ? value : null]);
  return rowTitle(desk.records.get(row.record).definition, Object.fromEntries(plain));
}
