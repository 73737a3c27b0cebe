import { maySee, requireReadable, requireRight } from "../account/policy.js";
import { rowLimit } from "../account/visibility.js";
import type { Actor } from "../actor.js";
import type { Desk } from "../desk.js";
import { LedgerError } from "../error-codes.js";
import type { UnitRows } from "./collect-desk.js";

const pageSize = 500;
const mostRows = 50_000;

/** The units that a column of a ledger names, with how many rows each has, those with most first. */
export async function unitNames(
  desk: Desk,
  actor: Actor,
  of: { readonly scope: string; readonly record: string; readonly field: string },
): Promise<readonly UnitRows[]> {
  requireRight(actor, "collect");
  const { definition } = desk.records.get(of.record);
  requireReadable(actor, definition);
  const field = definition.fields.find(({ key }) => key === of.field);
  if (field?.type !== "text" || field.personal === true) throw new LedgerError("QUERY_INVALID", { part: of.field });
  const counts = new Map<string, number>();
  // A roster of a million rows is counted where it stands; who sees a part of it only is given that part, page by page.
  if (definition.bulk === true && maySee(actor, of.scope) && rowLimit(actor, definition) === null) {
    const { table } = desk.records.get(of.record);
    const { rows } = await desk.database.query<{ readonly unit: string; readonly rows: number }>(
      `select ${of.field} as unit, count(*)::integer as rows from ${table}
        where scope_id = $1 and ${of.field} <> '' group by 1 order by 2 desc, 1 limit 1000`,
      [of.scope],
    );
    return rows.map(({ unit, rows: count }) => ({ unit, rows: count }));
  }
  let read = 0;
  for (let after: string | null | undefined; after !== null && read < mostRows; ) {
    const page = await desk.list(actor, of.record, {
      ...{ scope: of.scope, limit: pageSize },
      ...(after === undefined ? {} : { after }),
    });
    for (const { values } of page.rows) {
      const name = values[of.field];
      if (typeof name === "string" && name !== "") counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    read += page.rows.length;
    after = page.next;
  }
  return [...counts].map(([unit, rows]) => ({ unit, rows })).sort((a, b) => b.rows - a.rows);
}
