import type { Database } from "../sql.js";
import type { RecordSet } from "./record-set.js";

/** Three thousand rows are looked at: enough to tell a common township from a rare one, in a tenth of a second. */
const TARGET = 10;

/** So many rows written by hand, by checking or by other programs since the database last looked, and as many as before again. */
const DUE = 1_000;

/**
 * Tells the database how the values of records are spread, after many rows came in: the embedded engine has nobody who does it
 * by himself and a server does it within a minute; without it a list sorts all rows of a scope to show fifty.
 */
export async function renewStatistics(
  database: Database,
  records: RecordSet,
  names: readonly string[],
  how: { readonly patient?: boolean } = {},
): Promise<void> {
  for (const name of names) {
    const { table } = records.get(name);
    await database.transaction(async (sql) => {
      await sql.query(`set local default_statistics_target = ${TARGET}`);
      await sql.query(`analyze ${table}`);
    }, how);
  }
}

/** Counts the rows that are written, and says of which records the database should look again. */
export class WrittenRows {
  readonly #counts = new Map<string, { since: number; due: number }>();

  /** One row of each of these records was written; a record named twice, two. */
  due(written: readonly string[]): readonly string[] {
    const due = new Set<string>();
    for (const name of written) {
      const count = this.#counts.get(name) ?? { since: 0, due: DUE };
      count.since += 1;
      this.#counts.set(name, count);
      if (count.since >= count.due) due.add(name);
    }
    for (const name of due) {
      const count = this.#counts.get(name);
      if (count !== undefined) Object.assign(count, { since: 0, due: count.due + count.since });
    }
    return [...due];
  }
}
