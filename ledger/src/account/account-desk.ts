import type { RecordDefinition } from "@shanhai/model";
import type { Actor, OfficeKind, Role } from "../actor.js";
import type { AuditEntry, AuditEvent, AuditQuery, AuditState, NameListMark } from "./audit-event.js";
import type { Post } from "./posts.js";
import type { SessionState } from "./sessions.js";
import type { Settings } from "./settings.js";

export type { Post, SessionState, Settings };

/**
 * 标准地图: the one map that the installation may show, approved by the authority of surveying. 《地图管理条例》: a map that is
 * shown to others carries its approval number (审图号); a program that draws borders of its own would need one, so ours draws none.
 */
export interface ApprovedMap {
  /** 审图号, as it is printed: GS（2023）0000号. */
  readonly approval: string;
  /** File name of the picture as it came. */
  readonly name: string;
  readonly sha256: string;
}

/** An account as 设置 lists it, with its posts. */
export interface AccountLine {
  readonly id: string;
  readonly name: string;
  readonly state: "active" | "disabled";
  readonly note: string | null;
  /** The version to name in a change; null for the first account while it has no post. */
  readonly version: string | null;
  readonly has_password: boolean;
  /** Rests after too many wrong passwords. */
  readonly resting: boolean;
  readonly last_seen: string | null;
  readonly first: boolean;
  readonly posts: readonly PostLine[];
}

export interface PostLine {
  readonly id: string;
  readonly version: string;
  readonly account: string;
  readonly account_name: string;
  readonly office: string;
  readonly office_name: string;
  readonly role: Role;
  readonly title: string | null;
  readonly pairs: readonly string[];
  readonly branches: readonly string[];
  readonly projects: readonly string[];
}

export interface OfficeLine {
  readonly id: string;
  readonly version: string;
  readonly name: string;
  readonly kind: OfficeKind;
  readonly party: string | null;
  readonly party_name: string | null;
  readonly side: "east" | "west" | null;
  readonly branches: readonly string[];
  readonly place: string | null;
  readonly maker_checker: boolean;
  /** 须经审核的台账. */
  readonly reviewed: readonly string[];
  readonly state: "active" | "disabled";
  /** People with a post here; one person makes it a one-person office (一人办公), shown as such. */
  readonly people: number;
}

export interface Places {
  readonly parties: readonly { readonly id: string; readonly name: string }[];
  readonly pairs: readonly { readonly id: string; readonly name: string }[];
}

export interface OfficeInput {
  readonly name: string;
  readonly kind: OfficeKind;
  readonly party: string | null;
  readonly branches: readonly string[];
  readonly place: string | null;
  readonly maker_checker: boolean;
  /** 须经审核的台账, by name; absent: none. */
  readonly reviewed?: readonly string[];
  readonly state: "active" | "disabled";
  /** The same for every try: an office is made once. */
  readonly command_id?: string;
}

export interface GrantInput {
  readonly account: string;
  readonly office: string;
  readonly role: Role;
  readonly title: string | null;
  readonly pairs: readonly string[];
  readonly branches: readonly string[];
  readonly projects: readonly string[];
  /** The same for every try: a post is given once. */
  readonly command_id?: string;
}

/** 账号、单位、身份、审计: the part of the ledger's door about who works here. */
export interface AccountDesk {
  sessionState(session: string): Promise<SessionState | null>;
  /** Acts in another of the own posts; null when it is none. */
  switchPost(session: string, membership: string | null): Promise<Actor | null>;
  /** 锁屏; false where the account has no password to unlock with. */
  lockSession(session: string): Promise<boolean>;
  unlockSession(session: string, password: string): Promise<boolean>;
  /** A new password for who is signed in; his other sessions end. */
  changePassword(session: string, given: { readonly old: string | null; readonly next: string }): Promise<void>;

  accounts(actor: Actor): Promise<readonly AccountLine[]>;
  /** Makes an account without a password, and the link with which its holder sets one; the same command again, the same. */
  createAccount(
    actor: Actor,
    given: { readonly name: string; readonly note: string | null; readonly command_id?: string },
  ): Promise<{ readonly id: string; readonly token: string; readonly expires: Date }>;
  setAccountState(
    actor: Actor,
    id: string,
    state: "active" | "disabled",
    reason: string,
    commandId?: string,
  ): Promise<void>;
  /** A new link for a holder who forgot his password: the old one ends, and every session. */
  inviteAgain(
    actor: Actor,
    id: string,
    commandId?: string,
  ): Promise<{ readonly token: string; readonly expires: Date }>;

  offices(actor: Actor): Promise<readonly OfficeLine[]>;
  keepOffice(actor: Actor, input: OfficeInput, of?: { readonly id: string; readonly version: string }): Promise<string>;
  /** Regions and pairs by name, for who makes offices and grants posts: no rows of theirs. */
  places(actor: Actor): Promise<Places>;
  grantPost(actor: Actor, input: GrantInput): Promise<string>;
  revokePost(actor: Actor, id: string, version: string, reason: string, commandId?: string): Promise<void>;

  settings(actor: Actor): Promise<Settings>;
  changeSettings(actor: Actor, changed: Partial<Settings>): Promise<Settings>;

  /** 标准地图: the map that 总览 shows with its approval number; null while there is none. */
  approvedMap(actor: Actor): Promise<ApprovedMap | null>;
  approvedMapFile(actor: Actor, sha256: string): Promise<{ readonly bytes: Uint8Array } | null>;
  /** Refuses MAP_APPROVAL without an approval number, MAP_PICTURE for what is no PNG or JPEG of at most 20 MB. */
  keepApprovedMap(
    actor: Actor,
    given: { readonly name: string; readonly approval: string; readonly bytes: Uint8Array },
  ): Promise<ApprovedMap>;
  dropApprovedMap(actor: Actor): Promise<void>;

  auditLog(
    actor: Actor,
    query: AuditQuery,
  ): Promise<{ readonly rows: readonly AuditEntry[]; readonly next: string | null }>;
  auditState(actor: Actor): Promise<AuditState>;
  /** For the doors around the ledger: who signed in, was refused, took a list out. */
  note(who: Actor | { readonly name: string }, entry: AuditEvent): Promise<string>;
  /** Lets a real-name list (实名名单) out, logged; the line to print in it. Refuses who has no right to lists. */
  takeNameList(
    actor: Actor,
    list: { readonly record: RecordDefinition; readonly rows: number | null },
  ): Promise<NameListMark>;
}
