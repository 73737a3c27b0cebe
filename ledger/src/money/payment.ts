import { printMoney } from "@shanhai/model";
import type { Actor } from "../actor.js";
import type { Change, Receipt, Values } from "../command.js";
import { derivedId } from "../derived-id.js";
import type { Desk } from "../desk.js";
import { LedgerError } from "../error-codes.js";
import { handSources } from "../registering/hand-sources.js";
import type { Row } from "../row.js";
import { wordWarnings } from "../wording/word-warnings.js";
import type { MoneyDesk, NewPayment, RegisteredPayment } from "./money-desk.js";
import { inWan } from "./money-rates.js";

/** 会签支付 as signed: the payment, its sources and the project's running sum, whole or not at all. */
export async function registerPayment(desk: Desk, actor: Actor, given: NewPayment): Promise<RegisteredPayment> {
  const { scope_id, command_id } = given;
  const project = await rowOf(desk, actor, "project", scope_id, given.project);
  const amount = fenOf(given.amount);
  const shared = given.shares.reduce((sum, share) => sum + fenOf(share.amount), 0n);
  if (shared > amount) throw new LedgerError("PAYMENT_SPLIT", { amount: yuan(amount), shared: yuan(shared) });
  const paid = fenIn(project, "paid") ?? 0n;
  const disbursed = fenIn(project, "disbursed");
  const after = paid + amount;
  const over = disbursed !== null && after > disbursed;
  const explanation = given.explanation?.trim() ?? "";
  // A repeated request finds the sum grown already; the first answer stands for it.
  const again = (await desk.get(actor, "payment", scope_id, command_id)) !== null;
  if (over && explanation === "" && !again)
    throw new LedgerError("PAYMENT_NEEDS_NOTE", {
      disbursed: wan(disbursed),
      paid: wan(after),
      disbursed_en: wan(disbursed),
      paid_en: wan(after),
    });
  const sums: Values = { paid: String(again ? paid : after) };
  const changes: Change[] = [
    { op: "create", record: "payment", scope_id, id: command_id, values: paymentValues(given, explanation) },
    ...given.shares.map(
      (share, at): Change => ({
        op: "create",
        record: "payment_share",
        scope_id,
        id: derivedId(command_id, "share", at),
        values: { payment: command_id, source: share.source, amount: share.amount, position: at + 1 },
      }),
    ),
    { op: "change", record: "project", scope_id, id: given.project, version: given.project_version, values: sums },
  ];
  if (again)
    return { payment: command_id, project_paid: String(paid), receipt: await first(desk, command_id), warnings: [] };
  const place = { record: "project", scopeId: scope_id, id: given.project };
  const sources = await handSources(desk, actor, place, project, sums);
  const receipt = await desk.write(actor, {
    command_id,
    reason: "登记支付",
    changes,
    ...(sources.length === 0 ? {} : { sources }),
  });
  return {
    payment: command_id,
    project_paid: String(after),
    receipt,
    warnings: [
      ...warningsOf(given, amount, shared, over),
      ...(await wordWarnings(
        desk.database,
        desk.records.get("payment").definition,
        scope_id,
        paymentValues(given, explanation),
      )),
    ],
  };
}

/** The answer that the command was given when it was carried out. */
async function first(desk: Desk, commandId: string): Promise<Receipt> {
  const { rows } = await desk.database.query<{ receipt: Receipt }>(
    "select receipt from command where command_id = $1",
    [commandId],
  );
  const [found] = rows;
  if (found === undefined) throw new LedgerError("COMMAND_REUSED", { command: commandId });
  return { ...found.receipt, repeated: true };
}

function paymentValues(given: NewPayment, explanation: string): Values {
  return {
    project: given.project,
    paid_on: given.paid_on,
    amount: given.amount,
    payee: given.payee,
    payee_code: given.payee_code ?? null,
    voucher_no: given.voucher_no ?? null,
    signer_west: given.signer_west ?? null,
    signer_east: given.signer_east ?? null,
    purpose: given.purpose ?? null,
    explanation: explanation === "" ? null : explanation,
  };
}

function warningsOf(given: NewPayment, amount: bigint, shared: bigint, over: boolean): RegisteredPayment["warnings"] {
  const warnings: RegisteredPayment["warnings"][number][] = [];
  if (shared < amount)
    warnings.push({
      code: "PAYMENT_UNSPLIT",
      zh: `其中 ${yuan(amount - shared)} 元未按资金来源登记，协作资金支付率暂不能计算。`,
      en: `${yuan(amount - shared)} yuan of it has no source of funds; the rate of cooperation funds cannot be told yet.`,
    });
  if (given.signer_west === undefined || given.signer_east === undefined)
    warnings.push({
      code: "PAYMENT_UNSIGNED",
      zh: "会签人（县分管领导、援派干部）未填全，请核对会签件。",
      en: "One of the two signers is missing; please compare the signed paper.",
    });
  if (over)
    warnings.push({
      code: "PAYMENT_OVER",
      zh: "累计支付超过已拨付，已按您的说明保存。",
      en: "More is paid than was disbursed; it was saved with your explanation.",
    });
  return warnings;
}

/** Takes a payment back: its sources and the payment go, the project's sum is what it was without it. */
export async function withdrawPayment(
  desk: Desk,
  actor: Actor,
  scope_id: string,
  id: string,
  given: Parameters<MoneyDesk["withdrawPayment"]>[3],
): Promise<Receipt> {
  const payment = await rowOf(desk, actor, "payment", scope_id, id);
  const project = await rowOf(desk, actor, "project", scope_id, String(payment.values.project));
  const paid = (fenIn(project, "paid") ?? 0n) - (fenIn(payment, "amount") ?? 0n);
  const { rows } = await desk.database.query<{ id: string; seq: bigint }>(
    "select id, seq from payment_share where scope_id = $1 and payment = $2 order by id",
    [scope_id, id],
  );
  const { command_id, reason, version, project_version } = given;
  return desk.write(actor, {
    command_id,
    reason,
    changes: [
      ...rows.map(
        (share): Change => ({
          op: "remove",
          record: "payment_share",
          scope_id,
          id: share.id,
          version: String(share.seq),
        }),
      ),
      { op: "remove", record: "payment", scope_id, id, version },
      {
        op: "change",
        record: "project",
        scope_id,
        id: project.id,
        version: project_version,
        values: { paid: String(paid) },
      },
    ],
  });
}

async function rowOf(desk: Desk, actor: Actor, record: string, scopeId: string, id: string): Promise<Row> {
  const row = await desk.get(actor, record, scopeId, id);
  const { zh, en } = desk.records.get(record).definition;
  if (row === null) throw new LedgerError("ROW_MISSING", { record: zh, record_en: en, id });
  return row;
}

function fenIn(row: Row, field: string): bigint | null {
  const value = row.values[field];
  return typeof value === "string" ? BigInt(value) : null;
}

function fenOf(text: string): bigint {
  if (!/^-?\d{1,18}$/.test(text)) throw new LedgerError("QUERY_INVALID", { part: "amount" });
  return BigInt(text);
}

function yuan(fen: bigint): string {
  return printMoney(fen, "zh", "元").replace(/元$/u, "");
}

/** 万元 with at least two decimals, exact: 300.00, 0.000001. */
function wan(fen: bigint): string {
  const [whole = "0", fraction = ""] = inWan(String(fen)).split(".");
  return `${whole}.${fraction.padEnd(2, "0")}`;
}
