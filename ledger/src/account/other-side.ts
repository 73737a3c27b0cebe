import type { FieldValue, RecordDefinition } from "@shanhai/model";
import type { Actor } from "../actor.js";

type Values = { readonly [field: string]: FieldValue };

/**
 * The side whose work an actor does not see into: that across from his office. Null for who has no office of one side and for records
 * whose rows nobody owes.
 */
export function otherSideOf(actor: Actor, { otherSide }: Pick<RecordDefinition, "otherSide">): "east" | "west" | null {
  if (otherSide === undefined || actor.office === undefined || actor.office.side === null) return null;
  return actor.office.side === "east" ? "west" : "east";
}

/** 只显示推进中、已办结: a row of the other side without its work; no state stands for 推进中. */
export function fromOutside({ otherSide }: Pick<RecordDefinition, "otherSide">, values: Values): Values {
  if (otherSide === undefined) return values;
  const { state, ended, hides } = otherSide;
  const hidden = Object.fromEntries(hides.filter((field) => field in values).map((field) => [field, null]));
  return { ...values, ...hidden, [state]: ended[String(values[state])] ?? null };
}

/** Fields of a record whose values an office is not told of the other side's rows. */
export function insideFields({ otherSide }: Pick<RecordDefinition, "otherSide">): readonly string[] {
  return otherSide === undefined ? [] : [otherSide.state, ...otherSide.hides];
}
