import { NIL_SCOPE } from "@shanhai/model";
import type { Actor } from "./actor.js";
import type { DocumentSource } from "./ledger.js";
import { maySee } from "./policy.js";
import { columnsToValues, isUuid } from "./record-columns.js";
import type { SqlRow } from "./sql.js";
import type { Store } from "./store.js";

type StoredSource = SqlRow & {
  readonly scope_id: string;
  readonly id: string;
  readonly at: Date;
  readonly document_name: string | null;
};

/** The sources (出处) of a row as they stand: field by field in order of writing, with the document's name and the time. */
export async function sources(
  store: Store,
  actor: Actor,
  record: string,
  scopeId: string,
  id: string,
): Promise<readonly DocumentSource[]> {
  const source = store.records.get("source");
  store.records.get(record);
  if (!isUuid(scopeId) || !isUuid(id) || !maySee(actor, scopeId)) return [];
  const columns = source.definition.fields.map(({ key }) => `s."${key}"`).join(", ");
  const { rows } = await store.db.query<StoredSource>(
    `select s.scope_id, s.id, ${columns}, c.at, d.name as document_name
       from ${source.table} s
       join change c on c.scope_id = s.scope_id and c.seq = s.seq
       left join document d on d.scope_id = $4 and d.id = s.document_id
      where s.scope_id = $1 and s.record = $2 and s.record_id = $3
      order by s.seq, s.id`,
    [scopeId, record, id, NIL_SCOPE],
  );
  return rows.map((row) => {
    const values = columnsToValues(source.definition, row);
    const place = Array.isArray(values.place) ? values.place[0] : null;
    return {
      // Columns are those of SOURCE_RECORD, whose rows are made of SourceEntry; a place is kept in a list of one.
      ...(values as unknown as Omit<DocumentSource, "id" | "scope_id" | "at" | "document_name" | "place">),
      scope_id: row.scope_id,
      id: row.id,
      place: (place ?? null) as DocumentSource["place"],
      at: row.at.toISOString(),
      document_name: row.document_name,
    };
  });
}
