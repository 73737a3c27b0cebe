import type { Fact } from "@shanhai/engine";
import type { Candidate, ProposalContext, ProposedRow, RecordDefinition } from "@shanhai/model";
import type { AuditEvent, NameListMark } from "./account/audit-event.js";
import type { Actor } from "./actor.js";
import type { Command, Receipt } from "./command.js";
import type { HeldReach, HeldWork } from "./holding/holding-desk.js";
import type { DocumentSource, Ledger, Row } from "./ledger.js";
import type { RecordSet } from "./schema/record-set.js";
import type { Database } from "./sql.js";
import type { PreparedBatch, writeBatch } from "./writing/write-batch.js";

/**
 * What the work with documents (材料导入、核对) needs from the rest of the room. Made once by open-ledger.ts, passed
 * down; rows are written through `write` only.
 */
export interface Desk {
  readonly database: Database;
  write(actor: Actor, command: Command): Promise<Receipt>;
  /** Several commands, all or none: only for what waits for review as one thing and is too large for one command. */
  writeTogether(actor: Actor, commands: readonly Command[]): Promise<readonly Receipt[]>;
  get(actor: Actor, record: string, scopeId: string, id: string): Promise<Row | null>;
  list: Ledger["list"];
  history: Ledger["history"];
  sources(actor: Actor, record: string, scopeId: string, id: string): Promise<readonly DocumentSource[]>;
  read: Ledger["read"];
  /** Writes new rows of a long roll whose lines were prepared elsewhere: the write path's own way for a million of them. */
  writeBatch(actor: Actor, batch: PreparedBatch): ReturnType<typeof writeBatch>;
  /** The key of a person here: an HMAC with the installation's secret, of which nothing can be read. */
  personKey(identity: string): string;
  /** What person keys are made with, for the thread that reads a long roll. */
  readonly personSecret: Uint8Array;
  /** Keeps bytes by their SHA-256, durable when it resolves; the same bytes again change nothing. */
  keepFile(bytes: Uint8Array): Promise<void>;
  /** Bytes of a kept file; null when it is missing. */
  keptFile(sha256: string): Promise<Uint8Array | null>;
  /** Where they are kept, for a file too large to be held. */
  keptPath(sha256: string): string;
  /** All rows that facts would become, in an order in which they can be written. */
  propose(facts: readonly Fact[], context: ProposalContext): readonly ProposedRow[];
  readonly records: RecordSet;
  /** Stored rows that may be the same thing as a proposed one. */
  candidates: (actor: Actor, row: ProposedRow, scopeId: string) => Promise<readonly Candidate[]>;
  /**
   * Lets a real-name list out (下载留痕): refuses who has no right to it, logs it before its first byte leaves, and gives the
   * line to print in it. `ownDraw`: of a sample that the actor drew himself. Absent in tests of other things.
   */
  takeNameList?(actor: Actor, record: RecordDefinition, ownDraw?: boolean): Promise<NameListMark>;
  /** Keeps an import or its undoing for review where the office wants that (HeldForReview). Absent in tests of other things. */
  holdRun?(actor: Actor, work: Exclude<HeldWork, { readonly kind: "rows" }>, of: HeldReach): Promise<void>;
  /** Writes what somebody did into the audit log; gives its number. Absent in tests of other things. */
  log?(actor: Actor, event: AuditEvent): Promise<string>;
}
