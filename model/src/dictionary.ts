/**
 * 字典: what an authority can change by a circular – what funds, classes of people, grades are called and which there are –
 * as data with years and the paper that says so. A record stores the code. What is delivered stands in `dictionaries/`; what
 * an office sets (`DictionarySet`) goes over it.
 */
export interface DictionaryDefinition {
  /** snake_case; what a field's `dictionary` names. */
  readonly name: string;
  readonly zh: string;
  readonly en: string;
  /**
   * Whether an office may add codes. Where a rule counts by the codes (B1 by the kind of fund, E1 by the class of person) it
   * may not: it may rename them, end them, and give them other names.
   */
  readonly open: boolean;
  readonly entries: readonly DictionaryEntry[];
  /** Other names that sheets are known to print for its codes. */
  readonly aliases?: readonly DictionaryAlias[];
}

/** 字典项: one code under one name for a stretch of years. The same code with a later `from` is its new name. */
export interface DictionaryEntry {
  readonly code: string;
  /** First and last year; null: always before, still now. */
  readonly from: number | null;
  readonly to: number | null;
  readonly zh: string;
  readonly en: string;
  /** The code that goes on in its place after `to`. */
  readonly successor: string | null;
  /** The paper (文号、依据) that says so. */
  readonly source: string;
}

/** 别名: what a place calls a code in some years, as its sheets print it. */
export interface DictionaryAlias {
  readonly text: string;
  readonly code: string;
  /** The full path of a region or party; null: everywhere. */
  readonly place: string | null;
  readonly from: number | null;
  readonly to: number | null;
  readonly source: string;
}

/** What offices have set, by dictionary. */
export interface DictionarySet {
  readonly entries: readonly (DictionaryEntry & { readonly dictionary: string })[];
  readonly aliases: readonly (DictionaryAlias & { readonly dictionary: string })[];
}
