import { NIL_SCOPE } from "@shanhai/model";
import type { Actor } from "../actor.js";
import type { Bind } from "../querying/bind.js";

import { mayDo } from "./policy.js";

/**
 * The condition that the actor may open document `d` (材料): brought by himself or by a colleague of his office, or the
 * source of a row that he reads. Who keeps the installation opens all; who has no right to the ledgers opens none.
 */
export function seenDocument(actor: Actor, bind: Bind): string {
  if (!mayDo(actor, "read")) return "false";
  if (actor.scopes === "all" && actor.records === undefined) return "true";
  const scopes = actor.scopes === "all" ? "" : ` and s.scope_id = any(${bind(actor.scopes, "uuid[]")})`;
  const records = actor.records === undefined ? "" : ` and s.record = any(${bind(actor.records, "text[]")})`;
  const source = `exists (select 1 from source s where s.document_id = d.id${scopes}${records})`;
  return `(${broughtByOffice(actor, bind)} or ${source})`;
}

/** The condition that the actor may check document `d`: his own, his office's, or any where he keeps the installation. */
export function checkedDocument(actor: Actor, bind: Bind): string {
  if (!mayDo(actor, "materials")) return "false";
  return actor.scopes === "all" && actor.records === undefined ? "true" : broughtByOffice(actor, bind);
}

function broughtByOffice(actor: Actor, bind: Bind): string {
  const nil = bind(NIL_SCOPE, "uuid");
  const colleagues =
    actor.office === undefined
      ? ""
      : ` or m.account in (select c.account::text from membership c
            where c.scope_id = ${nil} and c.office = ${bind(actor.office.id, "uuid")})`;
  return `exists (select 1 from submission m where m.scope_id = ${nil} and m.document = d.id
            and (m.account = ${bind(actor.account_id, "text")}${colleagues}))`;
}
