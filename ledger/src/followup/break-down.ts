import type { Actor } from "../actor.js";
import { beijingToday } from "../beijing-day.js";
import type { Change, Receipt, Values } from "../command.js";
import { derivedId } from "../derived-id.js";
import type { Desk } from "../desk.js";
import { LedgerError } from "../error-codes.js";
import type { BreakDown, Instruct, Side } from "./followup-desk.js";

type GivenTask = BreakDown["statements"][number]["tasks"][number];

/** 分解: statements become tasks, each statement 已分解, all in one command. */
export async function breakDown(desk: Desk, actor: Actor, given: BreakDown): Promise<Receipt> {
  const { scope_id, command_id, reason } = given;
  const changes: Change[] = [];
  for (const { id, version, tasks } of given.statements) {
    const statement = await desk.get(actor, "statement", scope_id, id);
    const names = desk.records.get("statement").definition;
    if (statement === null) throw new LedgerError("ROW_MISSING", { record: names.zh, record_en: names.en, id });
    if (tasks.length === 0) throw new LedgerError("BREAKDOWN_EMPTY", { text: statement.title });
    // What was agreed in a meeting is minuted; words of a speech become a task only because a person hands it out.
    const origin = statement.values.grade === "agreed" ? "minutes" : "manual";
    changes.push({
      op: "change",
      record: "statement",
      scope_id,
      id,
      version,
      values: { state: "broken_down" },
    });
    for (const [at, task] of tasks.entries())
      changes.push(...taskRows(scope_id, derivedId(command_id, id, at), { ...task, origin, statement: id }));
  }
  return desk.write(actor, { command_id, reason, changes });
}

/** 批示: the instruction as written, and the tasks it makes. */
export async function instruct(
  desk: Desk,
  actor: Actor,
  given: Instruct,
): Promise<{ readonly receipt: Receipt; readonly instruction: string }> {
  const { scope_id, text, leader_name, side, command_id } = given;
  const instruction = command_id;
  const values: Values = {
    text,
    leader_name,
    side,
    on: given.on ?? beijingToday(),
    document: given.document ?? null,
  };
  const changes: Change[] = [{ op: "create", record: "instruction", scope_id, id: instruction, values }];
  for (const [at, { title, owner_name, due }] of given.tasks.entries()) {
    const task = { title, side, owner_name, owners: [owner_name], due, origin: "instruction", instruction };
    changes.push(...taskRows(scope_id, derivedId(command_id, instruction, at), task));
  }
  return { receipt: await desk.write(actor, { command_id, reason: "领导批示", changes }), instruction };
}

interface TaskToMake extends Omit<GivenTask, "side"> {
  readonly side: Side;
  readonly origin: string;
  readonly statement?: string;
  readonly instruction?: string;
}

/** A task; with unit and time limit it is assigned at once. Several units are a state each. */
function taskRows(scope_id: string, id: string, task: TaskToMake): Change[] {
  const names = [...new Set(task.owners.map((name) => name.trim()).filter((name) => name !== ""))];
  const owner_name = names.length > 0 ? names.join("、") : (task.owner_name ?? "").trim() || null;
  const ready = owner_name !== null && task.due !== null;
  const status = ready ? "assigned" : "established";
  const values: Values = {
    title: task.title,
    origin: task.origin,
    statement: task.statement ?? null,
    instruction: task.instruction ?? null,
    project: task.project ?? null,
    plan: task.plan ?? null,
    side: task.side,
    owner_name,
    due: task.due,
    quantity: task.quantity ?? null,
    unit: task.unit ?? null,
    status,
    assigned_on: ready ? beijingToday() : null,
  };
  const units = names.length < 2 ? [] : names;
  return [
    { op: "create", record: "task", scope_id, id, values },
    ...units.map(
      (name, at): Change => ({
        op: "create",
        record: "task_unit",
        scope_id,
        id: derivedId(id, "unit", at),
        values: { task: id, name, lead: at === 0, status },
      }),
    ),
  ];
}
