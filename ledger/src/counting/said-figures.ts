import { mayReadRecord } from "../account/policy.js";
import type { Actor } from "../actor.js";
import type { Desk } from "../desk.js";
import type { SqlRow } from "../sql.js";
import type { SaidFigure } from "./counting-desk.js";

/**
 * Figures that documents state of these parties, unsplit, and that were told in or of a year. They never enter a sum: what
 * was split of them is counted in the pairs already.
 */
export async function saidFigures(
  desk: Desk,
  actor: Actor,
  parties: readonly string[],
  year: number,
): Promise<readonly SaidFigure[]> {
  const { definition } = desk.records.get("reported_figure");
  if (parties.length === 0 || !mayReadRecord(actor, definition)) return [];
  const { rows } = await desk.database.query<SaidFigure & SqlRow>(
    `select r.of, r.printed, r.approx, r.scope_id, r.id from reported_figure r
     where r.scope_id = any($1::uuid[]) and (r.period ~ $2 or (r.period is null or r.period !~ '\\d{4}')
       and extract(year from r.reported_on_from) = $3)
     order by r.scope_id, r.reported_on_from, r.id`,
    [parties, String(year), year],
  );
  return rows;
}
