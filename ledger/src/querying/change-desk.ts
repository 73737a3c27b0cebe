import type { Actor } from "../actor.js";

/** A row that a command wrote, as far as the actor may read it. */
export interface ChangedRow {
  readonly op: "create" | "change" | "remove";
  readonly record: string;
  readonly id: string;
  /** Its title now; null where it was removed since. */
  readonly title: string | null;
}

/** One link of a chain: who wrote what in one pair or party, and why. */
export interface ChangeEntry {
  readonly at: string;
  readonly who: string;
  /** 经办: who made what `who` accepted (审核); null where nobody checks. */
  readonly maker: string | null;
  readonly reason: string;
  /** `document:<id>`, `run:<id>`; null when typed by hand. */
  readonly source: string | null;
  readonly scope_id: string;
  readonly seq: string;
  readonly rows: readonly ChangedRow[];
  /** Rows of the link that are not listed: a bulk import's. */
  readonly more: number;
}

export interface ChangeQuery {
  /** The `next` of the last answer: goes on after. */
  readonly after?: string;
  /** From the beginning of this day in China; for the first call. */
  readonly since?: string;
  readonly limit?: number;
}

/** What one person did with one kind of row since a day. */
export interface ChangeCount {
  readonly who: string;
  readonly record: string;
  readonly created: number;
  readonly changed: number;
  readonly removed: number;
  readonly last_at: string;
}

/** 变更: what was written since, within the actor's scopes and ledgers. */
export interface ChangeDesk {
  /**
   * The change feed, oldest first, each entry once however many writers there are: it ends before the oldest
   * transaction that still writes. `end`: there is no more at present; ask again with `next` for what
   * comes later.
   */
  changes(
    actor: Actor,
    query: ChangeQuery,
  ): Promise<{ readonly entries: readonly ChangeEntry[]; readonly next: string | null; readonly end: boolean }>;
  /** What changed since a day, by person and ledger, the latest first; of the last 300 saves where there are more. */
  changedSince(actor: Actor, day: string): Promise<{ readonly counts: readonly ChangeCount[]; readonly all: boolean }>;
}
