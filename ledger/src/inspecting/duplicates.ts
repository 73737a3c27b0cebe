import { NIL_SCOPE } from "@shanhai/model";
import { mayReadRecord, maySee, requireRight } from "../account/policy.js";
import { rowLimit } from "../account/visibility.js";
import type { Actor } from "../actor.js";
import type { Desk } from "../desk.js";
import { lookDistance, SAME_LOOK } from "../evidence/photo-look.js";
import { groupBy } from "../group-by.js";
import { months } from "../indicators/months.js";
import type { Duplicate, DuplicateYears } from "./inspect-desk.js";

/** One row of a group of equals, with what else must be equal in it. */
type Found = {
  readonly key: string;
  readonly scope_id: string;
  readonly record: string;
  readonly id: string;
  readonly part: string | null;
  readonly other: string | null;
  readonly what: string | null;
  readonly note: string | null;
};

const MOST = 500;

/**
 * 重复核查: found in the rows themselves, across all scopes, so that it is never behind them; shown as far as the actor sees
 * the rows. A county learns that its invoice stands elsewhere too, not where or with whom; a city sees both rows.
 */
export async function duplicates(desk: Desk, actor: Actor, year: number): Promise<readonly Duplicate[]> {
  requireRight(actor, "read");
  const found: Duplicate[] = [];
  for (const { kind, record, sql } of SEARCHES) {
    if (record !== null) {
      const { definition } = desk.records.get(record);
      if (!mayReadRecord(actor, definition) || rowLimit(actor, definition) !== null) continue;
    }
    const { rows } = await desk.database.query<Found>(sql, [year]);
    const groups = kind === "photo" ? equalPhotos(rows) : [...groupBy(rows, ({ key }) => key).values()];
    for (const group of groups.slice(0, MOST))
      for (const same of kind === "invoice" ? equalInvoices(group) : [group]) {
        const one = await shown(desk, actor, kind, same);
        if (one !== null) found.push(one);
      }
  }
  return found;
}

/** Years to look through: those with sales and jobs (by what is kept of them by month) and those of proofs. */
export async function duplicateYears(desk: Desk, actor: Actor): Promise<DuplicateYears> {
  requireRight(actor, "read");
  const names = months.flatMap(({ codes }) => codes);
  const scopes = actor.scopes === "all" ? null : actor.scopes;
  const { rows } = await desk.database.query<{ year: number; rows: boolean }>(
    `select year, bool_or(rows) as rows from (
       select year, true as rows from rollup where series = any($1::text[]) and rows > 0
         and ($2::uuid[] is null or scope_id = any($2::uuid[]))
       union all select left(formed, 4)::int, false from proof
         where formed ~ '^\\d{4}' and ($2::uuid[] is null or scope_id = any($2::uuid[]))) y
     group by year order by year desc`,
    [names, scopes],
  );
  const latest = rows.find((one) => one.rows) ?? rows[0];
  return { latest: latest?.year ?? null, years: rows.map(({ year }) => year) };
}

interface Search {
  readonly kind: Duplicate["kind"];
  /** The ledger that the rows are of; null: of any, by the proof. */
  readonly record: string | null;
  readonly sql: string;
}

const SEARCHES: readonly Search[] = [
  {
    kind: "invoice",
    record: "sale",
    // Zeros at the front are lost in spreadsheets; numbers below six digits are no invoice's.
    sql: `with keyed as (
        select ltrim(regexp_replace(invoice_no, '\\D', '', 'g'), '0') as key, scope_id, 'sale' as record, id,
          amount::text as part, coalesce(seller_code, seller) as other, invoice_no as what,
          case when counted = false then coalesce(exclusion, '不计入') end as note
        from sale where invoice_no is not null and year = $1::bigint)
      select * from keyed where length(key) > 4 and key in (
        select key from keyed group by key having count(distinct scope_id) > 1 order by key limit ${MOST})
      order by key, scope_id, id`,
  },
  {
    kind: "person",
    record: "labour_record",
    sql: `select l.person_key as key, l.scope_id, 'labour_record' as record, l.id, null as part, null as other, null as what,
        null as note
      from (select person_key from labour_record where year = $1::bigint and person_key is not null
        group by person_key having count(distinct scope_id) > 1 order by person_key limit ${MOST}) k
      join labour_record l on l.person_key = k.person_key and l.year = $1::bigint
      order by l.person_key, l.scope_id, l.id`,
  },
  {
    kind: "photo",
    record: null,
    sql: `select coalesce(look, file_hash) as key, scope_id, record, record_id as id, look as part, null as other,
        name as what, formed as note
      from proof where (look is not null or name ~* '\\.(jpe?g|png|heic|bmp|webp)$')
        and (formed is null or formed like $1::bigint || '%' or look is not null)
      order by formed nulls last, scope_id, id limit 50000`,
  },
];

/** Of one number, those rows are one invoice that agree in the sum or in the seller. */
function equalInvoices(group: readonly Found[]): readonly (readonly Found[])[] {
  const left = [...group];
  const sets: Found[][] = [];
  while (left.length > 0) {
    const first = left.shift();
    if (first === undefined) break;
    const set = [first];
    for (let at = 0; at < left.length; ) {
      const one = left[at];
      const same = one !== undefined && set.some((other) => other.part === one.part || other.other === one.other);
      if (same && one !== undefined) {
        set.push(one);
        left.splice(at, 1);
        at = 0;
      } else at += 1;
    }
    if (new Set(set.map(({ scope_id }) => scope_id)).size > 1) sets.push(set);
  }
  return sets;
}

/**
 * Photographs that look the same and prove several rows. Two looks at most seven bits apart share one of their eight bytes,
 * so that only those with a byte in common are compared.
 */
function equalPhotos(rows: readonly Found[]): Found[][] {
  const byByte = new Map<string, Found[][]>();
  const groups: Found[][] = [];
  for (const row of rows) {
    const bytes = (row.part?.match(/../g) ?? [row.key]).map((byte, at) => `${at} ${byte}`);
    const near = bytes.flatMap((byte) => byByte.get(byte) ?? []).find((group) => group.some((one) => alike(one, row)));
    const group = near ?? [];
    if (!group.some(({ scope_id, id }) => scope_id === row.scope_id && id === row.id)) group.push(row);
    if (near === undefined) groups.push(group);
    for (const byte of bytes) {
      const known = byByte.get(byte) ?? [];
      if (!known.includes(group)) byByte.set(byte, [...known, group]);
    }
  }
  return groups.filter((group) => group.length > 1);
}

function alike(one: Found, other: Found): boolean {
  if (one.part === null || other.part === null) return one.key === other.key;
  return lookDistance(one.part, other.part) <= SAME_LOOK;
}

async function shown(
  desk: Desk,
  actor: Actor,
  kind: Duplicate["kind"],
  group: readonly Found[],
): Promise<Duplicate | null> {
  const rows: Duplicate["rows"][number][] = [];
  for (const { record, scope_id, id, note } of group) {
    if (!maySee(actor, scope_id) || !mayReadRecord(actor, desk.records.get(record).definition)) continue;
    const row = await desk.get(actor, record, scope_id, id);
    if (row !== null) rows.push({ row, pair: await pairName(desk, scope_id), note });
  }
  const [first] = group;
  if (rows.length === 0 || first === undefined) return null;
  return { kind, what: first.what, rows, elsewhere: group.length - rows.length };
}

async function pairName(desk: Desk, scope: string): Promise<string> {
  const { rows } = await desk.database.query<{ label: string }>(
    `select label from pair where scope_id = $1 and id = $2
     union all select path from party where scope_id = $1 and id = $2 limit 1`,
    [NIL_SCOPE, scope],
  );
  return rows[0]?.label ?? "";
}
