import { createHash } from "node:crypto";
import { rolledUp } from "../indicators/index.js";
import type { RecordSet } from "../schema/record-set.js";
import type { Database } from "../sql.js";
import type { RollupDifference } from "./counting-desk.js";
import type { IndicatorQuery } from "./indicator-query.js";
import { keeps, recountScope } from "./keep-rollups.js";
import { type LaidOutWindow, layOutWindows, windowsOf } from "./lay-out-windows.js";
import { countedSql, standingReading } from "./place-rows.js";

/** A query's name: what it counts, and for which line. */
function nameOf({ codes, line }: IndicatorQuery): string {
  return line === undefined ? codes.join(" ") : `${codes.join(" ")} @${line}`;
}

/** Changes when the rule of counting or a window of the query does: its roll-ups are counted anew. */
function digestOf(query: IndicatorQuery, windows: readonly LaidOutWindow[]): string {
  const own = windows.filter(({ code }) => query.codes.includes(code));
  return createHash("sha256").update(JSON.stringify({ query, own })).digest("hex");
}

/**
 * Counts anew what was counted by other rules than those of this program and of what offices have set (指标口径); one short
 * transaction per scope. Cut short, it goes on the next time.
 */
export async function freshenRollups(db: Database, records: RecordSet): Promise<void> {
  const windows = await windowsOf(db);
  const { rows } = await db.query<{ query: string; digest: string }>("select query, digest from rollup_rules");
  const known = new Map(rows.map(({ query, digest }) => [query, digest]));
  const changed = rolledUp.filter((query) => known.get(nameOf(query)) !== digestOf(query, windows));
  if (changed.length === 0) return;
  await layOutWindows(db, windows);
  await recount(db, records, changed);
  await db.query(
    `insert into rollup_rules (query, digest) select * from unnest($1::text[], $2::text[])
     on conflict (query) do update set digest = excluded.digest`,
    [changed.map(nameOf), changed.map((query) => digestOf(query, windows))],
  );
}

/** Counts all scopes anew. */
export async function rebuildRollups(db: Database, records: RecordSet): Promise<void> {
  await layOutWindows(db, await windowsOf(db));
  await recount(db, records, rolledUp);
}

async function recount(db: Database, records: RecordSet, queries: readonly IndicatorQuery[]): Promise<void> {
  const { rows } = await db.query<{ id: string }>("select id from scope where kind <> 'nil' order by id");
  for (const { id } of rows)
    await db.transaction(async (sql) => {
      // Who writes in this scope holds its head: wait for him, then let him wait.
      await sql.query("select 1 from head where scope_id = $1 for update", [id]);
      await recountScope(sql, records, id, queries);
    });
}

/** Up to a day that never comes: counted row by row, not by the sums that roll-ups are kept by. */
const ROW_BY_ROW = "'infinity'::date";

/** Compares every roll-up with a full count (npm run bench -- boards); empty when all are true. */
export async function rollupDifferences(db: Database, records: RecordSet): Promise<readonly RollupDifference[]> {
  const differences: RollupDifference[] = [];
  const { rows: scopes } = await db.query<{ id: string }>("select id from scope where kind <> 'nil' order by id");
  for (const { id } of scopes)
    for (const query of rolledUp) {
      if (!keeps(records, query)) continue;
      const { rows } = await db.query<{ series: string; year: number; month: number; kept: string; counted: string }>(
        `select coalesce(c.series, r.series) as series, coalesce(c.year, r.year) as year,
           coalesce(c.month, r.month) as month, trim_scale(r.amount)::text || '/' || r.rows || '/' || r.missing as kept,
           trim_scale(c.amount)::text || '/' || c.rows || '/' || c.missing as counted
         from (${countedSql(query, records, standingReading, ROW_BY_ROW)}) c
         full join (select * from rollup where scope_id = any($1::uuid[]) and series = any($2::text[])) r
           on r.series = c.series and r.year = c.year and r.month = c.month
         where (r.amount, r.rows, r.missing) is distinct from (c.amount, c.rows, c.missing)`,
        [[id], query.codes.map((code) => (query.line === undefined ? code : `${code}@${query.line}`))],
      );
      differences.push(
        ...rows.map((row) => ({ scope_id: id, ...row, kept: row.kept ?? null, counted: row.counted ?? null })),
      );
    }
  return differences;
}
