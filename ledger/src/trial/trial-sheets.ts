import { randomUUID } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { NIL_SCOPE, pairId, partyId } from "@shanhai/model";
import type { Actor } from "../actor.js";
import type { Change } from "../command.js";
import type { ImportChoices, ImportOptions, ImportPlan } from "../importing/sheet-desk.js";
import type { Ledger } from "../ledger.js";

/** For tests only: the invented pairs 望潮区 ↔ 石坎县、清溪县, and their workbooks. */
export const WANGCHAO = partyId({ kind: "region", code: "990101", name: "甲省临海市望潮区" });
export const SHIKAN = partyId({ kind: "region", code: "980101", name: "乙省云岭州石坎县" });
export const QINGXI = partyId({ kind: "region", code: "980102", name: "乙省云岭州清溪县" });
export const SHIKAN_PAIR = pairId(WANGCHAO, SHIKAN);
export const QINGXI_PAIR = pairId(WANGCHAO, QINGXI);

export const SHEET_CLERK: Actor = {
  account_id: "0197a000-0000-7000-8000-0000000000a1",
  name: "李示例",
  role: "administrator",
  scopes: "all",
};

const folder = path.resolve(fileURLToPath(import.meta.url), "../../../../samples/workbooks");

/** The bytes of a sample workbook; the first whose name holds these words. */
export function sampleWorkbook(name: string): { readonly name: string; readonly bytes: Uint8Array } {
  const file = path.join(folder, name);
  if (!existsSync(file)) throw new Error(`samples/workbooks has no ${name}: node scripts/make-workbooks.mjs`);
  return { name, bytes: readFileSync(file) };
}

/** Parties and pairs of the sample workbooks. */
export async function openPairs(ledger: Ledger): Promise<void> {
  const party = (id: string, path: string, name: string, adcode: string, side: string): Change => ({
    op: "create",
    record: "party",
    scope_id: NIL_SCOPE,
    id,
    values: { path, name, kind: "region", adcode, side },
  });
  const pair = (id: string, label: string, west: string): Change => ({
    op: "create",
    record: "pair",
    scope_id: NIL_SCOPE,
    id,
    values: { label, east: WANGCHAO, west },
  });
  await ledger.write(SHEET_CLERK, {
    command_id: randomUUID(),
    reason: "建立协作双方",
    changes: [
      party(WANGCHAO, "甲省临海市望潮区", "望潮区", "990101", "east"),
      party(SHIKAN, "乙省云岭州石坎县", "石坎县", "980101", "west"),
      party(QINGXI, "乙省云岭州清溪县", "清溪县", "980102", "west"),
      pair(SHIKAN_PAIR, "望潮区·石坎县", SHIKAN),
      pair(QINGXI_PAIR, "望潮区·清溪县", QINGXI),
    ],
  });
}

/** Brings a sample in and plans its import. */
export async function planSample(
  ledger: Ledger,
  name: string,
  options: ImportOptions = {},
): Promise<{ readonly id: string; readonly plan: ImportPlan }> {
  const { document_id } = await ledger.submit(SHEET_CLERK, sampleWorkbook(name));
  return { id: document_id, plan: await ledger.planImport(SHEET_CLERK, document_id, options) };
}

/** Plans and accepts it. */
export async function importSample(
  ledger: Ledger,
  name: string,
  choices: ImportChoices = {},
  options: ImportOptions = {},
) {
  const { id, plan } = await planSample(ledger, name, options);
  const importId = randomUUID();
  const progress = await ledger.importSheet(SHEET_CLERK, id, { options, choices, hash: plan.hash, id: importId });
  return { plan, progress, importId, documentId: id };
}
