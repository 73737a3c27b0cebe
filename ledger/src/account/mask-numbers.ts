import type { FieldValue, RecordDefinition } from "@shanhai/model";
import type { Actor } from "../actor.js";
import { mayDo } from "./policy.js";

type Values = { readonly [field: string]: FieldValue };

/**
 * Hides the middle of ID numbers, telephones and account numbers (号码遮盖) from who may read a real-name list and has no
 * need of the numbers. Names stay: a list without names proves nothing.
 */
export function maskedFor(actor: Actor, definition: RecordDefinition): (values: Values) => Values {
  const hidden = definition.fields.filter(({ personal, type }) => personal === true && type === "text");
  if (hidden.length === 0 || mayDo(actor, "numbers")) return (values) => values;
  return (values) => {
    const masked: { [field: string]: FieldValue } = { ...values };
    for (const { key } of hidden) {
      const value = masked[key];
      if (typeof value === "string") masked[key] = maskNumber(value);
    }
    return masked;
  };
}

/** `980101199001020020` → `980101**********20`, `13800001111` → `138******11`; a text of fewer than 7 digits stays. */
export function maskNumber(text: string): string {
  return text.replace(/\d[\d -]{5,}[\dXx]/g, (number) => {
    const head = number.length >= 15 ? 6 : 3;
    return number.slice(0, head) + "*".repeat(number.length - head - 2) + number.slice(-2);
  });
}
