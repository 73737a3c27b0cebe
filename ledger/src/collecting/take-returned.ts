import { documentId } from "@shanhai/model";
import { maySee, requireRight } from "../account/policy.js";
import type { Actor } from "../actor.js";
import { beijingToday } from "../beijing-day.js";
import type { Change } from "../command.js";
import type { Desk } from "../desk.js";
import { LedgerError } from "../error-codes.js";
import { freshId, sha256Of } from "../fresh-id.js";
import type { Books } from "../importing/open-book.js";
import { submitWorkbook } from "../importing/workbook-document.js";
import { fillNumbers } from "../reconciling/fill-numbers.js";
import type { Book } from "../workbook/book.js";
import { checkReturned } from "./check-returned.js";
import { checkRoster } from "./check-roster.js";
import { checkRows } from "./check-rows.js";
import type { CollectedFile, CollectedStatus, ReturnedFile, SheetFault } from "./collect-desk.js";
import { taskOf, typedLines } from "./collection-form.js";
import { documentOf, type StoredTask } from "./collection-view.js";
import { formLines } from "./form-lines.js";
import { isPackage } from "./send-back.js";
import { sheetOf, sheetsOf } from "./stored-sheets.js";

/** What became of a file's content. */
interface Taken {
  readonly status: CollectedStatus;
  readonly faults: readonly SheetFault[];
  readonly document: string | null;
}

/** Takes a file that came back: finds whose it is, checks it, and takes it in whole or sends it back whole. */
export async function takeReturned(desk: Desk, books: Books, actor: Actor, file: CollectedFile): Promise<ReturnedFile> {
  requireRight(actor, "collect");
  const { name } = file;
  const hash = sha256Of(file.bytes);
  // A large roster gives its bytes to the thread that reads it and back.
  const { book, bytes } = await books.read(hash, file.bytes, name);
  const task = taskOf(book);
  if (task === null || !/^[0-9a-f]{32}$/.test(task)) throw new LedgerError("COLLECTION_FILE_UNKNOWN");
  const { rows } = await desk.list(actor, "collection_sheet", { filter: { task_id: task }, limit: 1 });
  const [found] = rows;
  if (found === undefined || !maySee(actor, found.scope_id)) throw new LedgerError("COLLECTION_FILE_UNKNOWN");
  const stored = await sheetOf(desk, actor, found.scope_id, found.id);
  const { sheet, head } = stored;
  const answer = { file: name, scope_id: sheet.scope_id, collection: stored.task.id, sheet: sheet.id, unit: head.unit };
  const remade = !isPackage(bytes);
  if (stored.fileHash === hash && stored.status !== "waiting") {
    const document_id = stored.ledger === null ? null : documentOf(sheet);
    return { ...answer, status: stored.status, faults: stored.faults, document_id, remade, repeated: true };
  }
  await desk.keepFile(bytes);
  const came = { name, bytes, hash };
  const { status, faults, document } =
    stored.ledger === null
      ? await takeNumbers(desk, actor, stored, book)
      : desk.records.get(stored.ledger.record).definition.bulk === true
        ? await takeRoster(desk, books, actor, stored, came)
        : await takeRows(desk, books, actor, stored, book, came);
  const changes: Change[] = [
    {
      op: "change",
      record: "collection_sheet",
      scope_id: sheet.scope_id,
      id: sheet.id,
      version: sheet.version,
      values: {
        status,
        returned_on: beijingToday(),
        file_name: name,
        file_hash: hash,
        faults: String(faults.length),
        fault_list: faults.map(({ cell, zh, en }) => ({ cell, zh, en })),
      },
    },
  ];
  const others = (await sheetsOf(desk, actor, stored.task)).filter(({ id }) => id !== sheet.id);
  const merged =
    status === "accepted" && others.every(({ values }) => values.status === "accepted") ? "merged" : "collecting";
  if (stored.task.values.status !== merged && stored.task.values.status !== "closed") {
    const { scope_id, id, version } = stored.task;
    changes.push({ op: "change", record: "collection", scope_id, id, version, values: { status: merged } });
  }
  const reason = { accepted: "收表采用", sent_back: "收表退回", returned: "收表收回", waiting: "收表" }[status];
  await desk.write(actor, { command_id: freshId(), reason, changes });
  return { ...answer, status, faults, document_id: document, remade, repeated: false };
}

/** Numbers become 部门报送数 of the unit, all of them or none. */
async function takeNumbers(desk: Desk, actor: Actor, stored: StoredTask, book: Book): Promise<Taken> {
  const { of, codes, head } = stored;
  const asked = await formLines(desk, actor, of, codes);
  const { lines, faults } = checkReturned(asked, typedLines(book), of.month);
  if (faults.length > 0) return { status: "sent_back", faults, document: null };
  await fillNumbers(desk, actor, {
    ...of,
    kind: "reported",
    reporter_unit: head.unit,
    numbers: lines.map(({ code, thisMonth, toDate, note }) => ({
      indicator: code,
      this_month: thisMonth,
      to_date: toDate,
      ...(note === null ? {} : { note }),
    })),
    command_id: freshId(),
  });
  return { status: "accepted", faults, document: null };
}

/** Rows wait in 材料导入 for their preview; a unit that has nothing to change has reported. */
async function takeRows(
  desk: Desk,
  books: Books,
  actor: Actor,
  { ledger, task }: StoredTask,
  book: Book,
  { name, bytes }: CollectedFile,
): Promise<Taken> {
  if (ledger === null) return { status: "waiting", faults: [], document: null };
  const { plan, faults } = await checkRows(desk, actor, book, { scope: task.scope_id, task: ledger });
  if (faults.length > 0 || plan === null) return { status: "sent_back", faults, document: null };
  const { document_id } = await submitWorkbook(desk, books, actor, { name, bytes });
  const waits = plan.missing.length > 0 || plan.operations.some((one) => one.plan.state !== "same");
  return { status: waits ? "returned" : "accepted", faults, document: document_id };
}

/** A roster goes through its own import's preview, small or large: it waits there unless nothing in it is new. */
async function takeRoster(
  desk: Desk,
  books: Books,
  actor: Actor,
  { ledger, task }: StoredTask,
  { name, bytes, hash }: CollectedFile & { readonly hash: string },
): Promise<Taken> {
  if (ledger === null) return { status: "waiting", faults: [], document: null };
  const opened = await books.openKept(desk, { id: documentId(hash), name, sha256: hash });
  const { faults, waits } = await checkRoster(desk, actor, opened, { scope: task.scope_id, task: ledger });
  if (faults.length > 0) return { status: "sent_back", faults, document: null };
  const { document_id } = await submitWorkbook(desk, books, actor, { name, bytes });
  return { status: waits ? "returned" : "accepted", faults, document: document_id };
}
