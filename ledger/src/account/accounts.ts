import { randomUUID } from "node:crypto";
import type { Actor } from "../actor.js";
import { LedgerError } from "../error-codes.js";
import type { Database, Sql } from "../sql.js";
import { hashPassword, passwordMatches } from "./password.js";
import { requireGoodPassword } from "./password-rules.js";
import { requireOffice } from "./policy.js";
import { ACCOUNT, type AccountRow, actorFrom, newToken, sessionState, startSession, tokenHash } from "./sessions.js";

export { endSession } from "./sessions.js";

/** Name of the first account: who installed this ledger keeps it. */
const FIRST_NAME = "管理员";
const SIGN_IN_MINUTES = 10;
/** An invitation is carried to its holder by hand. */
const INVITATION_HOURS = 72;
const MOST_FAILURES = 5;
const REST_MINUTES = 15;

/** The first account (管理员); made at the first call. */
export async function firstAccount(sql: Sql): Promise<Actor> {
  await sql.query(
    "insert into account (id, name, role) values ($1, $2, 'administrator') on conflict (name) do nothing",
    [randomUUID(), FIRST_NAME],
  );
  const { rows } = await sql.query<AccountRow>(`select ${ACCOUNT} from account a where a.name = $1`, [FIRST_NAME]);
  const [account] = rows;
  if (account === undefined) throw new Error("the first account is gone");
  return actorFrom(account);
}

/** A token that signs in once, within 10 minutes. The database keeps only its hash. */
export async function createSignIn(sql: Sql): Promise<{ readonly token: string; readonly expires: Date }> {
  const account = await firstAccount(sql);
  return makeToken(sql, account.account_id, SIGN_IN_MINUTES);
}

/**
 * A link for an account's holder, who signs in with it once and sets his own password: there is no default one. The same
 * token again is the same link, with the end that it had.
 */
export function createInvitation(
  sql: Sql,
  account: string,
  token: string = newToken(),
): Promise<{ readonly token: string; readonly expires: Date }> {
  return makeToken(sql, account, INVITATION_HOURS * 60, token);
}

/** The invitation that this token stands for; null where there is none of it. */
export async function invitationOf(
  sql: Sql,
  token: string,
): Promise<{ readonly token: string; readonly expires: Date } | null> {
  const { rows } = await sql.query<{ expires_at: string }>("select expires_at from sign_in where token_hash = $1", [
    tokenHash(token),
  ]);
  const [made] = rows;
  return made === undefined ? null : { token, expires: new Date(made.expires_at) };
}

async function makeToken(
  sql: Sql,
  account: string,
  minutes: number,
  token: string = newToken(),
): Promise<{ token: string; expires: Date }> {
  const { rows } = await sql.query<{ expires_at: string }>(
    `insert into sign_in (token_hash, account_id, expires_at)
     values ($1, $2, clock_timestamp() + make_interval(mins => $3::int))
     on conflict (token_hash) do update set account_id = excluded.account_id returning expires_at`,
    [tokenHash(token), account, minutes],
  );
  return { token, expires: new Date(rows[0]?.expires_at ?? 0) };
}

/** Exchanges a sign-in token for a session; null when it is used, unknown or out of time. Of two at once one gets it. */
export async function exchangeSignIn(
  db: Database,
  token: string,
): Promise<{ readonly session: string; readonly actor: Actor } | null> {
  return db.transaction(async (sql) => {
    const { rows } = await sql.query<AccountRow>(
      `update sign_in s set used_at = clock_timestamp() from account a
       where s.token_hash = $1 and s.used_at is null and s.expires_at > clock_timestamp() and a.id = s.account_id
         and not a.disabled
       returning ${ACCOUNT}`,
      [tokenHash(token)],
    );
    const [account] = rows;
    return account === undefined ? null : startSession(sql, account);
  });
}

/** Who holds this session and may act; null when it is unknown, ended, out of time, locked or has no password yet. */
export async function actorOf(sql: Sql, session: string): Promise<Actor | null> {
  const state = await sessionState(sql, session);
  return state === null || state.locked || state.must_set_password ? null : state.actor;
}

/** Sets the first account's password; its sessions and rest end. Refuses one that is guessed first. */
export async function setPassword(db: Database, actor: Actor, password: string): Promise<void> {
  requireOffice(actor, "accounts");
  const first = await firstAccount(db);
  await keepPassword(db, { id: first.account_id, name: first.name }, password, null);
}

/**
 * Sets an account's password; its rest ends, and all its sessions but the one in hand. Refuses one that is guessed
 * first (PASSWORD_TOO_SHORT, PASSWORD_TOO_EASY).
 */
export async function keepPassword(
  db: Database,
  account: { readonly id: string; readonly name: string },
  password: string,
  session: string | null,
): Promise<void> {
  requireGoodPassword(password, account.name);
  const hash = await hashPassword(password);
  await db.transaction(async (sql) => {
    await sql.query(
      `update account set password = $2, password_set_at = clock_timestamp(), failures = 0, resting_until = null
        where id = $1`,
      [account.id, hash],
    );
    await sql.query("delete from session where account_id = $1 and ($2::bytea is null or token_hash <> $2)", [
      account.id,
      session === null ? null : tokenHash(session),
    ]);
  });
}

/**
 * A new password for who is signed in: asked for the present one where there is one, counted as a guess like a sign-in.
 * Refuses a wrong one with PASSWORD_OLD_WRONG.
 */
export async function changePassword(
  db: Database,
  actor: Actor,
  session: string,
  given: { readonly old: string | null; readonly next: string },
): Promise<void> {
  const { rows } = await db.query<{ password: string | null }>(
    `update account set failures = failures + case when password is null then 0 else 1 end
      where id = $1 and (resting_until is null or resting_until <= clock_timestamp()) and failures < ${MOST_FAILURES}
      returning password`,
    [actor.account_id],
  );
  const [kept] = rows;
  const right =
    kept !== undefined && (kept.password === null || (await passwordMatches(given.old ?? "", kept.password)));
  if (!right) throw new LedgerError("PASSWORD_OLD_WRONG");
  if (kept.password !== null && (await passwordMatches(given.next, kept.password)))
    throw new LedgerError("PASSWORD_SAME");
  await keepPassword(db, { id: actor.account_id, name: actor.name }, given.next, session);
}

export async function hasPassword(sql: Sql): Promise<boolean> {
  const { rows } = await sql.query("select 1 from account where password is not null limit 1");
  return rows.length > 0;
}

/**
 * Null when name or password is wrong, or the account rests: after 5 wrong passwords in a row for 15 minutes. The
 * guess is counted before it is checked, so that many at once get no more guesses than one after the other.
 */
export async function signInWithPassword(
  db: Database,
  name: string,
  password: string,
): Promise<{ readonly session: string; readonly actor: Actor } | null> {
  const { rows } = await db.query<AccountRow & { password: string | null }>(
    `update account a set
       failures = case when resting_until is null then failures + 1 else 1 end,
       resting_until = case when resting_until is null and failures + 1 >= $2::int
                            then clock_timestamp() + make_interval(mins => $3::int) end
     where a.name = $1 and not a.disabled and (resting_until is null or resting_until <= clock_timestamp())
     returning ${ACCOUNT}, a.password`,
    [name, MOST_FAILURES, REST_MINUTES],
  );
  const [account] = rows;
  const matches = await passwordMatches(password, account?.password ?? null);
  if (account === undefined || !matches) return null;
  return db.transaction(async (sql) => {
    await sql.query("update account set failures = 0, resting_until = null where id = $1", [account.id]);
    return startSession(sql, account);
  });
}
