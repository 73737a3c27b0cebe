import type { Actor } from "../actor.js";

/** 收表: numbers of a month asked of several units that never log in, one locked workbook each. */
export interface CollectDesk {
  /** Begins a task: one sheet per unit. The same `command_id` again gives the same task. */
  startCollection(actor: Actor, task: NewCollection): Promise<{ readonly scope_id: string; readonly id: string }>;
  /** Tasks that the actor may see, the latest first. */
  collections(actor: Actor): Promise<readonly CollectionLine[]>;
  /** A task with its units; null where there is none to see. */
  collection(actor: Actor, scope: string, id: string): Promise<CollectionView | null>;
  /** The workbook of one unit: filled in ahead, or, where it went back, as it came with its cells marked red and explained. */
  collectionWorkbook(actor: Actor, scope: string, sheet: string): Promise<CollectedFile>;
  /** Those of all units that have not reported rightly, in one .zip. */
  collectionWorkbooks(actor: Actor, scope: string, id: string): Promise<CollectedFile>;
  /**
   * Takes a file that came back, whatever it is called: it says itself whose it is. Without faults its numbers are filled in as
   * 部门报送数 of the unit; with any nothing of it is. The same file twice changes nothing.
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
  readonly units: readonly { readonly name: string; readonly indicators: readonly string[] }[];
  readonly command_id: string;
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
}

export interface CollectionView extends CollectionLine {
  readonly whose: string;
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
  /** This very file was taken before. */
  readonly repeated: boolean;
}
