import { createHash } from "node:crypto";
import { canonicalJson } from "./canonical-json.js";

/** The hash before the first link. */
export const FIRST_PREV: Buffer = Buffer.alloc(32);

/** What a link says of one row. `erase` names a version whose content was taken away (清除); its digest stays. */
export interface LinkRow {
  readonly op: "create" | "change" | "remove" | "erase";
  readonly record: string;
  readonly id: string;
  /** Of the version written; null for `remove` and `erase`. */
  readonly digest: string | null;
  /** For `erase`: the version. */
  readonly seq?: string;
}

/** One command's work in one scope. */
export interface Link {
  readonly scope: string;
  readonly origin: string;
  readonly seq: string;
  /** UTC with microseconds. */
  readonly at: string;
  /** Who wrote it; where a colleague had made it (经办), who accepted it (审核). */
  readonly actor: { readonly id: string; readonly name: string };
  /** Who made what `actor` accepted. Absent where nobody checks. */
  readonly maker?: { readonly id: string; readonly name: string };
  readonly command: string;
  readonly reason: string;
  readonly source: string | null;
  readonly rows: readonly LinkRow[];
}

/** The exact text that a link keeps and hashes: rows in the order of record, id, op and version. */
export function linkBody(link: Link): string {
  // Keys are made once per row: a command with its sources may have thousands.
  const keyed = link.rows.map((row) => ({ row, key: rowKey(row) })).sort((a, b) => compare(a.key, b.key));
  return linkText(link, keyed.map(({ row }) => canonicalJson(row)).join(","));
}

/** The same around rows that are in their order and canonical JSON already. */
export function linkText(link: Omit<Link, "rows">, rows: string): string {
  const { actor, at, command, maker, origin, reason, scope, seq, source } = link;
  const before = canonicalJson({ actor, at, command, ...(maker === undefined ? {} : { maker }), origin, reason });
  const after = canonicalJson({ scope, seq, source, v: 1 });
  return `${before.slice(0, -1)},"rows":[${rows}],${after.slice(1)}`;
}

/** SHA-256(prev ‖ body). */
export function linkHash(prev: Uint8Array, body: string): Buffer {
  return createHash("sha256").update(prev).update(body, "utf8").digest();
}

/** Reads a body back; null when it is not one, which only an edited body can be. */
export function parseBody(body: string): Link | null {
  try {
    const link = JSON.parse(body) as Link;
    return Array.isArray(link.rows) && typeof link.seq === "string" ? link : null;
  } catch {
    return null;
  }
}

function rowKey(row: LinkRow): string {
  return `${row.record} ${row.id} ${row.op} ${(row.seq ?? "").padStart(19, "0")}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
