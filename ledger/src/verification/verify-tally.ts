/** What was looked at so far; `verify` of each part adds to it. */
export interface Tally {
  scopes: number;
  links: number;
  rows: number;
  files: number;
  /** Entries of the audit log. */
  audit: number;
}

/** One chain's end. */
export interface Head {
  readonly scope_id: string;
  readonly origin: string;
  readonly seq: bigint;
  readonly hash: Uint8Array;
  readonly [column: string]: unknown;
}
