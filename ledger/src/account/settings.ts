import type { Actor } from "../actor.js";
import type { Sql } from "../sql.js";

/** What the installation's administrators set. */
export interface Settings {
  /** 三员分设: the first account gives up what belongs to the three administrators. */
  readonly separated: boolean;
  /** Minutes without a click after which a session is locked (空闲锁屏). */
  readonly lock_minutes: number;
  /** A backup every day while serving. */
  readonly daily_backup: boolean;
}

export const USUAL_SETTINGS: Settings = { separated: false, lock_minutes: 15, daily_backup: true };

export async function readSettings(sql: Sql): Promise<Settings> {
  const { rows } = await sql.query<{ settings: Partial<Settings> | null }>(
    "select jsonb_object_agg(name, value) as settings from setting where name = any($1)",
    [Object.keys(USUAL_SETTINGS)],
  );
  return { ...USUAL_SETTINGS, ...rows[0]?.settings };
}

export async function writeSettings(sql: Sql, actor: Actor, changed: Partial<Settings>): Promise<void> {
  for (const [name, value] of Object.entries(changed)) await writeSetting(sql, actor, name, value);
}

/** Sets one by name. */
export async function writeSetting(sql: Sql, actor: Actor, name: string, value: unknown): Promise<void> {
  await sql.query(
    `insert into setting (name, value, changed_by) values ($1, $2::jsonb, $3)
       on conflict (name) do update set value = excluded.value, changed_by = excluded.changed_by,
         changed_at = clock_timestamp()`,
    [name, JSON.stringify(value), actor.name],
  );
}
