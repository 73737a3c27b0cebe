import type { Fact } from "@shanhai/engine";
import { type ValueProblem, valueProblem } from "./value-problem.js";

/** What a person cannot correct: it says what the engine did and where the words stand. */
const FIXED: ReadonlySet<string> = new Set(["id", "kind", "rule", "confidence", "inferred", "evidence"]);

/** Values of a fact's fields as a person corrects them (更正). */
export type Correction = { readonly [field: string]: unknown };

/**
 * What is wrong with a correction, field by field: fields that this kind of fact does not have, and values of another
 * shape than the field's. Empty when it can be applied. The form asks it while somebody types, the ledger before writing.
 */
export function correctionProblems(fact: Fact, values: Correction): readonly ValueProblem[] {
  const old: Correction = { ...fact };
  return Object.entries(values)
    .filter(([field, value]) => FIXED.has(field) || !Object.hasOwn(old, field) || !sameShape(old[field], value))
    .map(([field]) => valueProblem("value/correction-field", { text: field }));
}

/**
 * A fact with a person's corrections. Id and evidence stay; corrected fields are no longer inferred, since somebody
 * stands for them. Throws on what {@link correctionProblems} tells: ask it first.
 */
export function correctFact(fact: Fact, values: Correction): Fact {
  const [problem] = correctionProblems(fact, values);
  if (problem) throw new TypeError(problem.en);
  const inferred = fact.inferred.filter((field) => !Object.hasOwn(values, field));
  // The shape was checked above, field by field; the compiler cannot follow that.
  return { ...fact, ...values, inferred } as unknown as Fact;
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
  const expected: Correction = { ...pattern };
  return Object.entries(item).every(([key, value]) => Object.hasOwn(expected, key) && sameShape(expected[key], value));
}
