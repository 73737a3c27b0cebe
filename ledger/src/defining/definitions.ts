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
import { endOfDay } from "../querying/page-query.js";
import type { Sql, SqlRow } from "../sql.js";

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

const RULE = `indicator, from_year, start_years, start_day, end_years, end_day, cut_off, unit, measure, rule_zh, rule_en,
  evidence_zh, evidence_en`;
const PACE = "from_year, yellow_points, soon_months";

/**
 * Reads what was set; where nothing was, the delivered definitions. With `asOf` as they stood at the end of that day: what was
 * set, changed or taken back since is not in it. The delivered ones are those of this program.
 */
export async function definitionsOf(sql: Sql, asOf?: string): Promise<Definitions> {
  const rules = await standing<RuleRow>(sql, "indicator_rule", RULE, asOf);
  const paces = await standing<{ from_year: bigint; yellow_points: string; soon_months: bigint }>(
    sql,
    "pace_rule",
    PACE,
    asOf,
  );
  const set = withChanges(indicators, [...rules].sort((a, b) => Number(a.from_year - b.from_year)).map(changeOf));
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

/** Rows of a table of definitions that stand, or that stood at the end of a day. */
async function standing<Row extends SqlRow>(sql: Sql, table: string, columns: string, asOf?: string): Promise<Row[]> {
  if (asOf === undefined)
    return (await sql.query<Row>(`select ${columns} from ${table} where scope_id = $1`, [NIL_SCOPE])).rows;
  const then = "(select max(seq) as seq from change where scope_id = $1 and at < $2::timestamptz) d";
  const { rows } = await sql.query<Row>(
    `select ${columns} from ${table} t, ${then} where t.scope_id = $1 and t.seq <= d.seq
     union all
     select ${columns} from ${table}_past t, ${then} where t.scope_id = $1 and t.seq <= d.seq and t.until_seq > d.seq`,
    [NIL_SCOPE, endOfDay(asOf)],
  );
  return rows;
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
