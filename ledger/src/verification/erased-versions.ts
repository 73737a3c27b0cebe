import { type LinkRow, parseBody } from "../chain/chain.js";
import { ERASURE } from "../erasure/erased.js";
import type { Sql } from "../sql.js";

/** Links of one read. */
const PAGE = 100;

type Row = Pick<LinkRow, "record" | "id">;

/** The numbers of a row's versions that were taken away, upwards. */
type Erased = readonly bigint[];

/**
 * The versions of one scope whose content was taken away (清除), as its links say. They are read once, when the first
 * is asked for: a roll that was cleared has as many as it had rows, and a look through the chain for each would grow
 * with their square. Some hundred bytes of memory a version.
 */
export class ErasedVersions {
  #read: Promise<ReadonlyMap<string, Erased>> | null = null;

  constructor(
    private readonly sql: Sql,
    private readonly scopeId: string,
  ) {}

  /** Whether a later link says so of this version. */
  async has(row: Row, seq: bigint): Promise<boolean> {
    return (await this.#find(row, (erased) => erased === seq)) !== null;
  }

  /** The last version of the row before this number that was taken away; null when there is none. */
  lastBefore(row: Row, seq: bigint): Promise<bigint | null> {
    return this.#find(row, (erased) => erased < seq);
  }

  async #find(row: Row, wanted: (seq: bigint) => boolean): Promise<bigint | null> {
    const look = async () => (await this.#all()).get(keyOf(row))?.findLast(wanted) ?? null;
    const found = await look();
    if (found !== null) return found;
    // It may have been taken away since they were read.
    this.#read = null;
    return look();
  }

  #all(): Promise<ReadonlyMap<string, Erased>> {
    this.#read ??= this.#links();
    return this.#read;
  }

  async #links(): Promise<ReadonlyMap<string, Erased>> {
    const versions = new Map<string, bigint[]>();
    let after: readonly [string, bigint] = ["00000000-0000-0000-0000-000000000000", 0n];
    for (;;) {
      const { rows } = await this.sql.query<{ origin: string; seq: bigint; body: string }>(
        `select origin, seq, body from change
         where scope_id = $1 and source like '${ERASURE}%' and (origin, seq) > ($2, $3::bigint)
         order by origin, seq limit ${PAGE}`,
        [this.scopeId, ...after],
      );
      for (const { seq: by, body } of rows)
        for (const row of parseBody(body)?.rows ?? []) {
          if (row.op !== "erase" || row.seq === undefined || BigInt(row.seq) >= by) continue;
          const key = keyOf(row);
          const erased = versions.get(key) ?? [];
          erased.push(BigInt(row.seq));
          versions.set(key, erased);
        }
      const last = rows.at(-1);
      if (last === undefined || rows.length < PAGE) break;
      after = [last.origin, last.seq];
    }
    for (const each of versions.values()) each.sort((a, b) => (a < b ? -1 : 1));
    return versions;
  }
}

function keyOf({ record, id }: Row): string {
  return `${record} ${id}`;
}
