import type { Decision } from "@shanhai/model";
import { LedgerError } from "../error-codes.js";
import { MOST_CHANGES, MOST_SOURCES } from "../writing/check-command.js";
import type { DraftRow } from "./planned-rows.js";

/** What one command of a plan carries out: some of its decisions, whole, with the rows that they write. */
export interface PlanPart {
  readonly decisions: readonly Decision[];
  readonly drafts: readonly DraftRow[];
}

/**
 * Cuts a plan into commands, since one command holds no more than 500 rows. A decision is never cut: those that stand on
 * each other's rows stay together, and what others stand on comes before them, so that whatever part is reached the
 * ledger holds whole decisions. A plan that fits is one part. Refuses decisions that are too large together.
 */
export function planParts(decisions: readonly Decision[], drafts: readonly DraftRow[]): readonly PlanPart[] {
  const whole: PlanPart = { decisions, drafts };
  if (fits(whole)) return [whole];
  const groups = knots(decisions, drafts).map((facts): PlanPart => {
    return {
      decisions: decisions.filter(({ fact }) => facts.has(fact)),
      drafts: drafts.filter(({ target }) => facts.has(target.decidedBy)),
    };
  });
  const parts: PlanPart[] = [];
  for (const group of groups) {
    if (!fits(group)) throw new LedgerError("COMMAND_TOO_LARGE", { rows: rowsOf(group), limit: MOST_CHANGES });
    const last = parts.at(-1);
    const joined = last && {
      decisions: [...last.decisions, ...group.decisions],
      drafts: [...last.drafts, ...group.drafts],
    };
    if (joined && fits(joined)) parts.splice(-1, 1, joined);
    else parts.push(group);
  }
  return parts;
}

function fits(part: PlanPart): boolean {
  const sources = part.drafts.reduce((sum, draft) => sum + draft.sources.length + draft.withdrawn.length, 0);
  return rowsOf(part) <= MOST_CHANGES && sources <= MOST_SOURCES;
}

/** Rows made or changed, the decisions themselves and the document's own row. */
function rowsOf({ decisions, drafts }: PlanPart): number {
  return drafts.filter(({ action }) => action === "create" || action === "change").length + decisions.length + 1;
}

/** Decisions that stand on each other, what others stand on first (strongly connected components, by Tarjan). */
function knots(decisions: readonly Decision[], drafts: readonly DraftRow[]): readonly ReadonlySet<string>[] {
  const decidedBy = new Map(drafts.map(({ target }) => [target.row.key, target.decidedBy]));
  const standsOn = new Map(decisions.map(({ fact }) => [fact, new Set<string>()]));
  for (const { target } of drafts)
    for (const need of target.row.needs) {
      const other = decidedBy.get(need);
      if (other !== undefined && other !== target.decidedBy) standsOn.get(target.decidedBy)?.add(other);
    }
  const found: ReadonlySet<string>[] = [];
  const index = new Map<string, number>();
  const lowest = new Map<string, number>();
  const open: string[] = [];
  const visit = (fact: string): number => {
    index.set(fact, index.size);
    lowest.set(fact, index.get(fact) ?? 0);
    open.push(fact);
    for (const other of standsOn.get(fact) ?? []) {
      const reached = index.has(other) ? (open.includes(other) ? (index.get(other) ?? 0) : index.size) : visit(other);
      lowest.set(fact, Math.min(lowest.get(fact) ?? 0, reached));
    }
    if (lowest.get(fact) === index.get(fact)) found.push(new Set(open.splice(open.indexOf(fact))));
    return lowest.get(fact) ?? 0;
  };
  for (const { fact } of decisions) if (!index.has(fact)) visit(fact);
  return found;
}
