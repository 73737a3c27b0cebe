import type { Link, LinkRow } from "../chain/chain.js";
import { rowDigest } from "../chain/row-digest.js";
import { wasErased } from "../erasure/erased.js";
import type { KeptRecord } from "../schema/record-set.js";
import type { Sql, SqlRow } from "../sql.js";
import type { Store } from "../store.js";
import { type StandingRow, standingRow } from "../writing/standing-row.js";
import { BrokenPlace, type FindingCode } from "./broken-place.js";
import type { Head } from "./verify-tally.js";

/** A version that stands in a table or, with its end, in its past. */
export interface Version {
  readonly record: KeptRecord;
  readonly row: StandingRow;
  readonly until: bigint | null;
}

/** The versions of some records that the links from the first to the last number wrote or ended. One statement per record: all there is of them. */
export async function versionsOf(
  sql: Sql,
  head: Head,
  span: readonly string[],
  records: readonly KeptRecord[],
): Promise<Version[]> {
  const [from, to] = [span[0] ?? "1", span.at(-1) ?? "0"];
  const versions: Version[] = [];
  for (const record of records) {
    const { rows } = await sql.query<SqlRow & { readonly until_seq: bigint | null }>(
      `select ${record.columns}, null::bigint as until_seq from ${record.table} where scope_id = $1 and seq between $2 and $3
       union all select ${record.columns}, until_seq from ${record.past} where scope_id = $1 and seq between $2 and $3
       union all select ${record.columns}, until_seq from ${record.past}
         where scope_id = $1 and until_seq between $2 and $3 and seq not between $2 and $3`,
      [head.scope_id, from, to],
    );
    for (const row of rows) versions.push({ record, row: standingRow(record, row), until: row.until_seq });
  }
  return versions;
}

/**
 * Compares the row versions that these consecutive links wrote or ended with what the links say, both ways round; gives how
 * many versions of each record the links wrote.
 */
export async function verifyRows(
  store: Store,
  head: Head,
  links: readonly Link[],
  versions: readonly Version[],
): Promise<ReadonlyMap<string, number>> {
  const sql = store.db;
  const counts = new Map<string, number>();
  const [first, last] = [links[0], links.at(-1)];
  if (first === undefined || last === undefined) return counts;
  const [from, to] = [BigInt(first.seq), BigInt(last.seq)];
  const within = (seq: bigint | null) => seq !== null && seq >= from && seq <= to;
  const broken = (code: FindingCode, record: string, id: string, seq: string) => {
    const { zh, en } = store.records.get(record).definition;
    return new BrokenPlace(code, { scope: head.scope_id, record: zh, record_en: en, id, seq });
  };

  const written = expected(links, ["create", "change"]);
  const ended = expected(links, ["change", "remove"]);
  const standing = new Set<string>();
  const endings = new Set<string>();
  for (const { record, row, until } of versions) {
    const { name } = record.definition;
    const { id, seq } = row;
    if (within(seq)) {
      const key = keyOf(name, id, seq);
      const said = written.get(key);
      if (said === undefined) throw broken("ROW_ADDED", name, id, String(seq));
      if (standing.has(key)) throw broken("ROW_TWICE", name, id, String(seq));
      standing.add(key);
      counts.set(name, (counts.get(name) ?? 0) + 1);
      if (!(await hasDigest(sql, record, head.scope_id, row, said.row.digest)))
        throw broken("ROW_EDITED", name, id, String(seq));
    }
    if (within(until)) {
      const key = keyOf(name, id, until ?? 0n);
      if (!ended.has(key) || endings.has(key)) throw broken("VERSION_END_WRONG", name, id, String(until));
      endings.add(key);
    }
  }
  for (const [key, { row, seq }] of written)
    if (!standing.has(key) && !(await wasErased(sql, head.scope_id, row, seq)))
      throw broken("ROW_LOST", row.record, row.id, seq);
  for (const [key, { row, seq }] of ended)
    if (!endings.has(key) && !(await endWasErased(sql, head.scope_id, row, seq)))
      throw broken("VERSION_END_WRONG", row.record, row.id, seq);
  return counts;
}

/**
 * Whether the scope holds just the versions that its links were found to write: a row beside them, of whatever record, makes the
 * numbers differ. Read at another moment than the links; who is told of a difference looks again.
 */
export async function holdsJust(store: Store, head: Head, counts: ReadonlyMap<string, number>): Promise<boolean> {
  const count = (table: string) => `(select count(*) from ${table} where scope_id = $1 and seq <= $2)`;
  const { rows } = await store.db.query<{ record: string; versions: bigint }>(
    store.records.all
      .map(
        ({ definition, table, past }) =>
          `select '${definition.name}' as record, ${count(table)} + ${count(past)} as versions`,
      )
      .join(" union all "),
    [head.scope_id, head.seq],
  );
  return rows.every(({ record, versions }) => Number(versions) === (counts.get(record) ?? 0));
}

interface Expected {
  readonly row: LinkRow;
  readonly seq: string;
}

function expected(links: readonly Link[], ops: readonly LinkRow["op"][]): Map<string, Expected> {
  const all = links.flatMap(({ seq, rows }) => rows.filter(({ op }) => ops.includes(op)).map((row) => ({ row, seq })));
  return new Map(all.map((each) => [keyOf(each.row.record, each.row.id, each.seq), each]));
}

function keyOf(record: string, id: string, seq: bigint | string): string {
  return `${record} ${id} ${String(seq)}`;
}

/** Whether a version digests to what its link says; personal values taken away count with the HMAC that stayed. */
async function hasDigest(
  sql: Sql,
  record: KeptRecord,
  scopeId: string,
  row: StandingRow,
  said: string | null,
): Promise<boolean> {
  const digested = { scope_id: scopeId, id: row.id, values: row.values, salt: row.salt };
  if (rowDigest(record.definition, digested) === said) return true;
  const key = { op: "erase", record: record.definition.name, id: row.id, digest: null } as const;
  if (!record.salted || !(await wasErased(sql, scopeId, key, String(row.seq)))) return false;
  const { rows } = await sql.query<{ field: string; hmac: string }>(
    "select field, hmac from erased_value where scope_id = $1 and record = $2 and record_id = $3 and seq = $4",
    [scopeId, record.definition.name, row.id, row.seq],
  );
  const erased = new Map(rows.map(({ field, hmac }) => [field, hmac]));
  return rowDigest(record.definition, digested, erased) === said;
}

/** The version that a link ended may itself be erased: then it is not in the past to have an end. */
async function endWasErased(sql: Sql, scopeId: string, row: LinkRow, seq: string): Promise<boolean> {
  const line = (op: string) => `"id":"${row.id}","op":"${op}","record":"${row.record}"`;
  const { rows } = await sql.query<{ seq: bigint }>(
    `select seq from change where scope_id = $1 and seq < $2 and (strpos(body, $3) > 0 or strpos(body, $4) > 0)
     order by seq desc limit 1`,
    [scopeId, seq, line("create"), line("change")],
  );
  const [before] = rows;
  return before !== undefined && (await wasErased(sql, scopeId, row, String(before.seq)));
}
