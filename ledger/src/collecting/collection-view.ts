import { documentId, type FieldValue } from "@shanhai/model";
import type { MonthOfPair } from "../reconciling/reconcile-desk.js";
import type { Row } from "../row.js";
import type { CollectedStatus, CollectedUnit, CollectionLine, CollectionView, SheetFault } from "./collect-desk.js";
import { type FormHead, printedDay } from "./collection-form.js";
import { type LedgerTask, ledgerTaskOf } from "./ledger-task.js";

/** A unit's sheet as the ledger keeps it. */
export interface StoredTask {
  readonly task: Row;
  readonly sheet: Row;
  readonly head: FormHead;
  readonly of: MonthOfPair;
  readonly codes: readonly string[];
  readonly ledger: LedgerTask | null;
  readonly status: CollectedStatus;
  readonly fileName: string | null;
  readonly fileHash: string | null;
  readonly faults: readonly SheetFault[];
}

export function storedTask(task: Row, sheet: Row, line: MonthOfPair["line"]): StoredTask {
  const { title, due } = task.values;
  const [year, month] = [Number(task.values.year), Number(task.values.month)];
  const unit = unitOf(sheet);
  return {
    task,
    sheet,
    head: {
      task: String(sheet.values.task_id),
      title: String(title),
      unit: unit.unit,
      year,
      month,
      due: textOr(due) ?? "",
    },
    of: { scope: task.scope_id, year, month, line },
    codes: unit.indicators,
    ledger: ledgerTaskOf(task),
    status: unit.status,
    fileName: unit.file_name,
    fileHash: textOr(sheet.values.file_hash),
    faults: unit.faults,
  };
}

/** A task with what has come of it. */
export function lineOf(task: Row, sheets: readonly Row[]): CollectionLine {
  const count = (status: CollectedStatus) => sheets.filter(({ values }) => values.status === status).length;
  return {
    scope_id: task.scope_id,
    id: task.id,
    title: String(task.values.title),
    year: Number(task.values.year),
    month: Number(task.values.month),
    due: textOr(task.values.due),
    status: String(task.values.status),
    units: sheets.length,
    accepted: count("accepted"),
    sent_back: count("sent_back"),
  };
}

export function viewOf(
  task: Row,
  rows: readonly Row[],
  whose: string,
  ledger: CollectionView["ledger"],
): CollectionView {
  const sheets = rows.map((row) => {
    const unit = unitOf(row);
    return ledger === null ? unit : { ...unit, document_id: documentOf(row) };
  });
  return { ...lineOf(task, rows), whose, ledger, sheets, reminder: reminderOf(lineOf(task, rows), sheets) };
}

function unitOf(row: Row): CollectedUnit {
  const { values } = row;
  const list = Array.isArray(values.fault_list) ? (values.fault_list as readonly unknown[]) : [];
  return {
    id: row.id,
    unit: String(values.unit_name),
    status: values.status as CollectedStatus,
    indicators: Array.isArray(values.indicators) ? values.indicators.map(String) : [],
    returned_on: textOr(values.returned_on),
    file_name: textOr(values.file_name),
    faults: list.map((fault) => fault as SheetFault),
    document_id: null,
  };
}

/** Rows that came back are a workbook of 材料导入, by the hash of their file. */
export function documentOf({ values }: Pick<Row, "values">): string | null {
  const hash = textOr(values.file_hash);
  return hash === null || (values.status !== "returned" && values.status !== "accepted") ? null : documentId(hash);
}

/** 催报文字: who has not reported and who has to put something right, in the words that such a message has. */
function reminderOf(task: CollectionLine, sheets: readonly CollectedUnit[]): string | null {
  const waiting = sheets.filter(({ status }) => status === "waiting").map(({ unit }) => unit);
  const back = sheets.filter(({ status }) => status === "sent_back");
  if (waiting.length === 0 && back.length === 0) return null;
  const due = task.due === null ? "" : `（报送时限：${printedDay(task.due)}）`;
  const parts = [
    ...(waiting.length === 0 ? [] : [`尚未报送的单位：${waiting.join("、")}。`]),
    ...(back.length === 0
      ? []
      : [
          `已退回、请修改后重报的单位：${back.map(({ unit, faults }) => `${unit}（${faults.length}处）`).join("、")}。`,
        ]),
  ];
  return `【催报】${task.title}${due}\n${parts.join("\n")}\n请尽快填好原表发回，如有疑问请与我们联系。`;
}

function textOr(value: FieldValue | undefined): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}
