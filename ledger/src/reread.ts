import type { Fact } from "@shanhai/engine";
import { NIL_SCOPE } from "@shanhai/model";
import type { Actor } from "./actor.js";
import { checkingState } from "./checking-state.js";
import type { Desk } from "./desk.js";
import { LedgerError } from "./error-codes.js";
import { freshId } from "./fresh-id.js";
import type { Reread } from "./ledger.js";
import { openDocument } from "./plan.js";
import { passSecrecyDoor } from "./secrecy-door.js";
import { loadDecisions, loadFacts, loadText, type StoredFact } from "./stored-document.js";
import { factRows, readingValues, textValues } from "./submit.js";

/**
 * Reads a stored document with the present engine (重新提取). Facts are known by their content, so what both engines say
 * stays one fact. A new one is offered beside decided ones of the same kind and place; an open one that is not made any
 * more is set aside. Decisions stay, and so do facts that carry them: a person's correction outlives the engine.
 */
export async function reread(desk: Desk, actor: Actor, documentId: string): Promise<Reread> {
  const document = await openDocument(desk, documentId);
  const text = await loadText(desk.database, documentId);
  const bytes = await desk.keptFile(document.sha256);
  if (bytes === null || text === null) throw new LedgerError("DOCUMENT_NOT_FOUND");
  const { encoding } = text.head.raw;
  const reading = await desk.read({ name: document.name, bytes, ...(encoding === null ? {} : { encoding }) });
  passSecrecyDoor(reading);
  const stored = await loadFacts(desk.database, documentId);
  const { holding } = checkingState(await loadDecisions(desk.database, documentId));
  const { facts, engine } = reading.extraction;

  const before = new Map(stored.map((each) => [each.fact.id, each]));
  const now = new Set(facts.map(({ id }) => id));
  // A text that another reader version reads differently has other places: only the old raw text keeps quotes true.
  if (reading.raw !== text.raw) return { engine, added: 0, set_aside: 0 };
  const added = facts.filter(({ id }) => !before.has(id));
  const aside = stored.filter(({ fact, setAside }) => !setAside && !now.has(fact.id));
  const back = stored.filter(({ fact, setAside }) => setAside && now.has(fact.id));
  const decided = stored.filter(({ fact }) => holding.has(fact.id));
  const beside = new Map(added.map((fact) => [fact.id, besideOf(fact, decided)]));
  if (engine === document.engine && added.length + aside.length + back.length === 0)
    return { engine, added: 0, set_aside: 0 };

  const openBefore = stored.filter(({ fact, setAside }) => !setAside && !holding.has(fact.id)).length;
  const open =
    openBefore +
    added.length +
    back.filter(({ fact }) => !holding.has(fact.id)).length -
    aside.filter(({ fact }) => !holding.has(fact.id)).length;
  const ordinal = stored.reduce((most, each) => Math.max(most, each.ordinal + 1), 0);
  const { document: _, ...values } = textValues(documentId, reading);
  await desk.write(actor, {
    command_id: freshId(),
    reason: `用引擎 ${engine} 重新提取`,
    changes: [
      ...factRows(documentId, added, engine, ordinal, beside),
      ...[...aside, ...back].map(({ rowId, version, setAside }) => ({
        op: "change" as const,
        record: "fact",
        scope_id: NIL_SCOPE,
        id: rowId,
        version,
        values: { set_aside: !setAside },
      })),
      { op: "change", record: "document_text", scope_id: NIL_SCOPE, id: documentId, version: text.version, values },
      {
        op: "change",
        record: "document",
        scope_id: NIL_SCOPE,
        id: documentId,
        version: document.version,
        values: { ...readingValues(reading.extraction), facts: document.facts + added.length, open_facts: open },
      },
    ],
  });
  return { engine, added: added.length, set_aside: aside.length };
}

/** Decided facts of the same kind whose evidence overlaps. */
function besideOf(fact: Fact, decided: readonly StoredFact[]): readonly string[] {
  return decided
    .filter(
      ({ fact: old }) =>
        old.kind === fact.kind &&
        old.evidence.some((a) => fact.evidence.some((b) => a.start < b.end && b.start < a.end)),
    )
    .map(({ fact: old }) => old.id);
}
