import type { FieldValue, GroupRun } from "@shanhai/model";

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
  /** Opaque key of the last row wanted: a window of a list, whatever came or went in it. */
  readonly until?: string;
  readonly limit?: number;
  /** As recorded at the end of this day in Asia/Shanghai, `YYYY-MM-DD`. */
  readonly asOf?: string;
  /** Gives the page the titles of what its rows point to. */
  readonly titles?: boolean;
}

/** What of a list's extent is asked for: the list's own query, from `after` on. */
export interface ExtentQuery extends Omit<Query, "until" | "limit"> {
  /** The field that the list is ordered by, whose equal values stand together. */
  readonly group?: string;
}

/** Rows of a list that follow each other: those up to and including the one of the key; null: to the end of the list. */
export interface ListWindow {
  readonly until: string | null;
  readonly rows: number;
}

/**
 * How a list goes on behind a key: its windows with their keys, so that any of them is read without those before it, and
 * its groups. Counted piece by piece: `next` goes on behind the last window, null at the end of the list.
 */
export interface ListExtent {
  readonly windows: readonly ListWindow[];
  readonly groups: readonly GroupRun[];
  readonly next: string | null;
  /** Titles of groups that are rows, where asked for. */
  readonly titles?: { readonly [id: string]: string };
}
