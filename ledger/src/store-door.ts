import * as accounts from "./account/accounts.js";
import { appendAudit } from "./account/audit.js";
import { erase, eraseImport } from "./erasure/erase.js";
import { importsToErase } from "./erasure/imports-to-erase.js";
import type { Ledger } from "./ledger.js";
import type { OpenStore } from "./open-store.js";
import { extent } from "./querying/list-extent.js";
import { history, sources } from "./querying/read-history.js";
import { referring, referringPage } from "./querying/referring.js";
import { get, list } from "./read.js";
import { renewBackups } from "./transfer/backup.js";
import { exportTo } from "./transfer/export.js";
import { importFrom } from "./transfer/import.js";
import { verify } from "./verification/verify.js";
import { write } from "./write.js";

/** The part of the ledger's door that keeps and finds rows, whatever they are about. */
export type StoreDoor = Pick<
  Ledger,
  | "kind"
  | "write"
  | "list"
  | "extent"
  | "get"
  | "history"
  | "sources"
  | "referring"
  | "referringPage"
  | "verify"
  | "erase"
  | "eraseImport"
  | "importsToErase"
  | "exportTo"
  | "importFrom"
  | "operator"
  | "createSignIn"
  | "exchangeSignIn"
  | "setPassword"
  | "hasPassword"
  | "signInWithPassword"
  | "actorOf"
  | "endSession"
  | "close"
>;

export function storeDoor(store: OpenStore): StoreDoor {
  const { db } = store;
  return {
    kind: db.kind,
    write: (actor, command) => write(store, actor, command),
    list: (actor, record, query) => list(store, actor, record, query),
    extent: (actor, record, query) => extent(store, actor, record, query),
    get: (actor, record, scopeId, id, asOf) => get(store, actor, record, scopeId, id, asOf),
    history: (actor, record, scopeId, id) => history(store, actor, record, scopeId, id),
    sources: (actor, record, scopeId, id) => sources(store, actor, record, scopeId, id),
    referring: (actor, record, scopeId, id, query) => referring(store, actor, record, scopeId, id, query),
    referringPage: (actor, target, query) => referringPage(store, actor, target, query),
    verify: (actor, progress) => verify(store, actor, progress),
    async erase(actor, documentId, reason, command) {
      await erase(store, actor, documentId, reason, command);
      await appendAudit(store, actor, { event: "erase", target: documentId, detail: { reason } });
      await renewBackups(store, actor);
    },
    async eraseImport(actor, importId, reason, command) {
      await eraseImport(store, actor, importId, reason, command);
      await appendAudit(store, actor, { event: "erase", target: importId, detail: { reason, import: true } });
      await renewBackups(store, actor);
    },
    importsToErase: (actor, documentId) => importsToErase(store, actor, documentId),
    async exportTo(actor, directory) {
      const moved = await exportTo(store, actor, directory);
      await appendAudit(store, actor, { event: "export", detail: { ...moved } });
      return moved;
    },
    async importFrom(actor, directory) {
      const moved = await importFrom(store, actor, directory);
      await appendAudit(store, actor, { event: "import", detail: { ...moved } });
      return moved;
    },
    operator: () => accounts.firstAccount(db),
    createSignIn: () => accounts.createSignIn(db),
    exchangeSignIn: (token) => accounts.exchangeSignIn(db, token),
    setPassword: (actor, password) => accounts.setPassword(db, actor, password),
    hasPassword: () => accounts.hasPassword(db),
    signInWithPassword: (name, password) => accounts.signInWithPassword(db, name, password),
    actorOf: (session) => accounts.actorOf(db, session),
    endSession: (session) => accounts.endSession(db, session),
    close: () => store.close(),
  };
}
