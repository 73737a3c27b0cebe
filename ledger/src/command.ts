import type { FieldValue } from "@shanhai/model";

/** One row written by a command. `version` is the seq the writer saw; a wrong one is refused with who changed what. */
export type Change =
  | {
      readonly op: "create";
      readonly record: string;
      readonly scope_id: string;
      readonly id: string;
      readonly values: Values;
    }
  | {
      readonly op: "change";
      readonly record: string;
      readonly scope_id: string;
      readonly id: string;
      readonly version: string;
      readonly values: Values;
    }
  | {
      readonly op: "remove";
      readonly record: string;
      readonly scope_id: string;
      readonly id: string;
      readonly version: string;
    };

export type Values = { readonly [field: string]: FieldValue };

/** Which source states which value of which field, for which side, and whether it is the chosen one (出处). */
export interface SourceEntry {
  /** Given by a writer that may have to take the entry back; else made when written. UUIDv7. */
  readonly id?: string;
  readonly scope_id: string;
  readonly record: string;
  readonly record_id: string;
  readonly field: string;
  readonly value: FieldValue;
  readonly side: "east" | "west" | null;
  readonly chosen: boolean;
  readonly fact_id: string | null;
  readonly document_id: string | null;
  /** Place in the document's raw text, or a cell. */
  readonly place:
    | { readonly start: number; readonly end: number }
    | { readonly sheet: string; readonly cell: string }
    | null;
  readonly quote: string | null;
}

/** How far a run is when its command is carried out. A run that was cancelled or undone takes no more steps (RUN_STOPPED). */
export interface RunStep {
  readonly scope_id: string;
  readonly id: string;
  readonly from: number;
  readonly position: number;
  readonly state: "running" | "done" | "undone";
}

/** The only way to write. The same `command_id` twice gives the first answer. */
export interface Command {
  readonly command_id: string;
  readonly reason: string;
  /** What gave rise to it: `document:<id>`, `run:<id>`; absent when typed by hand. */
  readonly source?: string;
  readonly changes: readonly Change[];
  readonly sources?: readonly SourceEntry[];
  /** The run (导入批次) that this command is a part of: its position moves in the same transaction, or nothing is written. */
  readonly run?: RunStep;
  /** Sources taken back (undo, a correction): gone from the current rows, kept with the past ones, in the same link. */
  readonly withdrawn_sources?: readonly { readonly scope_id: string; readonly id: string }[];
}

export interface Receipt {
  readonly command_id: string;
  readonly at: string;
  /** One chain link per scope written. */
  readonly links: readonly { readonly scope_id: string; readonly seq: string; readonly hash: string }[];
  /** True when this command had been carried out before. */
  readonly repeated: boolean;
}
