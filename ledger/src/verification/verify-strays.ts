import type { KeptRecord } from "../schema/record-set.js";
import type { Store } from "../store.js";
import { BrokenPlace } from "./broken-place.js";

/** Refuses links that no head leads to: a chain without one, or links after its head. */
export async function refuseStrayChains(store: Store): Promise<void> {
  let after: readonly string[] = [];
  while (true) {
    const beyond = after.length === 0 ? "" : "where (scope_id, origin) > ($1::uuid, $2::uuid)";
    const chains: { readonly rows: readonly Chain[] } = await store.db.query<Chain>(
      `select scope_id, origin from change ${beyond} order by scope_id, origin limit 1`,
      after,
    );
    const chain: Chain | undefined = chains.rows[0];
    if (chain === undefined) return;
    after = [chain.scope_id, chain.origin];
    const { rows } = await store.db.query<{ seq: bigint; longer: boolean }>(
      `select h.seq, exists (select 1 from change c where c.scope_id = $1 and c.origin = $2 and c.seq > h.seq) as longer
       from head h where h.scope_id = $1 and h.origin = $2`,
      after,
    );
    const [head] = rows;
    const scope = chain.scope_id;
    if (head === undefined) throw new BrokenPlace("CHAIN_WITHOUT_HEAD", { scope });
    if (head.longer) throw new BrokenPlace("HEAD_WRONG", { scope, seq: String(head.seq) });
  }
}

interface Chain {
  readonly scope_id: string;
  readonly origin: string;
  readonly [column: string]: unknown;
}

/** Refuses rows that belong to no chain, or to a link that it does not have. */
export async function refuseStrayRows(store: Store): Promise<void> {
  for (const record of store.records.all)
    for (const table of [record.table, record.past]) await refuseStrayRowsIn(store, record, table);
}

async function refuseStrayRowsIn(store: Store, { definition }: KeptRecord, table: string): Promise<void> {
  for await (const scope of scopesOf(store, table)) {
    const { rows } = await store.db.query<{ id: string; seq: bigint }>(
      `select id, seq from ${table} where scope_id = $1
         and (seq < 1 or seq > coalesce((select max(seq) from head where scope_id = $1), 0)) limit 1`,
      [scope],
    );
    const [stray] = rows;
    if (stray === undefined) continue;
    const { zh, en } = definition;
    throw new BrokenPlace("ROW_ADDED", { scope, record: zh, record_en: en, id: stray.id, seq: String(stray.seq) });
  }
}

/** Every scope that has rows in a table, found by its index one after the other. */
async function* scopesOf(store: Store, table: string): AsyncGenerator<string> {
  let after: string | null = null;
  while (true) {
    const found: { readonly rows: readonly { readonly scope_id: string }[] } = await store.db.query<{
      scope_id: string;
    }>(`select scope_id from ${table} where $1::uuid is null or scope_id > $1 order by scope_id limit 1`, [after]);
    const scope: string | undefined = found.rows[0]?.scope_id;
    if (scope === undefined) return;
    yield scope;
    after = scope;
  }
}
