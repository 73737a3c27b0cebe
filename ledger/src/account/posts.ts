import { NIL_SCOPE } from "@shanhai/model";
import type { Actor, ActorOffice, OfficeKind, Role } from "../actor.js";
import type { Sql } from "../sql.js";
import { recordsOf } from "./branches.js";

/** A post that a person may act in (身份), as the switch in the page's head shows it. */
export interface Post {
  /** Null: the first account's own, which keeps the installation. */
  readonly membership: string | null;
  readonly office: string | null;
  readonly role: Role;
  readonly title: string | null;
  readonly side: "east" | "west" | null;
}

export interface PostRow {
  readonly id: string;
  readonly role: Role;
  readonly title: string | null;
  readonly pairs: readonly string[] | null;
  readonly branches: readonly string[] | null;
  readonly projects: readonly string[] | null;
  readonly office: string;
  readonly office_name: string;
  readonly kind: OfficeKind;
  readonly party: string | null;
  readonly office_branches: readonly string[] | null;
  readonly place: string | null;
  readonly maker_checker: boolean;
  readonly reviewed: readonly string[] | null;
  readonly side: string | null;
  readonly adcode: string | null;
  readonly path: string | null;
  readonly [column: string]: unknown;
}

/** The posts of an account that hold, the oldest first. */
export async function postsOf(sql: Sql, account: string): Promise<readonly PostRow[]> {
  const { rows } = await sql.query<PostRow>(
    `select m.id, m.role, m.title, m.pairs, m.branches, m.projects, o.id as office, o.name as office_name, o.kind,
            o.party, o.branches as office_branches, o.place, o.maker_checker, o.reviewed, p.side, p.adcode, p.path
       from membership m
       join office o on o.scope_id = m.scope_id and o.id = m.office and o.state = 'active'
       left join party p on p.scope_id = m.scope_id and p.id = o.party
      where m.scope_id = $1 and m.account = $2 and m.state = 'active' order by m.id`,
    [NIL_SCOPE, account],
  );
  return rows;
}

export function postOf(row: PostRow): Post {
  return { membership: row.id, office: row.office_name, role: row.role, title: row.title, side: sideOf(row) };
}

/** Who somebody is in a post: his office, its pairs and parties, its ledgers. */
export async function actorIn(
  sql: Sql,
  account: { readonly id: string; readonly name: string },
  row: PostRow,
): Promise<Actor> {
  const records = recordsOf(row.kind, row.office_branches ?? [], row.branches ?? []);
  const office: ActorOffice = {
    id: row.office,
    name: row.office_name,
    kind: row.kind,
    party: row.party,
    side: sideOf(row),
    place: row.place,
    maker_checker: row.maker_checker,
    reviewed: row.reviewed ?? [],
  };
  return {
    account_id: account.id,
    name: account.name,
    role: row.role,
    scopes: await scopesOfPost(sql, row),
    membership: row.id,
    office,
    ...(records === undefined ? {} : { records }),
    ...(row.role === "project_owner" ? { projects: row.projects ?? [] } : {}),
  };
}

const ABOVE: ReadonlySet<OfficeKind> = new Set(["city", "province", "inspection"]);

/**
 * The pairs and parties of an office: its party's own, or those of all parties in its region (subtree) where it stands
 * above them. An office of no party sees everything, but for who only runs the machine. A post may be narrowed to pairs.
 */
async function scopesOfPost(sql: Sql, row: PostRow): Promise<Actor["scopes"]> {
  const own = await scopesOfOffice(sql, row);
  const { pairs } = row;
  if (pairs === null || pairs.length === 0) return own;
  return own === "all" ? pairs : own.filter((scope) => pairs.includes(scope));
}

async function scopesOfOffice(sql: Sql, row: PostRow): Promise<Actor["scopes"]> {
  if (row.kind === "operations") return [];
  if (row.party === null) return ABOVE.has(row.kind) ? "all" : [];
  const { rows } = await sql.query<{ id: string }>(
    `with region as (
       select id from party where scope_id = $1
         and (id = $2 or ($3::boolean and (($4::text <> '' and adcode like $4 || '%') or starts_with(path, $5))))
     )
     select id from region
     union select p.id from pair p where p.scope_id = $1
       and (p.east in (select id from region) or p.west in (select id from region))`,
    [NIL_SCOPE, row.party, ABOVE.has(row.kind), codeOfRegion(row.adcode), row.path ?? "\u0000"],
  );
  return rows.map(({ id }) => id);
}

/** `520000` → `52`, `522700` → `5227`: what the codes of a region's parts begin with. */
function codeOfRegion(adcode: string | null): string {
  return adcode === null ? "" : adcode.replace(/(?:00)+$/, "");
}

function sideOf({ side }: PostRow): "east" | "west" | null {
  return side === "east" || side === "west" ? side : null;
}
