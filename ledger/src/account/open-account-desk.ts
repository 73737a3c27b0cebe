import type { Actor } from "../actor.js";
import type { OpenStore } from "../open-store.js";
import type { AccountDesk } from "./account-desk.js";
import { changePassword, keepPassword } from "./accounts.js";
import * as map from "./approved-map.js";
import { appendAudit, auditLog, auditState } from "./audit.js";
import type { AuditEvent } from "./audit-event.js";
import * as holders from "./holders.js";
import { takeNameList } from "./name-lists.js";
import * as offices from "./offices.js";
import { requireOffice } from "./policy.js";
import { lockSession, sessionState, switchPost, unlockSession } from "./sessions.js";
import { readSettings, type Settings, writeSettings } from "./settings.js";

/** Makes it over an open store. */
export function accountDesk(store: OpenStore): AccountDesk {
  const { db } = store;
  const noted = async <T>(actor: Actor, entry: AuditEvent, work: Promise<T>): Promise<T> => {
    const done = await work;
    await appendAudit(store, actor, entry);
    return done;
  };
  const heldBy = async (session: string) => (await sessionState(db, session))?.actor ?? null;
  return {
    sessionState: (session) => sessionState(db, session),
    async switchPost(session, membership) {
      const actor = await switchPost(db, session, membership);
      if (actor !== null)
        await appendAudit(store, actor, {
          event: "switch_post",
          ...(membership === null ? {} : { target: membership }),
        });
      return actor;
    },
    async lockSession(session) {
      const actor = await heldBy(session);
      const locked = await lockSession(db, session);
      if (actor !== null && locked) await appendAudit(store, actor, { event: "lock" });
      return locked;
    },
    async unlockSession(session, password) {
      const actor = await heldBy(session);
      const opened = await unlockSession(db, session, password);
      if (actor !== null) await appendAudit(store, actor, { event: "unlock", outcome: opened ? "done" : "failed" });
      return opened;
    },
    async changePassword(session, given) {
      const state = await sessionState(db, session);
      if (state === null || state.locked) return;
      const { actor } = state;
      const work = state.has_password
        ? changePassword(db, actor, session, given)
        : keepPassword(db, { id: actor.account_id, name: actor.name }, given.next, session);
      await noted(actor, { event: "password" }, work);
    },
    accounts: (actor) => holders.accounts(store, actor),
    createAccount: (actor, given) => holders.createAccount(store, actor, given),
    setAccountState: (actor, id, state, reason, command) =>
      holders.setAccountState(store, actor, id, state, reason, command),
    inviteAgain: (actor, id, command) => holders.inviteAgain(store, actor, id, command),
    offices: (actor) => offices.offices(store, actor),
    keepOffice: (actor, input, of) => offices.keepOffice(store, actor, input, of),
    places: (actor) => offices.places(store, actor),
    grantPost: (actor, input) => offices.grantPost(store, actor, input),
    revokePost: (actor, id, version, reason, command) => offices.revokePost(store, actor, id, version, reason, command),
    async settings(actor) {
      holders.requireKeeper(actor);
      return readSettings(db);
    },
    changeSettings: (actor, changed) => changeSettings(store, actor, changed),
    approvedMap: (actor) => map.approvedMap(db, actor),
    approvedMapFile: (actor, sha256) => map.approvedMapFile(store, actor, sha256),
    keepApprovedMap: (actor, given) => map.keepApprovedMap(store, actor, given),
    dropApprovedMap: (actor) => map.dropApprovedMap(store, actor),
    auditLog: (actor, query) => auditLog(store, actor, query),
    async auditState(actor) {
      requireOffice(actor, "audit");
      const state = await auditState(store);
      await appendAudit(store, actor, { event: "verify", outcome: state.broken === null ? "done" : "failed" });
      return state;
    },
    takeNameList: (actor, list) => takeNameList(store, actor, list),
    note: (who, entry) => appendAudit(store, who, entry),
  };
}

/** Setting the three administrators apart asks that they are there; joining them again is security's to allow. */
async function changeSettings(store: OpenStore, actor: Actor, changed: Partial<Settings>): Promise<Settings> {
  const before = await readSettings(store.db);
  const { separated, ...others } = changed;
  if (Object.keys(others).length > 0) requireOffice(actor, "settings");
  if (separated === true && !before.separated) {
    requireOffice(actor, "settings");
    await holders.requireAdministrators(store);
  }
  if (separated === false && before.separated) requireOffice(actor, "grants");
  await writeSettings(store.db, actor, changed);
  for (const [name, value] of Object.entries(changed))
    await appendAudit(store, actor, { event: "setting", target: name, detail: { value } });
  return readSettings(store.db);
}
