import { compareDecimals, type Decimal } from "@shanhai/model";
import { requireSide } from "../account/policy.js";
import type { Actor } from "../actor.js";
import type { Change, Receipt, Values } from "../command.js";
import type { Desk } from "../desk.js";
import { LedgerError } from "../error-codes.js";
import { freshId } from "../fresh-id.js";
import { closings } from "./close-month.js";
import { comparison } from "./comparison.js";
import { numbersOf } from "./fill-numbers.js";
import type { ComparedLine, MonthOfPair, Settlement } from "./reconcile-desk.js";

/**
 * Settles lines of a month for the own side: 一致, 同意对方 (their number becomes ours), 维持 (both stay, with what was
 * proposed or a note), 备注. The settled number is 双方确认 from then on; a later change to it takes that back. In a closed
 * month only how it was settled is kept.
 */
export async function settle(
  desk: Desk,
  actor: Actor,
  of: MonthOfPair,
  lines: readonly Settlement[],
  commandId: string,
): Promise<Receipt> {
  requireSide(actor, of.line);
  const compared = new Map((await comparison(desk, actor, of)).lines.map((line) => [line.code, line]));
  const own = new Map((await numbersOf(desk, actor, of, "reported")).map((one) => [one.indicator, one]));
  const closed = (await closings(desk, actor, of.scope, of.year)).some(
    ({ month, line }) => month === of.month && line === of.line,
  );
  const changes = lines.map((settlement): Change => {
    const line = compared.get(settlement.indicator);
    if (line === undefined || !fits(line, settlement))
      throw new LedgerError("SETTLEMENT_UNFIT", { code: settlement.indicator });
    const { state, ...told } = settledValues(line, settlement);
    // A closed number keeps its state; taking theirs asks for a new version (MONTH_CLOSED).
    const was = own.get(settlement.indicator);
    // So does one that was reported, unless theirs takes its place: that has to be reported again.
    const stays = closed || (was?.state === "reported" && settlement.how !== "agreed");
    const values: Values = stays ? told : { state, ...told };
    if (was !== undefined)
      return { op: "change", record: "indicator_value", scope_id: of.scope, id: was.id, version: was.version, values };
    const { scope, year, month, line: side } = of;
    const made: Values = { indicator: line.code, year, month, kind: "reported", line: side, unit: line.unit };
    const number: Values = { to_date: line.ours, basis: line.oursFrom === "ledger" ? "ledger" : "reported" };
    return {
      op: "create",
      record: "indicator_value",
      scope_id: scope,
      id: freshId(),
      values: { ...made, ...number, reporter: actor.name, ...values },
    };
  });
  return desk.write(actor, { command_id: commandId, reason: "数据核对", changes });
}

/** Equal lines are equal, others have both numbers; what is left with a note has one. */
function fits({ difference }: ComparedLine, { how, note }: Settlement): boolean {
  if (difference === null) return false;
  const same = compareDecimals(difference, "0") === 0;
  if (how === "noted" && (note ?? "").trim() === "") return false;
  return same === (how === "equal");
}

function settledValues(line: ComparedLine, { how, note }: Settlement): Values & { readonly state: string } {
  const told = note ?? (how === "kept" ? causeNote(line) : null);
  const taken: Values = how === "agreed" ? { to_date: line.theirs as Decimal, basis: "other_side" } : {};
  return { ...taken, state: "confirmed", settled: how, ...(told === null ? {} : { note: told }) };
}

/** 重复票 25.65、退货 2.6、上年发票 6: what is kept beside the other side's number, in words. */
function causeNote({ causes }: ComparedLine): string | null {
  return causes.length === 0 ? null : causes.map(({ zh }) => zh).join("；");
}
