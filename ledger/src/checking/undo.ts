import { type FieldValue, NIL_SCOPE } from "@shanhai/model";
import type { Actor } from "../actor.js";
import type { Change, Receipt, SourceEntry } from "../command.js";
import type { Desk } from "../desk.js";
import { LedgerError } from "../error-codes.js";
import { freshId } from "../fresh-id.js";
import { loadDecisions, loadFacts, type StoredDecision, type WrittenRow } from "../intake/stored-document.js";
import type { DocumentSource, Row } from "../ledger.js";
import { pointersTo } from "../schema/pointers.js";
import { identifier } from "../schema/record-columns.js";
import { firstAnswer } from "../writing/first-answer.js";
import { beijingTime } from "../writing/version-refusal.js";
import { type CheckingState, checkingState } from "./checking-state.js";
import { openDocument } from "./plan.js";
import { sameValue } from "./same-value.js";
import { shortFact } from "./short-fact.js";
import { refuseStale } from "./stale-document.js";

/**
 * Takes the last decision on a fact back (撤销): a decision of its own with the opposite changes. What stood under it
 * holds again: undoing a correction leaves the fact adopted. Refused where a later change touched a field that would be
 * set back, or where another adopted fact, of this document or another, needs the row; with row, who and when.
 * Refused too where the erasure of another document took away what this decision had written (`UNDO_ERASED`).
 */
export async function undo(
  desk: Desk,
  actor: Actor,
  documentId: string,
  fact: string,
  commandId: string,
): Promise<Receipt> {
  const answered = await firstAnswer(desk.database, actor, commandId);
  if (answered !== null) return answered;
  const document = await openDocument(desk, actor, documentId);
  const facts = await loadFacts(desk.database, documentId);
  const stored = facts.find((each) => each.fact.id === fact);
  if (stored === undefined) throw new LedgerError("FACT_UNKNOWN", { fact: shortFact(fact) });
  const state = checkingState(await loadDecisions(desk.database, documentId));
  const last = state.holding.get(fact);
  if (last === undefined) throw new LedgerError("UNDO_NOTHING", { fact: shortFact(fact) });
  if (last.erased) throw new LedgerError("UNDO_ERASED", { fact: shortFact(fact) });

  const opposite = await Promise.all(last.written.map((row) => oppositeOf(desk, actor, state, last, row, documentId)));
  const reopened = last.replaces === null && !stored.setAside ? 1 : 0;
  try {
    return await desk.write(actor, {
      command_id: commandId,
      reason: "撤销核对决定",
      changes: [
        ...opposite.flatMap(({ changes }) => changes),
        {
          op: "create",
          record: "decision",
          scope_id: NIL_SCOPE,
          id: freshId(),
          values: {
            document: documentId,
            fact_id: fact,
            verdict: "undo",
            corrected: [],
            written: [],
            replaces: last.id,
            account: actor.account_id,
            who: actor.name,
          },
        },
        {
          op: "change",
          record: "document",
          scope_id: NIL_SCOPE,
          id: documentId,
          version: document.version,
          values: { open_facts: document.open + reopened },
        },
      ],
      sources: opposite.flatMap(({ sources }) => sources),
      withdrawn_sources: opposite.flatMap(({ withdrawn }) => withdrawn),
    });
  } catch (error) {
    throw await refuseStale(desk, documentId, error);
  }
}

interface Opposite {
  readonly changes: readonly Change[];
  readonly sources: readonly SourceEntry[];
  readonly withdrawn: readonly { readonly scope_id: string; readonly id: string }[];
}

const NOTHING: Opposite = { changes: [], sources: [], withdrawn: [] };

async function oppositeOf(
  desk: Desk,
  actor: Actor,
  state: CheckingState,
  last: StoredDecision,
  written: WrittenRow,
  documentId: string,
): Promise<Opposite> {
  if (written.coded && written.action !== "change") return releaseShared(desk, actor, state, last, written, documentId);
  if (written.action === "use") return NOTHING;
  const row = await desk.get(actor, written.record, written.scope_id, written.id);
  if (row === null) {
    const gone = await lastChange(desk, actor, written, written.key);
    throw new LedgerError("UNDO_CHANGED_LATER", gone);
  }
  const withdrawn = written.sources.map((id) => ({ scope_id: written.scope_id, id }));
  const { record, scope_id, id } = written;
  if (written.action === "create") {
    const user = state.inForce.find((d) => d.id !== last.id && d.written.some((row) => row.id === id));
    if (user !== undefined)
      throw new LedgerError("UNDO_NEEDED", { row: row.title, who: user.who, at: beijingTime(user.at) });
    await refuseNeeded(desk, actor, last, row, documentId);
    await settledValues(desk, actor, row, written);
    return { changes: [{ op: "remove", record, scope_id, id, version: row.version }], sources: [], withdrawn };
  }
  const values = await settledValues(desk, actor, row, written);
  const changed = Object.keys(values).length > 0;
  return {
    changes: changed ? [{ op: "change", record, scope_id, id, version: row.version, values }] : [],
    sources: written.withdrawn.map((source) => sourceAgain(source)),
    withdrawn,
  };
}

/**
 * A region, party or pair is everybody's: the row stays. What this document says of it stays too, while another decision
 * on the document stands on it; the last one takes it along.
 */
async function releaseShared(
  desk: Desk,
  actor: Actor,
  state: CheckingState,
  last: StoredDecision,
  { record, scope_id, id }: WrittenRow,
  documentId: string,
): Promise<Opposite> {
  // A decision that an erasure emptied may stand on it too.
  if (state.inForce.some((d) => d.id !== last.id && (d.erased || d.written.some((row) => row.id === id))))
    return NOTHING;
  const sources = await desk.sources(actor, record, scope_id, id);
  const own = sources.filter((source) => source.document_id === documentId);
  return { ...NOTHING, withdrawn: own.map((source) => ({ scope_id, id: source.id })) };
}

/** The values before the decision; refused where a field is not any more as the decision left it. */
async function settledValues(desk: Desk, actor: Actor, row: Row, written: WrittenRow) {
  const values: { [field: string]: FieldValue } = {};
  for (const [field, { before, after }] of Object.entries(written.fields)) {
    // Values come back from JSON in the forms in which they were stored.
    if (!sameValue(row.values[field], after as FieldValue)) {
      const name = desk.records.get(row.record).field(field).zh;
      throw new LedgerError("UNDO_CHANGED_LATER", await lastChange(desk, actor, row, name));
    }
    values[field] = before as FieldValue;
  }
  return values;
}

/** Refuses to remove a row that another document states too, or that a row which stays points to. */
async function refuseNeeded(
  desk: Desk,
  actor: Actor,
  last: StoredDecision,
  row: Row,
  documentId: string,
): Promise<void> {
  const sources = await desk.sources(actor, row.record, row.scope_id, row.id);
  const elsewhere = sources.find((source) => source.document_id !== documentId);
  const removed = last.written.filter(({ action }) => action === "create").map(({ id }) => id);
  const pointing = elsewhere === undefined ? await rowPointingTo(desk, row, removed) : null;
  if (elsewhere === undefined && pointing === null) return;
  const { record, scope_id, id, title } = pointing ?? row;
  const { who, at } = await lastChange(desk, actor, { record, scope_id, id }, "");
  throw new LedgerError("UNDO_NEEDED", { row: title ?? row.title, who, at });
}

/** A stored row that points to this one, other than those that go with it; null when there is none. */
async function rowPointingTo(desk: Desk, row: Row, leaving: readonly string[]) {
  for (const { from, field } of pointersTo(desk.records, row.record)) {
    const column = identifier(field.key);
    const points = field.type === "references" ? `${column} @> array[$1::uuid]` : `${column} = $1::uuid`;
    // Rows of a scope point within it or to reference rows.
    const { rows } = await desk.database.query<{ scope_id: string; id: string }>(
      `select scope_id, id from ${from.table}
        where ${points} and ($2::uuid is null or scope_id = $2) and id <> all($3::uuid[]) limit 1`,
      [row.id, row.scope_id === NIL_SCOPE ? null : row.scope_id, leaving],
    );
    if (rows[0] !== undefined) return { ...rows[0], record: from.definition.name, title: row.title };
  }
  return null;
}

async function lastChange(
  desk: Desk,
  actor: Actor,
  row: { readonly record: string; readonly scope_id: string; readonly id: string; readonly title?: string },
  field: string,
) {
  const versions = await desk.history(actor, row.record, row.scope_id, row.id);
  const newest = [...versions].sort((a, b) => (a.at < b.at ? 1 : -1))[0];
  return {
    row: row.title ?? desk.records.get(row.record).definition.zh,
    field,
    who: newest?.who ?? "?",
    at: newest === undefined ? "?" : beijingTime(newest.at),
  };
}

/** A source that a correction had taken back, under its own id, so that the decision that wrote it finds it again. */
function sourceAgain(kept: WrittenRow["withdrawn"][number]): SourceEntry {
  // It was a DocumentSource when it was kept; its time and the document's name come from elsewhere.
  const { at: _, document_name: __, ...entry } = kept as unknown as DocumentSource;
  return entry;
}
