import type { Actor } from "../actor.js";

/** 收表: numbers of a month asked of several units that never log in, one locked workbook each. */
export interface CollectDesk {
  /** Begins a task: one sheet per unit. The same `command_id` again gives the same task. */
  startCollection(actor: Actor, task: NewCollection): Promise<{ readonly scope_id: string; readonly id: string }>;
  /** Tasks that the actor may see, the latest first. */
  collections(actor: Actor): Promise<readonly CollectionLine[]>;
  /** A task with its units; null where there is none to see. */
  collection(actor: Actor, scope: string, id: string): Promise<CollectionView | null>;
  /** Units known here, for a task that is begun: organisations, regions, offices of the pair's own side. */
  knownUnits(actor: Actor, scope: string): Promise<readonly KnownUnit[]>;
  /** Units that a ledger's column names, for a task that collects the ledger. */
  collectionUnits(
    actor: Actor,
    of: { readonly scope: string; readonly record: string; readonly field: string },
  ): Promise<readonly UnitRows[]>;
  /**
   * The workbook of one unit: filled in ahead, or, where it went back, the very file that came with its cells marked red and
   * explained. An .xls or .et cannot be changed where it stands: it is made anew as .xlsx with what was typed, and says so.
   */
  collectionWorkbook(actor: Actor, scope: string, sheet: string): Promise<CollectedFile>;
  /** Those of all units that have not reported rightly, in one .zip. */
  collectionWorkbooks(actor: Actor, scope: string, id: string): Promise<CollectedFile>;
  /**
   * Takes a file that came back, whatever it is called: it says itself whose it is. Without faults its numbers are filled in as
   * 部门报送数 of the unit; with any nothing of it is. Rows of a ledger wait as a workbook for 导入预演, and the unit has
   * reported once they are imported. The same file twice changes nothing.
   */
  takeReturned(actor: Actor, name: string, bytes: Uint8Array): Promise<ReturnedFile>;
}

export interface NewCollection {
  readonly scope: string;
  readonly title: string;
  readonly year: number;
  readonly month: number;
  /** Last day to report. */
  readonly due: string;
  /** Of a task that collects a ledger the units need no indicators. */
  readonly units: readonly { readonly name: string; readonly indicators: readonly string[] }[];
  /** The ledger that is collected, the column that names a row's unit, the columns that units fill in. */
  readonly ledger?: { readonly record: string; readonly field: string; readonly open: readonly string[] };
  readonly command_id: string;
}

/** A unit that a collection may ask, and where it is known from. */
export interface KnownUnit {
  readonly unit: string;
  readonly from: "office" | "organisation" | "region";
}

export interface UnitRows {
  readonly unit: string;
  readonly rows: number;
}

export type CollectedStatus = "waiting" | "returned" | "accepted" | "sent_back";

export interface CollectionLine {
  readonly scope_id: string;
  readonly id: string;
  readonly title: string;
  readonly year: number;
  readonly month: number;
  readonly due: string | null;
  readonly status: string;
  readonly units: number;
  readonly accepted: number;
  readonly sent_back: number;
}

/** Something in a returned sheet that its unit must put right. */
export interface SheetFault {
  readonly cell: string;
  readonly zh: string;
  readonly en: string;
}

export interface CollectedUnit {
  readonly id: string;
  readonly unit: string;
  readonly status: CollectedStatus;
  readonly indicators: readonly string[];
  readonly returned_on: string | null;
  readonly file_name: string | null;
  readonly faults: readonly SheetFault[];
  /** The workbook with its rows, to be looked at in 导入预演 and imported. */
  readonly document_id: string | null;
}

export interface CollectionView extends CollectionLine {
  readonly whose: string;
  /** The ledger that is collected; null for indicators. */
  readonly ledger: { readonly record: string; readonly zh: string; readonly en: string } | null;
  readonly sheets: readonly CollectedUnit[];
  /** 催报: to be copied and sent; null when everybody has reported. */
  readonly reminder: string | null;
}

export interface CollectedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface ReturnedFile {
  readonly file: string;
  readonly scope_id: string;
  readonly collection: string;
  readonly sheet: string;
  readonly unit: string;
  readonly status: CollectedStatus;
  readonly faults: readonly SheetFault[];
  readonly document_id: string | null;
  /** It is no .xlsx: what goes back is made anew as one, and says so, because an .xls or .et cannot be marked in place. */
  readonly remade: boolean;
  /** This very file was taken before. */
  readonly repeated: boolean;
}
