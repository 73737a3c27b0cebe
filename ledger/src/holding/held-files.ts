import type { Change, Command, Values } from "../command.js";
import type { Desk } from "../desk.js";
import { proofFile } from "../evidence/proof-rows.js";
import { titlesOf } from "../querying/titles.js";
import { standingRows } from "../writing/standing-row.js";
import { type ProvenRow, provenRows } from "../writing/written-ledgers.js";
import type { HeldFile } from "./holding-desk.js";
import { rowKey } from "./stored-held.js";

/** A file that waits, its bytes by their hash, and whether what it is about is there no more. */
export interface FileOfHeld {
  readonly file: HeldFile;
  readonly hash: string;
  readonly gone: boolean;
}

/** The proofs (佐证) that held commands would attach or take back, in their order; those that go with a removed row are not told. */
export async function heldFiles(desk: Desk, commands: readonly Command[]): Promise<readonly FileOfHeld[]> {
  const changes = commands.flatMap((command) => command.changes);
  const proofs = changes.filter(({ record }) => record === "proof");
  if (proofs.length === 0) return [];
  const proven = await provenRows(desk.database, desk.records, proofs);
  const made = new Map(
    changes.flatMap((change) => (change.op === "create" ? [[rowKey(change), change] as const] : [])),
  );
  const removed = new Set(changes.flatMap((change) => (change.op === "remove" ? [rowKey(change)] : [])));
  const files: FileOfHeld[] = [];
  for (const proof of proofs) {
    const of = proven.get(proof.id);
    if (of === undefined) {
      files.push(lost(proof));
      continue;
    }
    if (removed.has(rowKey(of))) continue;
    const standing = (await standingRows(desk.database, desk.records.get(of.record), of.scope_id, [of.id])).get(of.id);
    const values = standing?.values ?? made.get(rowKey(of))?.values;
    const told = await valuesOf(desk, proof);
    const gone = values === undefined || told === null;
    const [title = ""] =
      values === undefined ? [] : await titlesOf(desk.database, desk.records, [{ ...of, values }], [...made.values()]);
    files.push({ file: fileOf(proof, of, title, told ?? {}), hash: String(told?.file_hash ?? ""), gone });
  }
  return files;
}

/** What a proof says: of one that is to come what was given, of one that stands what stands; null where it is gone. */
async function valuesOf(desk: Desk, proof: Change): Promise<Values | null> {
  if (proof.op === "create") return proof.values;
  const { scope_id, id } = proof;
  const standing = (await standingRows(desk.database, desk.records.get("proof"), scope_id, [id])).get(id);
  return standing === undefined || String(standing.seq) !== proof.version ? null : standing.values;
}

/** Somebody else took the proof back meanwhile. */
function lost(proof: Change): FileOfHeld {
  const nowhere = { record: "proof", scope_id: proof.scope_id, id: proof.id };
  return { file: fileOf(proof, nowhere, "", {}), hash: "", gone: true };
}

function fileOf(proof: Change, of: ProvenRow, title: string, values: Values): HeldFile {
  return {
    ...proofFile(proof.id, values),
    op: proof.op === "remove" ? "detach" : "attach",
    ...{ record: of.record, scope_id: of.scope_id, row: of.id, title },
  };
}
