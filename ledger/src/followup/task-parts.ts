import type { Desk } from "../desk.js";
import type { SqlRow } from "../sql.js";
import type { FollowupLine } from "./followup-desk.js";

export type BoardUnit = FollowupLine["units"][number];

interface TaskPlace {
  readonly scope_id: string;
  readonly id: string;
}

interface UnitRow extends SqlRow {
  readonly id: string;
  readonly seq: bigint;
  readonly task: string;
  readonly name: string;
  readonly lead: boolean | null;
  readonly status: string;
}

/** The units of these tasks, the leading one first. */
export async function unitsOf(
  desk: Desk,
  tasks: readonly TaskPlace[],
): Promise<ReadonlyMap<string, readonly BoardUnit[]>> {
  const { rows } = await desk.database.query<UnitRow>(
    `select t.id, t.seq, t.task, t.name, t.lead, t.status from task_unit t
     join unnest($1::uuid[], $2::uuid[]) as asked (scope_id, id) on t.scope_id = asked.scope_id and t.task = asked.id
     order by t.lead desc nulls last, t.id`,
    [tasks.map(({ scope_id }) => scope_id), tasks.map(({ id }) => id)],
  );
  const units = new Map<string, BoardUnit[]>();
  for (const { id, seq, task, name, lead, status } of rows)
    units.set(task, [...(units.get(task) ?? []), { id, version: String(seq), name, lead: lead === true, status }]);
  return units;
}

/** How many proofs each of these tasks has. */
export async function proofCounts(desk: Desk, tasks: readonly TaskPlace[]): Promise<ReadonlyMap<string, number>> {
  const { rows } = await desk.database.query<SqlRow & { record_id: string; count: bigint }>(
    `select p.record_id, count(*) as count from proof p
     join unnest($1::uuid[], $2::uuid[]) as asked (scope_id, id)
       on p.scope_id = asked.scope_id and p.record = 'task' and p.record_id = asked.id
     group by p.record_id`,
    [tasks.map(({ scope_id }) => scope_id), tasks.map(({ id }) => id)],
  );
  return new Map(rows.map(({ record_id, count }) => [record_id, Number(count)]));
}
