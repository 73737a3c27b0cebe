import { mayReadRecord } from "../account/policy.js";
import type { Actor } from "../actor.js";
import type { Desk } from "../desk.js";
import type { SqlRow } from "../sql.js";
import type { SaidFigure } from "./counting-desk.js";
import { readingOf } from "./place-rows.js";

/**
 * Figures that documents state of these parties, unsplit, and that were told in or of a year. They never enter a sum: what
 * was split of them is counted in the pairs already.
 */
export async function saidFigures(
  desk: Desk,
  actor: Actor,
  parties: readonly string[],
  year: number,
  asOf?: string,
): Promise<readonly SaidFigure[]> {
  const record = desk.records.get("reported_figure");
  if (parties.length === 0 || !mayReadRecord(actor, record.definition)) return [];
  const { reading, values } = readingOf(parties, asOf);
  const year$ = `$${values.push(year)}::int`;
  const { rows } = await desk.database.query<SaidFigure & SqlRow>(
    `select r.of, r.printed, r.approx, r.scope_id, r.id from ${reading(record)} r
     where (r.period ~ (${year$})::text or (r.period is null or r.period !~ '\\d{4}')
       and extract(year from r.reported_on_from) = ${year$})
     order by r.scope_id, r.reported_on_from, r.id`,
    values,
  );
  return rows;
}
