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

/** A link as it is kept. */
export interface StoredLink {
  readonly seq: bigint;
  readonly at: string;
  readonly actor: string;
  readonly actor_name: string;
  readonly maker: string | null;
  readonly maker_name: string | null;
  readonly command_id: string;
  readonly reason: string;
  readonly source: string | null;
  readonly body: string;
  readonly prev: Uint8Array;
  readonly hash: Uint8Array;
  readonly [column: string]: unknown;
}
