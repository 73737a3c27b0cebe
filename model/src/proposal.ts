import type { Evidence, Fact } from "@shanhai/engine";
import type { FieldValue } from "./record-definition.js";

/** A party as proposals name it, before the ledger is asked: the region's full path, or a group's or organisation's name. */
export interface PartyRef {
  readonly kind: "region" | "organisation" | "group";
  readonly path: string;
  readonly adcode: string | null;
  readonly side: "east" | "west" | null;
}

/** Where a row belongs: a pair (one east × one west party), a party (what is said of several pairs unsplit), or reference. */
export type ScopeRef =
  | { readonly kind: "pair"; readonly east: PartyRef; readonly west: PartyRef }
  | { readonly kind: "party"; readonly party: PartyRef }
  | { readonly kind: "reference" };

export interface ProposedValue {
  /** A value, or the key of another proposed row that this field points to (`{row}` / `{rows}`). */
  readonly value: FieldValue | { readonly row: string } | { readonly rows: readonly string[] };
  /** The fact and its mention that state it; null for values that follow from the row itself (ids, direction). */
  readonly fact: string | null;
  readonly evidence: Evidence | null;
  /** Taken from the document's own head (the day of publication): its source is the document, at no place that is known. */
  readonly from?: "document";
  /** For rival or second statements of the same field: a source row each, this one not chosen. */
  readonly alternatives?: readonly {
    readonly value: FieldValue;
    readonly fact: string;
    readonly evidence: Evidence;
    readonly side: "east" | "west" | null;
  }[];
}

/** A row that a document's facts would become. Pure: the page shows exactly what will be written. */
export interface ProposedRow {
  /** Unique within the document and stable over runs: record, fact id, and leg where one fact makes several rows. */
  readonly key: string;
  readonly record: string;
  readonly scope: ScopeRef;
  /** Set for rows whose id follows from codes (UUIDv5); others get a UUIDv7 when written. */
  readonly id: string | null;
  readonly values: { readonly [field: string]: ProposedValue };
  /** The fact that this row is about: adopting it writes the row. */
  readonly fact: string;
  /**
   * What helps to find the same thing in the ledger and is no value of this row: a person's posts, sides and region ids.
   * Never written.
   */
  readonly traits?: { readonly [trait: string]: readonly string[] };
  /** Keys of rows that must stand before it (its pair, its visit, its person). They are written along with it and shown. */
  readonly needs: readonly string[];
}

export interface ProposalContext {
  readonly document: {
    readonly id: string;
    readonly title: string | null;
    readonly source: string | null;
    readonly published: string | null;
  };
}

/** One proposal rule: `model/src/proposals/<record>.ts`. Sees all facts (with corrections applied), returns rows of its record. */
export interface Proposal {
  readonly record: string;
  propose(facts: readonly Fact[], context: ProposalContext): readonly ProposedRow[];
}
