import { randomUUID } from "node:crypto";
import { NIL_SCOPE } from "@shanhai/model";
import type { Actor, Role } from "../actor.js";
import { derivedId } from "../derived-id.js";
import { LedgerError } from "../error-codes.js";
import type { OpenStore } from "../open-store.js";
import { write } from "../write.js";
import type { GrantInput, OfficeInput, OfficeLine, Places } from "./account-desk.js";
import { appendAudit } from "./audit.js";
import { requireHolder, requireKeeper } from "./holders.js";
import { requireOffice } from "./policy.js";

/** All offices, with how many people have a post in each. */
export async function offices(store: OpenStore, actor: Actor): Promise<readonly OfficeLine[]> {
  requireKeeper(actor);
  const { rows } = await store.db.query<OfficeLine & { [column: string]: unknown }>(
    `select o.id, o.seq::text as version, o.name, o.kind, o.party, p.path as party_name, p.side,
            coalesce(o.branches, '{}') as branches, o.place, o.maker_checker,
            coalesce(o.reviewed, '{}') as reviewed, o.state,
            (select count(distinct m.account) from membership m
              where m.scope_id = o.scope_id and m.office = o.id and m.state = 'active')::integer as people
       from office o left join party p on p.scope_id = o.scope_id and p.id = o.party
      where o.scope_id = $1 order by o.name collate "C", o.id`,
    [NIL_SCOPE],
  );
  return rows;
}

export async function places(store: OpenStore, actor: Actor): Promise<Places> {
  requireKeeper(actor);
  const named = async (text: string) =>
    (await store.db.query<{ id: string; name: string }>(text, [NIL_SCOPE])).rows.map(({ id, name }) => ({ id, name }));
  return {
    parties: await named(`select id, path as name from party where scope_id = $1 order by sort_key collate "C", id`),
    pairs: await named(`select id, label as name from pair where scope_id = $1 order by sort_key collate "C", id`),
  };
}

/** Makes an office, or changes one. Gives its id. */
export async function keepOffice(
  store: OpenStore,
  actor: Actor,
  input: OfficeInput,
  of?: { readonly id: string; readonly version: string },
): Promise<string> {
  const { name, kind, party, branches, place, maker_checker, state } = input;
  const reviewed = [...(input.reviewed ?? [])];
  const values = { name: name.trim(), kind, party, branches: [...branches], place, maker_checker, reviewed, state };
  const command = input.command_id ?? randomUUID();
  const id = of?.id ?? derivedId(command, "office", 0);
  const row = { record: "office", scope_id: NIL_SCOPE, id, values };
  const { repeated } = await write(store, actor, {
    command_id: command,
    reason: of === undefined ? "建立单位" : "修改单位",
    changes: [of === undefined ? { op: "create", ...row } : { op: "change", version: of.version, ...row }],
  });
  if (repeated) return id;
  await appendAudit(store, actor, {
    event: "office",
    target: values.name,
    detail: { state, maker_checker, reviewed: reviewed.join(",") },
  });
  return id;
}

const ADMINISTRATORS: ReadonlySet<Role> = new Set(["system_admin", "security_admin", "audit_admin"]);

/** Gives an account a post (授权). Nobody grants to himself; the three administrators are three people. */
export async function grantPost(store: OpenStore, actor: Actor, input: GrantInput): Promise<string> {
  requireGrants(actor, input.account);
  const command = input.command_id ?? randomUUID();
  const id = derivedId(command, "post", 0);
  // The answer of an earlier try was lost.
  const given = await store.db.query("select 1 from membership where scope_id = $1 and id = $2", [NIL_SCOPE, id]);
  if (given.rows.length > 0) return id;
  const { rows } = await store.db.query<{ id: string; name: string; roles: Role[] }>(
    `select a.id, a.name, coalesce((select array_agg(m.role) from membership m
        where m.scope_id = $2 and m.account = a.id and m.state = 'active'), '{}') as roles
       from account a where a.id = $1`,
    [input.account, NIL_SCOPE],
  );
  const [account] = rows;
  if (account === undefined) throw new LedgerError("ACCOUNT_MISSING");
  const alone = ADMINISTRATORS.has(input.role)
    ? account.roles.length > 0
    : account.roles.some((r) => ADMINISTRATORS.has(r));
  if (alone) throw new LedgerError("ADMINISTRATORS_APART");
  await requireHolder(store, { ...actor, ...KEEPS_HOLDERS }, account);
  const { office, role, title, pairs, branches, projects } = input;
  await write(store, actor, {
    command_id: command,
    reason: "授权",
    changes: [
      {
        op: "create",
        record: "membership",
        scope_id: NIL_SCOPE,
        id,
        values: {
          account: account.id,
          office,
          role,
          title,
          pairs: [...pairs],
          branches: [...branches],
          projects: [...projects],
          state: "active",
        },
      },
    ],
  });
  await appendAudit(store, actor, { event: "grant", target: account.name, detail: { role, office } });
  return id;
}

/** Takes a post away; who acts in it acts in the next request in another one, or in none. */
export async function revokePost(
  store: OpenStore,
  actor: Actor,
  id: string,
  version: string,
  reason: string,
  command: string = randomUUID(),
): Promise<void> {
  requireOffice(actor, "grants");
  const { rows } = await store.db.query<{ account: string; name: string; role: string }>(
    `select m.account, a.name, m.role from membership m join account a on a.id = m.account
      where m.scope_id = $1 and m.id = $2`,
    [NIL_SCOPE, id],
  );
  const [post] = rows;
  if (post === undefined) throw new LedgerError("ACCOUNT_MISSING");
  requireGrants(actor, post.account);
  const { repeated } = await write(store, actor, {
    command_id: command,
    reason,
    changes: [{ op: "change", record: "membership", scope_id: NIL_SCOPE, id, version, values: { state: "disabled" } }],
  });
  if (repeated) return;
  await appendAudit(store, actor, { event: "revoke", target: post.name, detail: { role: post.role, reason } });
}

/** The keeper of a one-person office gives himself posts: there is nobody else. */
function requireGrants(actor: Actor, account: string): void {
  requireOffice(actor, "grants");
  if (account === actor.account_id && actor.role !== "administrator") throw new LedgerError("GRANT_OWN");
}

/** The public part of the first account is written along with its first post, whoever grants it. */
const KEEPS_HOLDERS = { role: "system_admin" } as const;
