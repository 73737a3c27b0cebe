import { isDeepStrictEqual } from "node:util";
import { hasRuns } from "@shanhai/model";
import { insideFields, otherSideOf } from "../account/other-side.js";
import { maySee, requireReadable } from "../account/policy.js";
import { fitsLimit, rowLimit } from "../account/visibility.js";
import type { Actor } from "../actor.js";
import type { DocumentSource, HistoryEntry, Row } from "../ledger.js";
import { get, namedRows } from "../read.js";
import { columnsToValues, isUuid } from "../schema/record-columns.js";
import type { KeptRecord } from "../schema/record-set.js";
import type { SqlRow } from "../sql.js";
import type { Store } from "../store.js";
import { bulkSources } from "./bulk-sources.js";
import { othersRows } from "./own-side-rows.js";

type Version = SqlRow & {
  readonly scope_id: string;
  readonly id: string;
  readonly seq: bigint;
  readonly until_seq: bigint | null;
  readonly page_order: null;
};

/** Every version of a row with who wrote it, oldest first; a removal is an entry of its own. */
export async function history(
  store: Store,
  actor: Actor,
  name: string,
  scopeId: string,
  id: string,
): Promise<readonly HistoryEntry[]> {
  const record = store.records.get(name);
  requireReadable(actor, record.definition);
  if (!isUuid(scopeId) || !isUuid(id) || !maySee(actor, scopeId)) return [];
  const { rows: versions } = await store.db.query<Version>(
    `select ${record.columns}, until_seq from ${record.past} where scope_id = $1 and id = $2
     union all select ${record.columns}, null from ${record.table} where scope_id = $1 and id = $2
     order by seq`,
    [scopeId, id],
  );
  // Whoever may not see a version does not see that there was one: a draft before it was handed over.
  const limit = rowLimit(actor, record.definition);
  const rows = versions.filter((version) => fitsLimit(limit, version));
  const named = await namedRows(store, actor, record, rows);
  const links = await linksOf(store, scopeId, rows);
  const others = await othersRows(store, actor, record, named);
  return rows.flatMap((version, at) => {
    const now = named[at] ?? null;
    const written = { row: now, ...entryOf(links, version.seq) };
    // What a save changed in the other side's work is not told, nor that there was one.
    const told = !others.has(`${scopeId} ${id}`) || !isDeepStrictEqual(now?.values, named[at - 1]?.values);
    const { until_seq } = version;
    const next = versions[versions.indexOf(version) + 1];
    const removed = until_seq !== null && String(next?.seq) !== String(until_seq);
    return [...(told ? [written] : []), ...(removed ? [{ row: null, ...entryOf(links, until_seq) }] : [])];
  });
}

type Who = Omit<HistoryEntry, "row">;

async function linksOf(
  store: Store,
  scopeId: string,
  versions: readonly Pick<Version, "seq" | "until_seq">[],
): Promise<Map<string, Who>> {
  const seqs = versions.flatMap(({ seq, until_seq }) => [
    String(seq),
    ...(until_seq === null ? [] : [String(until_seq)]),
  ]);
  const { rows } = await store.db.query<Who & { seq: bigint }>(
    `select seq, at, actor_name as who, reason, maker_name as maker, coalesce(maker = actor, false) as self_checked from change where scope_id = $1 and origin = $2 and seq = any($3::bigint[])`,
    [scopeId, store.installation.origin, seqs],
  );
  return new Map(rows.map(({ seq, ...link }) => [String(seq), link]));
}

function entryOf(links: ReadonlyMap<string, Who>, seq: bigint): Who {
  return links.get(String(seq)) ?? { at: "", who: "", reason: "", maker: null, self_checked: false };
}

/** The sources of a row that stand now, by field, the chosen one first; of a row that came by a run its cells. */
export async function sources(
  store: Store,
  actor: Actor,
  name: string,
  scopeId: string,
  id: string,
): Promise<readonly DocumentSource[]> {
  const record = store.records.get(name);
  requireReadable(actor, record.definition);
  if (rowLimit(actor, record.definition) !== null && (await get(store, actor, name, scopeId, id)) === null) return [];
  if (!isUuid(scopeId) || !isUuid(id) || !maySee(actor, scopeId)) return [];
  const cells = hasRuns(record.definition) ? await cellsOf(store, actor, record, { scope_id: scopeId, id }) : [];
  if (record.definition.bulk === true) return cells;
  const hidden = new Set(await hiddenFields(store, actor, record, scopeId, id));
  const source = store.records.get("source");
  const { rows } = await store.db.query<Version>(
    `select ${source.columns}, null as until_seq from ${source.table} where scope_id = $1 and record = $2 and record_id = $3
     order by field collate "C", chosen desc, seq, id`,
    [scopeId, record.definition.name, id],
  );
  const links = await linksOf(store, scopeId, rows);
  const names = await documentNames(store, rows);
  const shown = rows.filter(({ field }) => !hidden.has(String(field)));
  const stored = shown.map((row): DocumentSource => {
    const values = columnsToValues(source.definition, row);
    const documentId = text(values.document_id);
    return {
      id: String(row.id),
      scope_id: scopeId,
      record: name,
      record_id: id,
      field: String(values.field),
      value: values.value ?? null,
      side: values.side === "east" || values.side === "west" ? values.side : null,
      chosen: values.chosen === true,
      fact_id: text(values.fact_id),
      document_id: documentId,
      place: placeOf(values.place),
      quote: text(values.quote),
      document_name: documentId === null ? null : (names.get(documentId) ?? null),
      at: entryOf(links, row.seq).at,
    };
  });
  // A value with a source of its own was stated again since its run; the others still stand in their cells.
  const own = new Set(stored.flatMap(({ field, chosen }) => (chosen ? [field] : [])));
  return [...stored, ...cells.filter(({ field }) => !own.has(field))];
}

async function cellsOf(
  store: Store,
  actor: Actor,
  record: KeptRecord,
  { scope_id, id }: Pick<Row, "scope_id" | "id">,
): Promise<readonly DocumentSource[]> {
  const row = await get(store, actor, record.definition.name, scope_id, id);
  return row === null ? [] : (await bulkSources(store.db, record, [row]))(row);
}

async function documentNames(store: Store, rows: readonly SqlRow[]): Promise<Map<string, string | null>> {
  const ids = [...new Set(rows.flatMap((row) => text(row.document_id) ?? []))];
  if (ids.length === 0 || !store.records.has("document")) return new Map();
  const { rows: found } = await store.db.query<{ id: string; name: string | null }>(
    `select id, name from ${store.records.get("document").table} where id = any($1::uuid[])`,
    [ids],
  );
  return new Map(found.map(({ id, name }) => [id, name]));
}

function text(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}

/** A place is stored as a list of one. */
function placeOf(value: unknown): DocumentSource["place"] {
  const place: unknown = Array.isArray(value) ? value[0] : null;
  return typeof place === "object" && place !== null ? (place as DocumentSource["place"]) : null;
}

/** Fields of the other side's work, of whose values the sources would tell. */
async function hiddenFields(store: Store, actor: Actor, record: KeptRecord, scopeId: string, id: string) {
  if (otherSideOf(actor, record.definition) === null) return [];
  const row = await get(store, actor, record.definition.name, scopeId, id);
  const others = row === null ? new Set() : await othersRows(store, actor, record, [row]);
  return others.size === 0 ? [] : insideFields(record.definition);
}
