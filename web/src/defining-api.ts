import type { ImportMapping, IndicatorSet, SetIndicator, TemplateBinding } from "@shanhai/server";
import { call, query } from "./api.js";

export type RememberedKind = "import-mappings" | "template-bindings";

interface SetBy {
  /** The version of what was set from this year; null: nothing was. */
  readonly version: string | null;
  readonly reason: string;
  readonly command_id: string;
}

export type IndicatorRule = Pick<SetIndicator, "window" | "cut_off" | "unit" | "measure" | "rule" | "evidence">;

/** 设置: remembered layouts, 指标口径 by year. */
export const definingApi = {
  mappings: () => call<readonly ImportMapping[]>("GET", "/api/import-mappings"),
  bindings: () => call<readonly TemplateBinding[]>("GET", "/api/template-bindings"),
  rename: (kind: RememberedKind, id: string, name: string, command_id: string) =>
    call<void>("PATCH", `/api/${kind}/${id}`, { name, command_id }),
  forget: (kind: RememberedKind, id: string) => call<void>("DELETE", `/api/${kind}/${id}`),

  set: (year: number) => call<IndicatorSet>("GET", `/api/indicator-sets${query({ year })}`),
  setIndicator: (year: number, code: string, rule: IndicatorRule & SetBy) =>
    call<IndicatorSet>("PUT", `/api/indicator-sets/${year}/indicators/${code}`, rule),
  resetIndicator: (year: number, code: string, by: SetBy) =>
    call<IndicatorSet>("POST", `/api/indicator-sets/${year}/indicators/${code}/reset`, by),
  setPace: (year: number, pace: { readonly yellow_points: string; readonly soon_months: number } & SetBy) =>
    call<IndicatorSet>("PUT", `/api/indicator-sets/${year}/pace`, pace),
};
