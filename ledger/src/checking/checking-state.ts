import type { ReviewItem } from "@shanhai/model";
import type { StoredDecision, WrittenRow } from "../intake/stored-document.js";

/**
 * Where the checking of a document stands (核对情况), from its decisions alone. Decisions are only ever added: the
 * state of a fact is its last decision that was not undone, and undoing one brings back the one that it replaced.
 */
export interface CheckingState {
  /** Per fact, the decision that holds. */
  readonly holding: ReadonlyMap<string, StoredDecision>;
  /** Per row key, the stored row that decisions that hold have written or used. */
  readonly rows: ReadonlyMap<string, { readonly record: string; readonly scope_id: string; readonly id: string }>;
  /** Decisions that hold now, with those under them: what a person adopted and then corrected. Oldest first. */
  readonly inForce: readonly StoredDecision[];
}

export function checkingState(decisions: readonly StoredDecision[]): CheckingState {
  const byId = new Map(decisions.map((decision) => [decision.id, decision]));
  const holding = new Map<string, StoredDecision>();
  for (const decision of decisions) {
    if (decision.verdict !== "undo") {
      holding.set(decision.fact, decision);
      continue;
    }
    const undone = decision.replaces === null ? undefined : byId.get(decision.replaces);
    const before = undone?.replaces == null ? undefined : byId.get(undone.replaces);
    if (before === undefined) holding.delete(decision.fact);
    else holding.set(decision.fact, before);
  }
  const forceIds = new Set<string>();
  for (const decision of holding.values()) {
    for (let at: StoredDecision | undefined = decision; at !== undefined && !forceIds.has(at.id); ) {
      forceIds.add(at.id);
      at = at.replaces === null ? undefined : byId.get(at.replaces);
    }
  }
  const inForce = decisions.filter(({ id }) => forceIds.has(id));
  const rows = new Map<string, WrittenRow>();
  for (const { written } of inForce) for (const row of written) rows.set(row.key, row);
  return { holding, rows, inForce };
}

const STATES = { adopt: "adopted", correct: "corrected", decline: "declined", merge: "merged" } as const;

/** 待核对、已采用、已更正、不采用、已并入. */
export function stateOf(decision: StoredDecision | undefined): ReviewItem["state"] {
  return decision === undefined || decision.verdict === "undo" ? "open" : STATES[decision.verdict];
}
