import type { Actor } from "../actor.js";
import type { Desk } from "../desk.js";
import type { Row } from "../row.js";
import type { FollowupDesk, OpenStatement, Side, TaskDraft } from "./followup-desk.js";

/** What waits to be broken down (待分解): 议定 first, then by day. Nothing here is ever late. */
export async function openStatements(
  desk: Desk,
  actor: Actor,
  query: Parameters<FollowupDesk["openStatements"]>[1],
): Promise<readonly OpenStatement[]> {
  const found: OpenStatement[] = [];
  const limit = query.limit ?? 100;
  for (const grade of query.grade === undefined ? ["agreed", "discussed", "statement"] : [query.grade]) {
    const { rows } = await desk.list(actor, "statement", {
      ...(query.scope === undefined ? {} : { scope: query.scope }),
      filter: { state: "open", grade },
      limit,
    });
    found.push(...rows.map(openStatement));
    if (found.length >= limit) break;
  }
  return found.slice(0, limit);
}

function openStatement(row: Row): OpenStatement {
  const text = (key: string) => (typeof row.values[key] === "string" ? row.values[key] : null);
  return {
    scope_id: row.scope_id,
    id: row.id,
    version: row.version,
    text: text("text") ?? row.title,
    grade: text("grade") ?? "statement",
    side: text("side"),
    said_on: text("said_on"),
    meeting: text("meeting"),
    drafts: [draftOf(row)],
  };
}

/** The task that a statement's own words suggest: its units and its time limit where it names them. */
function draftOf(row: Row): TaskDraft {
  const text = (key: string) => (typeof row.values[key] === "string" ? row.values[key] : null);
  const owners = ownerNames(row.values.owners);
  const side: Side = row.values.side === "east" ? "east" : "west";
  return {
    title: text("text") ?? row.title,
    side,
    owner_name: owners.length === 0 ? null : owners.join("、"),
    owners,
    due: text("due"),
    quantity: text("quantity"),
    unit: text("quantity_unit"),
  };
}

function ownerNames(value: unknown): readonly string[] {
  const items: readonly unknown[] = Array.isArray(value) ? value : [];
  return items.flatMap((item) =>
    typeof item === "object" && item !== null && "name" in item && typeof item.name === "string" ? [item.name] : [],
  );
}
