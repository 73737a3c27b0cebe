import type { FieldValue } from "@shanhai/model";
import type { Actor } from "../actor.js";
import type { Command, Values } from "../command.js";
import type { ProofFile } from "../evidence/evidence-desk.js";
import type { ImportChoices, ImportOptions, ImportPlan, ImportProgress } from "../importing/sheet-desk.js";

/** 草稿 → 待审 → 审核通过 or 退回; 已撤销 by its maker. */
export type HeldState = "draft" | "waiting" | "accepted" | "returned" | "dropped";
export type HeldKind = "rows" | "import" | "undo";

/** A change under review as a list shows it. */
export interface HeldLine {
  readonly id: string;
  /** Names it in accepting, returning, taking back. */
  readonly version: string;
  readonly kind: HeldKind;
  readonly state: HeldState;
  readonly scope_id: string;
  /** The ledgers that it touches. */
  readonly records: readonly string[];
  /** The row, or the workbook's name; empty where what it held was erased. */
  readonly title: string;
  readonly reason: string;
  readonly maker: string;
  readonly made_at: string;
  readonly checker: string | null;
  readonly checked_at: string | null;
  readonly check_kind: "checked" | "self_checked" | null;
  /** 退回理由. */
  readonly note: string | null;
  /** Made by the one who asks. */
  readonly own: boolean;
  /** He may accept or return it. */
  readonly may_check: boolean;
}

/** 待审 of an office, the oldest first, and what the asker made that is not settled. */
export interface HeldLists {
  readonly to_check: readonly HeldLine[];
  readonly own: readonly HeldLine[];
  /** 一人办公: he checks his own, and it is recorded so. */
  readonly one_person: boolean;
}

/** One field: before the change was asked for, as asked for, and as it stands now. */
export interface HeldField {
  readonly field: string;
  readonly before: FieldValue;
  readonly after: FieldValue;
  readonly now: FieldValue;
  /** Somebody else changed it since to something else: the checker says which holds. */
  readonly conflict: boolean;
}

export interface HeldRow {
  /** `record/scope/id`. */
  readonly key: string;
  readonly record: string;
  readonly scope_id: string;
  readonly id: string;
  /** `source`: nothing of the row is changed, what a document says of it is noted beside it (出处). */
  readonly op: "create" | "change" | "remove" | "source";
  readonly title: string;
  /** The row's version now; null where there is none. */
  readonly version: string | null;
  /** All values of the row as it stands, for the words of its year; of a new row its own. */
  readonly values: Values;
  readonly fields: readonly HeldField[];
  /** What others changed since in fields that this change does not touch: it stays. */
  readonly meanwhile: readonly { readonly field: string; readonly before: FieldValue; readonly now: FieldValue }[];
  /** Who changed the row last since, and when; null where it stands as its maker saw it. */
  readonly changed_by: { readonly who: string; readonly at: string } | null;
  /** The row was removed since, or is to be removed though it was changed since: it cannot be accepted as it is. */
  readonly gone: boolean;
}

/** A file that would become a proof (佐证) with the change, or a proof that it would take back. */
export interface HeldFile extends ProofFile {
  readonly op: "attach" | "detach";
  /** The row that it proves. */
  readonly record: string;
  readonly scope_id: string;
  readonly row: string;
  readonly title: string;
}

/** Everything that the checker decides on. */
export interface HeldView extends HeldLine {
  /** Of rows: what changes, before → after. Titles of what they point to, by id. */
  readonly rows: readonly HeldRow[];
  readonly titles: { readonly [id: string]: string };
  /** 佐证 that wait with it: proofs once it is accepted, nobody's before. */
  readonly files: readonly HeldFile[];
  /** Of an import: its preview as it is now, and whether the ledger moved since it was laid before the office. */
  readonly import: {
    readonly document_id: string;
    readonly plan: ImportPlan;
    readonly choices: ImportChoices;
    readonly moved: boolean;
  } | null;
}

/** What settles a held change: the same command again, after a lost answer, is answered as it was. */
export interface Settling {
  readonly version: string;
  readonly command_id?: string;
}

export interface Acceptance extends Settling {
  /** The version of each row that was seen, by its key: PLAN of what was decided on. */
  readonly seen?: { readonly [key: string]: string | null };
  /** For fields that stand otherwise by now, which holds: by row and field. */
  readonly settled?: { readonly [key: string]: { readonly [field: string]: "asked" | "now" } };
  /** Of an import: the hash of the preview that was seen, and rows that are left out. */
  readonly hash?: string;
  readonly skip?: readonly string[];
  /** What becomes of stored rows that the file does not name, where the checker says it: some may be missing since. */
  readonly missing?: ImportChoices["missing"];
}

export interface Accepted {
  readonly held: HeldLine;
  /** Of an import: how far its rows are. */
  readonly import: ImportProgress | null;
}

/** Rows of a list that a change waits for. `id` of the change only for who may open it. */
export interface HeldMark {
  readonly scope_id: string;
  readonly row: string;
  readonly held: string | null;
  readonly maker: string | null;
}

/** What is kept to be carried out. */
export interface HeldImport {
  readonly id: string;
  readonly document: string;
  readonly name: string;
  readonly options: ImportOptions;
  readonly choices: ImportChoices;
  readonly hash: string;
}

/** What will be carried out: a command as it was asked for, an import as it was previewed, the undoing of one. */
export type HeldWork =
  | {
      readonly kind: "rows";
      readonly command: Command;
      /** What one command could not hold: written after it in the same transaction. */
      readonly more?: readonly Command[];
    }
  | { readonly kind: "import"; readonly import: HeldImport }
  | { readonly kind: "undo"; readonly import: Pick<HeldImport, "id" | "document" | "name"> };

/** Which ledgers it writes, where, and which standing rows it changes (`record/scope/id`). */
export interface HeldReach {
  readonly scope: string;
  readonly records: readonly string[];
  readonly touches: readonly string[];
}

/** 经办—审核: changes that wait for a colleague. */
export interface HoldingDesk {
  heldChanges(actor: Actor): Promise<HeldLists>;
  /** One with all that it would change; HELD_MISSING where it is not his office's, or somebody else's draft. */
  heldChange(actor: Actor, id: string): Promise<HeldView>;
  /**
   * 审核通过: carries it out with both names. Refused where a row moved since it was seen (HELD_MOVED), where a field
   * stands otherwise and nobody said which holds (HELD_CONFLICT), and for its own maker (MAKER_IS_CHECKER).
   */
  acceptHeld(
    actor: Actor,
    id: string,
    acceptance: Acceptance,
    watch?: { readonly progress?: (done: number, of: number) => void },
  ): Promise<Accepted>;
  /** 退回, with a reason that its maker reads. */
  returnHeld(actor: Actor, id: string, given: Settling & { readonly note: string }): Promise<HeldLine>;
  /** By its maker: 撤回 to a draft of his own, 提交 again, or 撤销 for good. */
  moveHeld(
    actor: Actor,
    id: string,
    given: Settling & { readonly to: "draft" | "waiting" | "dropped" },
  ): Promise<HeldLine>;
  /** Its maker puts values of one row right; it waits again. */
  mendHeld(actor: Actor, id: string, given: Settling & { readonly values: Values }): Promise<HeldLine>;
  /** A file that waits with it, for whoever may open the change; PROOF_MISSING where there is none. */
  heldFile(actor: Actor, id: string, file: string): Promise<{ readonly name: string; readonly bytes: Uint8Array }>;
  /** Its maker takes a file out again; where nothing else was asked for, the change is dropped. */
  dropHeldFile(actor: Actor, id: string, file: string, given: Settling): Promise<HeldLine>;
  /** Rows of a ledger with a change under review, for the two offices of the pair; one row's where it is named. */
  heldMarks(
    actor: Actor,
    record: string,
    row?: { readonly scope: string; readonly id: string },
  ): Promise<readonly HeldMark[]>;
}
