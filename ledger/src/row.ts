import type { FieldValue } from "@shanhai/model";

/** A row of a record as every door gives it. */
export interface Row {
  readonly record: string;
  readonly scope_id: string;
  readonly id: string;
  /** The seq of the link that wrote it: the version to name in a change. */
  readonly version: string;
  readonly title: string;
  readonly values: { readonly [field: string]: FieldValue };
}
