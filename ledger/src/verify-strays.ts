import { BrokenPlace } from "./broken-place.js";
import type { KeptRecord } from "./record-set.js";
import type { Store } from "./store.js";

/** Refuses links that no head leads to: a chain without one, or links after its head. */
export async function refuseStrayChains(store: Store): Promise<void> {
  let after: readonly string[] = ["00000000-0000-0000-0000-000000000000", "00000000-0000-0000-0000-000000000000"];
  while (true) {
    // The last link of the next chain, by index; chains are few against links.
    const { rows } = await store.db.query<{ scope_id: string; origin: string; seq: bigint; head: bigint | null }>(
      `select c.scope_id, c.origin, c.seq, h.seq as head from (
         select scope_id, origin, seq from change where (scope_id, origin) > ($1::uuid, $2::uuid)
         order by scope_id, origin, seq limit 1) n
       cross join lateral (select scope_id, origin, seq from change l
         where l.scope_id = n.scope_id and l.origin = n.origin order by seq desc limit 1) c
       left join head h on h.scope_id = c.scope_id and h.origin = c.origin`,
      after,
    );
    const [chain] = rows;
    if (chain === undefined) return;
    if (chain.head === null) throw new BrokenPlace("CHAIN_WITHOUT_HEAD", { scope: chain.scope_id });
    if (chain.seq > chain.head) throw new BrokenPlace("HEAD_WRONG", { scope: chain.scope_id, seq: String(chain.head) });
    after = [chain.scope_id, chain.origin];
  }
}

/** Refuses rows that belong to no chain, or to a link that it does not have yet. */
export async function refuseStrayRows(store: Store): Promise<void> {
  for (const record of store.records.all)
    for (const table of [record.table, record.past]) await refuseStrayRowsIn(store, record, table);
}

async function refuseStrayRowsIn(store: Store, record: KeptRecord, table: string): Promise<void> {
  let after: string | null = null;
  while (true) {
    // The highest version of the next scope that has rows here, by the index on (scope_id, seq).
    const found: { readonly rows: readonly Stray[] } = await store.db.query<Stray>(
      `select n.scope_id, top.id, top.seq, (select max(h.seq) from head h where h.scope_id = n.scope_id) as head
       from (select scope_id from ${table} where $1::uuid is null or scope_id > $1 order by scope_id limit 1) n
       cross join lateral (select id, seq from ${table} t where t.scope_id = n.scope_id order by seq desc limit 1) top`,
      [after],
    );
    const stray: Stray | undefined = found.rows[0];
    if (stray === undefined) return;
    if (stray.head === null || stray.seq > stray.head || (await hasRowBeforeFirst(store, table, stray.scope_id))) {
      const { zh, en } = record.definition;
      const place = { scope: stray.scope_id, record: zh, record_en: en, id: stray.id, seq: String(stray.seq) };
      throw new BrokenPlace("ROW_ADDED", place);
    }
    after = stray.scope_id;
  }
}

interface Stray {
  readonly scope_id: string;
  readonly id: string;
  readonly seq: bigint;
  readonly head: bigint | null;
  readonly [column: string]: unknown;
}

async function hasRowBeforeFirst(store: Store, table: string, scopeId: string): Promise<boolean> {
  const { rows } = await store.db.query(`select 1 from ${table} where scope_id = $1 and seq < 1 limit 1`, [scopeId]);
  return rows.length > 0;
}
