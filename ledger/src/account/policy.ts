import { NIL_SCOPE, type RecordDefinition, withParts } from "@shanhai/model";
import type { Actor, Role } from "../actor.js";
import { LedgerError } from "../error-codes.js";
import { recordsWrittenBy } from "./role-records.js";

/**
 * The one policy: the read path, the write path and every other door (材料, 核对, 佐证, 表格, 指标) ask it. Pure: who
 * somebody is was read with the session.
 *
 * A right is what a role may do at all; scopes and branch say where. `read` and `write` are the records of the trade;
 * `materials` brings documents in and checks them; `confirm` speaks for the own side to the other; `close` closes months;
 * `definitions` sets what indicators mean (指标口径). What funds, classes and grades are called (字典) is said by those
 * who consolidate or keep the system (`dictionaries`), as a circular holds for more than one county; what a county itself calls
 * them (`aliases`: 结镇帮镇扶村资金) its own reviewer knows, who answers for its numbers. `draw` keeps a drawn sample and what
 * was found (抽查), which an inspector may who writes nothing else;
 * `numbers` sees ID numbers and telephones unmasked; `name_lists` takes real-name lists out. The rest belongs to the
 * three administrators: `accounts`, `settings`, `backup` and `import` to the system's, `grants` and `erase` to
 * security's, `audit` to the auditor; `verify` and `export` to two of them.
 */
export type Right =
  | "read"
  | "write"
  | "materials"
  | "collect"
  | "review"
  | "confirm"
  | "close"
  | "numbers"
  | "name_lists"
  | "definitions"
  | "draw"
  | "dictionaries"
  | "aliases"
  | Office;

/** What concerns the whole installation, or cannot be undone. */
export type Office = "verify" | "erase" | "export" | "import" | "accounts" | "grants" | "audit" | "settings" | "backup";

const DESK = ["read", "write", "materials", "collect", "numbers", "name_lists", "draw"] as const;
const CARE: readonly Office[] = [
  "verify",
  "erase",
  "export",
  "import",
  "accounts",
  "grants",
  "audit",
  "settings",
  "backup",
];

const ROLE_RIGHTS: { readonly [role in Role]: ReadonlySet<Right> } = {
  administrator: new Set<Right>([
    ...DESK,
    "review",
    "confirm",
    "close",
    "definitions",
    "dictionaries",
    "aliases",
    ...CARE,
  ]),
  clerk: new Set<Right>([...DESK, "confirm"]),
  reviewer: new Set<Right>([...DESK, "review", "confirm", "close", "definitions", "aliases"]),
  leader: new Set<Right>(["read", "write", "review", "confirm", "close"]),
  finance: new Set<Right>(["read", "write", "materials", "numbers"]),
  posted_cadre: new Set<Right>(["read", "write", "materials", "confirm"]),
  project_owner: new Set<Right>(["read", "write"]),
  consolidator: new Set<Right>([
    "read",
    "write",
    "materials",
    "collect",
    "review",
    "confirm",
    "close",
    "definitions",
    "draw",
    "dictionaries",
    "aliases",
  ]),
  inspector: new Set<Right>(["read", "draw"]),
  system_admin: new Set<Right>([
    "dictionaries",
    "aliases",
    "accounts",
    "settings",
    "backup",
    "export",
    "import",
    "verify",
  ]),
  security_admin: new Set<Right>(["grants", "erase"]),
  audit_admin: new Set<Right>(["audit", "verify"]),
  sample_reviewer: new Set<Right>(["read", "write", "materials"]),
  unassigned: new Set<Right>(),
};

/** All rights, as an interface lists them. */
export const RIGHTS: readonly Right[] = [...ROLE_RIGHTS.administrator];

/** Whether the actor's role has a right, whatever the place. */
export function mayDo(actor: Actor, right: Right): boolean {
  // Who accepts what a colleague made carries it out as the colleague would have.
  if (actor.checking !== undefined && (right === "write" || right === "materials")) return true;
  if (!ROLE_RIGHTS[actor.role].has(right)) return false;
  if (actor.role !== "administrator" || !isOffice(right)) return true;
  // An office of some scopes keeps no installation; one with the three administrators leaves it to them.
  return actor.scopes === "all" && actor.separated !== true;
}

/** Refuses who lacks a right with ROLE_FORBIDDEN, which says whom to ask. */
export function requireRight(actor: Actor, right: Right): void {
  if (!mayDo(actor, right)) throw new LedgerError("ROLE_FORBIDDEN", { who: actor.name, ...RIGHT_WORDS[right] });
}

/**
 * Refuses who may not take a real-name list out (实名名单). Of a sample that he drew himself a drawer takes the telephone sheet
 * also where the role has no such right: an inspector has to call those people. It is logged and marked like every list.
 */
export function requireNameList(actor: Actor, ownDraw = false): void {
  if (!(ownDraw && mayDo(actor, "draw"))) requireRight(actor, "name_lists");
}

/** Refuses everybody but who keeps this part of the installation. */
export function requireOffice(actor: Actor, what: Office): void {
  requireRight(actor, what);
}

/**
 * 出处 and 佐证 belong to the row that they stand beside and to no branch of their own: whoever reads or writes that row
 * does so with them. Who takes a proof away is asked for the row first.
 */
export const BESIDE_ROWS: ReadonlySet<string> = new Set(["source", "proof"]);

/** Records of who works here, and the right that each asks for: made by one administrator, granted by another. */
const ACCOUNT_DOORS: ReadonlyMap<string, Office> = new Map([
  ["holder", "accounts"],
  ["office", "accounts"],
  ["membership", "grants"],
]);

/** Reference records that all read and only some set. */
const SET_BY: ReadonlyMap<string, Right> = new Map([
  ["indicator_rule", "definitions"],
  ["pace_rule", "definitions"],
  ["dictionary", "dictionaries"],
  ["dictionary_alias", "aliases"],
]);

/** What is kept of a drawn sample (抽查): whoever may draw keeps it, in the scopes that he sees. */
const DRAWN: ReadonlySet<string> = new Set(["spot_check", "spot_check_item"]);

/** Whose a drawn sample is: who drew it, in which role. */
export interface Drawn {
  readonly account: unknown;
  readonly role: unknown;
}

/**
 * Whether a drawn sample, and what was found of it, is the actor's to keep: an inspector's is nobody's but the inspector's, any
 * other is that of whoever writes in the ledgers there. Both sides see who drew; nobody mends another's.
 */
export function mayKeepDraw(actor: Actor, { account, role }: Drawn): boolean {
  if (!mayDo(actor, "draw")) return false;
  return account === actor.account_id || (mayDo(actor, "write") && role !== "inspector");
}

/** Whether a new draw says truly who drew it; one that says nothing is the office's. */
export function opensDraw(actor: Actor, { account, role }: Drawn): boolean {
  if (account === null && role === null) return mayDo(actor, "draw") && mayDo(actor, "write");
  return account === actor.account_id && role === actor.role;
}

/** Whether the actor reads this record at all: the role reads, and the branch holds it. Reference tables belong to no branch. */
export function mayReadRecord(actor: Actor, definition: Pick<RecordDefinition, "name" | "keeping">): boolean {
  const door = ACCOUNT_DOORS.get(definition.name);
  if (door !== undefined) return mayDo(actor, door) || mayDo(actor, "audit");
  const setBy = SET_BY.get(definition.name);
  if (setBy !== undefined && mayDo(actor, setBy)) return true;
  if (!mayDo(actor, "read")) return false;
  if (definition.keeping === "reference" || BESIDE_ROWS.has(definition.name)) return true;
  return actor.records === undefined || actor.records.includes(definition.name);
}

/** Refuses a record that the actor does not read with RECORD_FORBIDDEN. */
export function requireReadable(actor: Actor, definition: RecordDefinition): void {
  requireRight(actor, "read");
  if (!mayReadRecord(actor, definition))
    throw new LedgerError("RECORD_FORBIDDEN", { who: actor.name, record: definition.zh, record_en: definition.en });
}

/** The scopes of a record that an actor may read: `all`, or a list; none of a record that is not his. */
export function readableScopes(actor: Actor, definition: RecordDefinition, asked?: string): "all" | readonly string[] {
  if (!mayReadRecord(actor, definition)) return [];
  if (definition.keeping === "reference") return [NIL_SCOPE];
  if (asked === undefined) return actor.scopes;
  return maySee(actor, asked) ? [asked] : [];
}

/** Whether rows of this scope are within the actor's region; the record is asked beside it (`mayReadRecord`). */
export function maySee(actor: Actor, scopeId: string): boolean {
  return scopeId === NIL_SCOPE || actor.scopes === "all" || actor.scopes.includes(scopeId);
}

/** Whether the actor may read rows of this record in this scope. */
export function mayReadIn(actor: Actor, definition: RecordDefinition, scopeId: string): boolean {
  return maySee(actor, scopeId) && mayReadRecord(actor, definition);
}

/**
 * Whether the actor may write rows of this record in this scope. Whoever checks documents writes what the ledger keeps of
 * them, and the regions, units and people that they name. Accounts, offices and posts have a door of their own.
 */
export function mayWriteIn(actor: Actor, definition: Written, scopeId: string): boolean {
  const door = ACCOUNT_DOORS.get(definition.name) ?? SET_BY.get(definition.name);
  if (door !== undefined) return mayDo(actor, door);
  if (!maySee(actor, scopeId) || !mayReadRecord(actor, definition)) return false;
  if (DRAWN.has(definition.name)) return mayDo(actor, "draw");
  if (!mayDo(actor, "write")) return false;
  if (definition.name === HELD_RECORD || actor.checking !== undefined) return true;
  if (definition.keeping === "reference" && mayDo(actor, "materials")) return true;
  const own = recordsWrittenBy(actor.role);
  return own === "all" || own.has(definition.name) || BESIDE_ROWS.has(definition.name);
}

/** The ledgers that the actor writes where he works, so that an interface offers no other; each row is asked for again. */
export function recordsWritten(actor: Actor, definitions: readonly RecordDefinition[]): readonly string[] {
  return definitions.filter((definition) => mayWriteIn(actor, definition, NIL_SCOPE)).map(({ name }) => name);
}

type Written = Pick<RecordDefinition, "name" | "keeping">;

/**
 * Refuses a write outside the actor's rights, scopes or ledgers. Without a record: whether he writes in this scope at
 * all. Reference rows may be added by whoever writes records; those of accounts pass their own door.
 */
export function requireWritable(
  actor: Actor,
  scopeId: string,
  definition?: Written & Pick<RecordDefinition, "zh" | "en">,
): void {
  const door = ACCOUNT_DOORS.get(definition?.name ?? "") ?? SET_BY.get(definition?.name ?? "");
  requireRight(actor, door ?? (definition !== undefined && DRAWN.has(definition.name) ? "draw" : "write"));
  if (door !== undefined) return;
  if (!maySee(actor, scopeId)) throw new LedgerError("SCOPE_FORBIDDEN", { who: actor.name });
  if (definition !== undefined && !mayWriteIn(actor, definition, scopeId))
    throw new LedgerError("RECORD_FORBIDDEN", { who: actor.name, record: definition.zh, record_en: definition.en });
}

/**
 * Whether the actor speaks for a side (数据核对、确认函). A posted cadre works for both sides and confirms for neither
 * but that of the office he acts in; a working group (前方工作组), a bureau or a city confirms for nobody's county.
 * The office that keeps the installation for itself has no side and answers for what it enters.
 */
export function mayConfirm(actor: Actor, side: "east" | "west"): boolean {
  if (!mayDo(actor, "confirm")) return false;
  if (actor.office === undefined) return actor.scopes === "all";
  return actor.office.side === side && (actor.office.kind === "cooperation" || actor.office.kind === "government");
}

/** Refuses who does not speak for the side, with SIDE_FORBIDDEN. */
export function requireSide(actor: Actor, side: "east" | "west"): void {
  if (!mayConfirm(actor, side))
    throw new LedgerError("SIDE_FORBIDDEN", {
      who: actor.name,
      side: side === "east" ? "东部" : "西部",
      side_en: side === "east" ? "eastern" : "western",
    });
}

/** 待审变更: whoever writes in a ledger may lay a change before his colleagues. */
export const HELD_RECORD = "held_change";

/** Of some records those that wait for a colleague's review when this actor writes them (经办—审核, 设置 → 单位). */
export function heldOf(actor: Actor, records: readonly string[]): readonly string[] {
  const { office, checking } = actor;
  if (checking !== undefined || office?.reviewed === undefined || office.reviewed.length === 0) return [];
  const held = withParts(office.reviewed);
  return records.filter((record) => held.has(record));
}

/** The wall behind every door: nothing gets into such a ledger that was not accepted (REVIEW_NEEDED). */
export function refuseUnchecked(actor: Actor, records: readonly string[]): void {
  if (heldOf(actor, records).length > 0) throw new LedgerError("REVIEW_NEEDED", { office: actor.office?.name ?? "" });
}

/**
 * Whether the actor may accept or return what `maker` of his office made: somebody else with the right to review, or, in an
 * office of one person (一人办公), he himself, which is recorded and shown.
 */
export function mayCheckHeld(
  actor: Actor,
  of: { readonly office: string; readonly maker: string },
  onlyPerson: boolean,
): boolean {
  if (actor.office?.id !== of.office) return false;
  return of.maker === actor.account_id ? onlyPerson : mayDo(actor, "review");
}

/** How a thing was checked: by another person (审核), or by who made it (自审), which is recorded and printed as such. */
export type CheckKind = "checked" | "self_checked";

/** Refuses the maker as checker where the office keeps the two apart; else says which of the two it was. */
export function checkKind(actor: Actor, maker: string): CheckKind {
  if (maker !== actor.account_id) return "checked";
  if (actor.office?.maker_checker === true) throw new LedgerError("MAKER_IS_CHECKER", { who: actor.name });
  return "self_checked";
}

function isOffice(right: Right): right is Office {
  return (CARE as readonly Right[]).includes(right);
}

/** What a right is called in a refusal, and who gives it. */
const RIGHT_WORDS: { readonly [right in Right]: { readonly what: string; readonly what_en: string } } = {
  read: { what: "查看台账", what_en: "reading the ledgers" },
  write: { what: "填报、修改台账", what_en: "writing in the ledgers" },
  materials: { what: "材料导入与核对", what_en: "bringing in and checking documents" },
  collect: { what: "收表", what_en: "collecting workbooks" },
  review: { what: "审核", what_en: "reviewing" },
  definitions: { what: "设置指标口径", what_en: "setting what indicators mean" },
  draw: { what: "抽查", what_en: "keeping a spot check" },
  dictionaries: { what: "设置字典", what_en: "setting the dictionaries" },
  aliases: { what: "登记字典别名", what_en: "recording what a place calls an item" },
  confirm: { what: "数据确认", what_en: "confirming numbers" },
  close: { what: "封账", what_en: "closing a month" },
  numbers: { what: "查看证件号码", what_en: "seeing ID numbers" },
  name_lists: { what: "导出实名名单", what_en: "taking out real-name lists" },
  verify: { what: "校验台账", what_en: "verifying the ledger" },
  erase: { what: "清除", what_en: "erasing" },
  export: { what: "整库导出", what_en: "exporting the whole ledger" },
  import: { what: "整库导入", what_en: "importing a whole ledger" },
  accounts: { what: "账号管理", what_en: "keeping accounts" },
  grants: { what: "授权", what_en: "granting posts" },
  audit: { what: "查阅审计日志", what_en: "reading the audit log" },
  settings: { what: "系统设置", what_en: "changing settings" },
  backup: { what: "备份", what_en: "making backups" },
};
