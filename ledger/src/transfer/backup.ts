import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { firstAccount } from "../account/accounts.js";
import { appendAudit } from "../account/audit.js";
import { mayDo, requireOffice } from "../account/policy.js";
import type { Actor } from "../actor.js";
import { LedgerError } from "../error-codes.js";
import { type OpenStore, openStore } from "../open-store.js";
import { verify } from "../verification/verify.js";
import type { BackupDesk, BackupLine, ErasureLine } from "./backup-desk.js";
import { exportTo } from "./export.js";
import { importFrom } from "./import.js";

const KEPT = 14;

export function backupDesk(store: OpenStore): BackupDesk {
  const running = new Map<string, Promise<BackupLine>>();
  return {
    backups: (actor) => backups(store, actor),
    backUp: (actor, command = randomUUID()) => {
      // A request that comes again while the first one still writes waits for it.
      const work = running.get(command) ?? backUp(store, actor, command).finally(() => running.delete(command));
      running.set(command, work);
      return work;
    },
    drill: (actor, id) => drill(store, actor, id),
    erasures: (actor) => erasures(store, actor),
  };
}

/** Backups stand beside what they are of; the office copies them to another disk. */
function folder(store: OpenStore): string {
  return join(store.dataDir, "backups");
}

const LINE = `select id, to_char(made_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as made_at, made_by, name,
    rows::float8 as rows, files::float8 as files, heads::float8 as heads, bytes::float8 as bytes,
    to_char(drilled_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as drilled_at, drilled_by
  from backup`;

type Line = BackupLine & { readonly [column: string]: unknown };

async function backups(store: OpenStore, actor: Actor): Promise<readonly BackupLine[]> {
  if (!mayDo(actor, "audit")) requireOffice(actor, "backup");
  const { rows } = await store.db.query<Line>(`${LINE} order by backup.made_at desc, id limit 100`);
  return rows.filter(({ name }) => existsSync(join(folder(store), name)));
}

async function backUp(store: OpenStore, actor: Actor, id: string): Promise<BackupLine> {
  requireOffice(actor, "backup");
  const { rows: before } = await store.db.query<Line>(`${LINE} where id = $1`, [id]);
  if (before[0] !== undefined) return before[0];
  await mkdir(folder(store), { recursive: true, mode: 0o700 });
  const name = `${new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 19).replace(/[T:]/g, "-")}-${id.slice(-4)}`;
  const target = join(folder(store), name);
  const moved = await exportTo(store, actor, target);
  const { rows } = await store.db.query<Line>(
    `with made as (insert into backup (id, made_at, made_by, name, rows, files, heads, bytes)
       values ($1, clock_timestamp(), $2, $3, $4, $5, $6, $7) returning *) ${LINE.replace("from backup", "from made")}`,
    [id, actor.name, name, moved.rows, moved.files, moved.heads, await sizeOf(target)],
  );
  await removeBeyond(store, KEPT);
  await appendAudit(store, actor, { event: "backup", target: name, detail: { ...moved } });
  const [line] = rows;
  if (line === undefined) throw new Error("a backup that was just written down is gone");
  return line;
}

/** Removes all but the latest backups, folders first: a folder without its line is harmless. */
async function removeBeyond(store: OpenStore, kept: number): Promise<number> {
  const { rows } = await store.db.query<{ id: string; name: string }>(
    `select id, name from backup order by made_at desc, id offset ${kept}`,
  );
  for (const { id, name } of rows) {
    await rm(join(folder(store), name), { recursive: true, force: true });
    await store.db.query("delete from backup where id = $1", [id]);
  }
  return rows.length;
}

/**
 * After an erasure: backups made before hold what was erased. They are removed and one is made anew, so that what is
 * brought back does not hold it either (信7). Copies elsewhere are the office's duty.
 */
export async function renewBackups(store: OpenStore, actor: Actor): Promise<void> {
  if ((await removeBeyond(store, 0)) === 0) return;
  // Who erases makes no backups; who keeps the machine does, and this is his.
  const keeper = mayDo(actor, "backup") ? actor : await firstAccount(store.db);
  await backUp(store, keeper, randomUUID());
}

async function drill(store: OpenStore, actor: Actor, id: string): Promise<BackupLine> {
  requireOffice(actor, "backup");
  const { rows: found } = await store.db.query<Line>(`${LINE} where id = $1`, [id]);
  const [line] = found;
  if (line === undefined || !existsSync(join(folder(store), line.name))) throw new LedgerError("BACKUP_MISSING");
  const aside = await mkdtemp(join(folder(store), ".drill-"));
  try {
    const counted = await broughtBack(store, aside, join(folder(store), line.name));
    if (counted.rows !== line.rows || counted.heads !== line.heads)
      throw new LedgerError("BACKUP_UNFIT", { cause: `${counted.rows}/${line.rows}` });
    await store.db.query(
      "update backup set drilled_at = clock_timestamp(), drilled_by = $2, drill = $3::jsonb where id = $1",
      [id, actor.name, JSON.stringify(counted)],
    );
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
  await appendAudit(store, actor, { event: "drill", target: line.name });
  const { rows } = await store.db.query<Line>(`${LINE} where id = $1`, [id]);
  return rows[0] ?? line;
}

/** The backup in an embedded database of its own, verified row by row. */
async function broughtBack(store: OpenStore, aside: string, backup: string): Promise<{ rows: number; heads: number }> {
  const definitions = store.records.all.map(({ definition }) => definition);
  const trial = await openStore(
    { dataDir: aside },
    definitions.filter(({ name }) => !OWN.has(name)),
    { exclusive: true },
  );
  try {
    const keeper = await firstAccount(trial.db);
    const { rows, heads } = await importFrom(trial, keeper, backup);
    const { broken } = await verify(trial, keeper);
    if (broken !== null) throw new LedgerError("BACKUP_UNFIT", { cause: broken.zh });
    return { rows, heads };
  } finally {
    await trial.close();
  }
}

/** Records that every set of records adds by itself. */
const OWN: ReadonlySet<string> = new Set(["source", "proof"]);

async function sizeOf(directory: string): Promise<number> {
  let bytes = 0;
  for (const entry of await readdir(directory, { withFileTypes: true, recursive: true }))
    if (entry.isFile()) bytes += (await stat(join(entry.parentPath, entry.name))).size;
  return bytes;
}

async function erasures(store: OpenStore, actor: Actor): Promise<readonly ErasureLine[]> {
  if (!mayDo(actor, "audit")) requireOffice(actor, "erase");
  const { rows } = await store.db.query<ErasureLine & { [column: string]: unknown }>(
    `select id, document_id as document, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at,
            actor_name as who, reason from erasure order by erasure.at desc limit 200`,
  );
  return rows;
}
