import type { FieldValue, Finding, SheetCount, TotalCheck, WordReading } from "@shanhai/model";
import type { Actor } from "../actor.js";

/** What a person settles for the reading of a workbook; kept with the import. All of it may be absent. */
export interface ImportOptions {
  /** The pair that the rows go to. */
  readonly scope?: string;
  /** The year that the sheets are about, where they do not say. */
  readonly year?: number;
  /** Sheets to leave out, or to read though they are hidden or void. */
  readonly sheets?: { readonly [sheet: string]: "read" | "skip" };
  /** Columns chosen for a table, by `sheet#number of the table`: form, and per column letter the form's column or null. */
  readonly columns?: {
    readonly [table: string]: { readonly form: string; readonly columns: { readonly [letter: string]: string | null } };
  };
  /** Answers to questions (a colour's meaning …), by the question's key; remembered for the layout. */
  readonly answers?: { readonly [question: string]: string };
}

/** 本次缺失: what becomes of a stored row that the file does not name. */
export type MissingChoice = "end" | "remove" | "omitted" | "ignore";

export interface ImportChoices {
  /** By the missing row's key. */
  readonly missing?: { readonly [key: string]: MissingChoice };
  /** Keys of rows that are left out. */
  readonly skip?: readonly string[];
}

/** One cell that would change. */
export interface CellChange {
  readonly field: string;
  readonly zh: string;
  readonly en: string;
  readonly before: FieldValue;
  readonly after: FieldValue;
  /** `Q11`; null where it follows from the sheet as a whole. */
  readonly cell: string | null;
  readonly printed: string | null;
}

export interface PlannedSheetRow {
  /** Sheet and first row; with a leg's pair behind it. Stable over previews. */
  readonly key: string;
  readonly record: string;
  readonly sheet: string;
  /** Rows as the spreadsheet numbers them. */
  readonly lines: readonly number[];
  readonly title: string;
  readonly state: "added" | "changed" | "same" | "skipped";
  /** Why it is skipped. */
  readonly reason: { readonly zh: string; readonly en: string } | null;
  readonly changes: readonly CellChange[];
  readonly findings: readonly Finding[];
}

export interface MissingRow {
  readonly key: string;
  readonly record: string;
  readonly scope_id: string;
  readonly id: string;
  readonly title: string;
  readonly choices: readonly MissingChoice[];
}

/** A column of a table, and what it is read as. */
export interface PlannedColumn {
  readonly letter: string;
  readonly label: string;
  /** The form's column; null: not read. */
  readonly key: string | null;
}

export interface PlannedTable {
  /** `sheet#number`. */
  readonly key: string;
  readonly caption: string | null;
  readonly form: string | null;
  readonly rows: number;
  readonly columns: readonly PlannedColumn[];
  /** Columns were chosen by a person before, for the same layout. */
  readonly remembered: boolean;
}

export interface PlannedSheet {
  readonly name: string;
  readonly state: "read" | "hidden" | "void" | "empty" | "no-table" | "unknown" | "summary" | "skipped";
  readonly title: string | null;
  readonly unit: string | null;
  readonly reporter: string | null;
  readonly as_of: string | null;
  readonly tables: readonly PlannedTable[];
}

/** Something that only the clerk knows; asked once per meaning. */
export interface SheetQuestion {
  readonly key: string;
  readonly zh: string;
  readonly en: string;
  readonly sheet: string;
  readonly answer: string | null;
}

/** A word of a dictionary as the file prints it, and what it was taken for. */
export interface PlannedWord {
  /** The key of an answer about it, in `ImportOptions.answers`: the code that it means in this import. */
  readonly key: string;
  readonly dictionary: string;
  readonly zh: string;
  readonly en: string;
  readonly text: string;
  readonly year: number | null;
  /** Null: not known; the cells stay empty. */
  readonly code: string | null;
  readonly how: WordReading;
  /** How many cells say it, and the first of them. */
  readonly count: number;
  readonly sheet: string;
  readonly cell: string | null;
  /** What it may mean in that year. */
  readonly choices: readonly { readonly code: string; readonly zh: string; readonly en: string }[];
}

/** 字典用语 of a file. */
export interface PlannedWords {
  /** Whether the actor may record another name in the dictionary, and the places he may record it for. */
  readonly may_alias: boolean;
  /** Whether also for all places. */
  readonly everywhere: boolean;
  readonly places: readonly string[];
  readonly words: readonly PlannedWord[];
}

/** 导入预演: exactly what an import would write, and everything it would not. */
export interface ImportPlan {
  readonly document: { readonly id: string; readonly name: string };
  readonly scope: { readonly id: string; readonly label: string } | null;
  readonly scopes: readonly { readonly id: string; readonly label: string }[];
  readonly year: number | null;
  /** The year is told nowhere: the one that is proposed must be given (`ImportOptions.year`) before anything is written. */
  readonly year_assumed: boolean;
  readonly hash: string;
  readonly sheets: readonly PlannedSheet[];
  readonly forms: readonly {
    readonly key: string;
    readonly zh: string;
    readonly en: string;
    readonly columns: readonly { readonly key: string; readonly zh: string; readonly en: string }[];
  }[];
  readonly rows: readonly PlannedSheetRow[];
  readonly missing: readonly MissingRow[];
  readonly totals: readonly TotalCheck[];
  readonly counts: readonly (SheetCount & { readonly form: string })[];
  readonly findings: readonly Finding[];
  readonly questions: readonly SheetQuestion[];
  readonly dictionary: PlannedWords;
  readonly tally: {
    readonly added: number;
    readonly changed: number;
    readonly cells: number;
    readonly same: number;
    readonly skipped: number;
    readonly missing: number;
  };
}

/** How an import stands. */
export interface ImportProgress {
  readonly id: string;
  readonly document_id: string;
  readonly scope_id: string;
  readonly state: "running" | "interrupted" | "done" | "cancelled" | "undone";
  readonly position: number;
  readonly total: number;
  readonly who: string;
  readonly at: string;
}

/** A part of a sheet as it is printed, around one cell. Rows and columns count from 0. */
export interface SheetWindow {
  readonly name: string;
  readonly sheet: string;
  readonly sheets: readonly string[];
  readonly cell: string | null;
  readonly left: number;
  /** One beyond the last column shown. */
  readonly right: number;
  readonly rows: readonly {
    readonly row: number;
    readonly cells: readonly {
      readonly column: number;
      readonly text: string;
      /** Columns and rows that it spans here. */
      readonly right: number;
      readonly down: number;
      readonly here: boolean;
      readonly number: boolean;
      readonly comment: string | null;
    }[];
  }[];
}

/** A region that takes part, by its full path and, where it has one, its code. */
export interface NewParty {
  readonly path: string;
  readonly adcode?: string | null;
}

/** 表格导入: a workbook's preview, its import, and taking it back. */
export interface SheetDesk {
  /** What the import of a stored workbook would write; nothing is written. Refusals are LedgerErrors. */
  planImport(actor: Actor, documentId: string, options?: ImportOptions): Promise<ImportPlan>;
  /**
   * Writes exactly the plan with this hash, or refuses (SHEET_PLAN_STALE, SHEET_YEAR_NEEDED, SHEET_MISSING_UNDECIDED). Rows are written in
   * transactions of some hundreds, each with the run's position; cut short it is gone on with by `resumeImport`.
   */
  importSheet(
    actor: Actor,
    documentId: string,
    accepted: {
      readonly options: ImportOptions;
      readonly choices: ImportChoices;
      readonly hash: string;
      readonly id: string;
    },
    watch?: { readonly progress?: (done: number, of: number) => void; readonly signal?: AbortSignal },
  ): Promise<ImportProgress>;
  /** Goes on with an import that a crash or a closed program cut short. */
  resumeImport(
    actor: Actor,
    importId: string,
    watch?: { readonly progress?: (done: number, of: number) => void },
  ): Promise<ImportProgress>;
  /** Stops an import between two transactions; what is written stays until it is undone. */
  cancelImport(actor: Actor, importId: string): Promise<ImportProgress>;
  /** Takes an import back: rows made are removed, rows changed get their former values. RUN_UNDO_CONFLICT names rows changed since. */
  undoImport(actor: Actor, importId: string): Promise<ImportProgress>;
  /**
   * The rows of a workbook that want a look (退回核实), sheet by sheet in files of their own, their cells red and explained: to be
   * put right by who sent them and brought in again. One file, or a .zip of several; SHEET_NO_DOUBTS where there is none.
   */
  doubtfulRows(
    actor: Actor,
    documentId: string,
    options?: ImportOptions,
  ): Promise<{ readonly name: string; readonly bytes: Uint8Array; readonly rows: number }>;
  /** Imports of a workbook, newest first. */
  imports(actor: Actor, documentId: string): Promise<readonly ImportProgress[]>;
  /** The sheet around a cell, as it is printed: what a source opens. */
  sheetWindow(actor: Actor, documentId: string, sheet?: string, cell?: string): Promise<SheetWindow>;
  /** Sets a pair up where it does not stand (PAIR_INVALID). */
  openPair(actor: Actor, east: NewParty, west: NewParty): Promise<{ readonly id: string; readonly label: string }>;
  importState(actor: Actor, importId: string): Promise<ImportProgress>;
}
