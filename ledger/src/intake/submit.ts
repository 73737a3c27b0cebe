import type { Source } from "@shanhai/engine";
import { encodingOf } from "@shanhai/engine/light";
import { commandId, documentId } from "@shanhai/model";
import { requireRight } from "../account/policy.js";
import type { Actor } from "../actor.js";
import type { Desk } from "../desk.js";
import { LedgerError } from "../error-codes.js";
import { sha256Of } from "../fresh-id.js";
import type { Submission } from "../ledger.js";
import { writeInParts } from "../writing/write-in-parts.js";
import { create, documentValues, factRows, type NewDocument, submissionRow, textValues } from "./document-rows.js";
import { refuseUnreadable } from "./refuse-unreadable.js";
import { reread } from "./reread.js";
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
  requireRight(actor, "materials");
  refuseSecretName(source.name);
  if (source.bytes.byteLength === 0) throw new LedgerError("DOCUMENT_EMPTY");
  const sha256 = sha256Of(source.bytes);
  const id = documentId(sha256);
  const name = fileNameOf(source.name);

  const again = { id, name, forParty, encoding: source.encoding };
  const before = await broughtAgain(desk, actor, again);
  if (before !== null) return before;

  const reading = await desk.read(source);
  const mark = passSecrecyDoor(reading);
  refuseUnreadable(reading);
  const sameName = await documentsNamed(desk.database, actor, name, id);

  try {
    await desk.keepFile(source.bytes);
    await writeDocument(desk, actor, { id, sha256, name, mark, reading, size: source.bytes.byteLength, forParty });
  } catch (error) {
    if (isDiskFull(error)) throw new LedgerError("DISK_FULL", {}, { cause: error });
    // Somebody else committed the same bytes in between: then this is a second submission, not a failure.
    const theirs = await broughtAgain(desk, actor, again).catch(() => null);
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

/** The answer for bytes that are here already; null when they are not. Another encoding, asked for, reads them anew. */
async function broughtAgain(
  desk: Desk,
  actor: Actor,
  again: {
    readonly id: string;
    readonly name: string;
    readonly forParty: string | undefined;
    readonly encoding: string | undefined;
  },
): Promise<Submission | null> {
  const { id, name, forParty, encoding } = again;
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
  const warnings: Text[] = [];
  if (stored.withdrawn !== null) {
    const { who, at } = stored.withdrawn;
    warnings.push({
      zh: `注意：${who} 已于 ${at} 撤回这份材料。`,
      en: `Note: ${who} withdrew this document at ${at}.`,
    });
  } else if (encoding !== undefined && (encodingOf(encoding) ?? encoding) !== stored.encoding) {
    await reread(desk, actor, id, encoding);
    return { document_id: id, created: false, same_name: [], warnings: [anewWarning(encoding)] };
  }
  warnings.unshift({
    zh: "这份材料已经导入过，内容没有任何变化。",
    en: "This document was brought in before; nothing has changed.",
  });
  return { document_id: id, created: false, same_name: [], warnings };
}

function anewWarning(encoding: string): Text {
  return {
    zh: `这份材料先前导入过，现已按 ${encoding} 编码重新读取。`,
    en: `This document was brought in before; it has now been read anew as ${encoding}.`,
  };
}

async function writeDocument(desk: Desk, actor: Actor, made: NewDocument): Promise<void> {
  const { engine } = made.reading.extraction;
  // Rows that an attempt cut short has left are taken as they are: their ids say what they hold.
  const kept = new Set((await loadFacts(desk.database, made.id)).map(({ fact }) => fact.id));
  const facts = factRows(made.id, made.reading.extraction.facts, engine).filter(
    (change) => change.op === "create" && !kept.has(String(change.values.fact_id)),
  );
  await writeInParts(desk, actor, {
    reason: "导入材料",
    rows: facts,
    last: [
      create("document", made.id, documentValues(made)),
      create("document_text", made.id, textValues(made.id, made.reading)),
      submissionRow(actor, made.id, made.name, made.forParty),
    ],
  });
}

function sameNameWarning(count: number): Text {
  return {
    zh: `另有 ${count} 份材料用同一文件名、内容不同；各份都保留，请核对是否为更新稿。`,
    en: `${count} other document(s) of the same file name have other content; all are kept. Check whether one replaces the other.`,
  };
}
