import { NIL_SCOPE, type RecordDefinition } from "@shanhai/model";
import type { Actor } from "../actor.js";
import { LedgerError } from "../error-codes.js";

/** What only the office's administrator may do: it concerns the whole ledger, or cannot be undone. */
export type Office = "verify" | "erase" | "export" | "import" | "accounts";

/** The scopes of a record that an actor may read: `all`, or a list. Reference tables are read by everybody. */
export function readableScopes(actor: Actor, definition: RecordDefinition, asked?: string): "all" | readonly string[] {
  if (definition.keeping === "reference") return [NIL_SCOPE];
  if (asked === undefined) return actor.scopes;
  return maySee(actor, asked) ? [asked] : [];
}

/** Whether the actor may read rows of this scope. */
export function maySee(actor: Actor, scopeId: string): boolean {
  return scopeId === NIL_SCOPE || actor.scopes === "all" || actor.scopes.includes(scopeId);
}

/** Refuses a scope that the actor does not write in. Reference rows may be added by whoever writes records. */
export function requireWritable(actor: Actor, scopeId: string): void {
  if (!maySee(actor, scopeId)) throw new LedgerError("SCOPE_FORBIDDEN", { who: actor.name });
}

/** Refuses everybody but an administrator of the whole office. */
export function requireOffice(actor: Actor, what: Office): void {
  if (actor.role !== "administrator" || actor.scopes !== "all")
    throw new LedgerError("ROLE_FORBIDDEN", { who: actor.name, what });
}
