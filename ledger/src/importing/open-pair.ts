import { NIL_SCOPE, pairId, partyId } from "@shanhai/model";
import type { Actor } from "../actor.js";
import type { Change } from "../command.js";
import type { Desk } from "../desk.js";
import { LedgerError } from "../error-codes.js";
import { freshId } from "../fresh-id.js";
import type { NewParty } from "./sheet-desk.js";

/**
 * Sets a pair up (新建协作双方) with its two parties where they do not stand: what a first workbook needs before its rows have a
 * place. Ids follow from the codes, so the same pair on another installation is the same.
 */
export async function openPair(
  desk: Desk,
  actor: Actor,
  east: NewParty,
  west: NewParty,
): Promise<{ readonly id: string; readonly label: string }> {
  const parties = (
    [
      ["east", east],
      ["west", west],
    ] as const
  ).map(([side, given]) => {
    const path = given.path.replace(/\s+/gu, "");
    const adcode = given.adcode?.trim() || null;
    if (path === "" || (adcode !== null && !/^\d{6}(?:\d{3}){0,2}$/.test(adcode)))
      throw new LedgerError("PAIR_INVALID");
    const name = /[^省市州盟县区旗]+(?:县|区|市|旗|州|盟)$/u.exec(path)?.[0] ?? path;
    return {
      id: partyId({ kind: "region", code: adcode, name: path }),
      values: { path, name, kind: "region", adcode, side },
      name,
    };
  });
  const [giver, taker] = parties;
  if (giver === undefined || taker === undefined || giver.id === taker.id) throw new LedgerError("PAIR_INVALID");
  const id = pairId(giver.id, taker.id);
  const label = `${giver.name}·${taker.name}`;
  const changes: Change[] = [];
  for (const { id: party, values } of parties)
    if ((await desk.get(actor, "party", NIL_SCOPE, party)) === null)
      changes.push({ op: "create", record: "party", scope_id: NIL_SCOPE, id: party, values });
  if ((await desk.get(actor, "pair", NIL_SCOPE, id)) === null)
    changes.push({
      op: "create",
      record: "pair",
      scope_id: NIL_SCOPE,
      id,
      values: { label, east: giver.id, west: taker.id },
    });
  if (changes.length > 0) await desk.write(actor, { command_id: freshId(), reason: "建立协作双方", changes });
  return { id, label };
}
