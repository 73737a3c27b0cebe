import type { FieldValue } from "@shanhai/model";
import { canonicalJson } from "../chain/canonical-json.js";

/** Missing is missing however it is written: null, empty text, empty list. Zero and false are values. */
export function isMissing(value: FieldValue | undefined): boolean {
  return value === null || value === undefined || value === "" || (Array.isArray(value) && value.length === 0);
}

/** Whether two values of one field are the same, in the forms that proposals and the database give them. */
export function sameValue(a: FieldValue | undefined, b: FieldValue | undefined): boolean {
  if (isMissing(a) || isMissing(b)) return isMissing(a) && isMissing(b);
  return oneForm(a) === oneForm(b);
}

function oneForm(value: FieldValue | undefined): string {
  // Integers and money come as text from the database, as numbers from a proposal.
  return typeof value === "number" ? canonicalJson(String(value)) : canonicalJson(value);
}

/** Both lists in one, what stood there first; null where a value is no list. */
export function joinedLists(stored: FieldValue, more: FieldValue): FieldValue | null {
  if (!Array.isArray(stored) || !Array.isArray(more)) return null;
  const seen = new Set<string>();
  const items: unknown[] = [...stored, ...more];
  const joined = items.filter((item) => {
    const form = canonicalJson(item);
    return !seen.has(form) && seen.add(form) !== undefined;
  });
  // Items of the two lists are of the field's one kind, text or objects.
  return joined as FieldValue;
}
