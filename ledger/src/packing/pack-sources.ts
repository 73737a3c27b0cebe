import { hasRuns, NIL_SCOPE } from "@shanhai/model";
import { readingOf } from "../counting/place-rows.js";
import type { Desk } from "../desk.js";
import { bindTo } from "../querying/bind.js";
import type { Row } from "../row.js";
import { provenKey } from "./pack-proofs.js";

/** Where a row comes from, as a line to print: a document and its sentence, a workbook and its cells. */
export interface PrintedSource {
  readonly document: string;
  /** `2023年!B8–Q8`, or the sentence. */
  readonly place: string;
}

const MOST_QUOTES = 3;

/** The chosen sources of a page of rows, by `provenKey`; rows that the actor was let to already. */
export async function printedSources(
  desk: Desk,
  rows: readonly Row[],
  asOf?: string,
): Promise<ReadonlyMap<string, readonly PrintedSource[]>> {
  const found = new Map<string, readonly PrintedSource[]>();
  for (const name of new Set(rows.map(({ record }) => record))) {
    const some = rows.filter(({ record }) => record === name);
    const { definition } = desk.records.get(name);
    const runs = hasRuns(definition) ? await sheetRows(desk, some) : new Map<string, readonly PrintedSource[]>();
    const stated = definition.bulk === true ? [] : await statedSources(desk, name, some, asOf);
    // A row of a run that was mended since: its line, then what states the mended values.
    for (const [key, told] of runs) found.set(key, told);
    for (const [key, told] of stated) found.set(key, [...(runs.get(key) ?? []), ...told]);
  }
  return found;
}

/** Bulk rows: the run knows the sheet and its columns, the row its line. */
async function sheetRows(desk: Desk, rows: readonly Row[]): Promise<ReadonlyMap<string, readonly PrintedSource[]>> {
  const runs = [...new Set(rows.flatMap(({ values }) => (typeof values.run === "string" ? [values.run] : [])))];
  const { rows: found } = await desk.database.query<{
    id: string;
    sheet: string | null;
    columns: { readonly [field: string]: string } | null;
    name: string | null;
  }>(
    `select r.id, r.sheet, r.columns, d.name from run r
       left join document d on d.scope_id = $2 and d.sha256 = encode(r.file_hash, 'hex') where r.id = any($1::uuid[])`,
    [runs, NIL_SCOPE],
  );
  const byId = new Map(found.map((run) => [run.id, run]));
  return new Map(
    rows.flatMap((row) => {
      const run = byId.get(String(row.values.run));
      const line = row.values.sheet_row;
      if (run === undefined || line === null || line === undefined) return [];
      const cells = Object.values(run.columns ?? {}).map((column) => `${column}${String(line)}`);
      return [[provenKey(row), [{ document: run.name ?? "表格", place: cellRange(run.sheet ?? "", cells) }]] as const];
    }),
  );
}

interface Stated {
  readonly [column: string]: unknown;
  readonly scope_id: string;
  readonly record_id: string;
  readonly document: string | null;
  readonly place: unknown;
  readonly quote: string | null;
}

async function statedSources(
  desk: Desk,
  record: string,
  rows: readonly Row[],
  asOf: string | undefined,
): Promise<ReadonlyMap<string, readonly PrintedSource[]>> {
  const { reading, values } = readingOf([...new Set(rows.map(({ scope_id }) => scope_id))], asOf);
  const bind = bindTo(values);
  const ids = bind(
    rows.map(({ id }) => id),
    "uuid[]",
  );
  const { rows: found } = await desk.database.query<Stated>(
    `select s.scope_id, s.record_id, coalesce(d.name, d.title) as document, s.place, s.quote
       from ${reading(desk.records.get("source"))} s
       left join document d on d.scope_id = ${bind(NIL_SCOPE, "uuid")} and d.id = s.document_id
      where s.record = ${bind(record, "text")} and s.record_id = any(${ids}) and s.chosen
      order by s.seq, s.id`,
    values,
  );
  const byRow = new Map<string, Stated[]>();
  for (const one of found) {
    const key = provenKey({ record, scope_id: one.scope_id, id: one.record_id });
    byRow.set(key, [...(byRow.get(key) ?? []), one]);
  }
  return new Map([...byRow].map(([key, stated]) => [key, told(stated)]));
}

/** Cells of one sheet as one range, sentences one by one; what was typed by hand says so. */
function told(stated: readonly Stated[]): readonly PrintedSource[] {
  const cells = new Map<string, { document: string; sheet: string; cells: string[] }>();
  const sentences = new Map<string, PrintedSource>();
  for (const { document, place, quote } of stated) {
    const at: unknown = Array.isArray(place) ? place[0] : place;
    if (typeof at === "object" && at !== null && "sheet" in at && "cell" in at) {
      const key = `${document} ${String(at.sheet)}`;
      const known = cells.get(key) ?? { document: document ?? "表格", sheet: String(at.sheet), cells: [] };
      known.cells.push(String(at.cell));
      cells.set(key, known);
    } else if (document === null) sentences.set("", { document: "登记", place: "本单位直接登记" });
    else if (quote !== null) sentences.set(quote, { document, place: `“${quote.replace(/\s+/gu, " ").trim()}”` });
  }
  return [
    ...[...cells.values()].map((one) => ({ document: one.document, place: cellRange(one.sheet, one.cells) })),
    ...[...sentences.values()].slice(0, MOST_QUOTES),
  ];
}

/** `B8`, `Q8` → `2023年!B8–Q8`: the first and the last, as one reads a line. */
function cellRange(sheet: string, cells: readonly string[]): string {
  const width = (cell: string) => cell.replace(/\d+/g, "");
  const ordered = [...new Set(cells)].sort((a, b) => width(a).length - width(b).length || (a < b ? -1 : 1));
  const [first = "", last = first] = [ordered[0], ordered.at(-1)];
  const range = first === last ? first : `${first}–${last}`;
  return sheet === "" ? range : `${sheet}!${range}`;
}
