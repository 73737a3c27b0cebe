import type { SheetForm } from "@shanhai/model";
import type { Desk } from "../desk.js";
import type { UnitCover } from "../importing/unit-cover.js";
import { OF_SCOPE } from "../schema/of-scope.js";
import { columnsToValues, identifier } from "../schema/record-columns.js";
import type { SqlRow } from "../sql.js";
import type { RosterReading, StoredMatch } from "./roster-job.js";

/** The number of a row's subject, as an index of each record has it: 0120_bulk_rows.sql, 0190_sale_runs.sql. */
const SUBJECT_NUMBERS: { readonly [record: string]: string } = {
  labour_record: "hashtextextended(coalesce(person_key, id::text), 0)",
  sale: `hashtextextended(coalesce(nullif(ltrim(regexp_replace(invoice_no, '[^0-9]', '', 'g'), '0'), ''),
    coalesce(sold_on, '') || '|' || coalesce(amount::text, '')), 0)`,
};
const PAGE = 500;

/** Which stored rows a file is held against; `year` null: of any year. */
type StandingOf = Pick<RosterReading, "scope" | "year">;

/** Whether more rows than these stand in the scope and year: then they are looked up, not read. */
export async function standsLong(
  desk: Desk,
  form: SheetForm,
  { scope, year }: StandingOf,
  most: number,
): Promise<boolean> {
  const { table } = desk.records.get(form.record);
  const { rows } = await desk.database.query<{ there: boolean }>(
    `select exists (select 1 from ${table} where scope_id = $1 and ($2::bigint is null or year = $2) offset $3) as there`,
    [scope, year, most],
  );
  return rows[0]?.there === true;
}

/** Whether rows of the file's year stand in the scope that none of these runs brought: then every row is compared. */
export async function anyStanding(
  desk: Desk,
  form: SheetForm,
  { scope, year }: RosterReading,
  runs: readonly string[],
): Promise<boolean> {
  const { table } = desk.records.get(form.record);
  const { rows } = await desk.database.query<{ there: boolean }>(
    `select exists (select 1 from ${table} where scope_id = $1 and ($2::bigint is null or year = $2)
       and (run is null or run <> all($3::uuid[]))) as there`,
    [scope, year, runs],
  );
  return rows[0]?.there === true;
}

/** The number of the scope's last link that was made here; 0 before the first. */
export async function lastLink(desk: Desk, scope: string): Promise<bigint> {
  const { rows } = await desk.database.query<{ seq: bigint }>(
    "select h.seq from head h join installation i on i.origin = h.origin where h.scope_id = $1",
    [scope],
  );
  return BigInt(rows[0]?.seq ?? 0);
}

/** How many rows of a unit stand. */
export async function countStanding(desk: Desk, form: SheetForm, cover: UnitCover): Promise<number> {
  const { table } = desk.records.get(form.record);
  const { rows } = await desk.database.query<{ rows: number }>(
    `select count(*)::integer as rows from ${table}
      where scope_id = $1 and year = $2 and ${identifier(cover.field)} = $3`,
    [cover.scope, cover.year, cover.value],
  );
  return rows[0]?.rows ?? 0;
}

/** Stored rows of these subjects in the file's scope and year. */
export async function standingMatches(
  desk: Desk,
  form: SheetForm,
  { scope, year }: StandingOf,
  subjects: readonly string[],
): Promise<readonly StoredMatch[]> {
  const record = desk.records.get(form.record);
  const number = SUBJECT_NUMBERS[form.record];
  if (number === undefined) throw new Error(`rows of ${form.record} have no number to be looked up by`);
  const { rows } = await desk.database.query(
    `select ${record.columns} from (select distinct hashtextextended(k, 0) as subject from unnest($3::text[]) k) p
       cross join ${OF_SCOPE} cross join lateral (
         select * from ${record.table} where scope_id = s.of_scope and ${number} = p.subject offset 0) t
      where $2::bigint is null or year = $2 order by id`,
    [scope, year, subjects],
  );
  return rows.map((row) => standing(desk, form, row));
}

/** All stored rows of the file's scope and year, or those with one of the values of some fields, page by page. */
export async function* standingPages(
  desk: Desk,
  form: SheetForm,
  { scope, year }: StandingOf,
  about: readonly (readonly [field: string, values: readonly string[]])[] = [],
): AsyncGenerator<readonly StoredMatch[]> {
  const record = desk.records.get(form.record);
  const named = about.map(([field], at) => ` and ${identifier(field)}::text = any($${4 + at}::text[])`).join("");
  for (let after = "00000000-0000-0000-0000-000000000000"; ; ) {
    const { rows }: { readonly rows: readonly SqlRow[] } = await desk.database.query(
      `select ${record.columns} from ${record.table} where scope_id = $1 and ($2::bigint is null or year = $2) and id > $3${named} order by id limit ${PAGE}`,
      [scope, year, after, ...about.map(([, values]) => values)],
    );
    if (rows.length > 0) yield rows.map((row) => standing(desk, form, row));
    const last: SqlRow | undefined = rows.at(-1);
    if (last === undefined || rows.length < PAGE) return;
    after = String(last.id);
  }
}

/** The last links that wrote or ended a row of this ledger in the scope: a preview holds as long as they stay. */
export async function lastWritten(desk: Desk, form: SheetForm, { scope }: RosterReading): Promise<readonly string[]> {
  const { table, past } = desk.records.get(form.record);
  const { rows } = await desk.database.query<{ seq: bigint | null; until: bigint | null }>(
    `select (select max(seq) from ${table} where scope_id = $1) as seq,
            (select max(until_seq) from ${past} where scope_id = $1) as until`,
    [scope],
  );
  return [String(rows[0]?.seq ?? ""), String(rows[0]?.until ?? "")];
}

function standing(desk: Desk, form: SheetForm, row: SqlRow): StoredMatch {
  const { definition } = desk.records.get(form.record);
  return { id: String(row.id), version: String(row.seq), values: columnsToValues(definition, row) };
}
