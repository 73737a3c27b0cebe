import type { RecordDefinition } from "@shanhai/model";
import type { Row } from "@shanhai/server";
import { useMemo } from "react";
import { useSession } from "./session.js";

/** Whether a row is the other side's to do: then it is seen from outside, as 推进中 or 已办结. */
export function useOutside(row: Row | undefined, definition: RecordDefinition): boolean {
  const { membership, posts } = useSession();
  const side = posts.find((post) => post.membership === membership)?.side ?? null;
  const { otherSide } = definition;
  if (row === undefined || otherSide === undefined || side === null) return false;
  if (otherSide.of === "parent") return isMoving(definition.fields, otherSide.state, row.values[otherSide.state]);
  return row.values[otherSide.side] !== side;
}

/** A record as a form of this row shows it: of the other side's without its work, which would be written over unseen. */
export function useShown(row: Row | undefined, definition: RecordDefinition): RecordDefinition {
  const outside = useOutside(row, definition);
  return useMemo(() => {
    const { otherSide, fields } = definition;
    if (!outside || otherSide === undefined) return definition;
    const work = [otherSide.state, ...otherSide.hides];
    return { ...definition, fields: fields.filter(({ key }) => !work.includes(key)) };
  }, [outside, definition]);
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
