import type { Actor } from "../actor.js";
import type { Receipt, Values } from "../command.js";
import type { Row } from "../row.js";

/** A row typed by hand. The same `command_id` again gives the first answer. */
export interface NewRow {
  readonly scope_id: string;
  readonly values: Values;
  readonly command_id: string;
  readonly reason: string;
}

/** What is changed in a row; `version` is the one that the writer saw. Fields that are not named stay. */
export interface RowChange {
  readonly version: string;
  readonly values: Values;
  readonly command_id: string;
  readonly reason: string;
}

/** A step of the life-cycle, with the fields that it needs. */
export interface RowStep extends RowChange {
  readonly to: string;
}

export interface Registered {
  readonly row: Row;
  readonly receipt: Receipt;
  /** What is worth a second look; nothing of it kept the row from being saved. */
  readonly warnings: readonly { readonly code: string; readonly zh: string; readonly en: string }[];
}

/** 登记: rows of any ledger by hand, as their definition says, through the one write path. */
export interface RegisterDesk {
  /** Makes a row; a life-cycle begins at its first step where none is given. Refusals are LedgerErrors. */
  createRow(actor: Actor, record: string, given: NewRow): Promise<Registered>;
  /** Changes fields; a value that documents state keeps their sources, and the new one is marked as filled in by hand. */
  changeRow(actor: Actor, record: string, scopeId: string, id: string, given: RowChange): Promise<Registered>;
  /** Takes a step: only one that follows, and only with what it needs (STEP_NOT_NEXT, STEP_INCOMPLETE). */
  stepRow(actor: Actor, record: string, scopeId: string, id: string, given: RowStep): Promise<Registered>;
  /** Removes a row and its proofs; refused while others point to it (ROW_NEEDED). It stays in the history. */
  removeRow(
    actor: Actor,
    record: string,
    scopeId: string,
    id: string,
    given: Omit<RowChange, "values">,
  ): Promise<Receipt>;
}
