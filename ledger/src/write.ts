import { createHmac } from "node:crypto";
import { refuseUnchecked, requireWritable } from "./account/policy.js";
import { fitsLimit, rowLimit } from "./account/visibility.js";
import type { Actor } from "./actor.js";
import { canonicalJson } from "./chain/canonical-json.js";
import { FIRST_PREV, type Link, type LinkRow, linkBody, linkHash, linkText } from "./chain/chain.js";
import type { Change, Command, Receipt } from "./command.js";
import { keepRollups } from "./counting/keep-rollups.js";
import { LedgerError } from "./error-codes.js";
import { refuseOthersDraws } from "./inspecting/own-draws.js";
import { requireWhole } from "./installation.js";
import { refuseClosedMonths } from "./reconciling/closed-months.js";
import { renewStatistics } from "./schema/renew-statistics.js";
import type { Sql } from "./sql.js";
import type { Store } from "./store.js";
import { checkWords } from "./wording/check-words.js";
import { advanceRun } from "./writing/advance-run.js";
import { checkCommand } from "./writing/check-command.js";
import { checkReferences } from "./writing/check-references.js";
import { type Preparation, prepareCommand } from "./writing/prepared-rows.js";
import { openScopes } from "./writing/scope.js";
import type { ScopeWork } from "./writing/standing-row.js";
import { guardStep } from "./writing/step-guard.js";
import { writeScope } from "./writing/write-scope.js";
import { writtenLedgers } from "./writing/written-ledgers.js";

/** Rolls a tried command back. */
class Tried extends Error {}

/**
 * Carries commands out and takes them back, so that whoever lays them before a colleague (送审) is refused now what would be
 * refused then. Writes nothing; what needs review is tried like anything else.
 */
export async function tryWrite(store: Store, actor: Actor, commands: readonly Command[]): Promise<void> {
  await carryOut(store, actor, commands, () => {
    throw new Tried();
  }).catch((error: unknown) => {
    if (!(error instanceof Tried)) throw error;
  });
}

/**
 * The only write path. A command is carried out whole or not at all, in one transaction: its id is taken, its scopes
 * are opened and their heads locked in order, the rows and sources of each scope are written, and each scope gets one
 * link of its chain. The same `command_id` twice gives the first answer, also when two clients race.
 */
export async function write(store: Store, actor: Actor, command: Command): Promise<Receipt> {
  const [receipt] = await writeTogether(store, actor, [command]);
  if (receipt === undefined) throw new Error("a command without a receipt");
  return receipt;
}

/**
 * Several commands, all or none, in one transaction: what was laid before a colleague as one thing (经办—审核) and is too
 * large for one command. The only thing that may hold the engine longer than one command does.
 */
export async function writeTogether(
  store: Store,
  actor: Actor,
  commands: readonly Command[],
): Promise<readonly Receipt[]> {
  const changes = commands.flatMap((command) => command.changes);
  if ((actor.office?.reviewed ?? []).length > 0)
    refuseUnchecked(actor, await writtenLedgers(store.db, store.records, commands));
  const receipts = await carryOut(store, actor, commands, () => undefined);
  for (const receipt of receipts) if (!receipt.repeated) await logHeads(store, receipt);
  if (receipts.some(({ repeated }) => !repeated) && commands.every(({ run }) => run === undefined))
    await lookAgain(store, changes);
  return receipts;
}

/** The command is kept already: a database that cannot look how its rows are spread is slow, not wrong. */
async function lookAgain(store: Store, changes: readonly Change[]): Promise<void> {
  const due = store.written.due(changes.map(({ record }) => record));
  await renewStatistics(store.db, store.records, due).catch(() => undefined);
}

/** `beforeCommit` is told when everything is written and nothing is kept yet. */
async function carryOut(
  store: Store,
  actor: Actor,
  commands: readonly Command[],
  beforeCommit: () => void,
): Promise<readonly Receipt[]> {
  requireWhole(store);
  const asked = commands.map((command) => readied(store, actor, command));
  return store.db.transaction(
    async (sql) => {
      // Who writes several locks all heads in their order first, as who writes one does.
      if (asked.length > 1) await openAndLock(sql, store, commands);
      const receipts: Receipt[] = [];
      for (const one of asked) receipts.push(await carryOutOne(sql, store, actor, one));
      if (receipts.some(({ repeated }) => !repeated)) beforeCommit();
      return receipts;
    },
    { patient: commands.some(({ run }) => run !== undefined) },
  );
}

/** A command that was looked at before the database is held. */
interface Readied {
  readonly command: Command;
  readonly digest: Buffer;
  readonly prepared: Preparation;
}

function readied(store: Store, actor: Actor, command: Command): Readied {
  checkCommand(store.records, command);
  for (const { record, scope_id } of [...command.changes, ...(command.sources ?? [])])
    requireWritable(actor, scope_id, store.records.get(record).definition);
  for (const { scope_id } of command.withdrawn_sources ?? []) requireWritable(actor, scope_id);
  return {
    command,
    digest: commandDigest(store, actor, command),
    prepared: prepareCommand(store.records, command),
  };
}

async function openAndLock(sql: Sql, store: Store, commands: readonly Command[]): Promise<LockedChain[]> {
  const scopeIds = [...new Set(commands.flatMap(scopesOf))].sort();
  await openScopes(
    sql,
    store.records,
    scopeIds,
    commands.flatMap(({ changes }) => changes),
  );
  return lockHeads(sql, store.installation.origin, scopeIds);
}

async function carryOutOne(
  sql: Sql,
  store: Store,
  actor: Actor,
  { command, digest, prepared }: Readied,
): Promise<Receipt> {
  const answered = await takeCommand(sql, command, digest);
  if (answered !== null) return answered;
  const chains = await openAndLock(sql, store, [command]);
  await refuseClosedMonths(sql, store.records, command.changes);
  await refuseOthersDraws(sql, store.records, actor, command.changes);
  await checkWords(sql, store.records, command.changes);
  const at = await clock(sql);
  const links: Receipt["links"][number][] = [];
  for (const chain of chains) {
    const work = workIn(actor, chain, command, prepared);
    links.push(await extendChain(sql, { store, actor, command, at, chain }, await writeScope(sql, store, work)));
    await keepRollups(sql, store.records, chain.scopeId, work.seq, new Set(work.changes.map(({ record }) => record)));
  }
  await checkReferences(sql, store.records, command.changes);
  if (command.run !== undefined) await advanceRun(sql, command.run);
  const written: Receipt = { command_id: command.command_id, at, links, repeated: false };
  await sql.query("update command set receipt = $2::jsonb where command_id = $1", [
    command.command_id,
    JSON.stringify(written),
  ]);
  return written;
}

/** A chain whose head is locked. */
export interface LockedChain {
  readonly scopeId: string;
  /** The seq and hash of its last link. */
  readonly seq: bigint;
  readonly hash: Buffer;
}

/** Locks the heads one by one in the order of their scopes: two commands never wait for each other in a ring. */
export async function lockHeads(sql: Sql, origin: string, scopeIds: readonly string[]): Promise<LockedChain[]> {
  const lock = (scopeId: string) =>
    sql.query<{ seq: bigint; hash: Uint8Array }>(
      "select seq, hash from head where scope_id = $1 and origin = $2 for update",
      [scopeId, origin],
    );
  const chains: LockedChain[] = [];
  for (const scopeId of [...scopeIds].sort()) {
    let { rows } = await lock(scopeId);
    if (rows.length === 0) {
      await sql.query("insert into head (scope_id, origin, seq, hash) values ($1, $2, 0, $3) on conflict do nothing", [
        scopeId,
        origin,
        FIRST_PREV,
      ]);
      ({ rows } = await lock(scopeId));
    }
    const [head] = rows;
    if (head === undefined) throw new Error("a head that was just made is gone");
    chains.push({ scopeId, seq: BigInt(head.seq), hash: Buffer.from(head.hash) });
  }
  return chains;
}

/** The database's clock in UTC with microseconds; read after the heads are locked, so that it grows along a chain. */
export async function clock(sql: Sql): Promise<string> {
  const { rows } = await sql.query<{ at: string }>(
    `select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at`,
  );
  return rows[0]?.at ?? "";
}

/** What a link needs to know of the command that makes it. */
export interface LinkContext {
  readonly store: Store;
  readonly actor: Actor;
  readonly command: Pick<Command, "command_id" | "reason" | "source">;
  readonly at: string;
  readonly chain: LockedChain;
}

/** Adds the link that names these rows and moves the head on. Rows as a text are canonical JSON in their order already. */
export async function extendChain(
  sql: Sql,
  { store, actor, command, at, chain }: LinkContext,
  rows: readonly LinkRow[] | string,
): Promise<Receipt["links"][number]> {
  const { origin } = store.installation;
  const link: Omit<Link, "rows"> = {
    scope: chain.scopeId,
    origin,
    seq: String(chain.seq + 1n),
    at,
    actor: { id: actor.account_id, name: actor.name },
    ...(actor.checking === undefined ? {} : { maker: actor.checking.maker }),
    command: command.command_id,
    reason: command.reason,
    source: command.source ?? null,
  };
  const body = typeof rows === "string" ? linkText(link, rows) : linkBody({ ...link, rows });
  const hash = linkHash(chain.hash, body);
  await sql.query(
    `with link as (
       insert into change (scope_id, origin, seq, at, actor, actor_name, command_id, reason, source, body, prev, hash,
         maker, maker_name)
       values ($1::uuid, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14))
     update head set seq = $3, hash = $12 where scope_id = $1::uuid and origin = $2`,
    [
      link.scope,
      origin,
      link.seq,
      at,
      link.actor.id,
      link.actor.name,
      link.command,
      link.reason,
      link.source,
      body,
      chain.hash,
      hash,
      link.maker?.id ?? null,
      link.maker?.name ?? null,
    ],
  );
  return { scope_id: link.scope, seq: link.seq, hash: hash.toString("hex") };
}

/** Appends the heads that a command made to heads.log, after its commit. */
export async function logHeads(store: Store, receipt: Pick<Receipt, "at" | "links">): Promise<void> {
  const { origin } = store.installation;
  await store.headsLog.append(receipt.links.map((link) => ({ ...link, origin, at: receipt.at })));
}

/**
 * Takes the command's id; a second client with the same id waits here until the first one ends. Gives the first answer
 * where there is one; refuses an id that was used for another command.
 */
export async function takeCommand(
  sql: Sql,
  command: Pick<Command, "command_id">,
  digest: Buffer,
): Promise<Receipt | null> {
  const { rows: taken } = await sql.query(
    "insert into command (command_id, digest) values ($1, $2) on conflict (command_id) do nothing returning 1 as taken",
    [command.command_id, digest],
  );
  if (taken.length > 0) return null;
  const { rows } = await sql.query<{ digest: Uint8Array; receipt: Receipt }>(
    "select digest, receipt from command where command_id = $1",
    [command.command_id],
  );
  const [first] = rows;
  if (first === undefined || !digest.equals(first.digest))
    throw new LedgerError("COMMAND_REUSED", { command: command.command_id });
  return { ...first.receipt, repeated: true };
}

/** Tells one command from another with the same id; with the installation's secret, as it may hold personal values. */
function commandDigest({ installation }: Store, actor: Actor, command: Command): Buffer {
  const asked = canonicalJson(JSON.parse(JSON.stringify({ ...command, actor: actor.account_id })));
  return createHmac("sha256", installation.secret).update(asked).digest();
}

function scopesOf(command: Command): string[] {
  const parts = [...command.changes, ...(command.sources ?? []), ...(command.withdrawn_sources ?? [])];
  return [...new Set(parts.map(({ scope_id }) => scope_id))].sort();
}

function workIn(actor: Actor, chain: LockedChain, command: Command, prepared: Preparation): ScopeWork {
  const here = (part: { readonly scope_id: string }) => part.scope_id === chain.scopeId;
  return {
    scopeId: chain.scopeId,
    seq: chain.seq + 1n,
    changes: command.changes.filter(here),
    sources: (command.sources ?? []).filter(here),
    withdrawn: (command.withdrawn_sources ?? []).filter(here).map(({ id }) => id),
    // Titles may name rows that the same command makes in another scope.
    beside: command.changes,
    prepared,
    refuseStep: (definition, was, values) => guardStep(actor, definition.name, was, values),
    refuseRow: (definition, values) => {
      if (!fitsLimit(rowLimit(actor, definition), values))
        throw new LedgerError("ROW_FORBIDDEN", {
          who: actor.name,
          record: definition.zh,
          record_en: definition.en,
        });
    },
  };
}
