import type { Actor } from "../actor.js";
import type { SourceEntry, Values } from "../command.js";
import type { Desk } from "../desk.js";
import type { Row } from "../row.js";

/** Which row. */
export interface RowPlace {
  readonly record: string;
  readonly scopeId: string;
  readonly id: string;
}

/**
 * Where documents state a field that is now filled in otherwise, their sources stay and are no longer the chosen ones:
 * a source without a document says that a person wrote the value.
 */
export async function handSources(
  desk: Desk,
  actor: Actor,
  { record, scopeId, id }: RowPlace,
  was: Row,
  values: Values,
): Promise<readonly SourceEntry[]> {
  const differing = Object.entries(values).filter(
    ([key, value]) => JSON.stringify(value ?? null) !== JSON.stringify(was.values[key] ?? null),
  );
  if (differing.length === 0 || desk.records.get(record).definition.bulk === true) return [];
  const stated = new Set((await desk.sources(actor, record, scopeId, id)).map(({ field }) => field));
  return differing
    .filter(([field]) => stated.has(field))
    .map(([field, value]) => ({
      scope_id: scopeId,
      record,
      record_id: id,
      field,
      value,
      side: null,
      chosen: true,
      fact_id: null,
      document_id: null,
      place: null,
      quote: null,
    }));
}
