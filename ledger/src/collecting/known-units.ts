import { NIL_SCOPE } from "@shanhai/model";
import { maySee, requireRight } from "../account/policy.js";
import type { Actor } from "../actor.js";
import type { Desk } from "../desk.js";
import type { KnownUnit } from "./collect-desk.js";

/** Names of each kind that are offered; who is not among them is typed in. */
const mostOfAKind = 500;

/**
 * Units that an office may ask before a ledger names any: offices of the own party, its townships and villages, organisations
 * that stand in its region. Of the other side none: nobody collects from the partner's bureaus. Empty for a scope out of sight.
 */
export async function knownUnits(desk: Desk, actor: Actor, scope: string): Promise<readonly KnownUnit[]> {
  requireRight(actor, "collect");
  if (!maySee(actor, scope)) return [];
  const { rows } = await desk.database.query<{ readonly path: string; readonly id: string }>(
    `select p.path, p.id from party p left join pair a on a.scope_id = p.scope_id and a.id = $2
      where p.scope_id = $1 and p.id = coalesce(case when $3 = 'east' then a.east else a.west end, $2)`,
    [NIL_SCOPE, scope, actor.office?.side ?? "west"],
  );
  const [own] = rows;
  if (own === undefined) return [];
  const named = async (from: KnownUnit["from"], text: string, values: readonly unknown[]) =>
    (await desk.database.query<{ readonly unit: string }>(text, [NIL_SCOPE, mostOfAKind, ...values])).rows.map(
      ({ unit }): KnownUnit => ({ unit, from }),
    );
  const under = `${own.path.replace(/[\\%_]/g, "\\$&")}_%`;
  const found = [
    ...(await named(
      "region",
      `select name as unit from region where scope_id = $1 and path like $3 order by path collate "C" limit $2`,
      [under],
    )),
    ...(await named(
      "office",
      `select name as unit from office where scope_id = $1 and party = $3 and state = 'active'
        order by name collate "C" limit $2`,
      [own.id],
    )),
    ...(await named(
      "organisation",
      `select o.name as unit from organisation o join region r on r.scope_id = o.scope_id and r.id = o.region
        where o.scope_id = $1 and (r.path like $3 or r.path = $4) order by o.sort_key collate "C" limit $2`,
      [under, own.path],
    )),
  ];
  const seen = new Set<string>();
  return found.filter(({ unit }) => !seen.has(unit) && seen.add(unit));
}
