import type { SheetForm, SheetRow } from "@shanhai/model";
import { rowLimit } from "../account/visibility.js";
import type { Actor } from "../actor.js";
import type { Desk } from "../desk.js";
import type { Query } from "../ledger.js";
import { ownTitle } from "../querying/titles.js";
import { standingMatches, standingPages, standsLong } from "../roster/standing-rows.js";
import type { Row } from "../row.js";

/** The stored rows of a record in a scope that a form could name, by each of their keys. */
export interface StoredRows {
  /** All of them; of a long ledger those that the file names and those that it may be missing. */
  readonly rows: readonly Row[];
  byKey(keys: readonly string[]): Row | null;
}

/** A file that is held against a ledger. */
export interface ComparedFile {
  readonly form: SheetForm;
  readonly rows: readonly SheetRow[];
  /** Years that its rows are of; empty where nobody knows. */
  readonly years: readonly string[];
}

/** Longer ledgers are looked up row by row of the file (a village's ten people beside a county's million). */
const MOST_READ = 20_000;
const LOOKED_UP = 500;

/** The rows of one ledger in one scope, of the file's years where the record keeps one. */
export async function storedRows(
  desk: Desk,
  actor: Actor,
  record: string,
  scope: string,
  file: ComparedFile,
  mostRead = MOST_READ,
): Promise<StoredRows> {
  const { form, years } = file;
  const { definition } = desk.records.get(record);
  const byIndex = form.roster !== undefined && record === form.record && rowLimit(actor, definition) === null;
  const year = years.length === 1 ? Number(years[0]) : null;
  if (byIndex && (await standsLong(desk, form, { scope, year }, mostRead)))
    return indexed(form, record, await lookedUp(desk, scope, year, file));
  return indexed(form, record, await readAll(desk, actor, record, scope, years));
}

async function readAll(
  desk: Desk,
  actor: Actor,
  record: string,
  scope: string,
  years: readonly string[],
): Promise<readonly Row[]> {
  const { definition } = desk.records.get(record);
  const yearly = definition.fields.some(({ key, type }) => key === "year" && type === "integer");
  const filter: Query["filter"] = yearly && years.length > 0 ? { year: years } : undefined;
  const rows: Row[] = [];
  let after: string | undefined;
  do {
    const page = await desk.list(actor, record, {
      scope,
      limit: 500,
      ...(filter === undefined ? {} : { filter }),
      ...(after === undefined ? {} : { after }),
    });
    rows.push(...page.rows);
    after = page.next ?? undefined;
  } while (after !== undefined);
  return rows;
}

/** Of a long ledger the rows that the file names, by its index, and those that a file about their townships does not name. */
async function lookedUp(desk: Desk, scope: string, year: number | null, file: ComparedFile): Promise<readonly Row[]> {
  const { form, rows, years } = file;
  const { roster, record } = form;
  const { definition } = desk.records.get(record);
  const of = { scope, year };
  const subjects = new Set(
    rows.flatMap(({ values }) => {
      const plain = Object.fromEntries(Object.entries(values).map(([field, { value }]) => [field, value]));
      const entry = roster?.entryOf(plain) ?? null;
      return entry === null ? [] : [entry.subject];
    }),
  );
  const asked = [...subjects];
  const found = new Map<string, Row>();
  const take = ({ id, version, values }: Pick<Row, "id" | "version" | "values">) =>
    found.set(id, { record, scope_id: scope, id, version, title: ownTitle(definition, values) ?? "", values });
  for (let from = 0; from < asked.length; from += LOOKED_UP)
    for (const match of await standingMatches(desk, form, of, asked.slice(from, from + LOOKED_UP))) take(match);
  const about = (roster?.about ?? []).flatMap((field) => {
    const named = rows.flatMap(({ values }) => (typeof values[field]?.value === "string" ? [values[field].value] : []));
    return named.length === 0 ? [] : [[field, [...new Set(named)]] as const];
  });
  for await (const page of standingPages(desk, form, of, about)) for (const match of page) take(match);
  return [...found.values()].filter(({ values }) => years.length === 0 || years.includes(String(values.year ?? "")));
}

function indexed(form: SheetForm, record: string, rows: readonly Row[]): StoredRows {
  const index = new Map<string, Row>();
  for (const row of rows) for (const key of form.keysOf(row.values, record)) if (!index.has(key)) index.set(key, row);
  return {
    rows,
    byKey: (keys) => {
      for (const key of keys) {
        const row = index.get(key);
        if (row !== undefined) return row;
      }
      return null;
    },
  };
}
