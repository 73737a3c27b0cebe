import type { RepairEdit } from "@shanhai/engine";
import { PositionMap } from "@shanhai/engine/light";
import { NIL_SCOPE } from "@shanhai/model";
import { seenDocument } from "../account/document-access.js";
import type { Actor } from "../actor.js";
import { binder } from "../querying/bind.js";

import type { Sql } from "../sql.js";

/** A document's repaired text, and how its places go over into the raw one. */
export interface SeenText {
  readonly repaired: string;
  readonly map: PositionMap;
}

/** The texts of those of some documents that the actor may open. */
export async function seenTexts(
  sql: Sql,
  actor: Actor,
  ids: readonly string[],
): Promise<ReadonlyMap<string, SeenText>> {
  if (ids.length === 0) return new Map();
  const { values, bind } = binder();
  const nil = bind(NIL_SCOPE, "uuid");
  const { rows } = await sql.query<{ id: string; repaired: string | null; edits: RepairEdit[] | null }>(
    `select d.id, t.repaired, t.edits from document d join document_text t on t.scope_id = d.scope_id and t.document = d.id
      where d.scope_id = ${nil} and d.id = any(${bind(ids, "uuid[]")}) and ${seenDocument(actor, bind)}`,
    values,
  );
  return new Map(
    rows.map(({ id, repaired, edits }) => [id, { repaired: repaired ?? "", map: repairMap(edits ?? []) }]),
  );
}

/** Those of some documents that the actor may open. */
export async function seenAmong(sql: Sql, actor: Actor, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const { values, bind } = binder();
  const { rows } = await sql.query<{ id: string }>(
    `select d.id from document d where d.scope_id = ${bind(NIL_SCOPE, "uuid")} and d.id = any(${bind(ids, "uuid[]")})
        and ${seenDocument(actor, bind)}`,
    values,
  );
  return new Set(rows.map(({ id }) => id));
}

/** The map from the raw text to the repaired one, from the edits that made it. */
export function repairMap(edits: readonly RepairEdit[]): PositionMap {
  return PositionMap.of(
    edits.map(({ raw, repaired }) => ({
      start: raw.start,
      oldSize: raw.end - raw.start,
      newSize: repaired.end - repaired.start,
    })),
  );
}
