import { NIL_SCOPE, versionIn } from "@shanhai/model";
import { endOfDay } from "../querying/page-query.js";
import type { Sql } from "../sql.js";
import type { DefinitionEdition } from "./defining-desk.js";
import type { Definitions } from "./definitions.js";

/** Tells the definitions of a past day from those of today, for one year. */
export async function editionOf(
  sql: Sql,
  asOf: string,
  year: number,
  { before, today }: { readonly before: Definitions; readonly today: Definitions },
): Promise<DefinitionEdition> {
  const { rows } = await sql.query<{ readonly at: string; readonly who: string }>(
    `select to_char(c.at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as at, c.actor_name as who from change c
      where c.scope_id = $1 and c.at < $2::timestamptz and c.seq in (
        select seq from indicator_rule union select seq from indicator_rule_past union select until_seq from indicator_rule_past
        union select seq from pace_rule union select seq from pace_rule_past union select until_seq from pace_rule_past)
      order by c.seq desc limit 1`,
    [NIL_SCOPE, endOfDay(asOf)],
  );
  const said = (definitions: Definitions, code: string) => {
    const definition = definitions.find(code);
    return JSON.stringify(definition === undefined ? null : versionIn(definition, year));
  };
  const pace = ({ paceIn }: Definitions) => JSON.stringify([paceIn(year).yellowPoints, paceIn(year).soonMonths]);
  return {
    set_at: rows[0]?.at ?? null,
    set_by: rows[0]?.who ?? null,
    differs: today.indicators.flatMap(({ code }) => (said(before, code) === said(today, code) ? [] : [code])),
    pace_differs: pace(before) !== pace(today),
  };
}
