import { createHash } from "node:crypto";
import type { Actor } from "../actor.js";
import { canonicalJson } from "../chain/canonical-json.js";
import { FIRST_PREV } from "../chain/chain.js";
import { isWellFormed } from "../chain/well-formed-text.js";
import type { Sql } from "../sql.js";
import type { Store } from "../store.js";
import { clock } from "../write.js";
import type { AuditEntry, AuditEvent, AuditQuery, AuditState } from "./audit-event.js";
import { requireOffice } from "./policy.js";

/** Who did it, where nobody is signed in: the name that was typed at the door. */
type Doer = Pick<Actor, "account_id" | "name" | "office"> | { readonly name: string };

/** Appends one entry to the installation's audit chain, in a transaction of its own; gives its number. */
export async function appendAudit(store: Store, who: Doer, entry: AuditEvent): Promise<string> {
  return store.db.transaction((sql) => appendAuditIn(sql, store, who, entry));
}

/** The same within a transaction, so that the act and its entry are there together or not at all. */
export async function appendAuditIn(sql: Sql, store: Store, who: Doer, entry: AuditEvent): Promise<string> {
  const { origin } = store.installation;
  await sql.query("insert into audit_head (origin, seq, hash) values ($1, 0, $2) on conflict do nothing", [
    origin,
    FIRST_PREV,
  ]);
  const { rows } = await sql.query<{ seq: bigint; hash: Uint8Array }>(
    "select seq, hash from audit_head where origin = $1 for update",
    [origin],
  );
  const [head] = rows;
  if (head === undefined) throw new Error("the audit's head that was just made is gone");
  const seq = String(BigInt(head.seq) + 1n);
  const at = await clock(sql);
  const account = "account_id" in who ? who.account_id : null;
  const office = "office" in who ? (who.office?.name ?? null) : null;
  const { event, target = null, outcome = "done", detail = {} } = entry;
  const name = storable(who.name);
  const body = canonicalJson({ origin, seq, at, account, who: name, office, event, target, outcome, detail });
  const prev = Buffer.from(head.hash);
  const hash = entryHash(prev, body);
  await sql.query(
    `insert into audit (origin, seq, at, account, who, office, event, target, outcome, body, prev, hash)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [origin, seq, at, account, name, office, event, target, outcome, body, prev, hash],
  );
  await sql.query("update audit_head set seq = $2, hash = $3 where origin = $1", [origin, seq, hash]);
  return seq;
}

/** The audit log, newest first. For who audits only. */
export async function auditLog(
  store: Store,
  actor: Actor,
  query: AuditQuery,
): Promise<{ readonly rows: readonly AuditEntry[]; readonly next: string | null }> {
  requireOffice(actor, "audit");
  const limit = Math.min(Math.max(query.limit ?? 50, 1), 200);
  const { rows } = await store.db.query<Omit<AuditEntry, "detail"> & { body: string; [column: string]: unknown }>(
    `select seq::text as seq, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at, who, office, event,
            target, outcome, body
       from audit
      where origin = $1 and ($2::bigint is null or audit.seq < $2::bigint) and ($3::text is null or event = $3)
        and ($4::text is null or account = $4)
      order by audit.seq desc limit $5`,
    [store.installation.origin, query.before ?? null, query.event ?? null, query.account ?? null, limit + 1],
  );
  const page = rows.slice(0, limit);
  return {
    rows: page.map(({ body, seq, at, who, office, event, target, outcome }) => {
      const { detail } = JSON.parse(body) as { readonly detail: AuditEntry["detail"] };
      return { seq, at, who, office, event, target, outcome, detail };
    }),
    next: rows.length > limit ? (page.at(-1)?.seq ?? null) : null,
  };
}

const PAGE = 1000;

export async function auditState(store: Store): Promise<AuditState> {
  const { origin } = store.installation;
  let prev: Buffer = FIRST_PREV;
  let entries = 0;
  let first: string | null = null;
  let last: string | null = null;
  let broken: string | null = null;
  while (broken === null) {
    const { rows } = await store.db.query<AuditLine>(
      `select seq, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, account, who, office, event, target,
              outcome, body, prev, hash
         from audit where origin = $1 and seq > $2 order by seq limit ${PAGE}`,
      [origin, entries],
    );
    for (const line of rows) {
      const whole = BigInt(line.seq) === BigInt(entries + 1) && prev.equals(line.prev) && saysSo(line, prev);
      if (!whole) {
        broken = String(entries + 1);
        break;
      }
      entries += 1;
      first ??= line.at;
      last = line.at;
      prev = Buffer.from(line.hash);
    }
    if (rows.length < PAGE) break;
  }
  const { rows: heads } = await store.db.query<{ seq: bigint; hash: Uint8Array }>(
    "select seq, hash from audit_head where origin = $1",
    [origin],
  );
  const [head] = heads;
  const ends = head === undefined ? entries === 0 : BigInt(head.seq) === BigInt(entries) && prev.equals(head.hash);
  if (broken === null && !ends) broken = String(entries + 1);
  return { entries, first_at: first, last_at: last, head: prev.toString("hex"), broken };
}

interface AuditLine {
  readonly [column: string]: unknown;
  readonly seq: bigint;
  readonly at: string;
  readonly body: string;
  readonly prev: Uint8Array;
  readonly hash: Uint8Array;
}

/** The hash is that of the text, and the columns that lists are made from are those of the text. */
function saysSo(line: AuditLine, prev: Buffer): boolean {
  if (!entryHash(prev, line.body).equals(line.hash)) return false;
  const said = JSON.parse(line.body) as { readonly [key: string]: unknown };
  return ["at", "account", "who", "office", "event", "target", "outcome"].every((key) => said[key] === line[key]);
}

/** A name typed at the door may hold what no text of the database may. */
function storable(name: string): string {
  return isWellFormed(name) ? name.replaceAll("\0", "").slice(0, 100) : "?";
}

function entryHash(prev: Buffer, body: string): Buffer {
  return createHash("sha256").update(prev).update(body).digest();
}
