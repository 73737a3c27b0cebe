import { createHmac, randomBytes, randomUUID } from "node:crypto";
import { NIL_SCOPE, timeOrderedId } from "@shanhai/model";
import type { Actor } from "../actor.js";
import { derivedId } from "../derived-id.js";
import { LedgerError } from "../error-codes.js";
import type { OpenStore } from "../open-store.js";
import { write } from "../write.js";
import { firstAnswer } from "../writing/first-answer.js";
import type { AccountLine, PostLine } from "./account-desk.js";
import { createInvitation, invitationOf } from "./accounts.js";
import { appendAudit } from "./audit.js";
import { mayDo, requireOffice } from "./policy.js";

/** Refuses who keeps neither accounts nor posts nor the log of them. */
export function requireKeeper(actor: Actor): void {
  if (!mayDo(actor, "grants") && !mayDo(actor, "audit")) requireOffice(actor, "accounts");
}

type LineRow = Omit<AccountLine, "posts" | "first"> & {
  readonly role: string | null;
  readonly [column: string]: unknown;
};

/** All accounts with their posts, for the three administrators. */
export async function accounts(store: OpenStore, actor: Actor): Promise<readonly AccountLine[]> {
  requireKeeper(actor);
  const { rows } = await store.db.query<LineRow>(
    `select a.id, a.name, a.role, case when a.disabled then 'disabled' else 'active' end as state, h.note,
            h.seq::text as version, a.password is not null as has_password,
            coalesce(a.resting_until > clock_timestamp(), false) as resting,
            to_char(s.seen at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as last_seen
       from account a
       left join holder h on h.scope_id = $1 and h.id = a.id
       left join lateral (select max(seen_at) as seen from session s where s.account_id = a.id) s on true
      order by a.made_at, a.id`,
    [NIL_SCOPE],
  );
  const posts = await postLines(store);
  return rows.map(({ role, ...line }) => ({
    ...line,
    first: role !== null,
    posts: posts.filter(({ account }) => account === line.id),
  }));
}

async function postLines(store: OpenStore): Promise<readonly PostLine[]> {
  const { rows } = await store.db.query<PostLine & { [column: string]: unknown }>(
    `select m.id, m.seq::text as version, m.account, h.name as account_name, m.office, o.name as office_name, m.role,
            m.title, coalesce(m.pairs, '{}') as pairs, coalesce(m.branches, '{}') as branches,
            coalesce(m.projects, '{}') as projects
       from membership m
       join office o on o.scope_id = m.scope_id and o.id = m.office
       join holder h on h.scope_id = m.scope_id and h.id = m.account
      where m.scope_id = $1 and m.state = 'active' order by m.id`,
    [NIL_SCOPE],
  );
  return rows;
}

/**
 * An account without a password: its holder sets one with the link, so that nobody else ever knew it. The same command again
 * gives the same account and the same link.
 */
export async function createAccount(
  store: OpenStore,
  actor: Actor,
  given: { readonly name: string; readonly note: string | null; readonly command_id?: string },
): Promise<{ readonly id: string; readonly token: string; readonly expires: Date }> {
  requireOffice(actor, "accounts");
  const name = given.name.normalize("NFKC").trim();
  const command = given.command_id ?? randomUUID();
  const id = derivedId(command, "account", 0);
  const token = invitationToken(store, command, id);
  const before = await invitationOf(store.db, token);
  if (before !== null) return { id, ...before };
  const { rows } = await store.db.query(
    "insert into account (id, name, disabled) values ($1, $2, true) on conflict (name) do nothing returning 1 as made",
    [id, name],
  );
  if (rows.length === 0) throw new LedgerError("ACCOUNT_NAME_TAKEN", { name });
  try {
    await writeHolder(store, actor, { id, name, note: given.note }, "建立账号");
  } catch (error) {
    await store.db.query("delete from account where id = $1", [id]);
    throw error;
  }
  await store.db.query("update account set disabled = false where id = $1", [id]);
  await appendAudit(store, actor, { event: "account_made", target: name });
  return { id, ...(await createInvitation(store.db, id, token)) };
}

/** The link of one command for one account. Only its hash is kept, so that it can be told again but not read here. */
function invitationToken({ installation }: OpenStore, command: string, account: string): string {
  return createHmac("sha256", installation.secret).update(`invitation/${command}/${account}`).digest("base64url");
}

/** Switches an account off or on again. Its sessions end at once; what it wrote stays its own. */
export async function setAccountState(
  store: OpenStore,
  actor: Actor,
  id: string,
  state: "active" | "disabled",
  reason: string,
  command: string = randomUUID(),
): Promise<void> {
  requireOffice(actor, "accounts");
  if (id === actor.account_id) throw new LedgerError("GRANT_OWN");
  const line = await accountLine(store, id);
  await requireHolder(store, actor, line);
  // Sent again: it stands as the last command left it.
  if ((await firstAnswer(store.db, actor, command)) !== null) return applyState(store, id);
  const { rows } = await store.db.query<{ seq: bigint }>("select seq from holder where scope_id = $1 and id = $2", [
    NIL_SCOPE,
    id,
  ]);
  await write(store, actor, {
    command_id: command,
    reason,
    changes: [
      { op: "change", record: "holder", scope_id: NIL_SCOPE, id, version: String(rows[0]?.seq), values: { state } },
    ],
  });
  await applyState(store, id);
  await appendAudit(store, actor, { event: "account_state", target: line.name, detail: { state, reason } });
}

/** What the written state means for signing in: who is switched off is out at once. */
async function applyState(store: OpenStore, id: string): Promise<void> {
  const { rows } = await store.db.query<{ disabled: boolean }>(
    `update account a set disabled = h.state = 'disabled' from holder h
      where h.scope_id = $1 and h.id = a.id and a.id = $2 returning a.disabled`,
    [NIL_SCOPE, id],
  );
  if (rows[0]?.disabled === true) await endSessions(store, id);
}

/** A new link; the old password and every session end. The same command again tells the same link and ends nothing. */
export async function inviteAgain(
  store: OpenStore,
  actor: Actor,
  id: string,
  command: string = randomUUID(),
): Promise<{ readonly token: string; readonly expires: Date }> {
  requireOffice(actor, "accounts");
  const line = await accountLine(store, id);
  const token = invitationToken(store, command, id);
  const before = await invitationOf(store.db, token);
  if (before !== null) return before;
  // The first account signs in by the link that the start prints.
  if (line.role !== null) throw new LedgerError("ACCOUNT_MISSING");
  await store.db.query("update account set password = null, failures = 0, resting_until = null where id = $1", [id]);
  await endSessions(store, id);
  await appendAudit(store, actor, { event: "invite", target: line.name });
  return createInvitation(store.db, id, token);
}

async function endSessions(store: OpenStore, id: string): Promise<void> {
  await store.db.query("delete from session where account_id = $1", [id]);
  await store.db.query("delete from sign_in where account_id = $1", [id]);
}

async function accountLine(store: OpenStore, id: string): Promise<{ id: string; name: string; role: string | null }> {
  const { rows } = await store.db.query<{ id: string; name: string; role: string | null }>(
    "select id, name, role from account where id = $1",
    [id],
  );
  const [line] = rows;
  if (line === undefined) throw new LedgerError("ACCOUNT_MISSING");
  return line;
}

/** The public part of an account that has none yet: the first account's is made when it is first needed. */
export async function requireHolder(
  store: OpenStore,
  actor: Actor,
  account: { readonly id: string; readonly name: string },
): Promise<void> {
  const { rows } = await store.db.query("select 1 from holder where scope_id = $1 and id = $2", [
    NIL_SCOPE,
    account.id,
  ]);
  if (rows.length === 0) await writeHolder(store, actor, { ...account, note: null }, "登记账号");
}

async function writeHolder(
  store: OpenStore,
  actor: Actor,
  { id, name, note }: { readonly id: string; readonly name: string; readonly note: string | null },
  reason: string,
): Promise<void> {
  await write(store, actor, {
    command_id: timeOrderedId(Date.now(), randomBytes(16)),
    reason,
    changes: [{ op: "create", record: "holder", scope_id: NIL_SCOPE, id, values: { name, note, state: "active" } }],
  });
}

/** Refuses to set the three administrators apart before there are three. */
export async function requireAdministrators(store: OpenStore): Promise<void> {
  const { rows } = await store.db.query<{ role: string }>(
    `select distinct m.role from membership m join account a on a.id = m.account and not a.disabled
      where m.scope_id = $1 and m.state = 'active'`,
    [NIL_SCOPE],
  );
  const held = new Set(rows.map(({ role }) => role));
  const wanted = [
    ["system_admin", "系统管理员", "system"],
    ["security_admin", "安全（保密）管理员", "security"],
    ["audit_admin", "审计管理员", "audit"],
  ] as const;
  const missing = wanted.filter(([role]) => !held.has(role));
  if (missing.length > 0)
    throw new LedgerError("ADMINISTRATORS_MISSING", {
      missing: missing.map(([, zh]) => zh).join("、"),
      missing_en: missing.map(([, , en]) => en).join(", "),
    });
}
