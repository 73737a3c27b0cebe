import type { Actor } from "../actor.js";

/** What the program remembers of sheets' layouts (表样): listed, named, forgotten. Its making is 表格导入's and 模板填报's. */
export interface RememberingDesk {
  /** Column mappings and answers kept for layouts that came in, the latest first. */
  importMappings(actor: Actor): Promise<readonly ImportMapping[]>;
  /** Forms of upper levels whose places are bound, the latest first. */
  templateBindings(actor: Actor): Promise<readonly TemplateBinding[]>;
  /** Gives one of either another name; REMEMBERED_MISSING where there is none. */
  renameRemembered(actor: Actor, kind: RememberedKind, id: string, name: string, commandId: string): Promise<void>;
  /** Forgets one: the next file of the layout is asked about anew. What was imported or filled in stays. */
  forgetRemembered(actor: Actor, kind: RememberedKind, id: string): Promise<void>;
}

export type RememberedKind = "mapping" | "template";

interface Remembered {
  readonly id: string;
  readonly name: string;
  /** When it was last changed (RFC 3339) and by whom. */
  readonly at: string;
  readonly who: string;
}

export interface ImportMapping extends Remembered {
  /** The ledger that the rows go to. */
  readonly form: { readonly key: string; readonly zh: string; readonly en: string };
  /** Columns that a person chose: `letter` of the sheet, and what it is read as; null: not read. */
  readonly columns: readonly {
    readonly letter: string;
    readonly reads: { readonly key: string; readonly zh: string; readonly en: string } | null;
  }[];
  /** What colours, hidden rows and the like were said to mean. */
  readonly answers: readonly {
    readonly question: string;
    readonly zh: string;
    readonly en: string;
    readonly answer: string;
  }[];
}

export interface TemplateBinding extends Remembered {
  readonly fingerprint: string;
  readonly places: number;
}
