import { createHash, randomBytes } from "node:crypto";
import type { Actor, Role } from "../actor.js";
import type { Database, Sql } from "../sql.js";
import { passwordMatches } from "./password.js";
import { actorIn, type Post, type PostRow, postOf, postsOf } from "./posts.js";
import { type Settings, USUAL_SETTINGS } from "./settings.js";

const SESSION_DAYS = 7;
/** Wrong passwords at the lock screen after which the session ends. */
const MOST_UNLOCKS = 5;

/** An account as sessions need it. */
export interface AccountRow {
  readonly id: string;
  readonly name: string;
  readonly role: Role | null;
  readonly scopes: readonly string[] | null;
  readonly [column: string]: unknown;
}

export const ACCOUNT = "a.id, a.name, a.role, a.scopes";

/** What a browser's session is at this moment. */
export interface SessionState {
  readonly actor: Actor;
  readonly posts: readonly Post[];
  /** 空闲锁屏: nothing is answered until the password is given; what is typed stays on the page. */
  readonly locked: boolean;
  readonly lock_minutes: number;
  readonly has_password: boolean;
  /** An account made by the system administrator has no password: its holder sets one before anything else. */
  readonly must_set_password: boolean;
}

type SessionRow = AccountRow & {
  readonly has_password: boolean;
  readonly locked: boolean;
  readonly membership: string | null;
  readonly idle: number;
  readonly settings: Partial<Settings> | null;
};

/** Who holds a session and in which post; null when it is unknown, ended, out of time or of a disabled account. */
export async function sessionState(sql: Sql, session: string): Promise<SessionState | null> {
  const token = tokenHash(session);
  const { rows } = await sql.query<SessionRow>(
    `select ${ACCOUNT}, a.password is not null as has_password, s.locked, s.membership,
            extract(epoch from clock_timestamp() - s.seen_at)::double precision as idle,
            (select jsonb_object_agg(name, value) from setting) as settings
       from session s join account a on a.id = s.account_id
      where s.token_hash = $1 and s.expires_at > clock_timestamp() and not a.disabled`,
    [token],
  );
  const [account] = rows;
  if (account === undefined) return null;
  const settings = { ...USUAL_SETTINGS, ...account.settings };
  const posts = await postsOf(sql, account.id);
  const actor = await actorAs(sql, account, posts, account.membership, settings.separated);
  // Who has no password signs in by a link on this machine and could not unlock.
  const idle = account.has_password && account.idle > settings.lock_minutes * 60;
  if (idle && !account.locked) await sql.query("update session set locked = true where token_hash = $1", [token]);
  // The clock of a session is written once a minute at most: a read should not cost a write.
  else if (account.idle > 60 && !account.locked)
    await sql.query("update session set seen_at = clock_timestamp() where token_hash = $1", [token]);
  const own = account.role === null ? [] : [ownPost(account.role)];
  return {
    actor,
    posts: [...own, ...posts.map(postOf)],
    locked: account.locked || idle,
    lock_minutes: settings.lock_minutes,
    has_password: account.has_password,
    must_set_password: account.role === null && !account.has_password,
  };
}

function ownPost(role: Role): Post {
  return { membership: null, office: null, role, title: null, side: null };
}

/** The actor of a post; a post that was taken away meanwhile is left for the first that holds. */
async function actorAs(
  sql: Sql,
  account: AccountRow,
  posts: readonly PostRow[],
  membership: string | null,
  separated: boolean,
): Promise<Actor> {
  const chosen = posts.find(({ id }) => id === membership);
  if (chosen !== undefined) return actorIn(sql, account, chosen);
  if (account.role !== null) return { ...actorFrom(account), ...(separated ? { separated } : {}) };
  const [first] = posts;
  return first === undefined ? actorFrom(account) : actorIn(sql, account, first);
}

/** Acts in another post from now on; null when it is not his. */
export async function switchPost(sql: Sql, session: string, membership: string | null): Promise<Actor | null> {
  const state = await sessionState(sql, session);
  if (state === null || !state.posts.some((post) => post.membership === membership)) return null;
  await sql.query("update session set membership = $2, seen_at = clock_timestamp() where token_hash = $1", [
    tokenHash(session),
    membership,
  ]);
  return (await sessionState(sql, session))?.actor ?? null;
}

/** Locks a session; false where its account could not unlock it. */
export async function lockSession(sql: Sql, session: string): Promise<boolean> {
  const { rows } = await sql.query(
    `update session s set locked = true from account a
      where a.id = s.account_id and a.password is not null and s.token_hash = $1 returning 1 as locked`,
    [tokenHash(session)],
  );
  return rows.length > 0;
}

/** Unlocks with the password. The guess is counted before it is checked; after five wrong ones the session ends. */
export async function unlockSession(db: Database, session: string, password: string): Promise<boolean> {
  const token = tokenHash(session);
  const { rows } = await db.query<{ password: string | null; failures: number }>(
    `update session s set failures = s.failures + 1 from account a
      where a.id = s.account_id and s.token_hash = $1 and s.expires_at > clock_timestamp() and not a.disabled
      returning a.password, s.failures`,
    [token],
  );
  const [found] = rows;
  if (found === undefined) return false;
  if (found.failures <= MOST_UNLOCKS && (await passwordMatches(password, found.password))) {
    await db.query(
      "update session set locked = false, failures = 0, seen_at = clock_timestamp() where token_hash = $1",
      [token],
    );
    return true;
  }
  if (found.failures >= MOST_UNLOCKS) await endSession(db, session);
  return false;
}

export async function startSession(sql: Sql, account: AccountRow): Promise<{ session: string; actor: Actor }> {
  const session = newToken();
  await sql.query("delete from session where expires_at <= clock_timestamp()");
  await sql.query("delete from sign_in where expires_at <= clock_timestamp()");
  await sql.query(
    `insert into session (token_hash, account_id, expires_at)
     values ($1, $2, clock_timestamp() + make_interval(days => $3::int))`,
    [tokenHash(session), account.id, SESSION_DAYS],
  );
  const state = await sessionState(sql, session);
  return { session, actor: state?.actor ?? actorFrom(account) };
}

export async function endSession(sql: Sql, session: string): Promise<void> {
  await sql.query("delete from session where token_hash = $1", [tokenHash(session)]);
}

/** An account by itself, in no post. */
export function actorFrom({ id, name, role, scopes }: AccountRow): Actor {
  if (role === null) return { account_id: id, name, role: "unassigned", scopes: [] };
  return { account_id: id, name, role, scopes: scopes ?? "all" };
}

export function newToken(): string {
  return randomBytes(32).toString("base64url");
}

/** Tokens are 256 random bits: a plain hash is enough to keep them from whoever reads the database. */
export function tokenHash(token: string): Buffer {
  return createHash("sha256").update(token).digest();
}
