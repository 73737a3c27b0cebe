import type { Fact, Reading } from "@shanhai/engine";
import { NIL_SCOPE } from "@shanhai/model";
import type { Actor } from "../actor.js";
import { type CheckingState, checkingState } from "../checking/checking-state.js";
import { openDocument } from "../checking/plan.js";
import type { Change, Values } from "../command.js";
import type { Desk } from "../desk.js";
import { LedgerError } from "../error-codes.js";
import type { Reread } from "../ledger.js";
import { writeInParts } from "../writing/write-in-parts.js";
import { factRows, readingValues, textValues } from "./document-rows.js";
import { refuseUnreadable } from "./refuse-unreadable.js";
import { passSecrecyDoor } from "./secrecy-door.js";
import {
  type DocumentRow,
  loadDecisions,
  loadFacts,
  loadText,
  type StoredFact,
  type StoredText,
} from "./stored-document.js";

/**
 * Reads a stored document with the present engine (重新提取). Facts are known by their content, so what both engines say
 * stays one fact. A new one is offered beside decided ones of the same kind and place; an open one that is not made any
 * more is set aside. Decisions stay, and so do facts that carry them: a person's correction outlives the engine.
 *
 * Where the raw text itself comes out otherwise (another encoding asked for, another reader), old places would point
 * nowhere: then everything is read anew, as long as nobody has decided anything; after that the old text stays.
 */
export async function reread(desk: Desk, actor: Actor, documentId: string, encoding?: string): Promise<Reread> {
  const document = await openDocument(desk, actor, documentId);
  const text = await loadText(desk.database, documentId);
  const bytes = await desk.keptFile(document.sha256);
  if (bytes === null || text === null) throw new LedgerError("DOCUMENT_NOT_FOUND");
  const asked = encoding ?? chosenBefore(text.head.raw);
  const reading = await desk.read({ name: document.name, bytes, ...(asked === null ? {} : { encoding: asked }) });
  const mark = passSecrecyDoor(reading);
  refuseUnreadable(reading);
  const stored = await loadFacts(desk.database, documentId);
  const state = checkingState(await loadDecisions(desk.database, documentId));
  const given: Given = { desk, actor, document, text, reading, mark, stored, state };
  if (reading.raw === text.raw) return offerBeside(given);
  if (state.holding.size === 0) return replaceAll(given);
  if (encoding !== undefined) throw new LedgerError("DOCUMENT_IN_CHECKING");
  return { engine: document.engine, added: 0, set_aside: 0 };
}

/** The encoding that somebody chose for this document; what was detected is detected again. */
function chosenBefore(raw: StoredText["head"]["raw"]): string | null {
  return raw.choice?.forced === true ? raw.encoding : null;
}

interface Given {
  readonly desk: Desk;
  readonly actor: Actor;
  readonly document: DocumentRow;
  readonly text: StoredText;
  readonly reading: Reading;
  readonly mark: string | null;
  readonly stored: readonly StoredFact[];
  readonly state: CheckingState;
}

/** The same text: facts are compared by their ids. */
async function offerBeside(given: Given): Promise<Reread> {
  const { desk, actor, document, text, reading, stored, state } = given;
  const { facts, engine } = reading.extraction;
  const before = new Set(stored.map(({ fact }) => fact.id));
  const now = new Set(facts.map(({ id }) => id));
  const added = facts.filter(({ id }) => !before.has(id));
  const aside = stored.filter(({ fact, setAside }) => !setAside && !now.has(fact.id));
  const back = stored.filter(({ fact, setAside }) => setAside && now.has(fact.id));
  const chosenAnew = chosenBefore(text.head.raw) !== chosenBefore(reading.extraction.raw);
  if (engine === document.engine && !chosenAnew && added.length + aside.length + back.length === 0)
    return { engine, added: 0, set_aside: 0 };

  const decided = stored.filter(({ fact }) => state.holding.has(fact.id));
  const beside = new Map(added.map((fact) => [fact.id, besideOf(fact, decided)]));
  const isOpen = ({ fact }: StoredFact) => !state.holding.has(fact.id);
  const open =
    stored.filter((each) => !each.setAside && isOpen(each)).length +
    added.length +
    back.filter(isOpen).length -
    aside.filter(isOpen).length;
  const ordinal = stored.reduce((most, each) => Math.max(most, each.ordinal + 1), 0);
  await writeInParts(desk, actor, {
    reason: `用引擎 ${engine} 重新提取`,
    rows: [
      ...factRows(document.id, added, engine, ordinal, beside),
      ...[...aside, ...back].map((each) => change("fact", each.rowId, each.version, { set_aside: !each.setAside })),
    ],
    last: ownRows(given, { facts: document.facts + added.length, open_facts: open }),
  });
  return { engine, added: added.length, set_aside: aside.length };
}

/** Another text, and nothing decided: old facts go, new ones come. */
async function replaceAll(given: Given): Promise<Reread> {
  const { desk, actor, document, reading, stored } = given;
  const { facts, engine } = reading.extraction;
  const kept = new Map(stored.map((each) => [each.fact.id, each]));
  const now = new Set(facts.map(({ id }) => id));
  const gone = stored.filter(({ fact }) => !now.has(fact.id));
  await writeInParts(desk, actor, {
    reason: "按另一种读法重新读取",
    rows: [
      ...gone.map(
        ({ rowId: id, version }): Change => ({ op: "remove", record: "fact", scope_id: NIL_SCOPE, id, version }),
      ),
      // A fact of the same content keeps its row, with the places that it has now.
      ...factRows(document.id, facts, engine).map((row): Change => {
        const old = row.op === "create" ? kept.get(String(row.values.fact_id)) : undefined;
        return row.op !== "create" || old === undefined ? row : change("fact", row.id, old.version, row.values);
      }),
    ],
    last: ownRows(given, { facts: facts.length, open_facts: facts.length }),
  });
  return { engine, added: facts.filter(({ id }) => !kept.has(id)).length, set_aside: gone.length };
}

function ownRows({ document, text, reading, mark }: Given, counts: Values): readonly Change[] {
  return [
    change("document_text", document.id, text.version, textValues(document.id, reading)),
    change("document", document.id, document.version, { ...readingValues(reading.extraction), mark, ...counts }),
  ];
}

function change(record: string, id: string, version: string, values: Values): Change {
  return { op: "change", record, scope_id: NIL_SCOPE, id, version, values };
}

/** Decided facts of the same kind whose evidence overlaps. */
function besideOf(fact: Fact, decided: readonly StoredFact[]): readonly string[] {
  const overlaps = (old: Fact) =>
    old.evidence.some((a) => fact.evidence.some((b) => a.start < b.end && b.start < a.end));
  return decided.filter(({ fact: old }) => old.kind === fact.kind && overlaps(old)).map(({ fact: old }) => old.id);
}
