import { setImmediate as nextTurn } from "node:timers/promises";
import { hasRuns } from "@shanhai/model";
import { linkHash, linkText } from "../chain/chain.js";
import { LineDigest } from "../chain/line-digest.js";
import type { KeptRecord, RecordSet } from "../schema/record-set.js";
import type { Sql } from "../sql.js";
import type { Head, StoredLink } from "./verify-tally.js";

/** The rows of links that made rows of one record by runs and nothing else, as COPY prints them. */
export interface BulkLines {
  readonly record: KeptRecord;
  readonly lines: Buffer;
}

/** The record of runs that all these links are about, by the first row of each; null where a link says something else. */
export function bulkRecordOf(records: RecordSet, links: readonly StoredLink[]): KeptRecord | null {
  let found: string | null = null;
  for (const { body } of links) {
    const start = body.indexOf(ROWS);
    const named = start < 0 ? null : FIRST_ROW.exec(body.slice(start, start + 300));
    const name = named?.[1] ?? "";
    if (!records.has(name) || !hasRuns(records.get(name).definition) || (found !== null && name !== found)) return null;
    found = name;
  }
  return found === null ? null : records.get(found);
}

const ROWS = '"rows":[';
const FIRST_ROW = /^"rows":\[\{"digest":"[0-9a-f]{64}","id":"[0-9a-f-]{36}","op":"create","record":"(\w+)"\}/;

/** Reads the rows of consecutive links, in the order in which the links name them; null where versions of them were replaced. */
export async function bulkLines(
  sql: Sql,
  record: KeptRecord,
  { scope_id }: Head,
  links: readonly StoredLink[],
): Promise<BulkLines | null> {
  const digest = LineDigest.of(record, scope_id);
  const [first, last] = [links[0]?.seq ?? 1n, links.at(-1)?.seq ?? 0n];
  if (digest === null) return null;
  const { rows } = await sql.query<{ replaced: boolean }>(
    `select exists (select 1 from ${record.past} where scope_id = $1 and seq between $2 and $3)
         or exists (select 1 from ${record.past} where scope_id = $1 and until_seq between $2 and $3) as replaced`,
    [scope_id, first, last],
  );
  if (rows[0]?.replaced !== false) return null;
  const lines = await sql.copyOut(
    `copy (select ${digest.columns} from ${record.table} where scope_id = '${scope_id}'::uuid
       and seq between ${first} and ${last} order by seq, id) to stdout`,
  );
  return { record, lines };
}

/**
 * Whether these links say just what their columns and their rows come to, row by row and byte by byte, each joined to the one
 * before: made anew from them, each text is the text that is kept. Gives the number of rows; null says only that somebody must
 * look closer.
 */
export async function sameAsLinks(
  { record, lines }: BulkLines,
  head: Head,
  links: readonly StoredLink[],
  after: bigint,
  prev: Uint8Array,
): Promise<number | null> {
  const digest = LineDigest.of(record, head.scope_id);
  if (digest === null) return null;
  const { name } = record.definition;
  let rows = 0;
  let at = 0;
  let expected = after;
  let before = prev;
  if (lines.length > 0) at = digest.read(lines, 0);
  let more = lines.length > 0;
  for (const link of links) {
    expected += 1n;
    const seq = String(link.seq);
    const [start, end] = aroundRows(link, head);
    const { body } = link;
    if (link.seq !== expected || Buffer.compare(link.prev, before) !== 0 || !body.startsWith(start)) return null;
    let place = start.length;
    for (let first = true; more && digest.seq === seq; first = false) {
      const said = `${first ? "" : ","}{"digest":"${digest.digest}","id":"${digest.id}","op":"create","record":"${name}"}`;
      if (!body.startsWith(said, place)) return null;
      place += said.length;
      rows += 1;
      more = at < lines.length;
      if (more) at = digest.read(lines, at);
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
function aroundRows(link: StoredLink, { scope_id, origin }: Head): readonly [string, string] {
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
