import type { EncodingChoice, Source } from "./extraction.js";
import type { Issue } from "./issue.js";

/** What a reader makes of a file's bytes: the raw text (its places are the places of all evidence) and what was wrong. */
export interface RawText {
  readonly text: string;
  readonly encoding: string | null;
  /** The format says where paragraphs end, so that no line is a piece of one. */
  readonly wholeLines?: boolean;
  /** How the encoding was chosen, where there was a choice. */
  readonly choice?: EncodingChoice;
  readonly issues: readonly Issue[];
  /** What the file itself says, where its format can (the head of an HTML page): hints, below what the text says. */
  readonly stated: { readonly title?: string; readonly source?: string; readonly published?: string };
  /** Stretches that the format itself sets apart from the article (navigation, footers). */
  readonly furniture?: readonly { readonly start: number; readonly end: number; readonly kind: string }[];
  /**
   * Which part of the file a stretch comes from (`page 3`, `paragraph 12`, `table 2/row 3/cell 1`, `footnote 1`): in
   * order, without overlap. Evidence inside one names it.
   */
  readonly parts?: readonly RawPart[];
}

/** A stretch of the raw text that is one part of the file. */
export interface RawPart {
  readonly start: number;
  readonly end: number;
  readonly part: string;
}

/** Reads one file format. A change of what `read` returns for the same bytes needs a new `version`. */
export interface Reader {
  readonly id: string;
  readonly version: number;
  /** Whether the file is of this format, by its first bytes before its name. */
  takes(source: Source): boolean;
  read(source: Source): RawText;
}
