import { randomBytes } from "node:crypto";
import { commandId, fitsCell, indicators, NIL_SCOPE, sheetForms, versionIn } from "@shanhai/model";
import { requireRight } from "../account/policy.js";
import type { Actor } from "../actor.js";
import { beijingToday } from "../beijing-day.js";
import type { Change } from "../command.js";
import type { Desk } from "../desk.js";
import { LedgerError } from "../error-codes.js";
import { freshId } from "../fresh-id.js";
import type { Books } from "../importing/open-book.js";
import { readBook } from "../workbook/read-book.js";
import { writeBook } from "../workbook/write-book.js";
import { ZipWriter } from "../workbook/zip-writer.js";
import type { CollectDesk, CollectedFile, CollectionView, NewCollection } from "./collect-desk.js";
import { collectionForm, typedLines } from "./collection-form.js";
import { lineOf, type StoredTask, viewOf } from "./collection-view.js";
import { formLines } from "./form-lines.js";
import { knownUnits } from "./known-units.js";
import { ledgerForm } from "./ledger-form.js";
import { layoutOf, ledgerTaskOf } from "./ledger-task.js";
import { remadeBook } from "./remade-book.js";
import { rosterForm } from "./roster-form.js";
import { isPackageAt, sendBack } from "./send-back.js";
import { mostUnits, sheetOf, sheetsOf } from "./stored-sheets.js";
import { takeReturned } from "./take-returned.js";
import { unitNames } from "./unit-names.js";

export function collectDesk(desk: Desk, books: Books): CollectDesk {
  return {
    startCollection: (actor, task) => startCollection(desk, actor, task),
    collections: (actor) => collections(desk, actor),
    collection: (actor, scope, id) => collection(desk, actor, scope, id),
    collectionWorkbook: (actor, scope, sheet) => collectionWorkbook(desk, actor, scope, sheet),
    collectionWorkbooks: (actor, scope, id) => collectionWorkbooks(desk, actor, scope, id),
    collectionUnits: (actor, of) => unitNames(desk, actor, of),
    knownUnits: (actor, scope) => knownUnits(desk, actor, scope),
    takeReturned: (actor, name, bytes) => takeReturned(desk, books, actor, { name, bytes }),
  };
}

async function startCollection(desk: Desk, actor: Actor, task: NewCollection) {
  requireRight(actor, "collect");
  if (task.units.length === 0 || task.units.length > mostUnits) {
    throw new LedgerError("COLLECTION_UNITS", { most: mostUnits });
  }
  const { year, month, title, due, scope, ledger } = task;
  const names = task.units.map(({ name }) => name.trim());
  if (new Set(names).size < names.length) throw new LedgerError("COLLECTION_UNITS", { most: mostUnits });
  if (ledger !== undefined) requireCollectable(desk, ledger);
  for (const { name, indicators: codes } of task.units) {
    if (name.trim() === "" || (codes.length === 0) === (ledger === undefined))
      throw new LedgerError("COLLECTION_UNITS", { most: mostUnits });
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
        ...(ledger === undefined ? { indicators: asked } : { record: ledger.record, layout: layoutOf(ledger) }),
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
          ...(ledger === undefined ? { indicators: [...unit.indicators] } : {}),
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

async function collection(desk: Desk, actor: Actor, scope: string, id: string): Promise<CollectionView | null> {
  const row = await desk.get(actor, "collection", scope, id);
  if (row === null) return null;
  const pair = await desk.get(actor, "pair", NIL_SCOPE, scope);
  const record = ledgerTaskOf(row)?.record;
  const definition = record === undefined || !desk.records.has(record) ? null : desk.records.get(record).definition;
  const ledger = definition === null ? null : { record: definition.name, zh: definition.zh, en: definition.en };
  return viewOf(row, await sheetsOf(desk, actor, row), pair?.title ?? "", ledger);
}

async function collectionWorkbook(desk: Desk, actor: Actor, scope: string, sheetId: string): Promise<CollectedFile> {
  requireRight(actor, "collect");
  const stored = await sheetOf(desk, actor, scope, sheetId);
  const { head, fileHash, faults } = stored;
  const path = stored.status === "sent_back" && fileHash !== null ? desk.keptPath(fileHash) : null;
  const inPlace = path === null ? null : isPackageAt(path);
  const came = inPlace === false && fileHash !== null ? await desk.keptFile(fileHash) : null;
  const bytes =
    path !== null && inPlace === true ? await sendBack(path, faults) : await formOf(desk, actor, scope, stored, came);
  const mark = inPlace === null ? "" : inPlace ? "（退回修改）" : "（退回修改，另做的xlsx）";
  return { name: `${head.title}—${head.unit}${mark}.xlsx`.replace(/[\\/:*?"<>|]/g, "·"), bytes };
}

/** The form as it goes out; where what came back cannot be changed in place (.xls, .et), made anew with what stood in it. */
async function formOf(
  desk: Desk,
  actor: Actor,
  scope: string,
  stored: StoredTask,
  came: Uint8Array | null,
): Promise<Uint8Array> {
  const { head, of, codes, ledger, fileName, faults } = stored;
  const book = came === null ? null : await readBook(came, fileName ?? "退回.xls");
  if (ledger === null) {
    const lines = await formLines(desk, actor, of, codes);
    return writeBook(collectionForm(head, lines, book === null ? [] : typedLines(book), book === null ? [] : faults));
  }
  if (book !== null) return writeBook(remadeBook(book, faults));
  const { definition } = desk.records.get(ledger.record);
  if (definition.bulk === true) return rosterForm(desk, actor, head, { scope, task: ledger });
  return writeBook(await ledgerForm(desk, actor, head, { scope, task: ledger }));
}

/** A ledger is collected by a column of words, asking for columns that a cell can hold. */
function requireCollectable(desk: Desk, { record, field, open }: NonNullable<NewCollection["ledger"]>): void {
  if (!desk.records.has(record)) throw new LedgerError("RECORD_UNKNOWN", { record });
  const { keeping, fields, bulk } = desk.records.get(record).definition;
  const roster = sheetForms.some((form) => form.record === record && form.roster !== undefined);
  const unit = fields.find(({ key }) => key === field);
  const known = open.every((key) => fields.some((one) => one.key === key && fitsCell(one) && key !== field));
  // A roster is known by its people, not by its rows: it needs the form that knows them again.
  if (
    keeping !== "scoped" ||
    (bulk === true && !roster) ||
    unit?.type !== "text" ||
    unit.personal === true ||
    open.length === 0 ||
    !known
  )
    throw new LedgerError("COLLECTION_LEDGER");
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
