import { type Decision, type FieldValue, type ProposedRow, type ProposedValue, rowTitle } from "@shanhai/model";
import type { Actor } from "../actor.js";
import type { Desk } from "../desk.js";
import { LedgerError } from "../error-codes.js";
import type { DocumentSource, Row } from "../ledger.js";
import type { CheckingState } from "./checking-state.js";
import { scopeOf } from "./scope-of.js";
import { shortFact } from "./short-fact.js";

/** Where a proposed row goes: to a stored row (merged, written before, known by its code), or into a new one. */
export interface RowTarget {
  readonly row: ProposedRow;
  readonly scope: { readonly id: string; readonly zh: string };
  /** Id of the stored row, an id from codes, or `row:<key>` for one that is given when written. */
  readonly id: string;
  readonly stored: Row | null;
  readonly sources: readonly DocumentSource[];
  /** Written by this document before: then its values are this document's to change. */
  readonly own: boolean;
  /** The fact whose decision carries the row. */
  readonly decidedBy: string;
  /** Which of its values the decisions settle: all, or of a row written before only what they touch. */
  settles(value: ProposedValue): boolean;
}

/** Stands in for the id of a row that has none yet. */
export function idToCome(key: string): string {
  return `row:${key}`;
}

/**
 * Rows that decisions write, with all that must stand before them, and rows written earlier that they reach. Each
 * belongs to one decision: its own fact's first.
 */
export function rowsDecided(
  proposed: readonly ProposedRow[],
  decisions: readonly Decision[],
  state: CheckingState,
): { readonly row: ProposedRow; readonly decidedBy: string }[] {
  const writing = decisions.filter(({ verdict }) => verdict !== "decline");
  const decidedBy = new Map<string, string>();
  for (const { fact } of writing) for (const row of proposed) if (row.fact === fact) decidedBy.set(row.key, fact);
  for (const { fact } of writing)
    for (const key of rowsOfFact(proposed, fact)) if (!decidedBy.has(key)) decidedBy.set(key, fact);
  for (const row of proposed) {
    if (decidedBy.has(row.key) || !state.rows.has(row.key)) continue;
    const fact = touchedBy(row, writing, decidedBy);
    if (fact !== undefined) decidedBy.set(row.key, fact);
  }
  return proposed.flatMap((row) => {
    const fact = decidedBy.get(row.key);
    return fact === undefined ? [] : [{ row, decidedBy: fact }];
  });
}

/** The decision that reaches a row written before: it corrects a fact of its values, or makes a row it points to. */
function touchedBy(row: ProposedRow, writing: readonly Decision[], decidedBy: ReadonlyMap<string, string>) {
  for (const value of Object.values(row.values)) {
    const corrected = writing.find(({ fact, verdict }) => verdict === "correct" && fact === value.fact);
    if (corrected !== undefined) return corrected.fact;
    const pointsTo = isReference(value.value) ? [value.value.row] : isReferences(value.value) ? value.value.rows : [];
    for (const key of pointsTo) if (decidedBy.has(key)) return decidedBy.get(key);
  }
  return undefined;
}

/** Keys of a fact's rows and, through `needs`, of all that they stand on. */
export function rowsOfFact(proposed: readonly ProposedRow[], fact: string): ReadonlySet<string> {
  const byKey = new Map(proposed.map((row) => [row.key, row]));
  const keys = new Set<string>();
  const visit = (row: ProposedRow): void => {
    if (keys.has(row.key)) return;
    keys.add(row.key);
    for (const need of row.needs) {
      const needed = byKey.get(need);
      if (needed === undefined) throw impossible(fact, "所依据的内容已不采用。", "What it stands on was declined.");
      visit(needed);
    }
  };
  for (const row of proposed) if (row.fact === fact) visit(row);
  return keys;
}

/** Finds where each decided row goes. Parts of a merged row (its stops) go to the stored part of the same title. */
export async function rowTargets(
  desk: Desk,
  actor: Actor,
  decided: ReturnType<typeof rowsDecided>,
  decisions: readonly Decision[],
  state: CheckingState,
): Promise<ReadonlyMap<string, RowTarget>> {
  const into = new Map(decisions.flatMap((decision) => Object.entries(decision.into ?? {})));
  for (const key of into.keys()) {
    if (!decided.some(({ row }) => row.key === key)) {
      const fact = decisions.find((decision) => Object.hasOwn(decision.into ?? {}, key))?.fact ?? "";
      throw impossible(fact, `没有“${key}”这一条。`, `There is no row ${key}.`);
    }
  }
  const deciding = new Set(decisions.map(({ fact }) => fact));
  const targets = new Map<string, RowTarget>();
  for (const { row, decidedBy } of decided) {
    const scope = scopeOf(row.scope);
    const merged = into.get(row.key);
    const fixed = row.id === null ? null : { scope_id: scope.id, id: row.id };
    const before = state.rows.get(row.key);
    // A correction of a code makes it another row, never the old one under a new name.
    const written = before !== undefined && fixed !== null && fixed.id !== before.id ? undefined : before;
    if (written !== undefined && written.scope_id !== scope.id)
      throw impossible(
        decidedBy,
        "先前写入的台账条目将属于另一结对范围，而台账条目不能移动：请先撤销相关采用，再作此决定。",
        "A record written before would belong to another scope, and records never move: undo its adoption first.",
      );
    const named = merged ?? written ?? fixed ?? (await storedPart(desk, actor, row, targets));
    const stored = named === null ? null : await desk.get(actor, row.record, named.scope_id, named.id);
    if (merged !== undefined && (stored === null || merged.scope_id !== scope.id))
      throw impossible(
        decidedBy,
        "要并入的台账条目不存在或不在同一结对范围。",
        "The record to merge into is missing or in another scope.",
      );
    if (written !== undefined && stored === null)
      throw impossible(decidedBy, "先前写入的台账条目已被删除。", "The record written before was removed.");
    targets.set(row.key, {
      row,
      scope,
      id: named?.id ?? idToCome(row.key),
      stored,
      sources: stored === null ? [] : await desk.sources(actor, row.record, stored.scope_id, stored.id),
      own: written !== undefined,
      decidedBy,
      settles: (value) =>
        written === undefined || deciding.has(row.fact) || !isPlain(value.value) || deciding.has(value.fact ?? ""),
    });
  }
  return targets;
}

/** The part of a stored row (a stop of a merged visit) that a proposed part is the same as by its title; else null. */
async function storedPart(
  desk: Desk,
  actor: Actor,
  row: ProposedRow,
  targets: ReadonlyMap<string, RowTarget>,
): Promise<{ readonly scope_id: string; readonly id: string } | null> {
  const definition = desk.records.get(row.record).definition;
  const parentValue = definition.parent === undefined ? undefined : row.values[definition.parent.field]?.value;
  const parent = isReference(parentValue) ? targets.get(parentValue.row)?.stored : undefined;
  if (parent == null) return null;
  const values = Object.entries(row.values).map(([field, { value }]) => [field, isPlain(value) ? value : null]);
  const title = rowTitle(definition, Object.fromEntries(values));
  const parts = await desk.list(actor, row.record, { parent: parent.id, scope: parent.scope_id, limit: 500 });
  return parts.rows.find((part) => part.title === title) ?? null;
}

type Proposed = ProposedValue["value"];

/** Whether a proposed value points to another proposed row. */
export function isReference(value: Proposed | undefined): value is { readonly row: string } {
  return typeof value === "object" && value !== null && !Array.isArray(value) && "row" in value;
}

/** Whether it points to several. */
export function isReferences(value: Proposed | undefined): value is { readonly rows: readonly string[] } {
  return typeof value === "object" && value !== null && !Array.isArray(value) && "rows" in value;
}

/** Whether it is a value of its own. */
export function isPlain(value: Proposed): value is FieldValue {
  return !isReference(value) && !isReferences(value);
}

export function impossible(fact: string, zh: string, en: string): LedgerError {
  return new LedgerError("DECISION_IMPOSSIBLE", { fact: shortFact(fact) }, { detail: { zh, en } });
}
