import type { FieldDefinition, RecordDefinition } from "@shanhai/model";
import { LedgerError } from "../error-codes.js";
import { PROOF_RECORD } from "./proof-record.js";
import { columnsOfRecord, identifier } from "./record-columns.js";
import { SOURCE_RECORD } from "./source-record.js";

/** A definition with what the SQL of both paths needs of it, worked out once and checked. */
export interface KeptRecord {
  readonly definition: RecordDefinition;
  /** Quoted names. */
  readonly table: string;
  readonly past: string;
  readonly columns: string;
  readonly salted: boolean;
  /** FIELD_UNKNOWN for a field that the record does not have. */
  field(key: string): FieldDefinition;
  has(key: string): boolean;
}

/** All records that this ledger keeps, sources and proofs included. The only place where SQL identifiers come from. */
export interface RecordSet {
  /** Refuses a name that is none of them with RECORD_UNKNOWN. */
  get(name: string): KeptRecord;
  has(name: string): boolean;
  readonly all: readonly KeptRecord[];
}

export function recordSet(definitions: readonly RecordDefinition[]): RecordSet {
  const byName = new Map<string, KeptRecord>();
  for (const definition of [...definitions, SOURCE_RECORD, PROOF_RECORD]) {
    if (byName.has(definition.name)) throw new Error(`two records are named ${definition.name}`);
    byName.set(definition.name, keptRecord(definition));
  }
  return {
    all: [...byName.values()],
    has: (name) => byName.has(name),
    get(name) {
      const record = byName.get(name);
      if (record === undefined) throw new LedgerError("RECORD_UNKNOWN", { record: name });
      return record;
    },
  };
}

function keptRecord(definition: RecordDefinition): KeptRecord {
  const fields = new Map(definition.fields.map((field) => [field.key, field]));
  if (fields.size !== definition.fields.length) throw new Error(`${definition.name} has a field twice`);
  const columns = columnsOfRecord(definition);
  return {
    definition,
    table: identifier(definition.name),
    past: identifier(`${definition.name}_past`),
    columns: columns.map(identifier).join(", "),
    salted: columns.includes("salt"),
    has: (key) => fields.has(key),
    field(key) {
      const field = fields.get(key);
      if (field === undefined)
        throw new LedgerError("FIELD_UNKNOWN", { record: definition.zh, record_en: definition.en, field: key });
      return field;
    },
  };
}
