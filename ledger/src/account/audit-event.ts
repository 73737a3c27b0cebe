/** What happened, as an auditor reads it. `target` names a thing by its number or name, never a value of the ledger. */
export interface AuditEvent {
  readonly event: AuditCode;
  readonly target?: string;
  readonly outcome?: "done" | "refused" | "failed";
  /** What else is to be known: the route refused, rows of a list, the reason of an erasure. */
  readonly detail?: { readonly [key: string]: string | number | boolean | null };
}

export type AuditCode =
  | "sign_in"
  | "sign_out"
  | "lock"
  | "unlock"
  | "switch_post"
  | "password"
  | "account_made"
  | "account_state"
  | "invite"
  | "office"
  | "grant"
  | "revoke"
  | "setting"
  | "refused"
  | "name_list"
  | "pack"
  | "pack_sealed"
  | "export"
  | "import"
  | "erase"
  | "verify"
  | "backup"
  | "drill"
  | "review"
  | "close_month"
  | "calendar_feed"
  | "calendar_read";

export interface AuditEntry {
  readonly seq: string;
  readonly at: string;
  readonly who: string;
  readonly office: string | null;
  readonly event: string;
  readonly target: string | null;
  readonly outcome: string;
  readonly detail: { readonly [key: string]: unknown };
}

export interface AuditQuery {
  /** Entries before this one (newest first). */
  readonly before?: string;
  readonly limit?: number;
  readonly event?: string;
  readonly account?: string;
}

/** Whether the audit chain is whole: recomputed from its first entry; `broken` is the first one that does not fit. */
export interface AuditState {
  readonly entries: number;
  readonly first_at: string | null;
  readonly last_at: string | null;
  /** Hash of the last entry, to be printed and kept elsewhere. */
  readonly head: string;
  readonly broken: string | null;
}

/** The line that a real-name list carries (水印): who took it out, when, under which number of the audit log. */
export interface NameListMark {
  readonly zh: string;
  readonly en: string;
}
