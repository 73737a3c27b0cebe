import type {
  CountMeasure,
  IndicatorDefinition,
  IndicatorUnit,
  IndicatorVersion,
  IndicatorWindow,
  PaceRule,
} from "@shanhai/model";
import type { Actor } from "../actor.js";

/** 指标口径: what each indicator means in a year, and how its pace is judged; shown to all, set by who may. */
export interface DefiningDesk {
  indicatorSet(actor: Actor, year: number): Promise<IndicatorSet>;
  /** Sets an indicator's definition from a year on; what it changes is counted anew before this answers. */
  setIndicator(actor: Actor, year: number, code: string, input: IndicatorInput): Promise<IndicatorSet>;
  /** Takes back what was set from this year on: the version before it, or the delivered one, holds again. */
  resetIndicator(actor: Actor, year: number, code: string, of: Reset): Promise<IndicatorSet>;
  /** Sets 序时参数 from a year on. */
  setPace(actor: Actor, year: number, input: PaceInput): Promise<IndicatorSet>;
}

/** 一个年度的指标口径. */
export interface IndicatorSet {
  readonly year: number;
  readonly pace: SetPace;
  readonly indicators: readonly SetIndicator[];
  /** Whether the actor may set it. */
  readonly may_set: boolean;
}

export interface SetPace {
  readonly yellow_points: string;
  readonly soon_months: number;
  /** The year since which it holds; null: as delivered. */
  readonly from: number | null;
  /** The version of what was set from this very year; null: nothing was. */
  readonly version: string | null;
  readonly changed_by: string | null;
  readonly changed_at: string | null;
}

export interface SetIndicator {
  readonly code: string;
  readonly group: IndicatorDefinition["group"];
  readonly zh: string;
  readonly en: string;
  readonly kind: IndicatorDefinition["kind"];
  readonly parent: string | null;
  /** 口径版本 of the year, and the years for which it holds; a line between two versions is broken. */
  readonly number: number;
  readonly from: number;
  readonly to: number | null;
  readonly window: IndicatorWindow;
  /** The window's first and last day in this year. */
  readonly days: { readonly from: string; readonly to: string };
  /** `MM-DD` or null. */
  readonly cut_off: string | null;
  readonly unit: IndicatorUnit;
  readonly units: readonly IndicatorUnit[];
  /** 按人、按人次; null where only one of them fits. */
  readonly measure: CountMeasure | null;
  readonly rule: IndicatorVersion["rule"];
  readonly evidence: IndicatorVersion["evidence"];
  readonly basis: IndicatorVersion["basis"];
  /** As delivered for this year; null where nothing was set. */
  readonly delivered: Omit<IndicatorVersion, "version"> | null;
  /** The version of the row that was set from this very year: what a change names; null: nothing was. */
  readonly version: string | null;
  readonly changed_by: string | null;
  readonly changed_at: string | null;
}

export interface IndicatorInput {
  readonly window: IndicatorWindow;
  readonly cut_off: string | null;
  readonly unit: IndicatorUnit;
  readonly measure: CountMeasure | null;
  readonly rule: { readonly zh: string; readonly en: string };
  readonly evidence: { readonly zh: string; readonly en: string };
  /** The row's version where one was set from this year; null for a first one. */
  readonly version: string | null;
  readonly reason: string;
  readonly command_id: string;
}

export interface PaceInput {
  readonly yellow_points: PaceRule["yellowPoints"];
  readonly soon_months: number;
  readonly version: string | null;
  readonly reason: string;
  readonly command_id: string;
}

export type Reset = Pick<PaceInput, "reason" | "command_id"> & { readonly version: string };

/** By which definitions (口径版本) a board of a past day is counted. */
export interface DefinitionEdition {
  /** When and by whom definitions were last set until that day; null: nothing was, the delivered ones hold. */
  readonly set_at: string | null;
  readonly set_by: string | null;
  /** Indicators that mean something else today in the board's year. */
  readonly differs: readonly string[];
  /** Whether progress is judged otherwise today (序时参数). */
  readonly pace_differs: boolean;
}
