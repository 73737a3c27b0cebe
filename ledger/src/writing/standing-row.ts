import type { FieldValue, RecordDefinition } from "@shanhai/model";
import type { Change, SourceEntry } from "../command.js";
import { columnsToValues } from "../schema/record-columns.js";
import type { KeptRecord } from "../schema/record-set.js";
import type { Sql, SqlRow } from "../sql.js";
import type { Preparation } from "./prepared-rows.js";

/** A command's part in one scope; `seq` is the link that it will make. */
export interface ScopeWork {
  readonly scopeId: string;
  readonly seq: bigint;
  readonly changes: readonly Change[];
  readonly sources: readonly SourceEntry[];
  readonly withdrawn: readonly string[];
  readonly beside: readonly Change[];
  /** Worked out before the database was held. */
  readonly prepared: Preparation;
  /** Refuses a row, as it stands or as it would be, that is not the writer's to write. Absent: all are. */
  readonly refuseRow?: (definition: RecordDefinition, values: Values) => void;
  /** Refuses a step that the writer may not take with a row of this kind. */
  readonly refuseStep?: (definition: RecordDefinition, was: Values | null, values: Values) => void;
}

export type Values = { readonly [field: string]: FieldValue };

/** A row that stands now. */
export interface StandingRow {
  readonly id: string;
  readonly seq: bigint;
  readonly salt: Buffer | null;
  readonly values: Values;
}

/** What happens to one row: a new version, or none any more. */
export interface RowStep {
  readonly id: string;
  readonly was: StandingRow | null;
  readonly values: Values | null;
}

/** Reads rows that stand now, by id. */
export async function standingRows(
  sql: Sql,
  record: KeptRecord,
  scopeId: string,
  ids: readonly string[],
): Promise<Map<string, StandingRow>> {
  const { rows } = await sql.query(
    `select ${record.columns} from ${record.table} where scope_id = $1 and id = any($2::uuid[])`,
    [scopeId, ids],
  );
  return new Map(rows.map((row) => [String(row.id), standingRow(record, row)]));
}

/** A row of a record's table or of its past, as it was written. */
export function standingRow(record: KeptRecord, row: SqlRow): StandingRow {
  const salt = row.salt;
  return {
    id: String(row.id),
    seq: BigInt(String(row.seq)),
    salt: salt instanceof Uint8Array ? Buffer.from(salt) : null,
    values: columnsToValues(record.definition, row),
  };
}
