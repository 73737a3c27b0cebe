import type { Actor } from "../actor.js";
import type { ReportContext } from "../reporting/report.js";
import type { Side } from "./followup-desk.js";

/**
 * Whose view it is: that of the actor's office. Who keeps the installation for himself and has no office says which side
 * he is on; who has one cannot take the other's.
 */
export function ownSide(actor: Actor, asked: Side | undefined): Side | null {
  return actor.office === undefined ? (asked ?? null) : actor.office.side;
}

/**
 * The side of who keeps the installation without an office and has not said it: the one whose line his own numbers are
 * reported in. Null where none were, or both: then nothing is late, rather than the other side.
 */
export async function reportingSide(query: ReportContext["query"]): Promise<Side | null> {
  const rows = await query<{ line: Side }>(
    ({ table, seen }) => `select distinct r.line from ${table("indicator_value")} r
      where r.kind = 'reported' and r.line is not null and ${seen("indicator_value")}`,
  );
  return rows.length === 1 ? (rows[0]?.line ?? null) : null;
}
