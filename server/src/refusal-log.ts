import { type Ledger, LedgerError } from "@shanhai/ledger";
import type { FastifyInstance } from "fastify";
import { askerOf } from "./session.js";

/** Refusals for want of a right: an auditor wants to know who tried what. All others are everyday. */
const NOTED: ReadonlySet<string> = new Set([
  "ROLE_FORBIDDEN",
  "RECORD_FORBIDDEN",
  "SCOPE_FORBIDDEN",
  "ROW_FORBIDDEN",
  "SIDE_FORBIDDEN",
  "MAKER_IS_CHECKER",
  "GRANT_OWN",
  "ADMINISTRATORS_APART",
]);

/** Notes every refusal for want of a right in the audit log, by the route's pattern: addresses may hold ids of rows. */
export function noteRefusals(app: FastifyInstance, ledger: Ledger): void {
  app.addHook("onError", async (request, _reply, error) => {
    const actor = askerOf(request);
    if (actor === undefined || !(error instanceof LedgerError) || !NOTED.has(error.code)) return;
    await ledger.note(actor, {
      event: "refused",
      target: `${request.method} ${request.routeOptions.url ?? ""}`,
      outcome: "refused",
      detail: { code: error.code },
    });
  });
}
