import { auditState } from "../account/audit.js";
import { requireOffice } from "../account/policy.js";
import type { Actor } from "../actor.js";
import type { Verification } from "../ledger.js";
import type { Store } from "../store.js";
import { BrokenPlace } from "./broken-place.js";
import { DigestThreads } from "./digest-threads.js";
import { verifyFiles } from "./verify-files.js";
import { verifyHeadsLog } from "./verify-heads-log.js";
import { verifyScope } from "./verify-scope.js";
import { refuseStrayChains, refuseStrayRows } from "./verify-strays.js";
import type { Head, Tally } from "./verify-tally.js";

const PAGE = 200;

/**
 * Checks everything against everything: each link against the one before and its text, each row version (current and
 * past, sources included) against the digest in its link, files against their hash, heads.log against the chains, and the audit
 * log's own chain.
 * Ends at the first broken place and names it. Works in short read transactions, page by page, beside a ledger in use.
 */
export async function verify(
  store: Store,
  actor: Actor,
  progress: (done: number, of: number) => void = () => undefined,
): Promise<Verification> {
  requireOffice(actor, "verify");
  const tally: Tally = { scopes: 0, links: 0, rows: 0, files: 0, audit: 0 };
  const { rows } = await store.db.query<{ links: string; files: string }>(
    `select (select coalesce(sum(seq), 0) from head)::text as links, (select count(*) from document)::text as files`,
  );
  const of = Number(rows[0]?.links ?? 0) + Number(rows[0]?.files ?? 0);
  const threads = new DigestThreads();
  const report = () => progress(Math.min(tally.links + tally.files, of), of);
  try {
    await refuseStrayChains(store);
    let after = "00000000-0000-0000-0000-000000000000";
    for (let first = true; ; first = false) {
      const heads = await headsFrom(store, after, first);
      for (const head of heads) {
        await verifyScope(store, head, threads, tally, report);
        tally.scopes += 1;
      }
      const last = heads.at(-1);
      if (last === undefined) break;
      after = last.scope_id;
    }
    await refuseStrayRows(store);
    await verifyHeadsLog(store);
    await verifyFiles(store, tally, report);
    const { entries, broken } = await auditState(store);
    tally.audit = entries;
    if (broken !== null) throw new BrokenPlace("AUDIT_EDITED", { seq: broken });
    return { ok: true, ...tally, broken: null };
  } catch (error) {
    if (!(error instanceof BrokenPlace)) throw error;
    const { code, zh, en } = error;
    return { ok: false, ...tally, broken: { code, zh, en } };
  } finally {
    await threads.end();
  }
}

/** Heads in the order of their scopes, a page of whole scopes. Another origin's chain is checked like one of ours. */
async function headsFrom(store: Store, after: string, first: boolean): Promise<Head[]> {
  const { rows } = await store.db.query<Head>(
    `select scope_id, origin, seq, hash from head where scope_id in (
       select distinct scope_id from head where scope_id ${first ? ">=" : ">"} $1 order by scope_id limit ${PAGE})
     order by scope_id, origin`,
    [after],
  );
  return rows;
}
