import type { IndicatorDefinition } from "@shanhai/model";
import { isNameList } from "../account/name-lists.js";
import { mayDo, mayReadRecord, requireRight } from "../account/policy.js";
import { rowLimit } from "../account/visibility.js";
import type { Actor } from "../actor.js";
import { board } from "../counting/board.js";
import { boardRows } from "../counting/board-rows.js";
import type { Board, BoardLine, ExcludedRow } from "../counting/counting-desk.js";
import { type Frame, frameOf } from "../counting/frame.js";
import { readingOf } from "../counting/place-rows.js";
import { storedValues } from "../counting/reported-values.js";
import { rowsBehind } from "../counting/rows-behind.js";
import { definitionsOf } from "../defining/definitions.js";
import type { Desk } from "../desk.js";
import { LedgerError } from "../error-codes.js";
import { bindTo } from "../querying/bind.js";
import { endOfDay } from "../querying/page-query.js";
import type { LeftOut, PackQuery } from "./pack-desk.js";
import { safeName } from "./pack-names.js";
import { proofFiles } from "./pack-proofs.js";
import { type PackedProof, TakenFiles } from "./taken-files.js";

/** What goes into a pack, before a byte of it is written. Holds names of files, never their bytes nor the rows. */
export interface PackContents {
  readonly query: PackQuery;
  /** Name of the folder that everything is in, and of the zip. */
  readonly top: string;
  readonly whose: string;
  readonly board: Board;
  readonly parts: readonly PackPart[];
  /** 定稿盖章件 of the month, for all indicators. */
  readonly stamped: readonly PackedProof[];
  readonly leftOut: readonly LeftOut[];
  readonly bytes: number;
  readonly proofs: number;
  /** A ledger of persons is among them. */
  readonly names: boolean;
  readonly namesCut: boolean;
  readonly heads: readonly PackHead[];
}

/** One indicator: its number, the rows behind it, what does not count, the files that prove them. */
export interface PackPart {
  readonly line: BoardLine;
  readonly definition: IndicatorDefinition;
  /** Relative to the top: `E1 帮助农村劳动力就业`. */
  readonly folder: string;
  readonly rows: number | null;
  /** What the rows make, in the indicator's unit. */
  readonly total: string | null;
  readonly excluded: readonly ExcludedRow[];
  readonly proofs: readonly PackedProof[];
}

/** Where a chain of the rows stood when the pack was made. */
export interface PackHead {
  readonly label: string;
  readonly seq: string;
  readonly hash: string;
}

export async function packContents(desk: Desk, actor: Actor, query: PackQuery): Promise<PackContents> {
  requireRight(actor, "read");
  if (query.plainNumbers === true) requireRight(actor, "numbers");
  const frame = await frameOf(desk, actor, query);
  const counted = await board(desk, actor, query);
  const asked = new Set(query.codes);
  const pairs = frame.pairs.map(({ id }) => id);
  const stored = await storedValues(
    desk,
    actor,
    [...pairs, ...frame.parties],
    [query.year * 100 + query.month],
    query.asOf,
  );
  const { find } = await definitionsOf(desk.database, query.asOf);
  const files = new TakenFiles(desk);
  const parts: PackPart[] = [];
  let names = false;
  for (const line of counted.lines.filter(({ code }) => asked.has(code))) {
    const definition = find(line.code);
    if (definition === undefined) continue;
    const of = { ...query, code: line.code };
    const behind = line.counted ? await rowsBehind(desk, actor, of) : null;
    const told = behind === null ? null : await boardRows(desk, actor, { ...of, limit: 1 });
    const excluded = told?.excluded ?? [];
    const numbers = stored.filter(
      (one) => one.indicator === line.code && (one.line ?? query.line) === query.line && one.kind !== "other_side",
    );
    const proofs = await proofFiles(
      desk,
      behind,
      [
        ...excluded.map(({ row }) => row),
        ...numbers.map(({ scope_id, id }) => ({ record: "indicator_value", scope_id, id })),
      ],
      query.asOf,
    );
    names ||= behind?.counting.records.some((name) => isNameList(desk.records.get(name).definition)) === true;
    const folder = safeName(`${line.code} ${definition.zh}`, 24);
    const [rows, total] = [told?.count ?? null, told?.total ?? null];
    parts.push({
      line,
      definition,
      folder,
      rows,
      total,
      excluded,
      proofs: await files.take(line.code, folder, proofs),
    });
  }
  if (parts.length === 0) throw new LedgerError("PACK_EMPTY");
  const stamped = await files.take("00", "00 定稿盖章件", await stampedFiles(desk, actor, query, pairs));
  return {
    query,
    top: safeName(
      `佐证材料包 ${frame.title} ${query.year}年${query.month}月${query.asOf === undefined ? "" : `（${query.asOf}时点）`}`,
      60,
    ),
    whose: frame.title,
    board: counted,
    ...{ parts, stamped, names },
    ...{ leftOut: files.leftOut, bytes: files.bytes, proofs: files.count },
    namesCut: names && !mayDo(actor, "name_lists"),
    heads: await headsOf(desk, frame, query.asOf),
  };
}

/** 盖章扫描件: what was really sent, attached to the closed versions of the month. */
async function stampedFiles(desk: Desk, actor: Actor, query: PackQuery, pairs: readonly string[]) {
  const { definition } = desk.records.get("month_close");
  if (!mayReadRecord(actor, definition) || rowLimit(actor, definition) !== null) return [];
  const { reading, values } = readingOf(pairs, query.asOf);
  const bind = bindTo(values);
  const line = bind(query.line, "text");
  const { rows } = await desk.database.query<{ scope_id: string; id: string }>(
    `select scope_id, id from ${reading(desk.records.get("month_close"))} r where year = ${bind(query.year, "bigint")}
       and month = ${bind(query.month, "bigint")} and coalesce(line, ${line}) = ${line} order by version, id`,
    values,
  );
  return proofFiles(
    desk,
    null,
    rows.map(({ scope_id, id }) => ({ record: "month_close", scope_id, id })),
    query.asOf,
  );
}

async function headsOf(
  desk: Desk,
  { pairs, parties, title }: Frame,
  asOf: string | undefined,
): Promise<readonly PackHead[]> {
  const scopes = [...pairs.map(({ id }) => id), ...parties];
  const { rows } = await desk.database.query<{ scope_id: string; seq: bigint; hash: Uint8Array }>(
    asOf === undefined
      ? "select scope_id, seq, hash from head where scope_id = any($1::uuid[]) order by scope_id, origin"
      : `select distinct on (scope_id, origin) scope_id, seq, hash from change
          where scope_id = any($1::uuid[]) and at < $2::timestamptz order by scope_id, origin, seq desc`,
    asOf === undefined ? [scopes] : [scopes, endOfDay(asOf)],
  );
  return rows.map(({ scope_id, seq, hash }) => ({
    label: pairs.find(({ id }) => id === scope_id)?.label ?? title,
    seq: String(seq),
    hash: Buffer.from(hash).toString("hex"),
  }));
}
