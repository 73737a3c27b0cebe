import type {
  DictionaryPlace,
  Finding,
  FormContext,
  ReadWord,
  SheetCount,
  SheetSurroundings,
  TotalCheck,
} from "@shanhai/model";
import type { RowLimit } from "../account/visibility.js";
import type { SheetFault } from "../collecting/collect-desk.js";
import type { Values } from "../command.js";
import type { ErrorCode, ErrorParams } from "../error-codes.js";
import type { PlannedSheetRow } from "../importing/sheet-desk.js";
import type { UnitCover } from "../importing/unit-cover.js";
import type { Merge } from "../workbook/book.js";
import type { StreamedRow } from "../workbook/stream-rows.js";
import type { AskedForm } from "./roster-faults.js";

/** A sheet of a large workbook as far as its head goes: what tells which form it is. */
export interface SheetHead {
  readonly name: string;
  readonly hidden: boolean;
  readonly rows: readonly StreamedRow[];
  readonly merges: readonly Merge[];
  /** Hidden columns, comments, pictures and whether a filter is set. */
  readonly beside: SheetSurroundings;
}

/** One sheet that is read, with the form and all its columns settled. */
export interface RosterSheet {
  readonly head: SheetHead;
  readonly form: string;
  readonly columns: readonly (readonly [column: number, key: string | null])[];
}

/** What the reading thread is to do. A place in the file is a row's number: sheet × 2²⁰ + row. */
export type RosterJob =
  /** `summaries`: names of sheets that are summaries. */
  | {
      readonly work: "heads";
      readonly source: Uint8Array | string;
      readonly name: string;
      readonly summaries: RegExp;
    }
  | {
      readonly work: "window";
      readonly path: string;
      readonly name: string;
      readonly sheet: string;
      readonly row: number;
    }
  /** `spool`: the open file that the rows go to; `summaries`: rows are summed up for a summary sheet of the file. */
  | (RosterReading & {
      readonly work: "count";
      readonly compare: boolean;
      readonly summaries: boolean;
      readonly spool: number;
    })
  /** Rows that want a look (退回核实), `most` of them. */
  | (RosterReading & { readonly work: "doubts"; readonly most: number })
  /** A unit's roster that came back. */
  | (RosterReading & { readonly work: "check"; readonly form: AskedForm })
  | (RosterReading & {
      readonly work: "write";
      readonly compare: boolean;
      /** Batches say which subjects have rows already. */
      readonly again: boolean;
      readonly verdict: PackedVerdict;
      readonly spool: { readonly file: number; readonly size: number };
      readonly runs: readonly { readonly sheet: string; readonly id: string; readonly after: number }[];
      readonly skip: readonly string[];
    });

export interface RosterReading {
  readonly path: string;
  readonly name: string;
  readonly sheets: readonly RosterSheet[];
  readonly context: Omit<FormContext, "personKey" | "dictionary">;
  /** What its words are looked up by. */
  readonly words: DictionaryPlace;
  readonly secret: Uint8Array;
  readonly scope: string;
  readonly limit: RowLimit | null;
  /** Who imports, for a refusal. */
  readonly who: string;
  /** The year that its rows are of; null where each row says its own. */
  readonly year: number | null;
  /** The unit that was sent the roster (收表); null for any other file. */
  readonly cover: UnitCover | null;
}

/** What the whole file tells of its rows, as plain data. */
export interface PackedVerdict {
  readonly duplicates: PackedBits;
  readonly marks: readonly PackedBits[];
}

interface PackedBits {
  readonly pages: readonly Uint8Array[];
  readonly size: number;
}

/** A stored row that a row of the file may be the same as. */
export interface StoredMatch {
  readonly id: string;
  readonly version: string;
  readonly values: Values;
}

/** What a look over the whole file found. */
export interface RosterCount {
  readonly verdict: PackedVerdict;
  readonly counts: readonly SheetCount[];
  readonly findings: readonly Finding[];
  /** 合计, 小计 held against their rows. */
  readonly totals: readonly TotalCheck[];
  /** What the rows of each sheet come to in the columns of a summary (汇总). */
  readonly sums: ReadonlyMap<string, readonly bigint[]>;
  /** Words of a dictionary that are not simply the names of the year. */
  readonly words: readonly ReadWord[];
  readonly tally: {
    readonly added: number;
    readonly changed: number;
    readonly cells: number;
    readonly same: number;
    readonly skipped: number;
  };
  /** Data rows, by sheet: what a run counts through. */
  readonly dataRows: { readonly [sheet: string]: number };
  /** The first rows of each state. */
  readonly rows: readonly PlannedSheetRow[];
  /** Field → column letter, by sheet. */
  readonly letters: { readonly [sheet: string]: { readonly [field: string]: string } };
  /** What the file is about: the values of its form's `about`, those of one row together (`joinedValues`). */
  readonly about: readonly string[];
  /** Bytes of the spool. */
  readonly spooled: number;
}

/** A row that wants a look: as it stands in the file, what is wrong in it, and the key by which it is known again. */
export interface RosterDoubt {
  readonly row: StreamedRow;
  readonly findings: readonly Finding[];
  readonly key: string | null;
}

/** The rows of a file that want a look, by sheet, and how many there are in all. */
export interface RosterDoubts {
  readonly sheets: readonly { readonly sheet: string; readonly rows: readonly RosterDoubt[] }[];
  readonly count: number;
}

/** What a unit must put right in a roster that came back, and what it would change; `met`: stored rows that it names. */
export interface RosterCheck {
  readonly faults: readonly SheetFault[];
  readonly tally: {
    readonly added: number;
    readonly changed: number;
    readonly same: number;
    readonly skipped: number;
    readonly met: number;
  };
}

/** Rows of one transaction, ready to be written. */
export interface RosterBatch {
  readonly sheet: string;
  /** How many data rows of the sheet are done when it is written. */
  readonly position: number;
  /** New rows as lines of COPY; null where other rows change or a row has cells of its own: new ones are in `made` then. */
  readonly lines: Uint8Array | null;
  /** What the chain's link says of the lines. */
  readonly link: string;
  /** Subjects of its rows that rows of the file before them are about too; null: nobody asked. */
  readonly again: readonly string[] | null;
  readonly made: readonly BatchRow[];
  readonly changes: readonly (BatchRow & { readonly version: string })[];
}

/** The cell of each field and what it prints: `{"amount": ["Q8", "退货2.6万"]}`. */
export interface Cells {
  readonly [field: string]: readonly [cell: string, printed: string];
}

/** A row to be written; `cells` where the columns of its run do not say where its values stand. */
export interface BatchRow {
  readonly id: string;
  readonly values: Values;
  readonly cells: Cells | null;
}

/** What the thread says. One with `ask` waits for the answer of the same number. */
export type RosterReply =
  | { readonly kind: "progress"; readonly rows: number }
  | { readonly kind: "standing"; readonly ask: number; readonly subjects: readonly string[] }
  | { readonly kind: "batch"; readonly ask: number; readonly batch: RosterBatch }
  | { readonly kind: "heads"; readonly heads: readonly SheetHead[]; readonly source: Uint8Array | string }
  | { readonly kind: "window"; readonly rows: readonly StreamedRow[] }
  /** The thread goes on to say which stored rows the file does not name, until it is ended. */
  | { readonly kind: "counted"; readonly found: RosterCount }
  | { readonly kind: "unnamed"; readonly ids: readonly string[] }
  | { readonly kind: "doubts"; readonly doubts: RosterDoubts }
  | { readonly kind: "checked"; readonly check: RosterCheck }
  | { readonly kind: "end" }
  /** `source`: the bytes that were given, back. */
  | {
      readonly kind: "refused";
      readonly code: ErrorCode;
      readonly params: ErrorParams;
      readonly source: Uint8Array | null;
    }
  | { readonly kind: "failed"; readonly failure: string; readonly source: Uint8Array | null };

/** What the thread is told. `batchRows`: how many rows the following batches are to hold. */
export type RosterAnswer =
  | { readonly ask: number; readonly rows: readonly StoredMatch[]; readonly batchRows?: number }
  | { readonly stored: readonly { readonly id: string; readonly values: Values }[] };
