import { FIRST_YEAR, hasMeasure, indicators, NIL_SCOPE, unitChoices, versionIn, windowDays } from "@shanhai/model";
import { mayDo, requireRight } from "../account/policy.js";
import type { Actor } from "../actor.js";
import type { Desk } from "../desk.js";
import { LedgerError } from "../error-codes.js";
import type { IndicatorSet, SetIndicator } from "./defining-desk.js";
import { type Definitions, definitionsOf } from "./definitions.js";

type Written = {
  readonly record: string;
  readonly indicator: string | null;
  readonly version: string;
  readonly who: string;
  readonly at: string;
};

/** What the indicators mean in a year, with who set what of it and when. */
export async function indicatorSet(desk: Desk, actor: Actor, year: number): Promise<IndicatorSet> {
  requireRight(actor, "read");
  if (!Number.isInteger(year) || year < FIRST_YEAR || year > FIRST_YEAR + 39)
    throw new LedgerError("QUERY_INVALID", { part: "year" });
  const definitions = await definitionsOf(desk.database);
  const { rows } = await desk.database.query<Written>(
    `select r.record, r.indicator, r.seq::text as version, c.actor_name as who,
       to_char(c.at at time zone 'Asia/Shanghai', 'YYYY-MM-DD"T"HH24:MI:SS"+08:00"') as at
     from (select 'indicator_rule' as record, indicator, scope_id, seq, from_year from indicator_rule
       union all select 'pace_rule', null, scope_id, seq, from_year from pace_rule) r
     join change c on c.scope_id = r.scope_id and c.seq = r.seq
     where r.scope_id = $1 and r.from_year = $2`,
    [NIL_SCOPE, year],
  );
  const pace = definitions.paceIn(year);
  const set = rows.find(({ record }) => record === "pace_rule");
  return {
    year,
    pace: { yellow_points: pace.yellowPoints, soon_months: pace.soonMonths, from: pace.from, ...stamp(set) },
    indicators: indicators.flatMap(({ code }) => shown(definitions, code, year, rows)),
    may_set: mayDo(actor, "definitions"),
  };
}

function stamp(row: Written | undefined) {
  return { version: row?.version ?? null, changed_by: row?.who ?? null, changed_at: row?.at ?? null };
}

function shown(definitions: Definitions, code: string, year: number, rows: readonly Written[]): SetIndicator[] {
  const definition = definitions.find(code);
  const version = definition === undefined ? null : versionIn(definition, year);
  if (definition === undefined || version === null) return [];
  const { group, zh, en, kind, parent = null } = definition;
  const { window, cutOff, rule, evidence, basis, from, to } = version;
  const delivered = indicators.find((one) => one.code === code);
  const before = delivered === undefined ? null : versionIn(delivered, year);
  return [
    {
      ...{ code, group, zh, en, kind, parent, number: version.version, from, to, window, rule, evidence, basis },
      days: windowDays(version, year),
      cut_off: cutOff,
      unit: version.unit ?? definition.unit,
      units: unitChoices(definition),
      measure: delivered !== undefined && hasMeasure(delivered) ? (version.measure ?? "persons") : null,
      delivered: basis === "office" && before !== null ? withoutNumber(before) : null,
      ...stamp(rows.find((row) => row.record === "indicator_rule" && row.indicator === code)),
    },
  ];
}

function withoutNumber<V extends { readonly version: number }>({ version: _, ...rest }: V): Omit<V, "version"> {
  return rest;
}
