import type { Actor } from "../actor.js";
import type { Merge } from "../workbook/book.js";

/** 模板填报: an upper level's own form is filled in where it stands; nothing else of it changes. */
export interface TemplateDesk {
  /** What a form looks like, and what was bound to its cells before: next month's copy is the same form. */
  openTemplate(actor: Actor, name: string, bytes: Uint8Array): Promise<OpenedTemplate>;
  /** Remembers what belongs into which cell, for this form. */
  bindTemplate(
    actor: Actor,
    fingerprint: string,
    bindings: readonly CellBinding[],
    commandId: string,
    name?: string,
  ): Promise<void>;
  /** Fills the bound cells of a form with the numbers of a month; formats, formulas, merges and widths stay. */
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

export interface CellBinding {
  readonly sheet: string;
  readonly cell: string;
  readonly indicator: string;
  readonly measure: BoundMeasure;
  /** For amounts, where the form counts in another unit than 万元. */
  readonly unit: "元" | "万元" | "亿元" | null;
}

export interface TemplateCell {
  readonly text: string;
  /** A cell with a formula works itself out and cannot be bound. */
  readonly formula: boolean;
}

export interface TemplateSheet {
  readonly name: string;
  /** Row by row; null where nothing stands. */
  readonly cells: readonly (readonly (TemplateCell | null)[])[];
  readonly merges: readonly Merge[];
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
  /** Bound cells left as they were: there is no number yet, or a formula stands there now. */
  readonly empty: readonly { readonly sheet: string; readonly cell: string }[];
}
