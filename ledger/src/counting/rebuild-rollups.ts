import { createHash } from "node:crypto";
import { indicators } from "@shanhai/model";
import { indicatorQueries } from "../indicators/index.js";
import type { RecordSet } from "../schema/record-set.js";
import type { Database } from "../sql.js";
import type { RollupDifference } from "./counting-desk.js";
import { keeps, recountScopes } from "./keep-rollups.js";
import { countedSql, standingReading } from "./place-rows.js";

/** Changes when a rule of counting or a window does: roll-ups made by other rules are counted anew. */
function rulesDigest(): string {
  const rules = { queries: indicatorQueries, windows: indicators.map(({ code, versions }) => ({ code, versions })) };
  return createHash("sha256").update(JSON.stringify(rules)).digest("hex");
}

/** Counts all scopes anew where the roll-ups are not of this program's rules; one short transaction per scope. */
export async function freshenRollups(db: Database, records: RecordSet): Promise<void> {
  const digest = rulesDigest();
  const { rows } = await db.query("select 1 from rollup_rules where digest = $1", [digest]);
  if (rows.length > 0) return;
  await rebuildRollups(db, records);
  await db.query(
    "insert into rollup_rules (one, digest) values (true, $1) on conflict (one) do update set digest = excluded.digest",
    [digest],
  );
}

/** Counts all scopes anew. */
export async function rebuildRollups(db: Database, records: RecordSet): Promise<void> {
  const { rows } = await db.query<{ id: string }>("select id from scope where kind <> 'nil' order by id");
  for (const { id } of rows)
    await db.transaction(async (sql) => {
      // Who writes in this scope holds its head: wait for him, then let him wait.
      await sql.query("select 1 from head where scope_id = $1 for update", [id]);
      await recountScopes(sql, records, [id]);
    });
}

/** Compares every roll-up with a full count (npm run bench -- boards); empty when all are true. */
export async function rollupDifferences(db: Database, records: RecordSet): Promise<readonly RollupDifference[]> {
  const differences: RollupDifference[] = [];
  const { rows: scopes } = await db.query<{ id: string }>("select id from scope where kind <> 'nil' order by id");
  for (const { id } of scopes)
    for (const query of indicatorQueries) {
      if (!keeps(records, query)) continue;
      const { rows } = await db.query<{ series: string; year: number; month: number; kept: string; counted: string }>(
        `select coalesce(c.series, r.series) as series, coalesce(c.year, r.year) as year,
           coalesce(c.month, r.month) as month, trim_scale(r.amount)::text || '/' || r.rows || '/' || r.missing as kept,
           trim_scale(c.amount)::text || '/' || c.rows || '/' || c.missing as counted
         from (${countedSql(query, records, standingReading)}) c
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
