import { NIL_SCOPE, recordDefinitions } from "@shanhai/model";
import { mayReadRecord, requireRight } from "../account/policy.js";
import { rowLimit } from "../account/visibility.js";
import type { Actor } from "../actor.js";
import type { LinkRow } from "../chain/chain.js";
import { LedgerError } from "../error-codes.js";
import { requireWhole } from "../installation.js";
import { namedRows, type StoredRow } from "../read.js";
import { isUuid } from "../schema/record-columns.js";
import type { Store } from "../store.js";
import { type Bind, binder } from "./bind.js";
import type { ChangeCount, ChangeDesk, ChangedRow, ChangeEntry, ChangeQuery } from "./change-desk.js";
import { ownSideRows } from "./own-side-rows.js";
import { endOfDay, limitConditions, prefixed } from "./page-query.js";

const USUAL_LINKS = 50;
const MOST_LINKS = 200;
/** Rows of one link that are named; an import of 500 is counted. */
const MOST_ROWS = 50;
const MOST_SAVES = 300;

export function changeDesk(store: Store): ChangeDesk {
  return {
    changes: (actor, query) => changes(store, actor, query),
    changedSince: (actor, day) => changedSince(store, actor, day),
  };
}

interface Link {
  readonly [column: string]: unknown;
  readonly scope_id: string;
  readonly seq: string;
  readonly at: string;
  readonly who: string;
  readonly maker: string | null;
  readonly reason: string;
  readonly source: string | null;
  readonly body: string;
}

async function changes(store: Store, actor: Actor, query: ChangeQuery): ReturnType<ChangeDesk["changes"]> {
  requireWhole(store);
  requireRight(actor, "read");
  const limit = Math.min(Math.max(query.limit ?? USUAL_LINKS, 1), MOST_LINKS);
  const horizon = await settledUntil(store);
  const { values, bind } = binder();
  const from = query.after === undefined ? null : readPlace(query.after);
  const conditions = [
    `c.origin = ${bind(store.installation.origin, "uuid")}`,
    ...ofActor(actor, bind),
    `c.at < ${bind(horizon, "timestamptz")}`,
    ...(from === null ? [] : [placeAfter(from, bind)]),
    ...(query.since === undefined ? [] : [`c.at >= ${bind(startOfDay(query.since), "timestamptz")}`]),
  ];
  const { rows } = await store.db.query<Link>(
    `${LINKS} where ${conditions.join(" and ")} order by c.at, c.scope_id, c.seq limit ${bind(limit + 1, "bigint")}`,
    values,
  );
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    entries: await entriesOf(store, actor, page),
    next: last === undefined ? (query.after ?? null) : writePlace(last),
    end: rows.length <= limit,
  };
}

async function changedSince(store: Store, actor: Actor, day: string): ReturnType<ChangeDesk["changedSince"]> {
  requireWhole(store);
  requireRight(actor, "read");
  const { values, bind } = binder();
  const conditions = [...ofActor(actor, bind), `c.at >= ${bind(startOfDay(day), "timestamptz")}`];
  const { rows } = await store.db.query<Link>(
    `${LINKS} where ${conditions.join(" and ")} order by c.at desc, c.scope_id, c.seq desc limit ${MOST_SAVES + 1}`,
    values,
  );
  const counts = new Map<string, { -readonly [key in keyof ChangeCount]: ChangeCount[key] }>();
  for (const link of rows.slice(0, MOST_SAVES)) {
    for (const { record, op } of (await readableLinkRows(store, actor, link)).rows) {
      const key = `${link.who}\u0000${record}`;
      const count = counts.get(key) ?? {
        ...{ who: link.who, record, created: 0, changed: 0, removed: 0 },
        last_at: link.at,
      };
      if (op === "create") count.created += 1;
      else if (op === "change") count.changed += 1;
      else count.removed += 1;
      counts.set(key, count);
    }
  }
  return { counts: [...counts.values()], all: rows.length <= MOST_SAVES };
}

const LINKS = `select c.scope_id, c.seq::text as seq,
    to_char(c.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, c.actor_name as who, c.maker_name as maker, c.reason, c.source, c.body
  from change c`;

/**
 * Until when every link that will ever be there is there: a link's time is read within its transaction, so none that
 * is still to come is older than the oldest one that writes. Asked in a statement of its own, before the links.
 */
async function settledUntil(store: Store): Promise<string> {
  const { rows } = await store.db.query<{ at: string }>(
    `select to_char(least(clock_timestamp(), (
        select min(xact_start) from pg_stat_activity
         where datname = current_database() and pid <> pg_backend_pid() and backend_xid is not null
      )) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at`,
  );
  return rows[0]?.at ?? "";
}

function ofActor(actor: Actor, bind: Bind): string[] {
  return actor.scopes === "all" ? [] : [`c.scope_id = any(${bind([NIL_SCOPE, ...actor.scopes], "uuid[]")})`];
}

const LISTED = new Set(recordDefinitions.map(({ name }) => name));

/** The rows of a link that are of the trade and the actor's to read; what it holds of documents has pages of its own. */
async function readableLinkRows(
  store: Store,
  actor: Actor,
  link: Link,
): Promise<{ readonly rows: readonly LinkRow[] }> {
  const { rows } = JSON.parse(link.body) as { readonly rows: readonly LinkRow[] };
  const listed = rows.filter(
    ({ record }) => LISTED.has(record) && mayReadRecord(actor, store.records.get(record).definition),
  );
  const seen: LinkRow[] = [];
  for (const name of new Set(listed.map(({ record }) => record))) {
    const own = listed.filter(({ record }) => record === name);
    const found = await idsSeen(store, actor, link.scope_id, name, own);
    seen.push(...own.filter(({ id }) => found === null || found.has(id)));
  }
  return { rows: seen };
}

/** Of some rows those that keep to the actor's limit on rows as they stand now; null where there is no limit. */
async function idsSeen(
  store: Store,
  actor: Actor,
  scopeId: string,
  name: string,
  rows: readonly LinkRow[],
): Promise<ReadonlySet<string> | null> {
  const record = store.records.get(name);
  const { values, bind } = binder();
  const limit = rowLimit(actor, record.definition);
  // What a save did to the other side's task is its office's own affair: the reason alone tells of it.
  const own = ownSideRows(store.records, record, actor, bind);
  if (limit === null && own === null) return null;
  const condition = [...limitConditions(record, limit, bind), ...(own === null ? [] : [own])].join(" and ");
  const { rows: found } = await store.db.query<{ id: string }>(
    `select r.id from ${record.table} r where r.scope_id = ${bind(scopeId, "uuid")} and ${condition}
        and r.id = any(${bind(
          rows.map(({ id }) => id),
          "uuid[]",
        )})`,
    values,
  );
  return new Set(found.map(({ id }) => id));
}

async function entriesOf(store: Store, actor: Actor, links: readonly Link[]): Promise<ChangeEntry[]> {
  const entries: ChangeEntry[] = [];
  for (const link of links) {
    const { rows } = await readableLinkRows(store, actor, link);
    if (rows.length === 0) continue;
    const { at, who, maker, reason, source, scope_id, seq } = link;
    const named = await titled(store, actor, scope_id, rows.slice(0, MOST_ROWS));
    entries.push({
      at,
      who,
      maker,
      reason,
      source,
      scope_id,
      seq,
      rows: named,
      more: Math.max(0, rows.length - MOST_ROWS),
    });
  }
  return entries;
}

async function titled(
  store: Store,
  actor: Actor,
  scopeId: string,
  rows: readonly LinkRow[],
): Promise<readonly ChangedRow[]> {
  const titles = new Map<string, string>();
  for (const name of new Set(rows.map(({ record }) => record))) {
    const record = store.records.get(name);
    const ids = rows.filter((row) => row.record === name).map(({ id }) => id);
    const { rows: standing } = await store.db.query<StoredRow>(
      `select ${prefixed(record, "r")} from ${record.table} r where r.scope_id = $1 and r.id = any($2::uuid[])`,
      [scopeId, ids],
    );
    for (const row of await namedRows(store, actor, record, standing)) titles.set(`${name} ${row.id}`, row.title);
  }
  return rows.map(({ op, record, id }) => ({
    op: op === "create" || op === "remove" ? op : "change",
    record,
    id,
    title: titles.get(`${record} ${id}`) ?? null,
  }));
}

interface Place {
  readonly at: string;
  readonly scope_id: string;
  readonly seq: string;
}

function placeAfter({ at, scope_id, seq }: Place, bind: Bind): string {
  const place = `(${bind(at, "timestamptz")}, ${bind(scope_id, "uuid")}, ${bind(seq, "bigint")})`;
  return `(c.at, c.scope_id, c.seq) > ${place}`;
}

function writePlace({ at, scope_id, seq }: Place): string {
  return Buffer.from(JSON.stringify([at, scope_id, seq])).toString("base64url");
}

function readPlace(text: string): Place {
  try {
    const [at, scope_id, seq] = JSON.parse(Buffer.from(text, "base64url").toString("utf8")) as unknown[];
    const time = typeof at === "string" && /^\d{4}-\d\d-\d\dT[\d:.]{8,15}Z$/.test(at);
    if (time && isUuid(scope_id) && typeof seq === "string" && /^\d{1,19}$/.test(seq)) return { at, scope_id, seq };
  } catch {
    // Refused below.
  }
  throw new LedgerError("QUERY_INVALID", { part: "after" });
}

/** The first instant of a day in China. */
function startOfDay(day: string): string {
  return new Date(new Date(endOfDay(day)).getTime() - 86_400_000).toISOString();
}
