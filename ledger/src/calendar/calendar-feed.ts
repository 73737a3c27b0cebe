import { requireRight } from "../account/policy.js";
import { actorIn, postsOf } from "../account/posts.js";
import { ACCOUNT, type AccountRow, actorFrom, newToken, tokenHash } from "../account/sessions.js";
import { readSettings } from "../account/settings.js";
import type { Actor } from "../actor.js";
import type { Desk } from "../desk.js";
import type { Sql } from "../sql.js";
import type { CalendarFeed } from "./calendar-desk.js";

/** The actor's feed; null where he has none. */
export async function calendarFeed(desk: Desk, actor: Actor): Promise<CalendarFeed | null> {
  requireRight(actor, "read");
  const day = (column: string) => `to_char(${column} at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI')`;
  const { rows } = await desk.database.query<CalendarFeed & { readonly [column: string]: unknown }>(
    `select ${day("f.made_at")} as made_at, ${day("f.read_at")} as read_at, o.name as office
       from calendar_feed f left join membership m on m.id = f.membership left join office o on o.id = m.office
      where f.account = $1`,
    [actor.account_id],
  );
  return rows[0] ?? null;
}

/** Makes a secret address for the post that the actor is in now; the one before ends. The token is told this once. */
export async function openCalendarFeed(desk: Desk, actor: Actor): Promise<{ readonly token: string }> {
  requireRight(actor, "read");
  const token = newToken();
  await desk.database.query(
    `insert into calendar_feed (account, membership, token_hash) values ($1, $2, $3)
     on conflict (account) do update set membership = excluded.membership, token_hash = excluded.token_hash,
       made_at = clock_timestamp(), read_at = null`,
    [actor.account_id, actor.membership ?? null, tokenHash(token)],
  );
  await desk.log?.(actor, { event: "calendar_feed", detail: { opened: true } });
  return { token };
}

/** Revokes it: from now on its address gives nothing. */
export async function closeCalendarFeed(desk: Desk, actor: Actor): Promise<void> {
  requireRight(actor, "read");
  const { rows } = await desk.database.query("delete from calendar_feed where account = $1 returning account", [
    actor.account_id,
  ]);
  if (rows.length > 0) await desk.log?.(actor, { event: "calendar_feed", detail: { opened: false } });
}

/**
 * Whose feed a token opens, as the post for which it was made stands now; null for an unknown one, a disabled account, a post
 * that was taken away or may not read any more. Programs come by every hour: the audit log has the first of each day.
 */
export async function feedActor(desk: Desk, token: string): Promise<Actor | null> {
  const { rows } = await desk.database.query<
    AccountRow & { readonly membership: string | null; readonly first: boolean }
  >(
    `select ${ACCOUNT}, f.membership,
            f.read_at is null or (f.read_at at time zone 'Asia/Shanghai')::date
              < (clock_timestamp() at time zone 'Asia/Shanghai')::date as first
       from calendar_feed f join account a on a.id = f.account
      where f.token_hash = $1 and not a.disabled`,
    [tokenHash(token)],
  );
  const [found] = rows;
  if (found === undefined) return null;
  const actor = await actorOfPost(desk.database, found, found.membership);
  if (actor === null) return null;
  try {
    requireRight(actor, "read");
  } catch {
    return null;
  }
  await desk.database.query("update calendar_feed set read_at = clock_timestamp() where account = $1", [found.id]);
  if (found.first) await desk.log?.(actor, { event: "calendar_read" });
  return actor;
}

async function actorOfPost(sql: Sql, account: AccountRow, membership: string | null): Promise<Actor | null> {
  if (membership === null) {
    if (account.role === null) return null;
    const { separated } = await readSettings(sql);
    return { ...actorFrom(account), ...(separated ? { separated } : {}) };
  }
  const post = (await postsOf(sql, account.id)).find(({ id }) => id === membership);
  return post === undefined ? null : actorIn(sql, account, post);
}
