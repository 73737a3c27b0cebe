import { randomBytes } from "node:crypto";
import { commandId, indicators, NIL_SCOPE, versionIn } from "@shanhai/model";
import { maySee, requireRight } from "../account/policy.js";
import type { Actor } from "../actor.js";
import { beijingToday } from "../beijing-day.js";
import type { Change } from "../command.js";
import type { Desk } from "../desk.js";
import { LedgerError } from "../error-codes.js";
import { freshId, sha256Of } from "../fresh-id.js";
import { fillNumbers } from "../reconciling/fill-numbers.js";
import type { Row } from "../row.js";
import { readBook } from "../workbook/read-book.js";
import { writeBook } from "../workbook/write-book.js";
import { ZipWriter } from "../workbook/zip-writer.js";
import { checkReturned } from "./check-returned.js";
import type { CollectDesk, CollectedFile, CollectionView, NewCollection, ReturnedFile } from "./collect-desk.js";
import { collectionForm, taskOf, typedLines } from "./collection-form.js";
import { lineOf, type StoredTask, storedTask, viewOf } from "./collection-view.js";
import { formLines } from "./form-lines.js";

const mostUnits = 200;

export function collectDesk(desk: Desk): CollectDesk {
  return {
    startCollection: (actor, task) => startCollection(desk, actor, task),
    collections: (actor) => collections(desk, actor),
    collection: (actor, scope, id) => collection(desk, actor, scope, id),
    collectionWorkbook: (actor, scope, sheet) => collectionWorkbook(desk, actor, scope, sheet),
    collectionWorkbooks: (actor, scope, id) => collectionWorkbooks(desk, actor, scope, id),
    takeReturned: (actor, name, bytes) => takeReturned(desk, actor, name, bytes),
  };
}

async function startCollection(desk: Desk, actor: Actor, task: NewCollection) {
  requireRight(actor, "collect");
  if (task.units.length === 0 || task.units.length > mostUnits) {
    throw new LedgerError("COLLECTION_UNITS", { most: mostUnits });
  }
  const { year, month, title, due, scope } = task;
  for (const { name, indicators: codes } of task.units) {
    if (name.trim() === "" || codes.length === 0) throw new LedgerError("COLLECTION_UNITS", { most: mostUnits });
    for (const code of codes) {
      const definition = indicators.find((one) => one.code === code);
      if (definition === undefined || versionIn(definition, year) === null)
        throw new LedgerError("INDICATOR_UNKNOWN", { code, year });
    }
  }
  // The same command makes the same task, whoever sends it twice.
  const id = commandId("collection", task.command_id);
  if ((await desk.get(actor, "collection", scope, id)) !== null) return { scope_id: scope, id };
  const issued = beijingToday();
  const asked = [...new Set(task.units.flatMap((unit) => unit.indicators))];
  const changes: Change[] = [
    {
      op: "create",
      record: "collection",
      scope_id: scope,
      id,
      values: {
        title,
        year: String(year),
        month: String(month),
        indicators: asked,
        issued_on: issued,
        due,
        status: "collecting",
      },
    },
    ...task.units.map(
      (unit): Change => ({
        op: "create",
        record: "collection_sheet",
        scope_id: scope,
        id: freshId(),
        values: {
          collection: id,
          unit_name: unit.name.trim(),
          indicators: [...unit.indicators],
          task_id: randomBytes(16).toString("hex"),
          status: "waiting",
          issued_on: issued,
        },
      }),
    ),
  ];
  await desk.write(actor, { command_id: task.command_id, reason: "新建收表任务", changes });
  return { scope_id: scope, id };
}

async function collections(desk: Desk, actor: Actor) {
  const { rows } = await desk.list(actor, "collection", { limit: 100 });
  return Promise.all(rows.map(async (row) => lineOf(row, await sheetsOf(desk, actor, row))));
}

async function sheetsOf(desk: Desk, actor: Actor, task: Row): Promise<readonly Row[]> {
  const { rows } = await desk.list(actor, "collection_sheet", {
    scope: task.scope_id,
    parent: task.id,
    limit: mostUnits,
  });
  return rows;
}

async function collection(desk: Desk, actor: Actor, scope: string, id: string): Promise<CollectionView | null> {
  const row = await desk.get(actor, "collection", scope, id);
  if (row === null) return null;
  const pair = await desk.get(actor, "pair", NIL_SCOPE, scope);
  return viewOf(row, await sheetsOf(desk, actor, row), pair?.title ?? "");
}

/** A unit's sheet with its task; refused where there is none to see. */
async function sheetOf(desk: Desk, actor: Actor, scope: string, sheetId: string): Promise<StoredTask> {
  const sheet = await desk.get(actor, "collection_sheet", scope, sheetId);
  const task = sheet === null ? null : await desk.get(actor, "collection", scope, String(sheet.values.collection));
  if (sheet === null || task === null)
    throw new LedgerError("ROW_MISSING", { record: "收表", record_en: "collection", id: sheetId });
  return storedTask(task, sheet, actor.office?.side ?? "west");
}

async function collectionWorkbook(desk: Desk, actor: Actor, scope: string, sheetId: string): Promise<CollectedFile> {
  requireRight(actor, "collect");
  const stored = await sheetOf(desk, actor, scope, sheetId);
  const { head, of, codes, fileHash, fileName, faults } = stored;
  const lines = await formLines(desk, actor, of, codes);
  const came = stored.status === "sent_back" && fileHash !== null ? await desk.keptFile(fileHash) : null;
  const typed = came === null ? [] : typedLines(await readBook(came, fileName ?? "退回.xlsx"));
  const bytes = await writeBook(collectionForm(head, lines, typed, came === null ? [] : faults));
  const mark = came === null ? "" : "（退回修改）";
  return { name: `${head.title}—${head.unit}${mark}.xlsx`.replace(/[\\/:*?"<>|]/g, "·"), bytes };
}

async function collectionWorkbooks(desk: Desk, actor: Actor, scope: string, id: string): Promise<CollectedFile> {
  requireRight(actor, "collect");
  const task = await desk.get(actor, "collection", scope, id);
  if (task === null) throw new LedgerError("ROW_MISSING", { record: "收表任务", record_en: "collection", id });
  const pieces: Uint8Array[] = [];
  const zip = new ZipWriter((bytes) => void pieces.push(Buffer.from(bytes)));
  for (const sheet of await sheetsOf(desk, actor, task)) {
    if (sheet.values.status === "accepted") continue;
    const { name, bytes } = await collectionWorkbook(desk, actor, scope, sheet.id);
    await zip.add(name, [bytes]);
  }
  await zip.end();
  return {
    name: `${String(task.values.title)}（发表）.zip`.replace(/[\\/:*?"<>|]/g, "·"),
    bytes: Buffer.concat(pieces),
  };
}

async function takeReturned(desk: Desk, actor: Actor, name: string, bytes: Uint8Array): Promise<ReturnedFile> {
  requireRight(actor, "collect");
  const book = await readBook(bytes, name);
  const task = taskOf(book);
  if (task === null || !/^[0-9a-f]{32}$/.test(task)) throw new LedgerError("COLLECTION_FILE_UNKNOWN");
  const { rows } = await desk.list(actor, "collection_sheet", { filter: { task_id: task }, limit: 1 });
  const [found] = rows;
  if (found === undefined || !maySee(actor, found.scope_id)) throw new LedgerError("COLLECTION_FILE_UNKNOWN");
  const stored = await sheetOf(desk, actor, found.scope_id, found.id);
  const { sheet, of, codes, head } = stored;
  const answer = { file: name, scope_id: sheet.scope_id, collection: stored.task.id, sheet: sheet.id, unit: head.unit };
  const hash = sha256Of(bytes);
  if (stored.fileHash === hash && stored.status !== "waiting") {
    return { ...answer, status: stored.status, faults: stored.faults, repeated: true };
  }
  const asked = await formLines(desk, actor, of, codes);
  const { lines, faults } = checkReturned(asked, typedLines(book), of.month);
  await desk.keepFile(bytes);
  if (faults.length === 0) {
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
  }
  const status = faults.length === 0 ? "accepted" : "sent_back";
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
  await desk.write(actor, { command_id: freshId(), reason: faults.length === 0 ? "收表采用" : "收表退回", changes });
  return { ...answer, status, faults, repeated: false };
}
