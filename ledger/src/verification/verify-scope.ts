import { FIRST_PREV, type Link, linkHash, parseBody } from "../chain/chain.js";
import type { Sql } from "../sql.js";
import type { Store } from "../store.js";
import { BrokenPlace } from "./broken-place.js";
import type { DigestThreads } from "./digest-threads.js";
import { ErasedVersions } from "./erased-versions.js";
import { sameAsLinks } from "./same-as-links.js";
import { type BulkLines, bulkLines, bulkRecordOf } from "./verify-bulk.js";
import { holdsJust, type Version, verifyRows, versionsOf } from "./verify-rows.js";
import type { Head, StoredLink, Tally } from "./verify-tally.js";

/** Links of one read transaction, and the length of their texts: about 4,000 rows, some ten milliseconds. */
const MOST_LINKS = 100;
const MOST_TEXT = 500_000;

/** Links after which a chain is worth threads of its own. */
const LONG = 40n;
/** Pages that are looked at while the next one is read. */
const AHEAD = 3;

/**
 * Walks one chain from its first link to its head, the rows of its links beside it. Only records that the links of a page name
 * are looked at; at the end the numbers tell whether there is anything beside them, and only then every table is.
 */
export async function verifyScope(
  store: Store,
  head: Head,
  threads: DigestThreads,
  tally: Tally,
  report: () => void,
): Promise<void> {
  const looking = { store, head, threads, erased: new ErasedVersions(store.db, head.scope_id) };
  const counts = await walk({ ...looking, everything: false }, (links, rows) => {
    tally.links += links;
    tally.rows += rows;
    report();
  });
  if (!(await holdsJust(store, head, counts))) await walk({ ...looking, everything: true }, report);
}

/** How a chain is looked at; `everything`: rows of all records are looked for under each link. */
interface Looking {
  readonly store: Store;
  readonly head: Head;
  readonly threads: DigestThreads;
  readonly erased: ErasedVersions;
  readonly everything: boolean;
}

/** How many versions of each record the links of a page wrote. */
type Found = ReadonlyMap<string, number>;

async function walk(looking: Looking, done: (links: number, rows: number) => void): Promise<Found> {
  const { store, head, everything } = looking;
  const counts = new Map<string, number>();
  // In the order of the chain, so that its first broken place is the one that is named.
  const looked: { readonly links: number; readonly found: Promise<Found> }[] = [];
  const settle = async (most: number) => {
    for (let one = looked[0]; one !== undefined && looked.length > most; one = looked[0]) {
      let rows = 0;
      for (const [record, versions] of await one.found) {
        counts.set(record, (counts.get(record) ?? 0) + versions);
        rows += versions;
      }
      looked.shift();
      done(one.links, rows);
    }
  };
  let seq = 0n;
  let prev: Uint8Array = FIRST_PREV;
  while (seq < head.seq) {
    const read = await page(store, head, seq, everything);
    const last = read.stored.at(-1);
    if (last === undefined) {
      await settle(0);
      throw new BrokenPlace("LINK_MISSING", { scope: head.scope_id, seq: String(seq + 1n) });
    }
    const found = lookAt(looking, read, seq, prev);
    // Should a page before it be broken, this one is nobody's any more.
    found.catch(() => undefined);
    looked.push({ links: read.stored.length, found });
    await settle(AHEAD);
    seq = last.seq;
    prev = last.hash;
  }
  await settle(0);
  if (seq !== head.seq || Buffer.compare(prev, head.hash) !== 0)
    throw new BrokenPlace("HEAD_WRONG", { scope: head.scope_id, seq: String(head.seq) });
  return counts;
}

/** Links of a roll, made anew from their rows, are what is kept, or somebody looks closer; all others are looked at row by row. */
async function lookAt(
  { store, head, threads, erased }: Looking,
  { stored, versions, bulk }: LinkPage,
  after: bigint,
  prev: Uint8Array,
): Promise<Found> {
  if (bulk === null) return verifyRows(store, head, checkLinks(stored, head, after, prev), versions, erased);
  const { scope_id, origin, seq } = head;
  const given = { ...bulk, chain: { scope_id, origin }, links: stored, after, prev };
  const rows = await (seq > LONG ? threads.same(given) : sameAsLinks(given));
  if (rows !== null) return new Map([[bulk.shape.name, rows]]);
  const closer = await page(store, head, after, true);
  return verifyRows(store, head, checkLinks(closer.stored, head, after, prev), closer.versions, erased);
}

interface LinkPage {
  readonly stored: readonly StoredLink[];
  readonly versions: readonly Version[];
  /** The rows of links that only made rows of a bulk record; their versions are not read then. */
  readonly bulk: BulkLines | null;
}

/** Consecutive links and their versions, all in one snapshot, so that a ledger in use looks the same to both. */
function page(store: Store, head: Head, after: bigint, everything: boolean): Promise<LinkPage> {
  return store.db.transaction(
    async (sql) => {
      const stored = await linksAfter(sql, head, after);
      const roll = everything ? null : bulkRecordOf(store.records, stored);
      const bulk = roll === null ? null : await bulkLines(sql, roll, head, stored);
      if (bulk !== null) return { stored, versions: [], bulk };
      const links = stored.flatMap(({ body }) => parseBody(body) ?? []);
      const named = new Set(links.flatMap(({ rows }) => rows.map(({ record }) => record)));
      const records = store.records.all.filter(({ definition }) => everything || named.has(definition.name));
      const span = [stored[0], stored.at(-1)].flatMap((link) => (link === undefined ? [] : [String(link.seq)]));
      return { stored, versions: span.length === 0 ? [] : await versionsOf(sql, head, span, records), bulk };
    },
    { isolation: "repeatable read", readOnly: true, patient: true },
  );
}

async function linksAfter(sql: Sql, head: Head, after: bigint): Promise<StoredLink[]> {
  const { rows } = await sql.query<StoredLink>(
    `select seq, at, actor, actor_name, maker, maker_name, command_id, reason, source, body, prev, hash from (
       select *, sum(octet_length(body)) over (order by seq) - octet_length(body) as before from (
         select * from change where scope_id = $1 and origin = $2 and seq > $3 and seq <= $4
         order by seq limit ${MOST_LINKS}) page) sized
     where before < ${MOST_TEXT} order by seq`,
    [head.scope_id, head.origin, after, head.seq],
  );
  return rows;
}

function checkLinks(rows: readonly StoredLink[], head: Head, after: bigint, prev: Uint8Array): Link[] {
  let expected = after + 1n;
  let before = prev;
  return rows.map((row) => {
    const place = { scope: head.scope_id, seq: String(expected) };
    if (row.seq !== expected) throw new BrokenPlace("LINK_MISSING", place);
    if (Buffer.compare(row.prev, before) !== 0) throw new BrokenPlace("LINK_UNJOINED", place);
    const link = parseBody(row.body);
    if (link === null || !linkHash(row.prev, row.body).equals(row.hash)) throw new BrokenPlace("LINK_EDITED", place);
    const field = differingColumn(row, link, head);
    if (field !== null) throw new BrokenPlace("LINK_COLUMNS", { ...place, field });
    before = row.hash;
    expected += 1n;
    return link;
  });
}

function differingColumn(row: StoredLink, link: Link, head: Head): string | null {
  const said: readonly (readonly [string, unknown, unknown])[] = [
    ["scope_id", head.scope_id, link.scope],
    ["origin", head.origin, link.origin],
    ["seq", String(row.seq), link.seq],
    ["at", row.at, link.at],
    ["actor", row.actor, link.actor.id],
    ["actor_name", row.actor_name, link.actor.name],
    ["maker", row.maker, link.maker?.id ?? null],
    ["maker_name", row.maker_name, link.maker?.name ?? null],
    ["command_id", row.command_id, link.command],
    ["reason", row.reason, link.reason],
    ["source", row.source, link.source],
  ];
  return said.find(([, stored, text]) => stored !== text)?.[0] ?? null;
}
