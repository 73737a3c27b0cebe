import type { FieldValue } from "@shanhai/model";

/**
 * What a row of a list must fulfil. `one_of`: the field's value, or one of several values, is one of `values` (codes,
 * ids, `true`); `contains`: a text has the first value in it, case aside; `from`, `to`: dates and numbers, both included
 * (money in 分); a date that may lie within counts. `empty`, `filled`: no values.
 */
export interface Condition {
  readonly field: string;
  readonly is: "one_of" | "contains" | "from" | "to" | "empty" | "filled";
  readonly values: readonly string[];
}

export interface Query {
  readonly scope?: string;
  /** Of these scopes only: several pairs of a province. */
  readonly scopes?: readonly string[];
  readonly filter?: { readonly [field: string]: FieldValue };
  /** All of them must hold. */
  readonly conditions?: readonly Condition[];
  /** Another order than the record's own; the same at every page of one list. */
  readonly sort?: { readonly field: string; readonly descending: boolean };
  /** Substring of the title. */
  readonly text?: string;
  /** Rows of this parent (visit_stop of a visit …). */
  readonly parent?: string;
  /** Opaque key of the last row seen. */
  readonly after?: string;
  readonly limit?: number;
  /** As recorded at the end of this day in Asia/Shanghai, `YYYY-MM-DD`. */
  readonly asOf?: string;
  /** Gives the page the titles of what its rows point to. */
  readonly titles?: boolean;
}
