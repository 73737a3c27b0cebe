import type { Reading, Source } from "@shanhai/engine";
import { documentId } from "@shanhai/model";
import { requireRight } from "../account/policy.js";
import type { Actor } from "../actor.js";
import type { Desk } from "../desk.js";
import { type ErrorCode, LedgerError } from "../error-codes.js";
import { freshId, sha256Of } from "../fresh-id.js";
import { create, documentValues, submissionRow, textValues } from "../intake/document-rows.js";
import { WORKBOOK_GENRE } from "../intake/documents.js";
import { refuseSecretName } from "../intake/secrecy-door.js";
import { documentsNamed, loadDocumentRow, submittedBy } from "../intake/stored-document.js";
import type { Submission } from "../ledger.js";
import type { Book } from "../workbook/book.js";
import { letGo } from "./let-go.js";
import { type Books, UnreadBook } from "./open-book.js";

/** Whether a file is a workbook by its name: the bytes are asked when it is read. */
export function isWorkbookName(name: string): boolean {
  return /\.(?:xlsx|xlsm|xltx|xlsb|xls|xlt|et|ett|ods|csv)$/iu.test(name.trim());
}

/**
 * Takes a workbook in (材料导入): read in a thread, past the secrecy door, kept by its hash, then its rows. The same bytes
 * again change nothing. Nothing of it is in a ledger until an import is accepted. One that cannot be read (a password, damage,
 * another program's format) is kept whole all the same, as a proof (佐证), and says so.
 */
export async function submitWorkbook(
  desk: Desk,
  books: Books,
  actor: Actor,
  source: Source,
  forParty?: string,
): Promise<Submission> {
  requireRight(actor, "materials");
  refuseSecretName(source.name);
  if (source.bytes.byteLength === 0) throw new LedgerError("DOCUMENT_EMPTY");
  const sha256 = sha256Of(source.bytes);
  const id = documentId(sha256);
  const name = source.name.replace(/^.*[/\\]/u, "").trim();
  const stored = await loadDocumentRow(desk.database, id);
  if (stored?.erased === true) throw new LedgerError("DOCUMENT_ERASED");
  if (stored !== null) {
    if (!(await submittedBy(desk.database, id, actor.account_id)))
      await desk.write(actor, {
        command_id: freshId(),
        reason: "再次报送同一材料",
        changes: [submissionRow(actor, id, name, forParty)],
      });
    return {
      document_id: id,
      created: false,
      workbook: true,
      same_name: [],
      warnings: [
        {
          zh: "这份表格已经导入过，内容没有任何变化。",
          en: "This workbook was brought in before; nothing has changed.",
        },
      ],
    };
  }
  const { byteLength: size } = source.bytes;
  const { book, bytes } = await readOrRefusal(books, sha256, source.bytes, name);
  const sameName = await documentsNamed(desk.database, actor, name, id);
  await desk.keepFile(bytes);
  // Those of a large workbook came back from its thread: they are nobody else's.
  if (bytes !== source.bytes) letGo(bytes);
  const reading = emptyReading(id, sha256, book instanceof LedgerError ? "unread" : book.format);
  const made = { id, sha256, name, size, mark: null, reading, forParty };
  await desk.write(actor, {
    command_id: freshId(),
    reason: "导入表格",
    changes: [
      create("document", id, { ...documentValues(made), genre: WORKBOOK_GENRE }),
      create("document_text", id, textValues(id, reading)),
      submissionRow(actor, id, name, forParty),
    ],
  });
  const warnings = book instanceof LedgerError ? [keptUnread(book)] : book.issues.map(({ zh, en }) => ({ zh, en }));
  if (sameName.length > 0)
    warnings.push({
      zh: `另有 ${sameName.length} 份材料用同一文件名、内容不同；各份都保留，导入预演会逐格列出变化。`,
      en: `${sameName.length} other file(s) of this name have other content; the preview lists what differs, cell by cell.`,
    });
  return { document_id: id, created: true, workbook: true, same_name: sameName, warnings };
}

/** Why a file that came as a workbook is kept without being read. A marked, an empty and an oversized one are refused. */
const KEPT_UNREAD: ReadonlySet<ErrorCode> = new Set([
  "WORKBOOK_ENCRYPTED",
  "WORKBOOK_DAMAGED",
  "WORKBOOK_FORMAT",
  "WORKBOOK_TOO_FULL",
  "WORKBOOK_TIMED_OUT",
  "WORKBOOK_OUT_OF_MEMORY",
  "WORKBOOK_UNREADABLE",
  "ROSTER_MERGED",
]);

async function readOrRefusal(
  books: Books,
  sha256: string,
  bytes: Uint8Array,
  name: string,
): Promise<{ readonly book: Book | LedgerError; readonly bytes: Uint8Array }> {
  try {
    return await books.read(sha256, bytes, name);
  } catch (thrown) {
    const back = thrown instanceof UnreadBook ? thrown.bytes : bytes;
    const error = thrown instanceof UnreadBook ? thrown.refusal : thrown;
    // Bytes that went to another thread and did not come back (it ran out of memory) cannot be kept.
    if (error instanceof LedgerError && KEPT_UNREAD.has(error.code) && back.byteLength > 0)
      return { book: error, bytes: back };
    throw error;
  }
}

function keptUnread({ zh, en, code }: LedgerError): { readonly zh: string; readonly en: string } {
  const unseen = code === "WORKBOOK_ENCRYPTED" ? "有打开密码，无法查看有无密级标志，请自行确认不涉密。" : "";
  return {
    zh: `原文件已完整保存，可作佐证材料，但没有读出内容、不能导入：${zh}${unseen}`,
    en: `The file is kept whole and may serve as a proof, but its content was not read and cannot be imported: ${en}`,
  };
}

/** A workbook has no running text and no facts; its document row says so. */
function emptyReading(id: string, sha256: string, format: string): Reading {
  return {
    extraction: {
      contract: 1,
      engine: "workbook",
      id,
      title: null,
      source: null,
      published: null,
      genre: "other",
      raw: { reader: format, version: 1, encoding: "utf-8", length: 0, sha256 },
      damage: [],
      facts: [],
      issues: [],
    },
    raw: "",
    repaired: "",
    edits: [],
    furniture: [],
    secrecy: [],
  };
}
