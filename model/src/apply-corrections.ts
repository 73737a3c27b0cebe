import type { Fact } from "@shanhai/engine";
import type { Decision } from "./review.js";
import { type ValueProblem, valueProblem } from "./value-problem.js";

/** Fields of a fact that say what it is and where it stands: no correction touches them. */
const FIXED: ReadonlySet<string> = new Set(["id", "kind", "rule", "confidence", "inferred", "evidence"]);

/** Names of the fields of a fact that a person may correct. */
export function correctableFields(fact: Fact): readonly string[] {
  return Object.keys(fact).filter((field) => !FIXED.has(field));
}

/** What is wrong with a correction: fields that this kind of fact does not have. Empty when it can be applied. */
export function correctionProblems(fact: Fact, values: { readonly [field: string]: unknown }): readonly ValueProblem[] {
  const allowed = correctableFields(fact);
  return Object.keys(values)
    .filter((field) => !allowed.includes(field))
    .map((field) => valueProblem("value/correction-field", { text: field }));
}

/**
 * Facts as people see them after their decisions: corrected fields replaced, declined facts (不采用) left out. The last
 * decision on a fact counts, so decisions that were undone must not be passed. A correction keeps the fact's id and
 * evidence; a field said by a person is no longer inferred. Fields that the kind does not have are not applied
 * ({@link correctionProblems} tells them). A correction of an earlier reading holds for the same fact id only.
 */
export function applyCorrections(facts: readonly Fact[], decisions: readonly Decision[]): readonly Fact[] {
  const last = new Map(decisions.map((decision) => [decision.fact, decision]));
  return facts.flatMap((fact) => {
    const decision = last.get(fact.id);
    if (decision?.verdict === "decline") return [];
    return [decision?.values ? corrected(fact, decision.values) : fact];
  });
}

function corrected<F extends Fact>(fact: F, values: { readonly [field: string]: unknown }): F {
  const allowed = correctableFields(fact);
  const changes = Object.fromEntries(Object.entries(values).filter(([field]) => allowed.includes(field)));
  return { ...fact, ...changes, inferred: fact.inferred.filter((field) => !(field in changes)) };
}
