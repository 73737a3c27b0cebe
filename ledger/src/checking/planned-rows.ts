import type { Evidence, Fact, Side } from "@shanhai/engine";
import { type FieldValue, type ProposedRow, type ProposedValue, rowTitle } from "@shanhai/model";
import type { DocumentSource } from "../ledger.js";
import type { RecordSet } from "../schema/record-set.js";
import { isPlain, isReference, type RowTarget } from "./row-targets.js";
import { HAPPENING } from "./same-happenings.js";
import { isMissing, joinedLists, sameValue } from "./same-value.js";

/** A source that will be written with a row. */
export interface PlannedSource {
  readonly field: string;
  readonly value: FieldValue;
  readonly side: Side | null;
  readonly chosen: boolean;
  /** Null for what the document's own head says, at no place that is known. */
  readonly fact: string | null;
  readonly evidence: Evidence | null;
}

/** One row as it will be written: what changes, from what, and which sources say so. Ids to come are `row:<key>`. */
export interface DraftRow {
  readonly target: RowTarget;
  readonly title: string;
  readonly action: "create" | "change" | "source" | "use";
  readonly values: { readonly [field: string]: FieldValue };
  readonly before: { readonly [field: string]: FieldValue };
  readonly sources: readonly PlannedSource[];
  /** This document's earlier sources for values that a correction replaces. */
  readonly withdrawn: readonly DocumentSource[];
  /** Values that differ from the chosen ones of a stored row: kept beside them. */
  readonly rivals: readonly PlannedSource[];
}

export interface DraftContext {
  readonly records: RecordSet;
  readonly documentId: string;
  readonly targets: ReadonlyMap<string, RowTarget>;
  /** Rows written before that are not decided now, by key. */
  readonly known: ReadonlyMap<string, { readonly id: string }>;
  readonly facts: ReadonlyMap<string, Fact>;
  /** The happening that stands for one which a merge joins to it. */
  readonly happenings: ReadonlyMap<string, string>;
}

/** What one target's row will hold, compared with what stands. */
export function draftRow(context: DraftContext, target: RowTarget, titles: { [id: string]: string }): DraftRow {
  const { definition } = context.records.get(target.row.record);
  const stated = definition.fields.flatMap(({ key }) => {
    const proposed = target.row.values[key];
    if (proposed === undefined) return [];
    const joined = key === HAPPENING ? context.happenings.get(String(proposed.value)) : undefined;
    if (joined === undefined && !target.settles(proposed)) return [];
    const value = joined ?? resolved(context, proposed.value);
    return isMissing(value) ? [] : [{ key, value, proposed, joins: joined !== undefined }];
  });
  const values: { [field: string]: FieldValue } = {};
  const before: { [field: string]: FieldValue } = {};
  const sources: PlannedSource[] = [];
  const withdrawn: DocumentSource[] = [];
  const rivals: PlannedSource[] = [];
  for (const { key, value, proposed, joins } of stated) {
    const outcome = settle(context, target, key, value, joins);
    // What only follows from the row (a name made of the parties, an order) is no second statement about a stored one.
    if (outcome.write === undefined && proposed.fact === null) continue;
    if (outcome.write !== undefined) {
      values[key] = outcome.write;
      before[key] = target.stored?.values[key] ?? null;
    }
    withdrawn.push(...outcome.replaces);
    const own = sourceOf(context, target.row, key, value, proposed, outcome.write !== undefined);
    const others = (proposed.alternatives ?? []).map(
      ({ value: other, fact, evidence, side }): PlannedSource => ({
        field: key,
        value: other,
        side,
        chosen: false,
        fact,
        evidence,
      }),
    );
    const fresh = [...(own === null ? [] : [own]), ...others].filter(
      (source) => !stands(context, target, source, withdrawn),
    );
    sources.push(...fresh);
    if (outcome.rival) rivals.push(...fresh.slice(0, 1));
  }
  const changed = Object.keys(values).length > 0;
  const action = target.stored === null ? "create" : changed ? "change" : sources.length > 0 ? "source" : "use";
  const title = target.stored?.title ?? rowTitle(definition, values, "zh", titles);
  titles[target.id] = title;
  return { target, title, action, values, before, sources, withdrawn, rivals };
}

interface Outcome {
  /** The value to write; absent: what stands stays. */
  readonly write?: FieldValue;
  readonly replaces: readonly DocumentSource[];
  readonly rival: boolean;
}

/**
 * What a stated value does to a row. A missing value is filled in. A list is made longer. Another value than the one
 * that stands is kept beside it as a rival, unless what stands was this document's own word: then it is replaced. A
 * happening that a merge joins to another is replaced whoever said it.
 */
function settle(
  { documentId }: DraftContext,
  target: RowTarget,
  field: string,
  value: FieldValue,
  joins: boolean,
): Outcome {
  const stored = target.stored?.values[field];
  if (isMissing(stored)) return { write: value, replaces: [], rival: false };
  if (sameValue(stored, value)) return { replaces: [], rival: false };
  const mine = target.sources.filter((source) => source.field === field && source.document_id === documentId);
  const theirs = target.sources.some((source) => source.field === field && source.document_id !== documentId);
  const chosen = mine.some((source) => source.chosen && sameValue(source.value, stored));
  if (joins || (target.own && chosen && !theirs)) return { write: value, replaces: mine, rival: false };
  const joined = joinedLists(stored ?? null, value);
  if (joined !== null) {
    return sameValue(joined, stored) ? { replaces: [], rival: false } : { write: joined, replaces: [], rival: false };
  }
  return { replaces: [], rival: true };
}

/** A value with references turned into ids; references to rows that neither stand nor are decided are left out. */
function resolved({ targets, known }: DraftContext, value: ProposedValue["value"]): FieldValue {
  const idOf = (key: string): string | undefined => targets.get(key)?.id ?? known.get(key)?.id;
  if (isPlain(value)) return value;
  if (isReference(value)) return idOf(value.row) ?? null;
  return value.rows.flatMap((key) => idOf(key) ?? []);
}

/**
 * Every value has a source: its own sentence, else its fact's first, else that of the fact the row is about; for what
 * no fact tells (the day of publication) the document.
 */
function sourceOf(
  { facts }: DraftContext,
  row: ProposedRow,
  field: string,
  value: FieldValue,
  proposed: ProposedValue,
  chosen: boolean,
): PlannedSource | null {
  if (proposed.from === "document") return { field, value, side: null, chosen, fact: null, evidence: null };
  const fact = facts.get(proposed.fact ?? row.fact) ?? facts.get(row.fact);
  const evidence = proposed.evidence ?? fact?.evidence[0];
  if (fact === undefined || evidence === undefined) return null;
  const side = "side" in fact && (fact.side === "east" || fact.side === "west") ? fact.side : null;
  return { field, value, side, chosen, fact: fact.id, evidence };
}

/** Whether this document has already stated this value of this field, and goes on stating it. */
function stands(
  { documentId }: DraftContext,
  { sources }: RowTarget,
  planned: PlannedSource,
  withdrawn: readonly DocumentSource[],
): boolean {
  return sources.some(
    (source) =>
      source.field === planned.field &&
      source.document_id === documentId &&
      source.fact_id === planned.fact &&
      sameValue(source.value, planned.value) &&
      !withdrawn.includes(source),
  );
}
