import { createHash } from "node:crypto";
import type { Fact } from "@shanhai/engine";
import {
  type Decision,
  fieldIn,
  NIL_SCOPE,
  type PlannedRow,
  type PlannedValue,
  type ProposedRow,
  printValue,
  rowYear,
  type WritePlan,
} from "@shanhai/model";
import { checkedDocument } from "../account/document-access.js";
import { requireRight } from "../account/policy.js";
import type { Actor } from "../actor.js";
import { canonicalJson } from "../chain/canonical-json.js";
import type { Desk } from "../desk.js";
import { LedgerError } from "../error-codes.js";
import {
  type DocumentRow,
  loadDecisions,
  loadDocumentRow,
  loadFacts,
  type StoredFact,
} from "../intake/stored-document.js";
import { bindTo } from "../querying/bind.js";
import { type CheckingState, checkingState, stateOf } from "./checking-state.js";
import { correctedFact } from "./corrected-fact.js";
import { type PlanPart, planParts } from "./plan-parts.js";
import { planWarnings } from "./plan-warnings.js";
import { type DraftContext, type DraftRow, draftRow } from "./planned-rows.js";
import { impossible, rowsDecided, rowTargets } from "./row-targets.js";
import { rowsFoundAgain } from "./rows-found-again.js";
import { joinedHappenings } from "./same-happenings.js";
import { isMissing } from "./same-value.js";
import { shortFact } from "./short-fact.js";

/** A plan with what decide.ts needs to carry it out. */
export interface PreparedPlan {
  readonly plan: WritePlan;
  readonly document: DocumentRow;
  readonly facts: readonly StoredFact[];
  readonly state: CheckingState;
  readonly proposed: readonly ProposedRow[];
  readonly drafts: readonly DraftRow[];
  /** The commands that carry it out; one where it fits. */
  readonly parts: readonly PlanPart[];
}

/** What decisions would write (将写入的内容), shown before it is. Writes nothing. */
export async function plan(
  desk: Desk,
  actor: Actor,
  documentId: string,
  decisions: readonly Decision[],
): Promise<WritePlan> {
  return (await preparePlan(desk, actor, documentId, decisions)).plan;
}

export async function preparePlan(
  desk: Desk,
  actor: Actor,
  documentId: string,
  decisions: readonly Decision[],
): Promise<PreparedPlan> {
  const document = await openDocument(desk, actor, documentId);
  const facts = await loadFacts(desk.database, documentId);
  const decided = checkingState(await loadDecisions(desk.database, documentId));
  refuseUnfit(facts, decided, decisions);
  if (decisions.some(({ verdict }) => verdict === "decline"))
    refuseNeeded(proposedRows(desk, document, standingFacts(facts, decided), ""), decided, decisions);
  const standing = standingFacts(facts, decided, decisions);
  const proposed = proposedRows(desk, document, standing, decisions[0]?.fact ?? "");
  const state = await rowsFoundAgain(desk, documentId, decided, proposed);
  const targets = await rowTargets(desk, actor, rowsDecided(proposed, decisions, state), decisions, state);
  const joined = await joinedHappenings(desk, actor, targets, state, proposed);
  const context: DraftContext = {
    records: desk.records,
    documentId,
    targets,
    known: state.rows,
    facts: new Map(standing.map((fact) => [fact.id, fact])),
    happenings: joined.standing,
  };
  const titles: { [id: string]: string } = {};
  const drafts = [...targets.values(), ...joined.rows].map((target) => draftRow(context, target, titles));
  for (const draft of drafts) refuseIncomplete(desk, draft);
  // Told when it is shown, not when it is confirmed.
  const parts = planParts(decisions, drafts);
  const rows = drafts.filter(({ action }) => action !== "use").map((draft) => presentRow(desk, draft, titles));
  const warnings = planWarnings({ desk, document, drafts, decisions, facts: context.facts, state });
  const shown = { document: documentId, decisions, rows, warnings };
  const hash = createHash("sha256")
    .update(canonicalJson(JSON.parse(JSON.stringify({ ...shown, version: document.version }))))
    .digest("hex");
  return { plan: { ...shown, hash }, document, facts, state, proposed, drafts, parts };
}

/** The document, if the actor may check it: brought by him or seen by all, there, not erased, not withdrawn. */
export async function openDocument(desk: Desk, actor: Actor, documentId: string): Promise<DocumentRow> {
  const document = await loadDocumentRow(desk.database, documentId);
  requireRight(actor, "materials");
  if (document === null || !(await mayCheck(desk, actor, documentId))) throw new LedgerError("DOCUMENT_NOT_FOUND");
  if (document.erased) throw new LedgerError("DOCUMENT_ERASED");
  if (document.withdrawn !== null)
    throw new LedgerError("DOCUMENT_WITHDRAWN", { who: document.withdrawn.who, at: document.withdrawn.at });
  return document;
}

async function mayCheck(desk: Desk, actor: Actor, documentId: string): Promise<boolean> {
  const values: unknown[] = [NIL_SCOPE, documentId];
  const condition = checkedDocument(actor, bindTo(values));
  const { rows } = await desk.database.query(
    `select 1 from document d where d.scope_id = $1 and d.id = $2 and ${condition}`,
    values,
  );
  return rows.length > 0;
}

/** Open facts may be decided in any way; decided ones corrected only: all else must be undone first. */
function refuseUnfit(facts: readonly StoredFact[], state: CheckingState, decisions: readonly Decision[]): void {
  const known = new Set(facts.map(({ fact }) => fact.id));
  const seen = new Set<string>();
  for (const { fact, verdict, values, into } of decisions) {
    if (!known.has(fact)) throw new LedgerError("FACT_UNKNOWN", { fact: shortFact(fact) });
    if (seen.has(fact)) throw impossible(fact, "同一要素有两个决定。", "There are two decisions on one fact.");
    seen.add(fact);
    const before = stateOf(state.holding.get(fact));
    if (before !== "open" && (verdict !== "correct" || before === "declined"))
      throw impossible(fact, "这条要素已有决定，请先撤销。", "The fact has been decided; undo that first.");
    if (verdict === "correct" && (values === undefined || Object.keys(values).length === 0))
      throw impossible(fact, "更正没有给出内容。", "The correction gives no values.");
    if (verdict === "merge" && (into === undefined || Object.keys(into).length === 0))
      throw impossible(fact, "没有说明并入哪一条。", "The row to merge into is not named.");
  }
}

/** A fact on whose rows adopted ones stand (the region of an adopted visit's host) cannot be declined under them. */
function refuseNeeded(proposed: readonly ProposedRow[], state: CheckingState, decisions: readonly Decision[]): void {
  for (const { fact, verdict } of decisions) {
    const needed = verdict === "decline" && proposed.some((row) => row.fact === fact && state.rows.has(row.key));
    if (needed)
      throw impossible(
        fact,
        "已采用的其他要素以它为依据，请先撤销那些采用。",
        "Other facts that were adopted stand on it; undo those first.",
      );
  }
}

/** Facts that proposals see: declined and set-aside ones left out, corrections applied. */
export function standingFacts(
  facts: readonly StoredFact[],
  state: CheckingState,
  decisions: readonly Decision[] = [],
): readonly Fact[] {
  const now = new Map(decisions.map((decision) => [decision.fact, decision]));
  return facts.flatMap(({ fact, setAside }) => {
    const decision = now.get(fact.id);
    const held = state.holding.get(fact.id);
    const verdict = decision?.verdict ?? held?.verdict;
    if (verdict === "decline" || (verdict === undefined && setAside)) return [];
    const corrected = { ...correctionsOf(state, fact.id), ...decision?.values };
    return [Object.keys(corrected).length === 0 ? fact : correctedFact(fact, corrected)];
  });
}

/** All corrections in force on one fact, later ones over earlier ones. */
export function correctionsOf(state: CheckingState, fact: string): { readonly [field: string]: unknown } {
  return Object.assign({}, ...state.inForce.filter((d) => d.fact === fact).map((d) => d.corrected ?? {}));
}

/** Rows of all proposals in the order of writing. A correction that no proposal can read is refused, not a crash. */
export function proposedRows(
  desk: Desk,
  document: DocumentRow,
  facts: readonly Fact[],
  decided: string,
): readonly ProposedRow[] {
  const { id, title, source, published } = document;
  const context = { document: { id, title, source, published } };
  try {
    return desk.propose(facts, context);
  } catch (error) {
    if (!(error instanceof TypeError) || decided === "") throw error;
    throw impossible(decided, "更正后的内容无法成为台账条目。", "The corrected values cannot become a record.");
  }
}

/** A row that would lack what its record requires is told before anything is confirmed, with the fact to correct. */
function refuseIncomplete(desk: Desk, { target, action, values, title }: DraftRow): void {
  if (action !== "create") return;
  const { definition } = desk.records.get(target.row.record);
  const missing = definition.fields.find(({ key, required }) => required === true && isMissing(values[key]));
  if (missing === undefined) return;
  throw impossible(
    target.row.fact,
    `${definition.zh}${title === "" ? "" : `“${title}”`}缺少必填的“${missing.zh}”，请先更正这条要素再采用。`,
    `The ${definition.en} would lack “${missing.en}”, which is required: correct the fact before adopting it.`,
  );
}

function presentRow(desk: Desk, draft: DraftRow, titles: { readonly [id: string]: string }): PlannedRow {
  const { target, action, title } = draft;
  const { definition } = desk.records.get(target.row.record);
  const values = definition.fields.flatMap((field): PlannedValue[] => {
    const present = (
      value: PlannedValue["value"],
      chosen: boolean,
      source: DraftRow["sources"][number] | undefined,
    ) => ({
      field: field.key,
      zh: field.zh,
      en: field.en,
      value,
      shown: printValue(fieldIn(field, rowYear(definition, draft.values)), value, "zh", titles),
      ...(chosen && target.stored !== null ? { was: draft.before[field.key] ?? null } : {}),
      chosen,
      fact: source?.fact ?? null,
      quote: source?.evidence?.quote ?? null,
      place: source?.evidence ? { start: source.evidence.start, end: source.evidence.end } : null,
    });
    const sources = draft.sources.filter((source) => source.field === field.key);
    const written = draft.values[field.key];
    const own = sources.find(({ chosen }) => chosen);
    return [
      ...(written === undefined ? [] : [present(written, true, own)]),
      ...sources.filter(({ chosen }) => !chosen).map((source) => present(source.value, false, source)),
    ];
  });
  return {
    key: target.row.key,
    record: target.row.record,
    action: action === "use" ? "source" : action,
    scope: target.scope,
    id: target.id.startsWith("row:") ? null : target.id,
    title,
    values,
    facts: [...new Set([target.row.fact, ...draft.sources.flatMap(({ fact }) => fact ?? [])])],
  };
}
