import type { Reading, Source } from "@shanhai/engine";
import { commandId, documentId, type FieldValue, factRowId, NIL_SCOPE } from "@shanhai/model";
import type { Actor } from "./actor.js";
import type { Change, Values } from "./command.js";
import type { Desk } from "./desk.js";
import { LedgerError } from "./error-codes.js";
import { freshId, sha256Of } from "./fresh-id.js";
import type { Submission } from "./ledger.js";
import { markWarning, passSecrecyDoor, refuseSecretName } from "./secrecy-door.js";
import { documentsNamed, loadDocumentRow, loadFacts, submittedBy } from "./stored-document.js";

type Text = { readonly zh: string; readonly en: string };

/**
 * Takes a document in (材料导入). The order is the point: read in a worker's memory, pass the secrecy door, keep the
 * file, then commit the rows. Whatever is refused before the file is kept leaves nothing at all; a file without its
 * rows (the disk full, a power cut) is an orphan that nothing names, and the next attempt uses it.
 * The same bytes again change nothing, but for a submission row when somebody else brings them.
 */
export async function submit(desk: Desk, actor: Actor, source: Source, forParty?: string): Promise<Submission> {
  refuseSecretName(source.name);
  if (source.bytes.byteLength === 0) throw new LedgerError("DOCUMENT_EMPTY");
  const sha256 = sha256Of(source.bytes);
  const id = documentId(sha256);
  const name = fileNameOf(source.name);

  const before = await broughtAgain(desk, actor, id, name, forParty);
  if (before !== null) return before;

  const reading = await desk.read(source);
  const mark = passSecrecyDoor(reading);
  refuseUnreadable(reading);
  const sameName = await documentsNamed(desk.database, name, id);

  try {
    await desk.keepFile(source.bytes);
    await writeDocument(desk, actor, { id, sha256, name, mark, reading, size: source.bytes.byteLength, forParty });
  } catch (error) {
    if (isDiskFull(error)) throw new LedgerError("DISK_FULL", {}, { cause: error });
    // Somebody else committed the same bytes in between: then this is a second submission, not a failure.
    const theirs = await broughtAgain(desk, actor, id, name, forParty).catch(() => null);
    if (theirs !== null) return theirs;
    throw error;
  }
  const warnings: Text[] = reading.extraction.issues
    .filter((issue) => issue.severity !== "note" || issue.code.startsWith("decode/"))
    .map((issue) => issue.message);
  if (mark !== null) warnings.push(markWarning(mark));
  if (sameName.length > 0) warnings.push(sameNameWarning(sameName.length));
  return { document_id: id, created: true, same_name: sameName, warnings };
}

/** No room on the disk or in the quota, for a file or in the database (SQLSTATE 53100). */
function isDiskFull(error: unknown): boolean {
  return error instanceof Error && "code" in error && ["ENOSPC", "EDQUOT", "53100"].includes(String(error.code));
}

/** File name without folders: paths of somebody's computer are nobody's business. */
function fileNameOf(name: string): string {
  return name.replace(/^.*[/\\]/u, "").trim() || "粘贴文本.txt";
}

/** The answer for bytes that are here already; null when they are not. */
async function broughtAgain(
  desk: Desk,
  actor: Actor,
  id: string,
  name: string,
  forParty: string | undefined,
): Promise<Submission | null> {
  const stored = await loadDocumentRow(desk.database, id);
  if (stored === null) return null;
  if (stored.erased) throw new LedgerError("DOCUMENT_ERASED");
  if (!(await submittedBy(desk.database, id, actor.account_id))) {
    await desk.write(actor, {
      command_id: commandId("submission", id, actor.account_id),
      reason: "再次报送同一材料",
      changes: [submissionRow(actor, id, name, forParty)],
    });
  }
  const warnings: Text[] = [
    {
      zh: "这份材料已经导入过，内容没有任何变化。",
      en: "This document was brought in before; nothing has changed.",
    },
  ];
  if (stored.withdrawn !== null) {
    const { who, at } = stored.withdrawn;
    warnings.push({
      zh: `注意：${who} 已于 ${at} 撤回这份材料。`,
      en: `Note: ${who} withdrew this document at ${at}.`,
    });
  }
  return { document_id: id, created: false, same_name: [], warnings };
}

function refuseUnreadable({ raw, extraction }: Reading): void {
  if (raw.trim() === "" && extraction.issues.some((issue) => issue.code === "reader/empty"))
    throw new LedgerError("DOCUMENT_EMPTY");
  if (extraction.issues.some((issue) => issue.code === "reader/binary") || raw.includes("\u0000"))
    throw new LedgerError("DOCUMENT_BINARY");
  const error = extraction.issues.find((issue) => issue.severity === "error");
  if (error !== undefined) throw new LedgerError("DOCUMENT_UNREADABLE", {}, { detail: error.message });
  // A lone surrogate has no UTF-8 form, so that the database could not give the text back.
  if (/\p{Cs}/u.test(raw)) throw new LedgerError("DOCUMENT_BINARY");
  if (raw.trim() === "") throw new LedgerError("DOCUMENT_EMPTY");
  if (!/\p{Script=Han}/u.test(raw))
    throw new LedgerError("DOCUMENT_NO_CHINESE", { encoding: extraction.raw.encoding ?? "?" });
  refuseMovedQuotes({ raw, extraction });
}

/** A quote that is not the raw text's own words at its place is broken code, and nothing of it is stored. */
function refuseMovedQuotes({ raw, extraction }: Pick<Reading, "raw" | "extraction">): void {
  for (const fact of extraction.facts) {
    if (fact.evidence.length === 0) throw new Error(`${fact.rule} made a fact without evidence`);
    for (const { start, end, quote } of fact.evidence) {
      if (raw.slice(start, end) !== quote) throw new Error(`${fact.rule}: quote and place ${start}–${end} differ`);
    }
  }
}

interface NewDocument {
  readonly id: string;
  readonly sha256: string;
  readonly name: string;
  readonly size: number;
  readonly mark: string | null;
  readonly reading: Reading;
  readonly forParty: string | undefined;
}

/** Rows of one transaction; more facts than that come before the document's own row, which makes them count. */
const ROWS_PER_COMMAND = 400;

async function writeDocument(desk: Desk, actor: Actor, made: NewDocument): Promise<void> {
  const { engine } = made.reading.extraction;
  // Rows that an attempt cut short has left are taken as they are: their ids say what they hold.
  const kept = new Set((await loadFacts(desk.database, made.id)).map(({ fact }) => fact.id));
  const facts = factRows(made.id, made.reading.extraction.facts, engine).filter(
    (change) => change.op === "create" && !kept.has(String(change.values.fact_id)),
  );
  const reason = "导入材料";
  while (facts.length > ROWS_PER_COMMAND) {
    await desk.write(actor, { command_id: freshId(), reason, changes: facts.splice(0, ROWS_PER_COMMAND) });
  }
  await desk.write(actor, {
    command_id: freshId(),
    reason,
    changes: [
      create("document", made.id, documentValues(made)),
      create("document_text", made.id, textValues(made.id, made.reading)),
      submissionRow(actor, made.id, made.name, made.forParty),
      ...facts,
    ],
  });
}

function create(record: string, id: string, values: Values): Change {
  return { op: "create", record, scope_id: NIL_SCOPE, id, values };
}

/** JSON through and through, as a `list` field takes it: classes and undefined members are gone. */
export function plainList(items: readonly unknown[]): readonly { readonly [key: string]: unknown }[] {
  return JSON.parse(JSON.stringify(items)) as { [key: string]: unknown }[];
}

function documentValues({ sha256, name, size, mark, reading: { extraction } }: NewDocument): Values {
  return {
    sha256,
    arrival: freshId(),
    name,
    size,
    title: extraction.title,
    source_name: extraction.source,
    published: extraction.published,
    ...readingValues(extraction),
    mark,
    facts: extraction.facts.length,
    open_facts: extraction.facts.length,
    withdrawn: false,
  };
}

/** What a document's row says of the engine run that read it. */
export function readingValues(extraction: Reading["extraction"]): { readonly [field: string]: FieldValue } {
  return {
    genre: extraction.genre,
    encoding: extraction.raw.encoding,
    engine: extraction.engine,
    damage: plainList(extraction.damage),
    repairs: extraction.damage.reduce((sum, { count }) => sum + count, 0),
  };
}

/** Raw text with its reader's version, repaired text, and what a page needs to show the one beside the other. */
export function textValues(document: string, reading: Reading): Values {
  const { facts: _, ...head } = reading.extraction;
  return {
    document,
    reader: head.raw.reader,
    reader_version: head.raw.version,
    raw: reading.raw,
    repaired: reading.repaired,
    edits: plainList(reading.edits),
    furniture: plainList(reading.furniture),
    head: plainList([head]),
  };
}

/** Rows of facts in the engine's order. `beside`: older facts per fact id, after another engine run. */
export function factRows(
  documentId: string,
  facts: Reading["extraction"]["facts"],
  engine: string,
  from = 0,
  beside: ReadonlyMap<string, readonly string[]> = new Map(),
): Change[] {
  return facts.map((fact, at) =>
    create("fact", factRowId(documentId, fact.id), {
      document: documentId,
      fact_id: fact.id,
      kind: fact.kind,
      rule: fact.rule,
      confidence: Math.round(fact.confidence * 1000),
      engine,
      ordinal: from + at,
      beside: beside.get(fact.id) ?? [],
      set_aside: false,
      body: plainList([fact]),
    }),
  );
}

function submissionRow(actor: Actor, document: string, name: string, forParty: string | undefined): Change {
  return create("submission", freshId(), {
    document,
    account: actor.account_id,
    who: actor.name,
    party: forParty ?? null,
    name,
  });
}

function sameNameWarning(count: number): Text {
  return {
    zh: `另有 ${count} 份材料用同一文件名、内容不同；各份都保留，请核对是否为更新稿。`,
    en: `${count} other document(s) of the same file name have other content; all are kept. Check whether one replaces the other.`,
  };
}
