import type { RecordDefinition } from "@shanhai/model";
import type { Actor } from "../actor.js";

/** 字典: what funds, classes, grades are called, in which years, by which paper; shown to all, set by who may. */
export interface WordingDesk {
  /** The ledgers that the actor reads, told in the words of the dictionaries as they are here. */
  definitions(actor: Actor): Promise<readonly RecordDefinition[]>;
  dictionaries(actor: Actor): Promise<DictionaryBook>;
  /** Where the rows of each scope belong that the actor sees: what is typed there is read by the aliases of these places. */
  scopePlaces(actor: Actor): Promise<readonly ScopePlaces[]>;
  /** Every entry and alias of a dictionary as it was set, changed and taken back, newest first. */
  dictionaryHistory(actor: Actor, dictionary: string): Promise<readonly DictionaryStep[]>;
  /** Adds a code, names one anew from a year on, or changes such an entry. */
  setEntry(actor: Actor, dictionary: string, input: EntryInput): Promise<DictionaryBook>;
  addAlias(actor: Actor, dictionary: string, input: AliasInput): Promise<DictionaryBook>;
  /** What a sheet of items (科目表, 负面清单) would set; nothing is written. DICTIONARY_SHEET where it lists none. */
  planWords(actor: Actor, dictionary: string, file: WordsFile): Promise<WordsPlan>;
  /** Writes exactly the plan with this hash, all of it or nothing. */
  importWords(
    actor: Actor,
    dictionary: string,
    file: WordsFile,
    accepted: { readonly hash: string; readonly command_id: string },
  ): Promise<DictionaryBook>;
  /** Takes back what was set: the delivered entry holds again, the alias is none any more. */
  removeWord(
    actor: Actor,
    dictionary: string,
    kind: "entries" | "aliases",
    id: string,
    of: Removal,
  ): Promise<DictionaryBook>;
}

/** Full paths of the parties of a scope. */
export interface ScopePlaces {
  readonly scope: string;
  readonly places: readonly string[];
}

/** 全部字典. */
export interface DictionaryBook {
  /** Whether the actor may set entries, and aliases that hold everywhere. */
  readonly may_set: boolean;
  /** Whether the actor may say what one of `places` calls an item. */
  readonly may_alias: boolean;
  /** Places that an alias may be said for: those that the actor's rows belong to, of a reviewer his own. */
  readonly places: readonly string[];
  readonly dictionaries: readonly ShownDictionary[];
}

export interface ShownDictionary {
  readonly name: string;
  readonly zh: string;
  readonly en: string;
  /** Whether codes may be added; else rules count by those that there are. */
  readonly open: boolean;
  /** Ledgers and columns that are told in its words. */
  readonly used: readonly { readonly zh: string; readonly en: string }[];
  readonly entries: readonly ShownEntry[];
  readonly aliases: readonly ShownAlias[];
}

interface Stamp {
  /** Of what was set here: its id and version, who, when; null for what is delivered. */
  readonly id: string | null;
  readonly version: string | null;
  readonly changed_by: string | null;
  readonly changed_at: string | null;
}

export interface ShownEntry extends Stamp {
  readonly code: string;
  readonly from_year: number | null;
  /** The last year in which it holds: its own end, or the year before the next name of its code. */
  readonly to_year: number | null;
  readonly zh: string;
  readonly en: string;
  readonly successor: string | null;
  readonly source: string;
  /** It was set over a delivered entry, which holds again when it is taken back. */
  readonly over: boolean;
}

export interface ShownAlias extends Stamp {
  readonly alias: string;
  readonly code: string;
  readonly place: string | null;
  readonly from_year: number | null;
  readonly to_year: number | null;
  readonly source: string;
}

export interface EntryInput {
  /** Null for a new one: its code is made. */
  readonly code: string | null;
  readonly from_year: number | null;
  readonly to_year: number | null;
  readonly zh: string;
  readonly en: string;
  readonly successor: string | null;
  readonly source: string;
  /** The row's version where this year's was set before; null for a first one. */
  readonly version: string | null;
  readonly command_id: string;
}

export interface AliasInput {
  readonly alias: string;
  readonly code: string;
  readonly place: string | null;
  readonly from_year: number | null;
  readonly to_year: number | null;
  readonly source: string;
  readonly command_id: string;
}

/** A sheet of items of a dictionary; year and source are those of lines that state none. */
export interface WordsFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly year: number | null;
  readonly source: string;
}

/** A line of such a sheet: what it would set, or why not. */
export interface PlannedWordLine {
  readonly sheet: string;
  readonly cell: string;
  readonly zh: string;
  readonly from_year: number | null;
  readonly to_year: number | null;
  readonly source: string;
  /** Other names that are recorded with it. */
  readonly aliases: readonly string[];
  readonly state: "added" | "changed" | "same" | "skipped";
  readonly reason: { readonly zh: string; readonly en: string } | null;
}

export interface WordsPlan {
  readonly lines: readonly PlannedWordLine[];
  readonly tally: { readonly added: number; readonly changed: number; readonly same: number; readonly skipped: number };
  readonly aliases: number;
  readonly hash: string;
}

export interface Removal {
  readonly version: string;
  readonly reason: string;
  readonly command_id: string;
}

export interface DictionaryStep {
  readonly kind: "entry" | "alias";
  /** Null: taken back. */
  readonly words: Pick<ShownEntry, "zh" | "en" | "code" | "from_year" | "to_year" | "source"> | null;
  /** What it is about, also where it was taken back. */
  readonly title: string;
  readonly place: string | null;
  readonly at: string;
  readonly who: string;
  readonly reason: string;
}
