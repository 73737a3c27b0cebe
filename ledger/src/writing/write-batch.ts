import { createHmac } from "node:crypto";
import { hasRuns } from "@shanhai/model";
import { refuseUnchecked, requireWritable } from "../account/policy.js";
import type { Actor } from "../actor.js";
import { canonicalJson } from "../chain/canonical-json.js";
import type { Command, Receipt, RunStep } from "../command.js";
import { keepRollups } from "../counting/keep-rollups.js";
import { requireWhole } from "../installation.js";
import { copyColumns, SEQ_WIDTH } from "../schema/copy-line.js";
import type { Store } from "../store.js";
import { clock, extendChain, lockHeads, logHeads, takeCommand } from "../write.js";
import { advanceRun } from "./advance-run.js";
import { openScopes } from "./scope.js";

/** New rows of one record in one scope, prepared by the thread that read them: the rest is the write path's. */
export interface PreparedBatch extends Pick<Command, "command_id" | "reason" | "source"> {
  readonly record: string;
  readonly scope_id: string;
  /** Lines of COPY in the order of `copyColumns`, `seq` first and of fixed width: filled in here. */
  readonly lines: Uint8Array;
  /** What the link says of the rows: canonical JSON, by id. */
  readonly link: string;
  readonly run: RunStep;
  /** Subjects of the rows that have rows in the scope already, as they are after link `follows` of it; null: not known. */
  readonly again: { readonly subjects: readonly string[]; readonly follows: bigint } | null;
}

/**
 * `write` for the rows of a long roll: the same command id, heads, chain, roll-ups and run in one transaction; only the values
 * were checked, digested and put into lines beforehand. Resolves when it is committed; `logged` when heads.log has it;
 * `crowded`: others were at the embedded engine one after another when it began.
 */
export async function writeBatch(
  store: Store,
  actor: Actor,
  batch: PreparedBatch,
): Promise<{ readonly receipt: Receipt; readonly logged: Promise<void>; readonly crowded: boolean }> {
  requireWhole(store);
  const record = store.records.get(batch.record);
  const { definition } = record;
  requireWritable(actor, batch.scope_id, definition);
  refuseUnchecked(actor, [batch.record]);
  if (!hasRuns(definition) || definition.fields.some((field) => field.record !== undefined))
    throw new Error(`${definition.name} is not written in prepared lines`);
  const asked = canonicalJson({ actor: actor.account_id, command: batch.command_id });
  const digest = createHmac("sha256", store.installation.secret).update(asked).update(batch.link).digest();
  let crowded = false;
  const patient = {
    patient: true,
    crowded: (told: boolean) => {
      crowded = told;
    },
  };
  const receipt = await store.db.transaction(async (sql): Promise<Receipt> => {
    const answered = await takeCommand(sql, batch, digest);
    if (answered !== null) return answered;
    await openScopes(sql, store.records, [batch.scope_id], []);
    const [chain] = await lockHeads(sql, store.installation.origin, [batch.scope_id]);
    if (chain === undefined) throw new Error("the scope has no head");
    const at = await clock(sql);
    const seq = chain.seq + 1n;
    const copied = sql.copyIn(`copy ${record.table} (${copyColumns(record)}) from stdin`, numbered(batch.lines, seq));
    // Made while the database is busy with the rows, sent when it has them.
    const [link] = await Promise.all([
      extendChain(sql, { store, actor, command: batch, at, chain }, batch.link),
      copied,
    ]);
    // Whoever else wrote in the scope meanwhile may have written of anybody.
    const again = batch.again?.follows === chain.seq ? batch.again.subjects : null;
    await keepRollups(sql, store.records, batch.scope_id, seq, new Set([batch.record]), { again });
    await advanceRun(sql, batch.run);
    const written: Receipt = { command_id: batch.command_id, at, links: [link], repeated: false };
    await sql.query("update command set receipt = $2::jsonb where command_id = $1", [
      batch.command_id,
      JSON.stringify(written),
    ]);
    return written;
  }, patient);
  return { receipt, logged: receipt.repeated ? Promise.resolve() : logHeads(store, receipt), crowded };
}

/** The lines with the link's number in each. */
function numbered(lines: Uint8Array, seq: bigint): Uint8Array {
  const digits = Buffer.from(String(seq).padStart(SEQ_WIDTH, "0"), "latin1");
  const filled = Buffer.from(lines.buffer, lines.byteOffset, lines.byteLength);
  for (let at = 0; at >= 0 && at < filled.length; ) {
    digits.copy(filled, at);
    const end = filled.indexOf(10, at);
    at = end < 0 ? -1 : end + 1;
  }
  return filled;
}
