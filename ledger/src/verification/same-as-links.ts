import { setImmediate as nextTurn } from "node:timers/promises";
import { linkHash, linkText } from "../chain/chain.js";
import { LineDigest } from "../chain/line-digest.js";
import type { BulkLines } from "./verify-bulk.js";
import type { Head, StoredLink } from "./verify-tally.js";

/** Consecutive links that made rows by runs, with their rows. Plain data: a thread can be given it. */
export interface BulkPage extends BulkLines {
  readonly chain: Pick<Head, "scope_id" | "origin">;
  readonly links: readonly StoredLink[];
  /** The link before them: its number and its hash. */
  readonly after: bigint;
  readonly prev: Uint8Array;
}

/**
 * Whether these links say just what their columns and their rows come to, row by row and byte by byte, each joined to the one
 * before: made anew from them, each text is the text that is kept. Gives the number of rows; null says only that somebody must
 * look closer.
 */
export async function sameAsLinks({ shape, lines, chain, links, after, prev }: BulkPage): Promise<number | null> {
  const bytes = Buffer.from(lines.buffer, lines.byteOffset, lines.byteLength);
  const digest = new LineDigest(shape, chain.scope_id);
  let rows = 0;
  let at = 0;
  let expected = after;
  let before = prev;
  if (bytes.length > 0) at = digest.read(bytes, 0);
  let more = bytes.length > 0;
  for (const link of links) {
    expected += 1n;
    const seq = String(link.seq);
    const [start, end] = aroundRows(link, chain);
    const { body } = link;
    if (link.seq !== expected || Buffer.compare(link.prev, before) !== 0 || !body.startsWith(start)) return null;
    let place = start.length;
    for (let first = true; more && digest.seq === seq; first = false) {
      const said = `${first ? "" : ","}{"digest":"${digest.digest}","id":"${digest.id}","op":"create","record":"${shape.name}"}`;
      if (!body.startsWith(said, place)) return null;
      place += said.length;
      rows += 1;
      more = at < bytes.length;
      if (more) at = digest.read(bytes, at);
    }
    if (body.length !== place + end.length || !body.endsWith(end)) return null;
    if (!linkHash(link.prev, body).equals(link.hash)) return null;
    before = link.hash;
    // The next page comes in between two links.
    await nextTurn();
  }
  return more ? null : rows;
}

/** A link's text before and behind its rows, from its columns. */
function aroundRows(link: StoredLink, { scope_id, origin }: BulkPage["chain"]): readonly [string, string] {
  const { at, actor, actor_name, maker, maker_name, command_id, reason, source, seq } = link;
  const said = {
    scope: scope_id,
    origin,
    seq: String(seq),
    at,
    actor: { id: actor, name: actor_name },
    ...(maker === null ? {} : { maker: { id: maker, name: maker_name ?? "" } }),
    reason,
    source,
  };
  const text = linkText({ ...said, command: command_id }, PLACE);
  const place = text.indexOf(`[${PLACE}]`) + 1;
  return [text.slice(0, place), text.slice(place + PLACE.length)];
}

/** No text of a link holds it: canonical JSON escapes control characters. */
const PLACE = "\u0000";
