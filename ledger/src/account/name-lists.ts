import type { RecordDefinition } from "@shanhai/model";
import type { Actor } from "../actor.js";
import type { Store } from "../store.js";
import { beijingTime } from "../writing/version-refusal.js";
import { appendAudit } from "./audit.js";
import type { NameListMark } from "./audit-event.js";
import { requireNameList } from "./policy.js";

/** One of these is enough: who has it reaches or knows a person. */
const ENOUGH = /(?:^|_)(?:phone|id_number|person_name|student_name)$/;

/** Whether a list of this record holds people: by one telephone, ID number or name, or by two private fields of any kind. */
export function isNameList(definition: RecordDefinition): boolean {
  const personal = definition.fields.filter((field) => field.personal === true);
  return personal.length > 1 || personal.some(({ key }) => ENOUGH.test(key));
}

/**
 * Lets a real-name list out: refuses who has no right to it, writes it to the audit log, gives the line to print in the
 * sheet. Called before the first row is written, so that no list leaves unlogged.
 */
export async function takeNameList(
  store: Store,
  actor: Actor,
  list: { readonly record: RecordDefinition; readonly rows: number | null; readonly ownDraw?: boolean },
): Promise<NameListMark> {
  const { record, rows, ownDraw } = list;
  requireNameList(actor, ownDraw);
  const seq = await appendAudit(store, actor, { event: "name_list", target: record.name, detail: { rows } });
  return listMark(actor, new Date().toISOString(), seq);
}

/** The line itself: who, when, under which number of the audit log. */
export function listMark(actor: Actor, at: string, seq: string): NameListMark {
  const when = beijingTime(at);
  const who = actor.office === undefined ? actor.name : `${actor.name}（${actor.office.name}）`;
  return {
    zh: `本表含个人信息，仅限工作使用，不得外传。导出人：${who}　导出时间：${when}　编号：${seq}`,
    en: `Holds personal data; for official use only. Taken out by ${who} at ${when}, number ${seq}.`,
  };
}
