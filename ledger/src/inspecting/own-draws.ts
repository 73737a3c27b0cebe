import { mayKeepDraw, opensDraw } from "../account/policy.js";
import type { Actor } from "../actor.js";
import type { Change, Values } from "../command.js";
import { LedgerError } from "../error-codes.js";
import type { RecordSet } from "../schema/record-set.js";
import type { Sql } from "../sql.js";

/** What says whose a draw is; it never goes over to somebody else. */
const WHOSE = ["drawn_account", "drawn_role", "drawn_by", "drawn_office"] as const;

interface DrawnRow {
  readonly [column: string]: unknown;
  readonly id: string;
  readonly drawn_account: string | null;
  readonly drawn_role: string | null;
  readonly drawn_by: string | null;
  readonly drawn_office: string | null;
}

/**
 * Whatever door a change of a drawn sample (抽查) or of what was found comes by: an inspector's draw is changed by nobody else,
 * a new one stands in the own name, and whose it is never changes. SPOT_CHECK_OTHERS.
 */
export async function refuseOthersDraws(
  sql: Sql,
  records: RecordSet,
  actor: Actor,
  changes: readonly Change[],
): Promise<void> {
  const draws = changes.filter(({ record }) => record === "spot_check");
  const items = changes.filter(({ record }) => record === "spot_check_item");
  if (draws.length + items.length === 0 || !records.has("spot_check")) return;
  const made = new Set<string>();
  for (const change of draws) {
    if (change.op !== "create") continue;
    const { drawn_account: account, drawn_role: role } = change.values;
    if (!opensDraw(actor, { account: account ?? null, role: role ?? null })) throw new LedgerError("SPOT_CHECK_OTHERS");
    made.add(change.id);
  }
  const named = items.flatMap((change) => (change.op === "remove" ? [] : [change.values.spot_check ?? null]));
  const { rows } = await sql.query<DrawnRow>(
    `select c.id, c.drawn_account, c.drawn_role, c.drawn_by, c.drawn_office from spot_check c
      where c.scope_id = any($3::uuid[]) and (c.id = any($1::uuid[])
         or exists (select 1 from spot_check_item i
                     where i.scope_id = c.scope_id and i.spot_check = c.id and i.id = any($2::uuid[])))`,
    [
      [...draws.map(({ id }) => id), ...named.filter((id) => id !== null && !made.has(String(id)))],
      items.map(({ id }) => id),
      [...new Set([...draws, ...items].map(({ scope_id }) => scope_id))],
    ],
  );
  for (const row of rows) {
    const { id, drawn_account: account, drawn_role: role } = row;
    const given = draws.find((change) => change.id === id);
    const moved = given?.op === "change" && WHOSE.some((key) => key in given.values && !same(given.values, key, row));
    if (moved || !mayKeepDraw(actor, { account, role })) throw new LedgerError("SPOT_CHECK_OTHERS");
  }
}

function same(values: Values, key: (typeof WHOSE)[number], row: DrawnRow): boolean {
  return (values[key] ?? null) === row[key];
}
