import type { Link, LinkRow } from "../chain/chain.js";
import { rowDigest } from "../chain/row-digest.js";
import type { KeptRecord } from "../schema/record-set.js";
import type { Sql, SqlRow } from "../sql.js";
import type { Store } from "../store.js";
import { type StandingRow, standingRow } from "../writing/standing-row.js";
import { BrokenPlace, type FindingCode } from "./broken-place.js";
import type { ErasedVersions } from "./erased-versions.js";
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
  erased: ErasedVersions,
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
      if (!(await hasDigest(sql, record, head.scope_id, row, said.row.digest, erased)))
        throw broken("ROW_EDITED", name, id, String(seq));
    }
    if (within(until)) {
      const key = keyOf(name, id, until ?? 0n);
      if (!ended.has(key) || endings.has(key)) throw broken("VERSION_END_WRONG", name, id, String(until));
      endings.add(key);
    }
  }
  for (const [key, { row, seq }] of written)
    if (!standing.has(key) && !(await erased.has(row, BigInt(seq)))) throw broken("ROW_LOST", row.record, row.id, seq);
  const endless = [...ended].flatMap(([key, line]) => (endings.has(key) ? [] : [line]));
  const lost = await lostEnding(store, head.scope_id, endless, erased);
  if (lost !== null) throw broken("VERSION_END_WRONG", lost.row.record, lost.row.id, lost.seq);
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
  erased: ErasedVersions,
): Promise<boolean> {
  const digested = { scope_id: scopeId, id: row.id, values: row.values, salt: row.salt };
  if (rowDigest(record.definition, digested) === said) return true;
  const { name } = record.definition;
  if (!record.salted || !(await erased.has({ record: name, id: row.id }, row.seq))) return false;
  const { rows } = await sql.query<{ field: string; hmac: string }>(
    "select field, hmac from erased_value where scope_id = $1 and record = $2 and record_id = $3 and seq = $4",
    [scopeId, name, row.id, row.seq],
  );
  const values = new Map(rows.map(({ field, hmac }) => [field, hmac]));
  return rowDigest(record.definition, digested, values) === said;
}

/**
 * The first of these endings that no version has; null when all are of versions that were themselves erased, and so are
 * not in the past to have an end. Such a version was the last before its ending: none that stands lies between.
 */
async function lostEnding(
  store: Store,
  scopeId: string,
  endings: readonly Expected[],
  erased: ErasedVersions,
): Promise<Expected | null> {
  const asked = new Map<string, { readonly ids: string[]; readonly from: string[]; readonly to: string[] }>();
  for (const ending of endings) {
    const { row, seq } = ending;
    const before = await erased.lastBefore(row, BigInt(seq));
    if (before === null) return ending;
    const columns = asked.get(row.record) ?? { ids: [], from: [], to: [] };
    columns.ids.push(row.id);
    columns.from.push(String(before));
    columns.to.push(seq);
    asked.set(row.record, columns);
  }
  for (const [record, { ids, from, to }] of asked) {
    const { table, past } = store.records.get(record);
    const between = (versions: string) =>
      `select version.id, asked.until from unnest($2::uuid[], $3::bigint[], $4::bigint[]) as asked (id, since, until)
       join ${versions} version on version.scope_id = $1 and version.id = asked.id
         and version.seq > asked.since and version.seq < asked.until`;
    const { rows } = await store.db.query<{ id: string; until: bigint }>(
      `${between(table)} union all ${between(past)} limit 1`,
      [scopeId, ids, from, to],
    );
    const [standing] = rows;
    if (standing !== undefined)
      return endings.find(({ row, seq }) => row.id === standing.id && seq === String(standing.until)) ?? null;
  }
  return null;
}
