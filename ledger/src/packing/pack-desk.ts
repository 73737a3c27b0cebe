import type { Readable } from "node:stream";
import type { Actor } from "../actor.js";
import type { FrameQuery } from "../counting/counting-desk.js";

/**
 * 佐证材料包 (迎检): numbers of a month with the rows behind them, what was left out and why, and the original files, as a zip
 * that is unpacked to a U盘 and opened without network, program or script.
 */
export interface PackDesk {
  /** Says what a pack would hold; nothing is written and nothing leaves. The pack waits to be fetched for an hour. */
  preparePack(actor: Actor, query: PackQuery): Promise<PackState>;
  /** How far it is. PACK_MISSING for one that is not the actor's. */
  packState(actor: Actor, id: string): PackState;
  /**
   * The zip, written while it is read, in constant memory: the body must be read or destroyed. Logged before its first byte,
   * and again with the fingerprint of its list when it is whole. A pack is fetched once.
   */
  takePack(actor: Actor, id: string): Promise<{ readonly name: string; readonly body: Readable }>;
  /** Stops it where it is; what was fetched by then is no zip. */
  cancelPack(actor: Actor, id: string): PackState;
}

export interface PackQuery extends FrameQuery {
  readonly year: number;
  readonly month: number;
  readonly line: "west" | "east";
  /** Indicators by code, in any order. */
  readonly codes: readonly string[];
  /** As recorded at the end of that day (历史时点), ISO; rows, numbers, sources and proofs alike. */
  readonly asOf?: string;
  /** ID numbers, telephones and accounts in clear; asks for the right to see them. Otherwise their middle is hidden. */
  readonly plainNumbers?: boolean;
}

export interface PackState {
  readonly id: string;
  readonly state: "ready" | "running" | "done" | "cancelled" | "failed";
  /** Name of the zip. */
  readonly name: string;
  /** 截至日. */
  readonly day: string;
  readonly indicators: readonly PackedIndicator[];
  /** Original files, each once, and their size. */
  readonly proofs: number;
  readonly bytes: number;
  /** Files that stay out, each with its reason; a marked one without its name. */
  readonly leftOut: readonly LeftOut[];
  /** Whether names of persons are cut, because the actor takes no real-name lists out. */
  readonly namesCut: boolean;
  /** Original files that are in by now. */
  readonly written: number;
  /** Of the finished pack: how many files its list names, and the SHA-256 of that list (清单指纹). */
  readonly files: number | null;
  readonly fingerprint: string | null;
  /** Why it failed, in words. */
  readonly problem: { readonly code: string; readonly zh: string; readonly en: string } | null;
}

export interface PackedIndicator {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  /** Rows behind the number; null where it is counted from no ledger. */
  readonly rows: number | null;
  readonly proofs: number;
}

export interface LeftOut {
  readonly code: string;
  readonly name: string | null;
  /** It is marked 绝密, 机密 or 秘密; or its bytes are gone. */
  readonly reason: "secret" | "missing";
}
