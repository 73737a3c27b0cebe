import type { Fact } from "@shanhai/engine";
import { LedgerError } from "./error-codes.js";

/** What a person cannot correct: it says what the engine did and where the words stand. */
const FIXED = new Set(["id", "kind", "rule", "confidence", "inferred", "evidence"]);

/**
 * A fact with a person's corrections (更正). Corrected fields are no longer inferred: somebody stands for them.
 * Refuses fields that the kind does not have, and values of another shape than the field's, with DECISION_IMPOSSIBLE.
 */
export function correctedFact(fact: Fact, values: { readonly [field: string]: unknown }): Fact {
  const old: { readonly [field: string]: unknown } = { ...fact };
  for (const [field, value] of Object.entries(values)) {
    if (FIXED.has(field) || !Object.hasOwn(old, field) || !sameShape(old[field], value)) {
      throw new LedgerError(
        "DECISION_IMPOSSIBLE",
        { fact: fact.id },
        {
          detail: {
            zh: `更正的项目“${field}”不存在或格式不对。`,
            en: `The corrected field “${field}” is unknown or malformed.`,
          },
        },
      );
    }
  }
  const inferred = fact.inferred.filter((field) => !Object.hasOwn(values, field));
  // The shape was checked above, field by field; the compiler cannot follow that.
  return { ...old, ...values, inferred } as unknown as Fact;
}

/** Lists stay lists and objects objects; text, number and null may take each other's place where one was null. */
function sameShape(old: unknown, value: unknown): boolean {
  if (value === undefined || typeof value === "function") return false;
  if (Array.isArray(old) || Array.isArray(value)) {
    if (!Array.isArray(old) || !Array.isArray(value)) return false;
    const pattern: unknown = old[0];
    return pattern === undefined || value.every((item) => sameItem(pattern, item));
  }
  if (old === null || value === null) return typeof old !== "number" || value !== null;
  if (typeof old === "object") return typeof value === "object" && sameMembers(old, value);
  return typeof old === typeof value;
}

function sameItem(pattern: unknown, item: unknown): boolean {
  return item !== null && pattern !== null && typeof pattern === "object"
    ? sameMembers(pattern, item)
    : typeof pattern === typeof item;
}

function sameMembers(pattern: object, item: unknown): boolean {
  if (typeof item !== "object" || item === null || Array.isArray(item)) return false;
  const expected: { readonly [key: string]: unknown } = { ...pattern };
  const given: { readonly [key: string]: unknown } = { ...item };
  return Object.keys(given).every((key) => Object.hasOwn(expected, key) && sameShape(expected[key], given[key]));
}
