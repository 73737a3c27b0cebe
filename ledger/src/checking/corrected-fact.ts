import type { Fact } from "@shanhai/engine";
import { type Correction, correctFact, correctionProblems } from "@shanhai/model";
import { LedgerError } from "../error-codes.js";
import { shortFact } from "./short-fact.js";

/** A fact with a person's corrections (更正); refuses with DECISION_IMPOSSIBLE what its kind does not have or hold so. */
export function correctedFact(fact: Fact, values: Correction): Fact {
  const [problem] = correctionProblems(fact, values);
  if (problem) throw new LedgerError("DECISION_IMPOSSIBLE", { fact: shortFact(fact.id) }, { detail: problem });
  return correctFact(fact, values);
}
