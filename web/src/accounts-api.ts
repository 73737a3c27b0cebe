import type {
  AccountLine,
  ApprovedMap,
  AuditPageView,
  AuditState,
  BackupLine,
  CalendarFeed,
  ChangedSince,
  ErasableImport,
  ErasureLine,
  GrantInput,
  Invitation,
  OfficeInput,
  OfficeLine,
  PlacesView,
  SessionView,
  Settings,
} from "@shanhai/server";
import { call, query } from "./api.js";

/** The part of the API about who works here. */
export const accountsApi = {
  switchPost: (membership: string | null) => call<SessionView>("POST", "/api/session/post", { membership }),
  lock: () => call<SessionView>("POST", "/api/session/lock"),
  unlock: (password: string) => call<SessionView>("POST", "/api/session/unlock", { password }),
  ownPassword: (old: string | null, next: string) =>
    call<SessionView>("POST", "/api/session/own-password", { old, next }),

  calendarFeed: () => call<{ readonly feed: CalendarFeed | null }>("GET", "/api/calendar-feed"),
  openCalendarFeed: () => call<{ readonly path: string }>("POST", "/api/calendar-feed"),
  closeCalendarFeed: () => call<{ readonly feed: null }>("DELETE", "/api/calendar-feed"),

  accounts: () => call<readonly AccountLine[]>("GET", "/api/accounts"),
  createAccount: (name: string, note: string | null, command_id: string) =>
    call<Invitation>("POST", "/api/accounts", { name, note, command_id }),
  setAccountState: (id: string, state: "active" | "disabled", reason: string, command_id: string) =>
    call<void>("POST", `/api/accounts/${id}/state`, { state, reason, command_id }),
  invite: (id: string, command_id: string) =>
    call<Invitation>("POST", `/api/accounts/${id}/invitation`, { command_id }),
  offices: () => call<readonly OfficeLine[]>("GET", "/api/offices"),
  places: () => call<PlacesView>("GET", "/api/offices/places"),
  makeOffice: (input: OfficeInput) => call<{ readonly id: string }>("POST", "/api/offices", input),
  changeOffice: (id: string, version: string, input: OfficeInput) =>
    call<{ readonly id: string }>("PUT", `/api/offices/${id}`, { ...input, version }),
  grant: (input: GrantInput) => call<{ readonly id: string }>("POST", "/api/posts", input),
  revoke: (id: string, version: string, reason: string, command_id: string) =>
    call<void>("POST", `/api/posts/${id}/revoke`, { version, reason, command_id }),

  settings: () => call<Settings>("GET", "/api/settings"),
  changeSettings: (changed: Partial<Settings>) => call<Settings>("PATCH", "/api/settings", changed),
  approvedMap: () => call<{ readonly map: ApprovedMap | null }>("GET", "/api/approved-map"),
  keepApprovedMap: (given: { readonly name: string; readonly approval: string }, picture: Blob) =>
    call<{ readonly map: ApprovedMap | null }>("PUT", `/api/approved-map${query(given)}`, picture),
  dropApprovedMap: () => call<{ readonly map: null }>("DELETE", "/api/approved-map"),
  audit: (search: { readonly before?: string; readonly event?: string }) =>
    call<AuditPageView>("GET", `/api/audit${query({ limit: 50, ...search })}`),
  verifyAudit: () => call<AuditState>("POST", "/api/audit/state"),
  erasures: () => call<readonly ErasureLine[]>("GET", "/api/erasures"),
  erasableImports: (document: string) =>
    call<readonly ErasableImport[]>("GET", `/api/erasures/imports${query({ document })}`),
  erase: (document: string, reason: string, only: string | null, command_id: string) =>
    call<void>("POST", "/api/erasures", { document, reason, command_id, ...(only === null ? {} : { import: only }) }),
  backups: () => call<readonly BackupLine[]>("GET", "/api/backups"),
  backUp: (command_id: string) => call<BackupLine>("POST", "/api/backups", { command_id }),
  drill: (id: string) => call<BackupLine>("POST", `/api/backups/${id}/drill`),
  changedSince: (day: string) => call<ChangedSince>("GET", `/api/changes/since${query({ day })}`),
};
