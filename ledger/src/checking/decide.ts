import { type Decision, type FieldValue, commandId as idOfCommand, NIL_SCOPE } from "@shanhai/model";
import { heldOf } from "../account/policy.js";
import type { Actor } from "../actor.js";
import type { Change, Command, Receipt, SourceEntry } from "../command.js";
import type { Desk } from "../desk.js";
import { LedgerError } from "../error-codes.js";
import { freshId } from "../fresh-id.js";
import { plainList } from "../intake/document-rows.js";
import type { WrittenRow } from "../intake/stored-document.js";
import { firstAnswer } from "../writing/first-answer.js";
import { type PreparedPlan, preparePlan } from "./plan.js";
import type { PlanPart } from "./plan-parts.js";
import type { DraftRow } from "./planned-rows.js";
import { idToCome, rowsOfFact } from "./row-targets.js";
import { refuseStale } from "./stale-document.js";

/**
 * Carries decisions out (采用、更正、不采用、并入). The plan is worked out anew and must be the one that was shown, hash for
 * hash: nothing unseen is ever written. Rows, their sources, the decisions and the document's count of open facts are
 * one command; what one command cannot hold goes into several, each of whole decisions, told by `progress` and refused
 * with what was written (DECISIONS_CUT) where it is cut short. The same command id again gives the first answer.
 */
export async function decide(
  desk: Desk,
  actor: Actor,
  documentId: string,
  decisions: readonly Decision[],
  planHash: string,
  commandId: string,
  progress: (done: number, of: number) => void = () => undefined,
): Promise<Receipt> {
  const answered = await firstAnswer(desk.database, actor, commandId);
  if (answered !== null) return answered;
  const prepared = await preparePlan(desk, actor, documentId, decisions);
  if (prepared.plan.hash !== planHash) throw new LedgerError("PLAN_CHANGED");
  const ids = new Map<string, string>();
  for (const { target } of prepared.drafts) if (target.id === idToCome(target.row.key)) ids.set(target.id, freshId());
  const real = <T extends FieldValue>(value: T): T => withIds(value, ids);
  const work: Work = { desk, actor, prepared, real };
  // What a colleague reviews he reviews as one, however many commands it takes: all of it or nothing.
  const named = prepared.drafts.map(({ target }) => target.row.record);
  if (prepared.parts.length > 1 && heldOf(actor, named).length > 0)
    return { ...whole(await desk.writeTogether(actor, togetherCommands(work, commandId))), command_id: commandId };
  const receipts: Receipt[] = [];
  let { version } = prepared.document;
  const done: Decision[] = [];
  for (const [at, part] of prepared.parts.entries()) {
    const last = at === prepared.parts.length - 1;
    // The confirmation's own id is that of the last command: it answers for the whole.
    const id = last ? commandId : idOfCommand("part", commandId, String(at));
    try {
      const receipt = await desk.write(actor, partCommand(work, part, { id, version, done }));
      receipts.push(receipt);
      version = receipt.links.find(({ scope_id }) => scope_id === NIL_SCOPE)?.seq ?? version;
    } catch (error) {
      const refused = await refuseStale(desk, documentId, error);
      throw done.length === 0 ? refused : cutShort(refused, done.length, decisions.length);
    }
    done.push(...part.decisions);
    progress(done.length, decisions.length);
  }
  return { ...whole(receipts), command_id: commandId };
}

interface Work {
  readonly desk: Desk;
  readonly actor: Actor;
  readonly prepared: PreparedPlan;
  readonly real: <T extends FieldValue>(value: T) => T;
}

/** The parts as commands of one transaction: the document's own row changes once, with the last. */
function togetherCommands(work: Work, commandId: string): readonly Command[] {
  const { parts, document } = work.prepared;
  return parts.map((part, at) => {
    const last = at === parts.length - 1;
    return partCommand(work, part, {
      id: last ? commandId : idOfCommand("part", commandId, String(at)),
      version: last ? document.version : null,
      done: parts.slice(0, at).flatMap(({ decisions }) => decisions),
    });
  });
}

/** The command of one part: its rows with their sources, its decisions, and the document's count of open facts. */
function partCommand(
  { actor, prepared, real }: Work,
  { decisions, drafts }: PlanPart,
  given: { readonly id: string; readonly version: string | null; readonly done: readonly Decision[] },
): Command {
  const sources = drafts.flatMap((draft) => sourceEntries(prepared, draft, real));
  return {
    command_id: given.id,
    reason: "核对材料",
    changes: [
      ...drafts.flatMap((draft) => rowChange(draft, real)),
      ...decisions.map((decision) => decisionRow(prepared, actor, decision, sources, real)),
      ...(given.version === null ? [] : [documentChange(prepared, [...given.done, ...decisions], given.version)]),
    ],
    sources: sources.map(({ entry }) => entry),
    withdrawn_sources: drafts.flatMap(({ withdrawn }) => withdrawn.map(({ scope_id, id }) => ({ scope_id, id }))),
  };
}

/** One receipt for all commands of a confirmation. */
function whole(receipts: readonly Receipt[]): Receipt {
  const last = receipts.at(-1);
  if (last === undefined) throw new Error("a plan has at least one part");
  return { ...last, links: receipts.flatMap(({ links }) => links) };
}

/** A large confirmation that ended between two of its commands: what was written stays, and is said. */
function cutShort(cause: unknown, written: number, of: number): LedgerError {
  const why =
    cause instanceof LedgerError
      ? { zh: `原因：${cause.whatZh}`, en: `The reason: ${cause.whatEn}` }
      : { zh: "", en: "" };
  return new LedgerError("DECISIONS_CUT", { written, left: of - written }, { cause, detail: why });
}

/** Puts real ids where a plan has ids to come, in a value or a list of them. */
function withIds<T extends FieldValue>(value: T, ids: ReadonlyMap<string, string>): T {
  const real = (item: unknown): unknown => (typeof item === "string" ? (ids.get(item) ?? item) : item);
  // Only text is exchanged for text, so that the value keeps its type.
  return (Array.isArray(value) ? value.map(real) : real(value)) as T;
}

function rowChange({ target, action, values }: DraftRow, real: (value: FieldValue) => FieldValue): Change[] {
  if (action !== "create" && action !== "change") return [];
  const { row, stored, scope, id } = target;
  const written = Object.fromEntries(Object.entries(values).map(([field, value]) => [field, real(value)]));
  if (stored === null)
    return [{ op: "create", record: row.record, scope_id: scope.id, id: String(real(id)), values: written }];
  const { record, scope_id, version } = stored;
  return [{ op: "change", record, scope_id, id: stored.id, version, values: written }];
}

interface EntryOfRow {
  readonly key: string;
  readonly entry: SourceEntry & { readonly id: string };
}

function sourceEntries(
  { document }: PreparedPlan,
  { target, sources }: DraftRow,
  real: (value: FieldValue) => FieldValue,
): EntryOfRow[] {
  return sources.map(({ field, value, side, chosen, fact, evidence }) => ({
    key: target.row.key,
    entry: {
      id: freshId(),
      scope_id: target.stored?.scope_id ?? target.scope.id,
      record: target.row.record,
      record_id: String(real(target.id)),
      field,
      value: real(value),
      side,
      chosen,
      fact_id: fact,
      document_id: document.id,
      place: evidence && { start: evidence.start, end: evidence.end },
      quote: evidence?.quote ?? null,
    },
  }));
}

/** A decision with all that undo needs: rows that it wrote, and rows that these stand on. */
function decisionRow(
  { document, state, proposed, drafts }: PreparedPlan,
  actor: Actor,
  decision: Decision,
  sources: readonly EntryOfRow[],
  real: (value: FieldValue) => FieldValue,
): Change {
  const uses = decision.verdict === "decline" ? new Set<string>() : rowsOfFact(proposed, decision.fact);
  const written = drafts.flatMap(({ target, action, values, before, withdrawn }): WrittenRow[] => {
    const mine = target.decidedBy === decision.fact;
    if (!mine && !uses.has(target.row.key)) return [];
    const place = {
      key: target.row.key,
      record: target.row.record,
      scope_id: target.stored?.scope_id ?? target.scope.id,
      id: String(real(target.id)),
      coded: target.row.id !== null,
    };
    if (!mine) return [{ ...place, action: "use", fields: {}, sources: [], withdrawn: [] }];
    const fields = Object.entries(values).map(([field, value]) => [
      field,
      { before: before[field] ?? null, after: real(value) },
    ]);
    return [
      {
        ...place,
        action,
        fields: Object.fromEntries(fields),
        sources: sources.filter(({ key }) => key === target.row.key).map(({ entry }) => entry.id),
        withdrawn: plainList(withdrawn),
      },
    ];
  });
  return {
    op: "create",
    record: "decision",
    scope_id: NIL_SCOPE,
    id: freshId(),
    values: {
      document: document.id,
      fact_id: decision.fact,
      verdict: decision.verdict,
      corrected: decision.values === undefined ? [] : plainList([decision.values]),
      written: plainList(written),
      replaces: state.holding.get(decision.fact)?.id ?? null,
      account: actor.account_id,
      who: actor.name,
      reason: decision.reason ?? null,
    },
  };
}

/** The document's own row changes with every decision: its version is what two people who check it meet at. */
function documentChange(
  { document, facts, state }: PreparedPlan,
  decisions: readonly Decision[],
  version: string,
): Change {
  const decided = new Set(decisions.map(({ fact }) => fact));
  const open = facts.filter(
    ({ fact, setAside }) => !setAside && !state.holding.has(fact.id) && !decided.has(fact.id),
  ).length;
  return {
    op: "change",
    record: "document",
    scope_id: NIL_SCOPE,
    id: document.id,
    version,
    values: { open_facts: open },
  };
}
