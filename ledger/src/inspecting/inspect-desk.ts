import type { Rate } from "@shanhai/model";
import type { Actor } from "../actor.js";
import type { Row } from "../row.js";

/** 核查: samples of what makes a number, checked by telephone or on the spot, and what several counties have counted twice. */
export interface InspectDesk {
  /** Draws without keeping: the same seed gives the same rows as long as the ledger is the same. */
  drawSample(actor: Actor, query: SampleQuery): Promise<Sample>;
  /** Draws and keeps what was drawn. */
  startSpotCheck(actor: Actor, given: NewSpotCheck): Promise<SpotCheck>;
  spotChecks(actor: Actor): Promise<readonly SpotCheckLine[]>;
  spotCheck(actor: Actor, scopeId: string, id: string): Promise<SpotCheck>;
  /** What the telephone found for one row. */
  recordResult(actor: Actor, scopeId: string, id: string, given: SpotCheckResult): Promise<SpotCheck>;
  /**
   * 电话核查表.xlsx: names and telephones in full, so it is logged and marked like every real-name list. An inspector takes that
   * of his own draw; of another's it is refused with ROLE_FORBIDDEN.
   */
  phoneSheet(actor: Actor, scopeId: string, id: string): Promise<{ readonly name: string; readonly body: Uint8Array }>;
  /** Invoices, persons and photographs that stand more than once, across counties too. */
  duplicates(actor: Actor, year: number): Promise<readonly Duplicate[]>;
  duplicateYears(actor: Actor): Promise<DuplicateYears>;
}

export interface SampleQuery {
  readonly scope: string;
  readonly year: number;
  readonly month: number;
  readonly line: "west" | "east";
  readonly code: string;
  readonly size: number;
  readonly seed: string;
}

export interface Sample {
  /** How many rows make the number. */
  readonly population: number;
  readonly rows: readonly SampledRow[];
}

export interface SampledRow {
  readonly number: number;
  readonly record: string;
  readonly scope_id: string;
  readonly id: string;
  readonly title: string;
}

export interface NewSpotCheck extends SampleQuery {
  readonly title: string;
  readonly command_id: string;
}

export type SpotResult = "true" | "false" | "dead_number" | "unreached";

export interface SpotCheckLine {
  readonly scope_id: string;
  readonly id: string;
  readonly title: string;
  readonly pair: string;
  readonly indicator: string;
  readonly drawn_on: string;
  /** Who drew, and for which office: both sides of the pair see it. */
  readonly drawn_by: string | null;
  readonly sample: number;
  readonly checked: number;
}

export interface SpotCheck {
  readonly scope_id: string;
  readonly id: string;
  readonly title: string;
  readonly indicator: string;
  readonly year: number;
  readonly month: number;
  readonly seed: string;
  readonly population: number;
  readonly drawn_on: string;
  readonly drawn_by: string | null;
  /** The link of the scope's chain that it was drawn from. */
  readonly head: { readonly seq: string; readonly hash: string } | null;
  /** Whether the actor writes its results down: what an inspector drew is his. */
  readonly own: boolean;
  /** Whether the actor drew it himself. */
  readonly drew: boolean;
  /** Whether the telephone sheet is the actor's to take: a drawn name list is for who drew it, or takes such lists out. */
  readonly sheet: boolean;
  readonly items: readonly (Omit<SampledRow, "title"> & {
    /** Null: the row is gone or not to be seen. */
    readonly title: string | null;
    readonly item: string;
    readonly version: string;
    readonly result: SpotResult | null;
    readonly note: string | null;
  })[];
  readonly tally: { readonly [result in SpotResult]: number } & { readonly open: number };
  /** 属实率: true over all that were reached (未接不计); null before anybody was. */
  readonly rate: Rate | null;
}

export interface SpotCheckResult {
  readonly item: string;
  readonly version: string;
  readonly result: SpotResult | null;
  readonly note: string | null;
  readonly command_id: string;
}

/** Years that have rows or proofs, the latest first; `latest`: the one with rows of ledgers, where the list begins. */
export interface DuplicateYears {
  readonly latest: number | null;
  readonly years: readonly number[];
}

/** One thing that stands more than once. */
export interface Duplicate {
  readonly kind: "invoice" | "person" | "photo";
  /** What is the same: the invoice's number, the photograph's name; null for a person, whose row says it. */
  readonly what: string | null;
  /** The rows that the actor sees, with the pair each lives in; at least one. */
  readonly rows: readonly { readonly row: Row; readonly pair: string; readonly note: string | null }[];
  /** In how many places more, outside what the actor sees. */
  readonly elsewhere: number;
}
