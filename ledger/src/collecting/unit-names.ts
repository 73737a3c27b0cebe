import { requireReadable, requireRight } from "../account/policy.js";
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
