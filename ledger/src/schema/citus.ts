import type { Database } from "../sql.js";
import { identifier } from "./record-columns.js";

/** Any number, the same for every program of ours; another one than that of `migrate`. */
const LOCK = 7_351_908_265;

/** Tables of the installation itself: small, wanted on every node. An account stands before what points to it. */
const REFERENCE = [
  ...(["installation", "account", "sign_in", "session", "calendar_feed", "setting"] as const),
  ...(["erasure", "audit", "audit_head", "backup", "migration", "rollup_rules", "indicator_window"] as const),
] as const;

/** Tables that are spread by another column than `scope_id`. */
const SPREAD_BY = new Map([
  ["scope", "id"],
  ["command", "command_id"],
]);

/**
 * Spreads the tables over a Citus cluster by scope, all together, so that a scope's rows, past, sources and chain stand
 * on one node and a command of one scope is one node's work. Does nothing where the extension is not there, and nothing
 * twice. Not part of the migrations, whose text is the same everywhere; written by Citus' documentation and not run
 * against a cluster yet (see README.md). Gives the tables that it spread.
 */
export async function spreadOnCitus(db: Database): Promise<readonly string[]> {
  const { rows: extension } = await db.query("select 1 from pg_extension where extname = 'citus'");
  if (extension.length === 0) return [];
  return db.transaction(async (sql) => {
    await sql.query("select pg_advisory_xact_lock($1)", [LOCK]);
    const { rows } = await sql.query<{ name: string }>(
      `select c.relname::text as name from pg_class c
       where c.relkind = 'r' and c.relnamespace = current_schema()::regnamespace
         and not exists (select 1 from pg_dist_partition p where p.logicalrelid = c.oid)
       order by c.relname`,
    );
    const names = rows.map(({ name }) => name);
    for (const name of REFERENCE.filter((each) => names.includes(each)))
      await sql.query("select create_reference_table($1::regclass)", [identifier(name)]);
    // The first one makes the group that all others join.
    const spread = names.filter((name) => !REFERENCE.some((each) => each === name));
    for (const name of [...spread.filter((each) => each === "scope"), ...spread.filter((each) => each !== "scope")]) {
      const column = SPREAD_BY.get(name) ?? "scope_id";
      const together = name === "scope" || name === "command" ? "none" : "scope";
      await sql.query("select create_distributed_table($1::regclass, $2, colocate_with => $3)", [
        identifier(name),
        column,
        together,
      ]);
    }
    return names;
  });
}
