import { NIL_SCOPE } from "@shanhai/model";
import { requireOffice } from "../account/policy.js";
import type { Actor } from "../actor.js";
import { isUuid } from "../schema/record-columns.js";
import type { Store } from "../store.js";
import type { ErasableImport } from "../transfer/backup-desk.js";

/** Imports of a workbook, the latest first, but for those that were taken back or erased. */
export async function importsToErase(
  store: Store,
  actor: Actor,
  documentId: string,
): Promise<readonly ErasableImport[]> {
  requireOffice(actor, "erase");
  if (!isUuid(documentId)) return [];
  const { rows } = await store.db.query<ErasableImport & { readonly [column: string]: unknown }>(
    `select i.id, i.who, sum(r.position)::integer as rows,
            to_char(min(r.started_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at
       from sheet_import i
       cross join lateral jsonb_array_elements(i.runs) as one
       join run r on r.scope_id = (one ->> 'scope_id')::uuid and r.id = (one ->> 'id')::uuid and r.state <> 'undone'
      where i.scope_id = $1 and i.document = $2 group by i.id, i.who order by min(r.started_at) desc limit 50`,
    [NIL_SCOPE, documentId],
  );
  return rows;
}
