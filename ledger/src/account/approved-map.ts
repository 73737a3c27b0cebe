import type { Actor } from "../actor.js";
import { LedgerError } from "../error-codes.js";
import { keepFile, keptFile } from "../intake/files.js";
import type { OpenStore } from "../open-store.js";
import type { Sql } from "../sql.js";
import type { ApprovedMap } from "./account-desk.js";
import { appendAudit } from "./audit.js";
import { mayDo, requireOffice, requireRight } from "./policy.js";
import { writeSetting } from "./settings.js";

/** In `setting`, beside the installation's settings. */
const NAME = "approved_map";
const MOST_BYTES = 20_000_000;
const PICTURES = [
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
] as const;
/** GS（2019）1822号, GS京（2023）0061号, 黔S（2022）015号. */
const APPROVAL = /^[A-Z\p{Script=Han}]{1,6}[（(]\d{4}[）)]\s*\d{1,6}\s*号$/u;

/** The map that is shown; null while there is none. */
export async function approvedMap(sql: Sql, actor: Actor): Promise<ApprovedMap | null> {
  if (!mayDo(actor, "settings")) requireRight(actor, "read");
  return currentMap(sql);
}

/** Its picture; null where another one is shown by now. */
export async function approvedMapFile(
  store: OpenStore,
  actor: Actor,
  sha256: string,
): Promise<{ readonly bytes: Uint8Array } | null> {
  const map = await approvedMap(store.db, actor);
  const bytes = map?.sha256 === sha256 ? await keptFile(store.dataDir, sha256) : null;
  return bytes === null ? null : { bytes };
}

/** Shows a map from now on instead of the one before. MAP_APPROVAL without its number, MAP_PICTURE for what is no PNG or JPEG. */
export async function keepApprovedMap(
  store: OpenStore,
  actor: Actor,
  given: { readonly name: string; readonly approval: string; readonly bytes: Uint8Array },
): Promise<ApprovedMap> {
  requireOffice(actor, "settings");
  const approval = given.approval.trim();
  if (!APPROVAL.test(approval)) throw new LedgerError("MAP_APPROVAL");
  const picture = PICTURES.some((head) => head.every((byte, at) => given.bytes[at] === byte));
  if (!picture || given.bytes.byteLength > MOST_BYTES) throw new LedgerError("MAP_PICTURE");
  const map = { approval, name: given.name, sha256: await keepFile(store.dataDir, given.bytes) };
  await writeSetting(store.db, actor, NAME, map);
  await appendAudit(store, actor, {
    event: "setting",
    target: NAME,
    detail: { value: `${map.approval} ${map.name}`, sha256: map.sha256 },
  });
  return map;
}

/** Shows none. The picture stays among the kept files. */
export async function dropApprovedMap(store: OpenStore, actor: Actor): Promise<void> {
  requireOffice(actor, "settings");
  await store.db.query("delete from setting where name = $1", [NAME]);
  await appendAudit(store, actor, { event: "setting", target: NAME, detail: { value: null } });
}

async function currentMap(sql: Sql): Promise<ApprovedMap | null> {
  const { rows } = await sql.query<{ value: ApprovedMap }>("select value from setting where name = $1", [NAME]);
  return rows[0]?.value ?? null;
}
