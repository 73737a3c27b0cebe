export type {
  Acceptance,
  Accepted,
  AccountLine,
  ApprovedMap,
  AttachedProof,
  AuditEntry,
  AuditState,
  BackupLine,
  BreakDown,
  CalendarFeed,
  ChangeCount,
  ErasableImport,
  ErasureLine,
  FollowupBoard,
  FollowupCounts,
  FollowupLight,
  FollowupLine,
  FundLine,
  GrantInput,
  HeldField,
  HeldFile,
  HeldLine,
  HeldLists,
  HeldMark,
  HeldRow,
  HeldView,
  HistoryEntry,
  ImportMapping,
  Instruct,
  MoneyBoard,
  MoneyState,
  OfficeInput,
  OfficeLine,
  OpenStatement,
  PostLine,
  ProjectMoney,
  Proof,
  ProofFile,
  Registered,
  RegisteredPayment,
  ReturnVisit,
  Settings,
  TaskDraft,
  TemplateBinding,
  Unanswered,
} from "@shanhai/ledger";
export type { ServerParts } from "./build-server.js";
export { buildServer } from "./build-server.js";
export type * from "./contract.js";
export type { AuditPageView, Invitation, PlacesView, SessionView } from "./contracts/accounts.js";
export type { ChangedSince } from "./contracts/changes.js";
export type { ListExtent, ListWindow } from "./contracts/extent.js";
export type * from "./contracts/indicators.js";
export type * from "./contracts/inspecting.js";
export type * from "./contracts/packing.js";
export type * from "./contracts/receiving.js";
export type { SavedView } from "./contracts/viewing.js";
export type * from "./contracts/wording.js";
export type { ServerErrorCode } from "./error-codes.js";
export { SERVER_ERROR_CODES, ServerError } from "./error-codes.js";
export type { ServerConfig } from "./server-config.js";
export type { RunningServer } from "./start-server.js";
export { startServer } from "./start-server.js";
