import { documentId } from "@shanhai/model";
import { requireWritable } from "../account/policy.js";
import type { Actor } from "../actor.js";
import { beijingToday } from "../beijing-day.js";
import type { Change, Receipt, Values } from "../command.js";
import type { Desk } from "../desk.js";
import { LedgerError } from "../error-codes.js";
import { sha256Of } from "../fresh-id.js";
import { heldRowOf } from "../holding/join-held.js";
import { isUuid } from "../schema/record-columns.js";
import type { AttachedProof, EvidenceDesk, NewProof, Proof, Proven } from "./evidence-desk.js";
import { passFile } from "./pass-file.js";
import { lookDistance, photoLook, SAME_LOOK } from "./photo-look.js";
import { proofFile, proofRows } from "./proof-rows.js";

/** The door of 佐证材料. */
export function evidenceDesk(desk: Desk): EvidenceDesk {
  return {
    attachProof: (actor, of, given) => attachProof(desk, actor, of, given),
    proofs: (actor, of) => proofs(desk, actor, of),
    async proofFile(actor, of, id) {
      const proof = (await proofs(desk, actor, of)).find((one) => one.id === id);
      const bytes = proof === undefined ? null : await desk.keptFile(proof.file);
      if (proof === undefined || bytes === null) throw new LedgerError("PROOF_MISSING");
      return { name: proof.name ?? proof.file, bytes };
    },
    async detachProof(actor, of, id, { version, command_id, reason }) {
      if (!(await proofs(desk, actor, of)).some((one) => one.id === id)) throw new LedgerError("PROOF_MISSING");
      // Who reads a row may add what proves it (an owner's photos of a project); taking away asks for the row's own right.
      requireWritable(actor, of.scope_id, desk.records.get(of.record).definition);
      return desk.write(actor, {
        command_id,
        reason,
        changes: [{ op: "remove", record: "proof", scope_id: of.scope_id, id, version }],
      });
    },
  };
}

/** `beside`: what is changed along with it, given the file's hash (a closed month that names its stamped scan). */
export async function attachProof(
  desk: Desk,
  actor: Actor,
  of: Proven,
  given: NewProof,
  beside: (file: string) => readonly Change[] = () => [],
): Promise<AttachedProof> {
  if ((await rowOf(desk, actor, of)) === null && (await heldRowOf(desk, actor, of)) === null) throw missing(desk, of);
  const again = await attachedBy(desk, of, given.command_id);
  if (given.field !== undefined) desk.records.get(of.record).field(given.field);
  const name = given.name.replace(/^.*[/\\]/u, "").trim();
  const passed = await passFile(desk, { name, bytes: given.bytes });
  const file = sha256Of(given.bytes);
  await refuseErased(desk, file);
  const look = photoLook(given.bytes);
  if (given.ask === true && again === null) await refuseUsed(desk, actor, of, { file, look });
  const values: Values = {
    record: of.record,
    record_id: of.id,
    field: given.field ?? null,
    file_hash: file,
    look,
    name: name === "" ? null : name,
    size: given.bytes.byteLength,
    strength: given.strength,
    formed: given.formed ?? null,
    collected: given.collected ?? beijingToday(),
    mark: passed.mark,
    note: given.note ?? null,
  };
  await desk.keepFile(given.bytes);
  // The id of the command: the same request sent twice makes one proof.
  const id = given.command_id;
  const receipt =
    again ??
    (await desk.write(actor, {
      command_id: given.command_id,
      reason: "上传佐证材料",
      changes: [{ op: "create", record: "proof", scope_id: of.scope_id, id, values }, ...beside(file)],
    }));
  const proof = (await proofs(desk, actor, of)).find((one) => one.id === id);
  if (proof === undefined) throw new LedgerError("PROOF_MISSING");
  return { proof, receipt, warnings: [...passed.warnings, ...usedElsewhere(proof)] };
}

/**
 * The proof that this very request made before, which may have waited for a colleague (经办—审核) in between: then another command
 * wrote it. Null: it is new.
 */
async function attachedBy(desk: Desk, of: Proven, commandId: string): Promise<Receipt | null> {
  const made = (await proofRows(desk, of)).find(({ id }) => id === commandId);
  if (made === undefined) return null;
  const { rows } = await desk.database.query<{ at: string; hash: string }>(
    "select at, encode(hash, 'hex') as hash from change where scope_id = $1 and seq = $2 limit 1",
    [of.scope_id, String(made.seq)],
  );
  const links = rows.map(({ hash }) => ({ scope_id: of.scope_id, seq: String(made.seq), hash }));
  return { command_id: commandId, at: String(rows[0]?.at ?? ""), links, repeated: true };
}

/** What was erased (清除) does not come back by another door. */
async function refuseErased(desk: Desk, file: string): Promise<void> {
  const { rows } = await desk.database.query("select 1 from erasure where document_id = $1", [documentId(file)]);
  if (rows.length > 0) throw new LedgerError("DOCUMENT_ERASED");
}

/** Asked before it is kept, so that the note can say why: afterwards nobody would write it. */
async function refuseUsed(desk: Desk, actor: Actor, of: Proven, one: Looked): Promise<void> {
  const uses = (await otherUses(desk, actor, of, [one])).get(one.file) ?? [];
  if (uses.length === 0) return;
  const photo = uses.some((use) => use.photo);
  const named = uses.slice(0, 3).map(({ title, formed }) => `${formed === null ? "" : ` ${formed} `}“${title}”`);
  throw new LedgerError("PROOF_USED", {
    ...{ what: photo ? "照片" : "文件", what_en: photo ? "photograph" : "file" },
    ...{ uses: named.join("、"), uses_en: named.join(", ").trim() },
  });
}

/** The same file proves another thing already (前7): said, with the day, and kept all the same. */
function usedElsewhere({ also }: Proof): AttachedProof["warnings"] {
  return also.map(({ title, formed, photo }) => ({
    code: "PROOF_USED",
    zh: `该${photo ? "照片" : "文件"}已用于${formed === null ? "" : ` ${formed} `}“${title}”，可以继续，并请在说明中注明。`,
    en: `This ${photo ? "photograph" : "file"} is already a proof of “${title}”${formed === null ? "" : ` (${formed})`}; it was kept, please say why in the note.`,
  }));
}

async function proofs(desk: Desk, actor: Actor, of: Proven): Promise<readonly Proof[]> {
  await requireRow(desk, actor, of);
  const rows = await proofRows(desk, of);
  const looked = rows.map(
    ({ values }): Looked => ({
      file: String(values.file_hash),
      look: typeof values.look === "string" ? values.look : null,
    }),
  );
  const also = await otherUses(desk, actor, of, looked);
  return rows.map((row): Proof => {
    const file = String(row.values.file_hash);
    return {
      ...proofFile(row.id, row.values),
      version: String(row.seq),
      file,
      document_id: documentId(file),
      also: also.get(file) ?? [],
    };
  });
}

/** A photograph whose picture cannot be looked at is one by its name. */
const PHOTO = /\.(?:jpe?g|png|heic|bmp|webp)$/iu;

interface Looked {
  readonly file: string;
  readonly look: string | null;
}

/** Where else the same bytes prove something, as far as the actor sees those rows. */
async function otherUses(
  desk: Desk,
  actor: Actor,
  of: Proven,
  looked: readonly Looked[],
): Promise<ReadonlyMap<string, Proof["also"]>> {
  const files = [...new Set(looked.map(({ file }) => file))];
  if (files.length === 0) return new Map();
  const looks = looked.flatMap(({ file, look }) => (look === null ? [] : [{ file, look }]));
  const { table } = desk.records.get("proof");
  const { rows: uses } = await desk.database.query<{
    scope_id: string;
    record: string;
    record_id: string;
    file_hash: string;
    look: string | null;
    name: string | null;
    formed: string | null;
  }>(
    `select scope_id, record, record_id, file_hash, look, name, formed from ${table}
     where (file_hash = any($1::text[]) or look is not null and exists (select 1 from unnest($5::text[]) l (look)
         where bit_count(('x' || proof.look)::bit(64) # ('x' || l.look)::bit(64)) <= ${SAME_LOOK}))
       and not (scope_id = $2 and record = $3 and record_id = $4)
     order by seq, id limit 50`,
    [files, of.scope_id, of.record, of.id, looks.map(({ look }) => look)],
  );
  const found = new Map<string, Proof["also"][number][]>();
  for (const { scope_id, record, record_id, file_hash, look, name, formed } of uses) {
    const row = await desk.get(actor, record, scope_id, record_id).catch(refusedAsNull);
    if (row === null) continue;
    const use = {
      record,
      scope_id,
      id: record_id,
      title: row.title,
      formed,
      photo: look !== null || PHOTO.test(name ?? ""),
    };
    const same = looks.filter((one) => look !== null && lookDistance(one.look, look) <= SAME_LOOK);
    for (const file of new Set([...same.map((one) => one.file), ...files.filter((one) => one === file_hash)]))
      found.set(file, [...(found.get(file) ?? []), use]);
  }
  return found;
}

/** A row that the policy keeps from the actor is not there for him. */
function refusedAsNull(error: unknown): null {
  if (error instanceof LedgerError) return null;
  throw error;
}

async function requireRow(desk: Desk, actor: Actor, of: Proven): Promise<void> {
  if ((await rowOf(desk, actor, of)) === null) throw missing(desk, of);
}

async function rowOf(desk: Desk, actor: Actor, of: Proven) {
  return isUuid(of.id) && isUuid(of.scope_id) ? desk.get(actor, of.record, of.scope_id, of.id) : null;
}

function missing(desk: Desk, of: Proven): LedgerError {
  const { definition } = desk.records.get(of.record);
  return new LedgerError("ROW_MISSING", { record: definition.zh, record_en: definition.en, id: of.id });
}
