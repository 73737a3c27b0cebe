import { randomBytes } from "node:crypto";
import { type FieldValue, timeOrderedId } from "@shanhai/model";
import { rowDigest } from "../chain/row-digest.js";
import type { Change, Command, SourceEntry, Values } from "../command.js";
import { LedgerError } from "../error-codes.js";
import { ownTitle } from "../querying/titles.js";
import { normaliseValue, valuesToColumns } from "../schema/record-columns.js";
import type { KeptRecord, RecordSet } from "../schema/record-set.js";
import { rowGrams } from "../schema/row-grams.js";

/** A version of a row with all that follows from its values alone. */
export interface PreparedVersion {
  readonly digest: string;
  /** Its columns but `seq`, which only the locked head tells, and `search_grams` where other rows give the title. */
  readonly columns: string;
  readonly titled: boolean;
}

/**
 * What a command's new rows and sources become, worked out before the database is held: half the time of a large
 * command goes into digests, search grams and JSON, and the embedded engine serves nobody else meanwhile.
 */
export interface Preparation {
  readonly created: ReadonlyMap<Change, Values>;
  readonly made: ReadonlyMap<SourceEntry, MadeSource>;
  /** By the very object: values that the write path replaces by others are prepared anew. */
  readonly versions: ReadonlyMap<Values, PreparedVersion>;
}

export interface MadeSource {
  readonly id: string;
  readonly values: Values;
}

export const NOTHING_PREPARED: Preparation = { created: new Map(), made: new Map(), versions: new Map() };

/** Prepares what a command makes; refuses values that cannot be stored and rows without what they must have. */
export function prepareCommand(records: RecordSet, command: Command): Preparation {
  const created = new Map<Change, Values>();
  const made = new Map<SourceEntry, MadeSource>();
  const versions = new Map<Values, PreparedVersion>();
  for (const change of command.changes) {
    if (change.op !== "create") continue;
    const record = records.get(change.record);
    const values = mergedValues(record, {}, change.values);
    created.set(change, values);
    versions.set(values, prepareVersion(record, { ...change, values }));
  }
  const source = records.get("source");
  for (const entry of command.sources ?? []) {
    const { id, values } = madeSource(source, records.get(entry.record), entry);
    made.set(entry, { id, values });
    versions.set(values, prepareVersion(source, { scope_id: entry.scope_id, id, values }));
  }
  return { created, made, versions };
}

/** Digest and columns of one version; its salt is made here, so a version is prepared once and stored as it is. */
export function prepareVersion(
  record: KeptRecord,
  row: { readonly scope_id: string; readonly id: string; readonly values: Values },
): PreparedVersion {
  const { definition } = record;
  const { scope_id, id, values } = row;
  const salt = record.salted ? randomBytes(32) : null;
  const title = ownTitle(definition, values);
  const columns = {
    ...valuesToColumns(definition, values),
    scope_id,
    id,
    ...(title === null ? {} : { search_grams: definition.bulk === true ? [] : rowGrams(definition, values, title) }),
    ...(salt === null ? {} : { salt: `\\x${salt.toString("hex")}` }),
  };
  return {
    digest: rowDigest(definition, { scope_id, id, values, salt }),
    columns: JSON.stringify(columns),
    titled: title !== null,
  };
}

/** Values after a change: fields that it does not name stay. */
export function mergedValues(record: KeptRecord, was: Values, given: Values): Values {
  const { definition } = record;
  const values: { [field: string]: FieldValue } = { ...was };
  for (const [key, value] of Object.entries(given)) values[key] = normaliseValue(definition, record.field(key), value);
  const missing = definition.fields.find(({ key, required }) => required === true && (values[key] ?? null) === null);
  if (missing !== undefined)
    throw new LedgerError("VALUE_REQUIRED", {
      record: definition.zh,
      record_en: definition.en,
      field: missing.zh,
      field_en: missing.en,
    });
  return values;
}

function madeSource(source: KeptRecord, record: KeptRecord, entry: SourceEntry): MadeSource {
  const { definition } = source;
  const given: Values = {
    record: entry.record,
    record_id: entry.record_id,
    field: entry.field,
    value: normaliseValue(record.definition, record.field(entry.field), entry.value),
    side: entry.side,
    chosen: entry.chosen,
    fact_id: entry.fact_id,
    document_id: entry.document_id,
    // A place is one object, kept in a list so that it has the form of a field.
    place: entry.place === null ? null : [{ ...entry.place }],
    quote: entry.quote,
  };
  const checked = Object.entries(given).map(([key, value]) => [
    key,
    normaliseValue(definition, source.field(key), value),
  ]);
  return { id: entry.id ?? timeOrderedId(Date.now(), randomBytes(16)), values: Object.fromEntries(checked) };
}
