import { createHash, createHmac } from "node:crypto";
import type { FieldValue, RecordDefinition } from "@shanhai/model";
import { canonicalJson } from "./canonical-json.js";

export interface DigestedRow {
  readonly scope_id: string;
  readonly id: string;
  /** Normalised. */
  readonly values: { readonly [field: string]: FieldValue };
  /** Only where a field of the record is personal. */
  readonly salt: Buffer | null;
}

/**
 * SHA-256 over the canonical JSON of a row, hex. A field without a value is left out, so that a field added later
 * changes no old digest. Personal values enter as HMAC under the row's salt: when both are gone, nothing can be
 * guessed from the digest. `erased`: HMACs, by field, of values that were taken away from this version.
 */
export function rowDigest(
  definition: RecordDefinition,
  row: DigestedRow,
  erased: ReadonlyMap<string, string> = new Map(),
): string {
  const values: { [field: string]: unknown } = {};
  for (const { key, personal } of definition.fields) {
    const value = row.values[key] ?? null;
    const gone = personal === true ? erased.get(key) : undefined;
    if (gone !== undefined && value === null) values[key] = { hmac: gone };
    else if (value !== null)
      values[key] = personal === true ? { hmac: personalDigest(definition, key, value, row.salt) } : value;
  }
  const text = canonicalJson({ id: row.id, record: definition.name, scope: row.scope_id, values });
  return createHash("sha256").update(text).digest("hex");
}

/** What stands for a personal value in a digest. */
export function personalDigest(
  definition: RecordDefinition,
  key: string,
  value: FieldValue,
  salt: Buffer | null,
): string {
  // A row whose salt was taken away cannot have been written so; an empty key makes the digest differ.
  return createHmac("sha256", salt ?? Buffer.alloc(0))
    .update(canonicalJson([definition.name, key, value]))
    .digest("hex");
}
