import type { Reading, Source } from "@shanhai/engine";
import type { Decision, DocumentView, WritePlan } from "@shanhai/model";
import type { AccountDesk } from "./account/account-desk.js";
import type { Actor } from "./actor.js";
import type { CalendarDesk } from "./calendar/calendar-desk.js";
import type { CollectDesk } from "./collecting/collect-desk.js";
import type { Command, Receipt, SourceEntry } from "./command.js";
import type { CountingDesk } from "./counting/counting-desk.js";
import type { DefiningDesk } from "./defining/defining-desk.js";
import type { EvidenceDesk } from "./evidence/evidence-desk.js";
import type { TemplateDesk } from "./filling/template-desk.js";
import type { FollowupDesk } from "./followup/followup-desk.js";
import type { HoldingDesk } from "./holding/holding-desk.js";
import type { SheetDesk } from "./importing/sheet-desk.js";
import type { InspectDesk } from "./inspecting/inspect-desk.js";
import type { MoneyDesk } from "./money/money-desk.js";
import type { PackDesk } from "./packing/pack-desk.js";
import type { PrintingDesk } from "./printing/printing-desk.js";
import type { ExtentQuery, ListExtent, Query } from "./query.js";
import type { ChangeDesk } from "./querying/change-desk.js";
import type { ReceiveDesk } from "./receiving/receive-desk.js";
import type { ReconcileDesk } from "./reconciling/reconcile-desk.js";
import type { RegisterDesk } from "./registering/register-desk.js";
import type { RememberingDesk } from "./remembering/remembering-desk.js";
import type { ReportDesk } from "./reporting/report-desk.js";
import type { Row } from "./row.js";
import type { SearchDesk } from "./searching/search-desk.js";
import type { BackupDesk, ErasableImport } from "./transfer/backup-desk.js";
import type { ViewingDesk } from "./viewing/viewing-desk.js";
import type { WordingDesk } from "./wording/wording-desk.js";

export type { Condition, ExtentQuery, ListExtent, ListWindow, Query } from "./query.js";
export type { Row } from "./row.js";

export interface LedgerConfig {
  /** Directory of the embedded database, the files and heads.log. */
  readonly dataDir: string;
  /** A PostgreSQL server; absent: the embedded database in `dataDir`. */
  readonly databaseUrl?: string;
}

export interface Page<T> {
  readonly rows: readonly T[];
  /** Key to go on after; null at the end. */
  readonly next: string | null;
  /** Titles by id of the rows that these point to, where they were asked for. */
  readonly titles?: { readonly [id: string]: string };
}

/** Rows of one record that point to a row by one field, in that record's order; `next` goes on with `referringPage`. */
export interface ReferringRows extends Page<Row> {
  readonly record: string;
  readonly field: string;
}

/** A version of a row, and the link that made it; `row` null: the link that removed it. */
export interface HistoryEntry {
  readonly row: Row | null;
  readonly at: string;
  readonly who: string;
  readonly reason: string;
  /** 经办—审核: who made what `who` accepted; the same person where one keeps the office. Null where nobody checks. */
  readonly maker: string | null;
  readonly self_checked: boolean;
}

/** A row, and the field of the record that is asked for rows which point to it. */
export interface ReferringTarget {
  readonly record: string;
  readonly scopeId: string;
  readonly id: string;
  readonly from: string;
  readonly field: string;
}

export type ReferringQuery = Pick<Query, "after" | "limit" | "asOf">;

export interface DocumentLine {
  readonly id: string;
  readonly name: string;
  readonly title: string | null;
  readonly source: string | null;
  readonly published: string | null;
  readonly state: DocumentView["state"];
  readonly mark: string | null;
  readonly repairs: number;
  readonly facts: number;
  readonly open: number;
  /** A workbook: opened by 导入预演, it has no facts to check. */
  readonly workbook: boolean;
  /** Of a workbook: its rows were written, and not all taken back since. */
  readonly imported: boolean;
  readonly submitted_at: string;
  readonly submitted_by: string;
}

export interface Submission {
  readonly document_id: string;
  /** False: these bytes were here already; nothing was changed. */
  readonly created: boolean;
  /** A workbook, whose rows come in through 导入预演 (`planImport`). */
  readonly workbook?: boolean;
  /** Another document with the same name and other bytes, where there is one. */
  readonly same_name: readonly { readonly document_id: string; readonly submitted_at: string }[];
  readonly warnings: readonly { readonly zh: string; readonly en: string }[];
}

export interface Reread {
  readonly engine: string;
  /** Facts that were not there before, and open facts that this engine does not make any more. */
  readonly added: number;
  readonly set_aside: number;
}

export interface Summary {
  readonly documents: number;
  readonly repairs: { readonly [repair: string]: number };
  readonly facts: { readonly [kind: string]: number };
  readonly records: { readonly [record: string]: number };
  /** Facts that wait to be checked. */
  readonly waiting: number;
  /** Those of them that were agreed (议定), not only said. */
  readonly statements_agreed: number;
  /** Statements (表态) not yet broken down into tasks (待分解). */
  readonly statements_open: number;
}

export interface Verification {
  readonly ok: boolean;
  readonly scopes: number;
  readonly links: number;
  readonly rows: number;
  readonly files: number;
  /** Entries of the audit log, its chain recomputed. */
  readonly audit: number;
  /** The first broken place, in words. */
  readonly broken: { readonly code: string; readonly zh: string; readonly en: string } | null;
}

export interface DocumentSource extends SourceEntry {
  readonly id: string;
  readonly document_name: string | null;
  readonly at: string;
}

/** The ledger's door. Made by `openLedger(config)`. */
export interface Ledger
  extends LedgerCare,
    SearchDesk,
    RegisterDesk,
    EvidenceDesk,
    FollowupDesk,
    MoneyDesk,
    ReportDesk,
    CountingDesk,
    DefiningDesk,
    InspectDesk,
    PackDesk,
    CalendarDesk,
    ReceiveDesk,
    SheetDesk,
    HoldingDesk,
    RememberingDesk,
    ViewingDesk,
    ReconcileDesk,
    PrintingDesk,
    CollectDesk,
    TemplateDesk,
    WordingDesk {
  readonly kind: "embedded" | "server";
  write(actor: Actor, command: Command): Promise<Receipt>;
  list(actor: Actor, record: string, query: Query): Promise<Page<Row>>;
  /** How long a list is and where its windows begin, a piece of some thousand rows at a time. */
  extent(actor: Actor, record: string, query: ExtentQuery): Promise<ListExtent>;
  get(actor: Actor, record: string, scopeId: string, id: string, asOf?: string): Promise<Row | null>;
  history(actor: Actor, record: string, scopeId: string, id: string): Promise<readonly HistoryEntry[]>;
  sources(actor: Actor, record: string, scopeId: string, id: string): Promise<readonly DocumentSource[]>;
  /** The rows that point to this one (引用本条的台账), by record and field: a meeting's statements, a visit's meetings. */
  referring(
    actor: Actor,
    record: string,
    scopeId: string,
    id: string,
    query?: Omit<ReferringQuery, "after">,
  ): Promise<readonly ReferringRows[]>;
  /** One kind of them, page by page; a field that does not point to the record is QUERY_INVALID. */
  referringPage(actor: Actor, target: ReferringTarget, query?: ReferringQuery): Promise<Page<Row>>;

  /** Secrecy door, reading in a worker, file, facts. Reading errors are LedgerErrors with texts for the user. */
  submit(actor: Actor, source: Source, forParty?: string): Promise<Submission>;
  documents(
    actor: Actor,
    query: { readonly after?: string; readonly limit?: number; readonly text?: string },
  ): Promise<Page<DocumentLine>>;
  document(actor: Actor, id: string): Promise<DocumentView | null>;
  /**
   * Runs the present engine over a stored document: facts with a new id are offered beside the old ones of the same
   * kind and place, open ones it no longer makes are set aside; decisions and corrections stay.
   * `encoding` chooses how the bytes are read (a label, or `auto` for detection) and is kept with the document, so that
   * a later run without it reads the same way; the raw text is then a new one, refused while decisions stand
   * (DOCUMENT_IN_CHECKING). The choice and its rivals are `extraction.raw.choice`.
   */
  reread(actor: Actor, documentId: string, encoding?: string): Promise<Reread>;
  withdraw(actor: Actor, documentId: string, reason: string, commandId?: string): Promise<void>;
  plan(actor: Actor, documentId: string, decisions: readonly Decision[]): Promise<WritePlan>;
  /**
   * Writes exactly the plan with this hash, or refuses. What one command cannot hold is written in several, of whole
   * decisions each; `progress` counts decisions. Cut short, it says what was written (DECISIONS_CUT).
   */
  decide(
    actor: Actor,
    documentId: string,
    decisions: readonly Decision[],
    planHash: string,
    commandId: string,
    progress?: (done: number, of: number) => void,
  ): Promise<Receipt>;
  /** Takes the last decision on a fact back, with the opposite changes; refused with names where a later change touched a field. */
  undo(actor: Actor, documentId: string, fact: string, commandId: string): Promise<Receipt>;

  summary(actor: Actor): Promise<Summary>;
  /** Reads without storing: for `shanhai repair` and `extract`; same worker, same limits. */
  read(source: Source): Promise<Reading>;

  /** Who types commands on this machine: the first account, which keeps this installation. */
  operator(): Promise<Actor>;
  /** A sign-in link's token: works once, for 10 minutes. */
  createSignIn(account: "first"): Promise<{ readonly token: string; readonly expires: Date }>;
  /** Exchanges a token for a session; null when it is used, unknown or out of time. */
  exchangeSignIn(token: string): Promise<{ readonly session: string; readonly actor: Actor } | null>;
  /** Sets the password (scrypt) of the first account; asked for before another bind address than loopback. */
  setPassword(actor: Actor, password: string): Promise<void>;
  hasPassword(): Promise<boolean>;
  /** Null when name or password is wrong or the account rests after too many failures. */
  signInWithPassword(
    name: string,
    password: string,
  ): Promise<{ readonly session: string; readonly actor: Actor } | null>;
  actorOf(session: string): Promise<Actor | null>;
  endSession(session: string): Promise<void>;
  close(): Promise<void>;
}

/** What keeps the whole ledger sound: checked, moved, and freed of what should never have come in. */
export interface LedgerCare extends AccountDesk, ChangeDesk, BackupDesk {
  verify(actor: Actor, progress?: (done: number, of: number) => void): Promise<Verification>;
  /** The same `commandId` again finishes what it began and erases nothing twice. */
  erase(actor: Actor, documentId: string, reason: string, commandId?: string): Promise<void>;
  /** Erases what one import of a workbook brought; the workbook and its other imports stay. */
  eraseImport(actor: Actor, importId: string, reason: string, commandId?: string): Promise<void>;
  /** The imports of a workbook whose rows still stand, for who erases: when, who, how many rows; nothing of what they say. */
  importsToErase(actor: Actor, documentId: string): Promise<readonly ErasableImport[]>;
  exportTo(
    actor: Actor,
    directory: string,
  ): Promise<{ readonly rows: number; readonly files: number; readonly heads: number }>;
  importFrom(
    actor: Actor,
    directory: string,
  ): Promise<{ readonly rows: number; readonly files: number; readonly heads: number }>;
}
