import type { RecordDefinition } from "@shanhai/model";
import type { Row } from "@shanhai/server";
import { useSession } from "./session.js";

/** Whether a row is the other side's to do: then it is seen from outside, as 推进中 or 已办结. */
export function useOutside(row: Row, definition: RecordDefinition): boolean {
  const { membership, posts } = useSession();
  const side = posts.find((post) => post.membership === membership)?.side ?? null;
  const { otherSide } = definition;
  if (otherSide === undefined || side === null) return false;
  if (otherSide.of === "parent") return isMoving(definition.fields, otherSide.state, row.values[otherSide.state]);
  return row.values[otherSide.side] !== side;
}

/** A state that must be filled in and is not told: the item moves. */
export function isMoving(
  fields: RecordDefinition["fields"],
  key: string,
  value: Row["values"][string] | undefined,
): boolean {
  const field = fields.find((one) => one.key === key);
  return field?.type === "code" && field.required === true && (value === null || value === undefined);
}
