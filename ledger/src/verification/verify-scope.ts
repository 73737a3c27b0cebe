import { FIRST_PREV, type Link, linkHash, parseBody } from "../chain/chain.js";
import type { Sql } from "../sql.js";
import type { Store } from "../store.js";
import { BrokenPlace } from "./broken-place.js";
import { verifyRows } from "./verify-rows.js";
import type { Head, Tally } from "./verify-tally.js";

/** Links of one read transaction, and the length of their texts: about 2,000 rows, a few milliseconds. */
const MOST_LINKS = 100;
const MOST_TEXT = 250_000;

interface StoredLink {
  readonly seq: bigint;
  readonly at: string;
  readonly actor: string;
  readonly actor_name: string;
  readonly command_id: string;
  readonly reason: string;
  readonly source: string | null;
  readonly body: string;
  readonly prev: Uint8Array;
  readonly hash: Uint8Array;
  readonly [column: string]: unknown;
}

/** Walks one chain from its first link to its head, the rows of its links beside it. */
export async function verifyScope(store: Store, head: Head, tally: Tally, report: () => void): Promise<void> {
  let seq = 0n;
  let prev: Uint8Array = FIRST_PREV;
  while (seq < head.seq) {
    const links = await store.db.transaction(
      async (sql) => {
        const page = await linksAfter(sql, head, seq);
        const checked = checkLinks(page, head, seq, prev);
        tally.rows += await verifyRows(sql, store, head, checked);
        return page;
      },
      { isolation: "repeatable read", readOnly: true },
    );
    const last = links.at(-1);
    if (last === undefined) throw new BrokenPlace("LINK_MISSING", { scope: head.scope_id, seq: String(seq + 1n) });
    seq = last.seq;
    prev = last.hash;
    tally.links += links.length;
    report();
  }
  if (seq !== head.seq || Buffer.compare(prev, head.hash) !== 0)
    throw new BrokenPlace("HEAD_WRONG", { scope: head.scope_id, seq: String(head.seq) });
}

async function linksAfter(sql: Sql, head: Head, after: bigint): Promise<StoredLink[]> {
  const { rows } = await sql.query<StoredLink>(
    `select seq, at, actor, actor_name, command_id, reason, source, body, prev, hash from (
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
    ["command_id", row.command_id, link.command],
    ["reason", row.reason, link.reason],
    ["source", row.source, link.source],
  ];
  return said.find(([, stored, text]) => stored !== text)?.[0] ?? null;
}
