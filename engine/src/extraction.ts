import type { Mention, MentionKind } from "./annotation.js";
import type { Genre } from "./document/genre-code.js";
import type { Evidence, Fact } from "./fact.js";
import type { Issue } from "./issue.js";
import type { RawSpan, RepairedSpan } from "./span.js";

export type { Genre } from "./document/genre-code.js";

/**
 * How a file's bytes were read as characters (编码): every encoding tried with its score, best first (they add up to 1),
 * and whether somebody asked for the one that was taken. A chooser shows it; `Source.encoding` changes it.
 */
export interface EncodingChoice {
  readonly encodings: readonly { readonly encoding: string; readonly score: number }[];
  readonly forced: boolean;
}

/** One line of `shanhai extract --json`: the public contract. */
export interface Extraction {
  readonly contract: 1;
  readonly engine: string;
  /** File name without its last extension. */
  readonly id: string;
  readonly title: string | null;
  readonly source: string | null;
  /** ISO date or null. */
  readonly published: string | null;
  readonly genre: Genre;
  readonly raw: {
    readonly reader: string;
    readonly version: number;
    /** The encoding taken; null where the format itself says how its text is written (.docx, .pdf). */
    readonly encoding: string | null;
    /** The candidates of that choice and who made it; absent where there was none to make. */
    readonly choice?: EncodingChoice;
    /** UTF-16 length of the raw text. */
    readonly length: number;
    /** SHA-256 (hex) of the original bytes. */
    readonly sha256: string;
  };
  /** How many repairs of each kind were made. */
  readonly damage: readonly { readonly repair: string; readonly count: number }[];
  readonly facts: readonly Fact[];
  readonly issues: readonly Issue[];
  /** What stands where before anything is concluded from it; only where it was asked for (`Source.mentions`). */
  readonly mentions?: readonly PrintedMention[];
}

/** A region, date, quantity, organisation, person or project as printed: its place in the raw text and its value. */
export interface PrintedMention extends Evidence {
  readonly kind: MentionKind;
  readonly value: Mention["value"];
}

/** One repair as the reader of a page sees it: what stood there, what stands there now, by which repair, how sure. */
export interface RepairEdit {
  readonly raw: RawSpan;
  readonly repaired: RepairedSpan;
  readonly was: string;
  readonly now: string;
  readonly repair: string;
  readonly certainty: "certain" | "guessed";
  /** The characters of the repaired text that were guessed; the rest of the edit is certain. Absent when none was. */
  readonly guessed?: readonly RepairedSpan[];
}

/** Page furniture (breadcrumbs, 听全文, 分享到, attachments): set aside, never lost. */
export interface Furniture {
  readonly raw: RawSpan;
  readonly kind: string;
}

/** Marks of secrecy on the document (密级): the first three are refused before anything is stored, the others marked. */
export interface SecrecyMark {
  readonly level: "绝密" | "机密" | "秘密" | "工作秘密" | "内部";
  readonly raw: RawSpan;
}

/** All that the engine says about one document: the public line, and what a page needs to show it. */
export interface Reading {
  readonly extraction: Extraction;
  readonly raw: string;
  readonly repaired: string;
  readonly edits: readonly RepairEdit[];
  readonly furniture: readonly Furniture[];
  readonly secrecy: readonly SecrecyMark[];
}

/** A document as it comes in. `name` is the file name; a pasted text is its UTF-8 bytes and a name ending in `.txt`. */
export interface Source {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Forces an encoding by its label (`gb18030`, `gbk`, `big5` …) instead of detecting it; `auto` is as if it were absent. */
  readonly encoding?: string;
  /** Puts the mentions into the extraction. */
  readonly mentions?: boolean;
}
