import { requireSide } from "../account/policy.js";
import type { Actor } from "../actor.js";
import type { Change, Receipt, Values } from "../command.js";
import type { Desk } from "../desk.js";
import { LedgerError } from "../error-codes.js";
import { refuseSecretName } from "../intake/secrecy-door.js";
import { closeMonth, closings, stampMonth } from "./close-month.js";
import { comparison } from "./comparison.js";
import { comparisonBook, readReturned } from "./comparison-book.js";
import { confirmationLetter } from "./confirmation-letter.js";
import { fillNumbers, numbersOf } from "./fill-numbers.js";
import { checkOfNumbers } from "./makers.js";
import type { HandedOn, MonthOfPair, ReconcileDesk, SentFile } from "./reconcile-desk.js";
import { settle } from "./settle.js";

/** 数据核对、定稿封账 over the rest of the room. */
export function reconcileDesk(desk: Desk): ReconcileDesk {
  return {
    fillNumbers: (actor, filling) => fillNumbers(desk, actor, filling),
    handOn: (actor, of, to, commandId) => handOn(desk, actor, of, to, commandId),
    comparison: (actor, of) => comparison(desk, actor, of),
    settle: (actor, of, lines, commandId) => settle(desk, actor, of, lines, commandId),
    comparisonSheet: (actor, of) => sent(desk, actor, of, "数据核对单.xlsx", comparisonBook),
    confirmationLetter: (actor, of) => sent(desk, actor, of, "确认函.docx", confirmationLetter),
    readReturned: async (actor, name, bytes) => {
      refuseSecretName(name);
      const returned = await readReturned(name, bytes);
      // Whose month it is stands in the sheet: who does not keep that pair learns nothing of it.
      await comparison(desk, actor, returned);
      return returned;
    },
    closeMonth: (actor, of, closing) => closeMonth(desk, actor, of, closing),
    closings: (actor, scope, year) => closings(desk, actor, scope, year),
    stampMonth: (actor, scope, close, file) => stampMonth(desk, actor, scope, close, file),
  };
}

async function sent(
  desk: Desk,
  actor: Actor,
  of: MonthOfPair,
  what: string,
  make: (found: Awaited<ReturnType<typeof comparison>>) => Promise<Uint8Array>,
): Promise<SentFile> {
  const found = await comparison(desk, actor, of);
  return { name: `${found.title}${of.year}年${of.month}月${what}`, bytes: await make(found) };
}

/** From which steps a number goes on to one; somebody's draft goes to his office first. */
const BEFORE: { readonly [to in HandedOn]: readonly string[] } = {
  office: ["draft"],
  submitted: ["draft", "office"],
  reported: ["office", "submitted", "confirmed"],
};

const HANDED_ON: { readonly [to in HandedOn]: string } = {
  office: "提交本单位",
  submitted: "提交核对",
  reported: "上报",
};

/** Own numbers a step on; those that are further already stay. */
async function handOn(desk: Desk, actor: Actor, of: MonthOfPair, to: HandedOn, commandId: string): Promise<Receipt> {
  if (to === "reported") requireSide(actor, of.line);
  const before = BEFORE[to];
  const own = (await numbersOf(desk, actor, of, "reported")).filter(({ state }) => before.includes(state));
  if (own.length === 0) throw new LedgerError("MONTH_NOT_READY", { year: of.year, month: of.month });
  // Inside the office nobody checks yet; what goes out of it was looked at.
  if (to !== "office")
    await checkOfNumbers(
      desk,
      actor,
      of.scope,
      own.map(({ id }) => id),
    );
  const reviewed: Values = to === "office" ? {} : { reviewer: actor.name };
  const changes = own.map(
    ({ id, version }): Change => ({
      op: "change",
      record: "indicator_value",
      scope_id: of.scope,
      id,
      version,
      values: { state: to, ...reviewed },
    }),
  );
  return desk.write(actor, { command_id: commandId, reason: HANDED_ON[to], changes });
}
