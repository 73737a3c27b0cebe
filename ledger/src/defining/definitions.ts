import {
  type CountMeasure,
  type IndicatorChange,
  type IndicatorDefinition,
  type IndicatorUnit,
  type IndicatorWindow,
  indicators,
  NIL_SCOPE,
  type PaceChange,
  type PaceRule,
  paceRuleIn,
  withChanges,
} from "@shanhai/model";
import type { Sql } from "../sql.js";

/** The indicators as they are here: delivered ones with what offices have set, year by year. */
export interface Definitions {
  readonly indicators: readonly IndicatorDefinition[];
  find(code: string): IndicatorDefinition | undefined;
  paceIn(year: number): PaceRule & { readonly from: number | null };
}

type RuleRow = {
  readonly indicator: string;
  readonly from_year: bigint;
  readonly start_years: bigint;
  readonly start_day: string;
  readonly end_years: bigint;
  readonly end_day: string;
  readonly cut_off: string | null;
  readonly unit: string;
  readonly measure: string | null;
  readonly rule_zh: string;
  readonly rule_en: string;
  readonly evidence_zh: string;
  readonly evidence_en: string;
};

/** Reads what was set; where nothing was, the delivered definitions. */
export async function definitionsOf(sql: Sql): Promise<Definitions> {
  const { rows } = await sql.query<RuleRow>("select * from indicator_rule where scope_id = $1 order by from_year", [
    NIL_SCOPE,
  ]);
  const { rows: paces } = await sql.query<{ from_year: bigint; yellow_points: string; soon_months: bigint }>(
    "select from_year, yellow_points, soon_months from pace_rule where scope_id = $1",
    [NIL_SCOPE],
  );
  const set = withChanges(indicators, rows.map(changeOf));
  const byCode = new Map(set.map((one) => [one.code, one]));
  const pace = paces.map(
    (row): PaceChange => ({
      from: Number(row.from_year),
      yellowPoints: String(row.yellow_points),
      soonMonths: Number(row.soon_months),
    }),
  );
  return { indicators: set, find: (code) => byCode.get(code), paceIn: (year) => paceRuleIn(pace, year) };
}

function changeOf(row: RuleRow): IndicatorChange {
  return {
    code: row.indicator,
    from: Number(row.from_year),
    // Written by `defining.ts` only, which has checked them.
    window: {
      start: { years: Number(row.start_years), day: row.start_day },
      end: { years: Number(row.end_years), day: row.end_day },
    } as IndicatorWindow,
    cutOff: row.cut_off,
    unit: row.unit as IndicatorUnit,
    measure: row.measure as CountMeasure | null,
    rule: { zh: row.rule_zh, en: row.rule_en },
    evidence: { zh: row.evidence_zh, en: row.evidence_en },
  };
}
