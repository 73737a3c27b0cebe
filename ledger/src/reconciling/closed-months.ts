import type { Change } from "../command.js";
import { LedgerError } from "../error-codes.js";
import type { RecordSet } from "../schema/record-set.js";
import type { Sql } from "../sql.js";

/**
 * A closed month stays as it was sent (封账): one of the few things that stop a clerk. Refuses changes to its final and
 * reported numbers and to the closing itself, but for the stamped scan that is attached to it and for what settles a
 * difference without moving a number. The same command may make
 * the next version beside it. Rows of ledgers are free: their corrections show 与盖章件不一致.
 */
export async function refuseClosedMonths(sql: Sql, records: RecordSet, changes: readonly Change[]): Promise<void> {
  const numbers = changes.filter(({ record }) => record === "indicator_value");
  const closings = changes.filter(({ record }) => record === "month_close");
  if (numbers.length + closings.length === 0 || !records.has("month_close")) return;
  await refuseClosings(sql, closings);
  const months = new Map<string, { scope: string; year: number; month: number; line: string }>();
  const put = (scope: string, year: unknown, month: unknown, line: unknown, kind: unknown) => {
    if (kind === "other_side") return;
    const key = [scope, year, month, line ?? ""].join(" ");
    months.set(key, { scope, year: Number(year), month: Number(month), line: String(line ?? "") });
  };
  for (const change of numbers)
    if (change.op === "create") {
      const { year, month, line, kind } = change.values;
      put(change.scope_id, year, month, line, kind);
    }
  const standing = numbers.filter((change) => change.op !== "create" && !onlySettles(change));
  if (standing.length > 0) {
    const { rows } = await sql.query<{ scope_id: string; year: bigint; month: bigint; line: string; kind: string }>(
      `select v.scope_id, v.year, v.month, v.line, v.kind from indicator_value v
       join unnest($1::uuid[], $2::uuid[]) as asked (scope_id, id) on v.scope_id = asked.scope_id and v.id = asked.id`,
      [standing.map(({ scope_id }) => scope_id), standing.map(({ id }) => id)],
    );
    for (const row of rows) put(row.scope_id, row.year, row.month, row.line, row.kind);
  }
  for (const { scope, year, month, line } of months.values()) {
    const { rows } = await sql.query<{ version: bigint }>(
      `select max(version) as version from month_close
       where scope_id = $1 and year = $2 and month = $3 and coalesce(line, '') = $4`,
      [scope, year, month, line],
    );
    const version = rows[0]?.version ?? null;
    if (version === null) continue;
    const next = closings.some(
      (change) =>
        change.op === "create" &&
        change.scope_id === scope &&
        Number(change.values.year) === year &&
        Number(change.values.month) === month &&
        (change.values.line ?? "") === line,
    );
    if (!next || standing.some(({ scope_id }) => scope_id === scope))
      throw new LedgerError("MONTH_CLOSED", { year, month, version: Number(version) });
  }
}

/** How a difference was settled may be said after the closing: no number moves. */
function onlySettles(change: Change): boolean {
  return change.op === "change" && Object.keys(change.values).every((key) => key === "settled" || key === "note");
}

async function refuseClosings(sql: Sql, closings: readonly Change[]): Promise<void> {
  for (const change of closings) {
    if (change.op === "create") continue;
    const { rows } = await sql.query<{ year: bigint; month: bigint; version: bigint; stamped_file: string | null }>(
      "select year, month, version, stamped_file from month_close where scope_id = $1 and id = $2",
      [change.scope_id, change.id],
    );
    const [row] = rows;
    if (row === undefined) continue;
    const stamping =
      change.op === "change" && row.stamped_file === null && Object.keys(change.values).join() === "stamped_file";
    if (!stamping)
      throw new LedgerError("MONTH_CLOSED", {
        year: Number(row.year),
        month: Number(row.month),
        version: Number(row.version),
      });
  }
}
