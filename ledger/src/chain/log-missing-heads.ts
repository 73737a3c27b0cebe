import type { Sql } from "../sql.js";
import type { HeadsLog, LoggedHead } from "./heads-log.js";

/**
 * Logs the heads that a process which died could not write to heads.log: its disk was full, or it ended between the
 * commit and the line. Heads that are older than the log's last line are in it, or were cut: those are for `verify`.
 */
export async function logMissingHeads(sql: Sql, log: HeadsLog): Promise<void> {
  const { rows } = await sql.query<{ scope_id: string; origin: string; seq: bigint; hash: Uint8Array; at: string }>(
    `select h.scope_id, h.origin, h.seq, h.hash, c.at from head h
     join change c on c.scope_id = h.scope_id and c.origin = h.origin and c.seq = h.seq
     where $1::timestamptz is null or c.at > $1::timestamptz order by c.at, h.scope_id`,
    [log.lastAt],
  );
  const heads = rows.map(({ seq, hash, ...head }): LoggedHead => {
    return { ...head, seq: String(seq), hash: Buffer.from(hash).toString("hex") };
  });
  if (heads.length > 0) await log.append(heads);
}
