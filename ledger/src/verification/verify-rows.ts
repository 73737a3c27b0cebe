import type { Link, LinkRow } from "../chain/chain.js";
import { rowDigest } from "../chain/row-digest.js";
import { wasErased } from "../erasure/erased.js";
import { groupBy } from "../group-by.js";
import { type KeptRecord, versionInventory } from "../schema/record-set.js";
import type { Sql } from "../sql.js";
import type { Store } from "../store.js";
import { type StandingRow, standingRow } from "../writing/standing-row.js";
import { BrokenPlace, type FindingCode } from "./broken-place.js";
import type { Head } from "./verify-tally.js";

/** A version that stands in a table or in its past, without its values. */
interface Version {
  readonly record: string;
  readonly id: string;
  readonly seq: bigint;
  readonly until_seq: bigint | null;
  readonly [column: string]: unknown;
}

/**
 * Compares the row versions that these consecutive links wrote or ended with what the links say, both ways round;
 * gives how many versions were looked at. All in one snapshot, so that a ledger in use looks the same to both.
 */
export async function verifyRows(sql: Sql, store: Store, head: Head, links: readonly Link[]): Promise<number> {
  const [first, last] = [links[0], links.at(-1)];
  if (first === undefined || last === undefined) return 0;
  const { rows: versions } = await sql.query<Version>(versionInventory(store.records), [
    head.scope_id,
    first.seq,
    last.seq,
  ]);
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
  for (const { record, id, seq, until_seq } of versions) {
    if (within(seq)) {
      const key = keyOf(record, id, seq);
      if (!written.has(key)) throw broken("ROW_ADDED", record, id, String(seq));
      if (standing.has(key)) throw broken("ROW_TWICE", record, id, String(seq));
      standing.add(key);
    }
    if (within(until_seq)) {
      const key = keyOf(record, id, until_seq ?? 0n);
      if (!ended.has(key) || endings.has(key)) throw broken("VERSION_END_WRONG", record, id, String(until_seq));
      endings.add(key);
    }
  }
  for (const [key, { row, seq }] of written)
    if (!standing.has(key) && !(await wasErased(sql, head.scope_id, row, seq)))
      throw broken("ROW_LOST", row.record, row.id, seq);
  for (const [key, { row, seq }] of ended)
    if (!endings.has(key) && !(await endWasErased(sql, head.scope_id, row, seq)))
      throw broken("VERSION_END_WRONG", row.record, row.id, seq);

  const here = versions.filter(({ seq }) => within(seq));
  for (const [name, of] of groupBy(here, ({ record }) => record)) {
    const record = store.records.get(name);
    for (const row of await fullVersions(sql, record, head.scope_id, of, from, to)) {
      const said = written.get(keyOf(name, row.id, row.seq))?.row.digest;
      if (!(await hasDigest(sql, record, head.scope_id, row, said ?? null)))
        throw broken("ROW_EDITED", name, row.id, String(row.seq));
    }
  }
  return here.length;
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
  return `${record} ${id} ${seq}`;
}

async function fullVersions(
  sql: Sql,
  record: KeptRecord,
  scopeId: string,
  versions: readonly Version[],
  from: bigint,
  to: bigint,
): Promise<StandingRow[]> {
  const read = async (table: string, of: readonly Version[]) => {
    if (of.length === 0) return [];
    const { rows } = await sql.query(
      `select ${record.columns} from ${table} where scope_id = $1 and seq between $2 and $3`,
      [scopeId, from, to],
    );
    return rows.map((row) => standingRow(record, row));
  };
  const current = versions.filter(({ until_seq }) => until_seq === null);
  const past = versions.filter(({ until_seq }) => until_seq !== null);
  return [...(await read(record.table, current)), ...(await read(record.past, past))];
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
