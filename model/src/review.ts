import type { Extraction, Fact, Furniture, RepairEdit } from "@shanhai/engine";
import type { FieldValue } from "./record-definition.js";

/** 采用 · 更正 · 不采用 · 并入; `undo` takes the last one back. */
export type Verdict = "adopt" | "correct" | "decline" | "merge";

/** What a person decides about one fact. */
export interface Decision {
  readonly fact: string;
  readonly verdict: Verdict;
  /** `correct`: fields of the fact with their right values; all else stays as extracted. */
  readonly values?: { readonly [field: string]: unknown };
  /** `merge`: per proposed row key, the stored row it is the same as. */
  readonly into?: { readonly [rowKey: string]: { readonly scope_id: string; readonly id: string } };
  readonly reason?: string;
}

/** A stored row that may be the same thing, and why. */
export interface Candidate {
  readonly record: string;
  readonly scope_id: string;
  readonly id: string;
  readonly title: string;
  readonly reason: { readonly zh: string; readonly en: string };
  /** 0–1. */
  readonly score: number;
}

/** One fact on the checking page. */
export interface ReviewItem {
  readonly fact: Fact;
  readonly state: "open" | "adopted" | "corrected" | "declined" | "merged";
  readonly decision: {
    readonly id: string;
    readonly at: string;
    readonly who: string;
    readonly values: Decision["values"] | null;
  } | null;
  /** Fact ids of the same kind and overlapping place that an earlier engine run made and a person has decided on. */
  readonly beside: readonly string[];
  /** Keys of the rows that adopting it would write; empty: kept as a fact, no ledger takes it yet. */
  readonly rows: readonly {
    readonly key: string;
    readonly record: string;
    readonly title: string;
    readonly candidates: readonly Candidate[];
  }[];
}

export interface PlannedValue {
  readonly field: string;
  readonly zh: string;
  readonly en: string;
  readonly value: FieldValue;
  /** As shown to a person. */
  readonly shown: string;
  /** The value it replaces, for a changed row. */
  readonly was?: FieldValue;
  /** False: kept as a second source beside the chosen value. */
  readonly chosen: boolean;
  readonly fact: string | null;
  readonly quote: string | null;
  readonly place: { readonly start: number; readonly end: number } | null;
}

/** A row that will be written: made, changed, or only given a second source. */
export interface PlannedRow {
  readonly key: string;
  readonly record: string;
  readonly action: "create" | "change" | "source";
  readonly scope: { readonly id: string; readonly zh: string };
  /** Known for existing rows and rows with an id from codes; else given when written. */
  readonly id: string | null;
  readonly title: string;
  readonly values: readonly PlannedValue[];
  readonly facts: readonly string[];
}

/** What will be written, shown before it is. Committing names its hash; if anything has changed since, nothing is written. */
export interface WritePlan {
  readonly document: string;
  readonly decisions: readonly Decision[];
  readonly rows: readonly PlannedRow[];
  readonly warnings: readonly { readonly zh: string; readonly en: string }[];
  readonly hash: string;
}

/** A document with all that its page shows. */
export interface DocumentView {
  readonly id: string;
  readonly name: string;
  readonly state: "waiting" | "checking" | "checked" | "withdrawn" | "erased";
  readonly submitted_at: string;
  readonly submitted_by: string;
  /** 工作秘密 or 内部: may be worked with here, never published. */
  readonly mark: string | null;
  readonly withdrawn: { readonly who: string; readonly at: string; readonly reason: string } | null;
  readonly extraction: Omit<Extraction, "facts">;
  readonly raw: string;
  readonly repaired: string;
  readonly edits: readonly RepairEdit[];
  readonly furniture: readonly Furniture[];
  readonly items: readonly ReviewItem[];
}
