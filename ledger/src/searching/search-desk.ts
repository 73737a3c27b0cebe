import type { TextMark } from "@shanhai/model";
import type { Actor } from "../actor.js";

/** 检索: one box over documents, records, people and units. */
export interface SearchDesk {
  /**
   * What holds all words of the text, as it is printed, by the initials or the sound of a name (ld, luodian → 罗甸) or under a former name
   * (扶贫办 → 乡村振兴局), and in rolls of many rows by a place, an employer or a buyer and by the beginning of a name or an
   * invoice's number: of each kind the first hits, or with `group` one kind page by page. Only what the actor may see.
   */
  search(actor: Actor, query: SearchQuery): Promise<SearchAnswer>;
}

export interface SearchQuery {
  readonly text: string;
  /** A record, or `document`. */
  readonly group?: string;
  /** Goes on after; only with a group. */
  readonly after?: string;
  readonly limit?: number;
}

export interface SearchAnswer {
  readonly groups: readonly SearchGroup[];
  /** Other names that were looked for too. */
  readonly also: readonly string[];
  /** Texts and rows that came in just now are not all searched yet: ask again. */
  readonly filling: boolean;
}

export interface SearchGroup {
  /** A record, or `document`. */
  readonly group: string;
  readonly hits: readonly SearchHit[];
  /** Key to go on after; null at the end; empty: more are there, from the beginning of the list. */
  readonly next: string | null;
  /**
   * Very many rows hold the words: the hits are some of them, those that were met first, and not the first of the list. The
   * kind asked for by itself goes through the list in its order.
   */
  readonly some: boolean;
}

export interface SearchHit {
  readonly scope_id: string;
  readonly id: string;
  readonly title: string;
  /** The hits in the title. */
  readonly marks: readonly TextMark[];
  /** The name by which it was found, where the title does not hold the words: the one it had before. */
  readonly former: string | null;
  /** What the source says, or the document; null where there is none. */
  readonly sentence: SearchSentence | null;
}

/** A sentence with the hits in it, and where it stands in the raw text of its document; or the value of a field. */
export interface SearchSentence {
  /** The field whose value the text is; null where it is what a document says. */
  readonly field: string | null;
  readonly text: string;
  readonly marks: readonly TextMark[];
  /** Null where the actor may not open the document. */
  readonly document_id: string | null;
  /** In the raw text; both null where it is a cell. */
  readonly start: number | null;
  readonly end: number | null;
  /** The cell of a workbook that says it. */
  readonly cell: { readonly sheet: string; readonly cell: string } | null;
}
