import type { Actor } from "../actor.js";
import { board } from "../counting/board.js";
import type { CountOptions } from "../counting/count-series.js";
import type { Board, BoardQuery } from "../counting/counting-desk.js";
import type { Desk } from "../desk.js";

/** Boards kept at most; the one longest not asked for goes first. */
const MOST = 100;

interface Known {
  /** What the chains held when it was made. */
  readonly heads: string;
  readonly board: Promise<Board>;
}

/**
 * Boards for reports, made once for each person and month and given again until something is written: 工作台 is opened many
 * times a day and shows one number of a board. Whatever changes a board, rows, grants, definitions and erasures, is a link
 * of some chain, so the heads say whether it still holds. `day` stands for today, on which pace depends.
 */
export function knownBoards(
  desk: Desk,
): (actor: Actor, query: BoardQuery, day: string, progress?: CountOptions["progress"]) => Promise<Board> {
  const known = new Map<string, Known>();
  return async (actor, query, day, progress) => {
    const { rows } = await desk.database.query<{ heads: string }>(
      "select coalesce(sum(seq), 0)::text || '/' || count(*)::text as heads from head",
    );
    const heads = rows[0]?.heads ?? "";
    const key = JSON.stringify([actor, query, day]);
    const held = known.get(key);
    known.delete(key);
    const now = held?.heads === heads ? held : { heads, board: board(desk, actor, query, progress) };
    // A failure is not kept.
    now.board.catch(() => known.delete(key));
    known.set(key, now);
    for (const oldest of known.keys()) {
      if (known.size <= MOST) break;
      known.delete(oldest);
    }
    return now.board;
  };
}
