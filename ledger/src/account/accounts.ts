import { createHash, randomBytes, randomUUID } from "node:crypto";
import type { Actor } from "../actor.js";
import { LedgerError } from "../error-codes.js";
import type { Database, Sql } from "../sql.js";
import { hashPassword, passwordMatches } from "./password.js";
import { requireOffice } from "./policy.js";

/** Name of the first account: who installed this ledger keeps it. */
const FIRST_NAME = "管理员";
const SIGN_IN_MINUTES = 10;
const SESSION_DAYS = 7;
const MOST_FAILURES = 5;
const REST_MINUTES = 15;
const LEAST_PASSWORD = 10;

interface AccountRow {
  readonly id: string;
  readonly name: string;
  readonly role: Actor["role"];
  readonly scopes: readonly string[] | null;
  readonly [column: string]: unknown;
}

const ACCOUNT = "a.id, a.name, a.role, a.scopes";

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
  const token = newToken();
  const { rows } = await sql.query<{ expires_at: string }>(
    `insert into sign_in (token_hash, account_id, expires_at)
     values ($1, $2, clock_timestamp() + make_interval(mins => $3::int)) returning expires_at`,
    [tokenHash(token), account.account_id, SIGN_IN_MINUTES],
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
       returning ${ACCOUNT}`,
      [tokenHash(token)],
    );
    const [account] = rows;
    return account === undefined ? null : startSession(sql, account);
  });
}

/** Who holds this session; null when it is unknown, ended or out of time. */
export async function actorOf(sql: Sql, session: string): Promise<Actor | null> {
  const { rows } = await sql.query<AccountRow>(
    `select ${ACCOUNT} from session s join account a on a.id = s.account_id
     where s.token_hash = $1 and s.expires_at > clock_timestamp()`,
    [tokenHash(session)],
  );
  const [account] = rows;
  return account === undefined ? null : actorFrom(account);
}

export async function endSession(sql: Sql, session: string): Promise<void> {
  await sql.query("delete from session where token_hash = $1", [tokenHash(session)]);
}

/** Sets the first account's password; its sessions and rest end. Refuses a short one with PASSWORD_TOO_SHORT. */
export async function setPassword(db: Database, actor: Actor, password: string): Promise<void> {
  requireOffice(actor, "accounts");
  if ([...password.normalize("NFKC")].length < LEAST_PASSWORD)
    throw new LedgerError("PASSWORD_TOO_SHORT", { least: LEAST_PASSWORD });
  const hash = await hashPassword(password);
  await db.transaction(async (sql) => {
    const { account_id } = await firstAccount(sql);
    await sql.query("update account set password = $2, failures = 0, resting_until = null where id = $1", [
      account_id,
      hash,
    ]);
    await sql.query("delete from session where account_id = $1", [account_id]);
  });
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
     where a.name = $1 and (resting_until is null or resting_until <= clock_timestamp())
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

async function startSession(sql: Sql, account: AccountRow): Promise<{ session: string; actor: Actor }> {
  const session = newToken();
  await sql.query("delete from session where expires_at <= clock_timestamp()");
  await sql.query("delete from sign_in where expires_at <= clock_timestamp()");
  await sql.query(
    `insert into session (token_hash, account_id, expires_at)
     values ($1, $2, clock_timestamp() + make_interval(days => $3::int))`,
    [tokenHash(session), account.id, SESSION_DAYS],
  );
  return { session, actor: actorFrom(account) };
}

function actorFrom({ id, name, role, scopes }: AccountRow): Actor {
  return { account_id: id, name, role, scopes: scopes ?? "all" };
}

function newToken(): string {
  return randomBytes(32).toString("base64url");
}

/** Tokens are 256 random bits: a plain hash is enough to keep them from whoever reads the database. */
function tokenHash(token: string): Buffer {
  return createHash("sha256").update(token).digest();
}
