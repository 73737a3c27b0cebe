import type { Actor } from "../actor.js";
import type { Merge } from "../workbook/book.js";

/** 模板填报: an upper level's own form, .xlsx or .docx, is filled in where it stands; nothing else of it changes. */
export interface TemplateDesk {
  /** What a form looks like, and what was bound to its places before: next month's copy is the same form. */
  openTemplate(actor: Actor, name: string, bytes: Uint8Array): Promise<OpenedTemplate>;
  /** Remembers what belongs into which place, for this form. */
  bindTemplate(
    actor: Actor,
    fingerprint: string,
    bindings: readonly CellBinding[],
    commandId: string,
    name?: string,
  ): Promise<void>;
  /** Fills the bound places of a form for a month; formats, formulas, merges, widths and all other parts stay. */
  fillTemplate(actor: Actor, name: string, bytes: Uint8Array, of: TemplateMonth): Promise<FilledTemplate>;
}

export interface TemplateMonth {
  readonly scope: string;
  readonly year: number;
  readonly month: number;
}

export type BoundMeasure = (typeof boundMeasures)[number];

/** What of an indicator belongs into a cell: 本月新增、累计、年度目标、完成率、上年同期累计、上月累计. */
export const boundMeasures = ["this_month", "to_date", "target", "rate", "last_year", "last_month"] as const;

export type BoundUnit = (typeof boundUnits)[number];
export const boundUnits = ["元", "万元", "亿元"] as const;

/** Which rows of a ledger: those of the month asked for, of its year, or all. */
export type BoundPeriod = (typeof boundPeriods)[number];
export const boundPeriods = ["all", "year", "month"] as const;

export type CellBinding = IndicatorBinding | LedgerBinding;

/**
 * A place of a form: a cell (`F12`) of a sheet, a cell of a document's table (表1), or a blank of its text (正文, 空3) or of a
 * head or foot of its pages (页眉1, 页脚1).
 */
interface BoundPlace {
  readonly sheet: string;
  readonly cell: string;
  /** For amounts, where the form counts in another unit than 万元. */
  readonly unit: BoundUnit | null;
}

export interface IndicatorBinding extends BoundPlace {
  readonly indicator: string;
  readonly measure: BoundMeasure;
}

/** A field of a ledger's rows: of the nth row, or of all rows one below the other from the place downward. */
export interface LedgerBinding extends BoundPlace {
  readonly record: string;
  readonly field: string;
  readonly period: BoundPeriod;
  /** Values that the rows must have, by field: `{ kind: "industry" }`. */
  readonly filter: { readonly [field: string]: string };
  /** 1 for the first row, in the ledger's own order; null: all of them, downward. */
  readonly row: number | null;
  /**
   * How many places there are downward, so that a 合计 below is never written over: a longer list gets rows of its own put in
   * before it. Null: as many as there are rows.
   */
  readonly rows: number | null;
}

export interface TemplateCell {
  readonly text: string;
  /** A cell with a formula works itself out and cannot be bound. */
  readonly formula: boolean;
}

/** Words of a document's text; with `place` they are a blank, or a figure, that can be bound. */
export interface TextPiece {
  readonly text: string;
  readonly place?: string;
}

export interface TemplateSheet {
  readonly name: string;
  /** Row by row; null where nothing stands. */
  readonly cells: readonly (readonly (TemplateCell | null)[])[];
  readonly merges: readonly Merge[];
  /** A document's text, line by line; only lines with something to fill in. */
  readonly lines?: readonly (readonly TextPiece[])[];
}

export interface OpenedTemplate {
  readonly fingerprint: string;
  readonly name: string;
  readonly sheets: readonly TemplateSheet[];
  readonly bindings: readonly CellBinding[];
}

export interface FilledTemplate {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly filled: number;
  /** Bound places left as they were: there is nothing to fill in yet, or a formula stands there now. */
  readonly empty: readonly { readonly sheet: string; readonly cell: string }[];
  /** Rows put in where a list is longer than the places that the form has for it. */
  readonly inserted: number;
  /** Rows of lists for which the form has no place, where none could be put in (a list beside it goes on over them). */
  readonly left_over: number;
  /** Lists of which a form takes the first rows only: how many there are, or at least are (`more`). All of them are exported. */
  readonly cut: readonly {
    readonly record: string;
    readonly rows: number;
    readonly more: boolean;
    readonly taken: number;
  }[];
}
