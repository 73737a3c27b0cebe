import type { Extraction, Fact, Furniture, RepairEdit } from "@shanhai/engine";
import { NIL_SCOPE, type Verdict } from "@shanhai/model";
import { seenDocument } from "../account/document-access.js";
import type { Actor } from "../actor.js";
import { bindTo } from "../querying/bind.js";
import { isUuid } from "../schema/record-columns.js";
import type { Sql } from "../sql.js";

/** Reading back what submit.ts, decide.ts and undo.ts wrote: the rows of one document, as their own types. */
export interface DocumentRow {
  readonly id: string;
  readonly version: string;
  readonly sha256: string;
  readonly name: string;
  readonly title: string | null;
  readonly source: string | null;
  readonly published: string | null;
  readonly encoding: string | null;
  readonly engine: string;
  readonly mark: string | null;
  readonly facts: number;
  readonly open: number;
  readonly withdrawn: { readonly who: string; readonly at: string; readonly reason: string } | null;
  /** Its words are gone (清除). */
  readonly erased: boolean;
}

export interface StoredText {
  readonly version: string;
  readonly raw: string;
  readonly repaired: string;
  readonly edits: readonly RepairEdit[];
  readonly furniture: readonly Furniture[];
  readonly head: Omit<Extraction, "facts">;
}

export interface StoredFact {
  readonly version: string;
  readonly rowId: string;
  readonly ordinal: number;
  readonly beside: readonly string[];
  readonly setAside: boolean;
  readonly fact: Fact;
}

/** What a decision wrote into one row, kept so that it can be taken back. */
export interface WrittenRow {
  readonly key: string;
  readonly record: string;
  readonly scope_id: string;
  readonly id: string;
  /** Its id follows from codes: everybody's row, which an undo leaves. */
  readonly coded: boolean;
  /** `use`: nothing written, but what was written needs this row. */
  readonly action: "create" | "change" | "source" | "use";
  /** Values before and after, of fields that were written. */
  readonly fields: { readonly [field: string]: { readonly before: unknown; readonly after: unknown } };
  /** Sources written, and those taken back, whole. */
  readonly sources: readonly string[];
  readonly withdrawn: readonly { readonly [key: string]: unknown }[];
}

export interface StoredDecision {
  readonly id: string;
  readonly fact: string;
  readonly verdict: Verdict | "undo";
  readonly corrected: { readonly [field: string]: unknown } | null;
  readonly written: readonly WrittenRow[];
  /** What it wrote was taken away with another document's words (清除): nobody knows any more what an undo would set back. */
  readonly erased: boolean;
  readonly replaces: string | null;
  readonly who: string;
  /** UTC. */
  readonly at: string;
}

export async function loadDocumentRow(sql: Sql, id: string): Promise<DocumentRow | null> {
  if (!isUuid(id)) return null;
  const { rows } = await sql.query<{
    id: string;
    seq: bigint;
    sha256: string;
    name: string | null;
    title: string | null;
    source_name: string | null;
    published: string | null;
    encoding: string | null;
    engine: string;
    mark: string | null;
    facts: bigint;
    open_facts: bigint;
    withdrawn: boolean;
    withdrawn_by: string | null;
    withdrawn_at: string | null;
    withdrawn_reason: string | null;
  }>(
    `select id, seq, sha256, name, title, source_name, published, encoding, engine, mark, facts, open_facts,
            withdrawn, withdrawn_by, withdrawn_at, withdrawn_reason
       from document where scope_id = $1 and id = $2`,
    [NIL_SCOPE, id],
  );
  const row = rows[0];
  if (row === undefined) return null;
  return {
    id: row.id,
    version: String(row.seq),
    sha256: row.sha256,
    name: row.name ?? "",
    title: row.title,
    source: row.source_name,
    published: row.published,
    encoding: row.encoding,
    engine: row.engine,
    mark: row.mark,
    facts: Number(row.facts),
    open: Number(row.open_facts),
    withdrawn: row.withdrawn
      ? { who: row.withdrawn_by ?? "", at: row.withdrawn_at ?? "", reason: row.withdrawn_reason ?? "" }
      : null,
    // A name is always stored; only erasure takes it.
    erased: row.name === null,
  };
}

export async function loadText(sql: Sql, id: string): Promise<StoredText | null> {
  const { rows } = await sql.query<{
    seq: bigint;
    raw: string | null;
    repaired: string | null;
    edits: RepairEdit[] | null;
    furniture: Furniture[] | null;
    head: Omit<Extraction, "facts">[] | null;
  }>("select seq, raw, repaired, edits, furniture, head from document_text where scope_id = $1 and id = $2", [
    NIL_SCOPE,
    id,
  ]);
  const row = rows[0];
  const head = row?.head?.[0];
  if (row === undefined || head === undefined || row.raw === null) return null;
  return {
    version: String(row.seq),
    raw: row.raw,
    repaired: row.repaired ?? "",
    edits: row.edits ?? [],
    furniture: row.furniture ?? [],
    head,
  };
}

/** Facts in the document's order. */
export async function loadFacts(sql: Sql, documentId: string): Promise<readonly StoredFact[]> {
  const { rows } = await sql.query<{
    seq: bigint;
    id: string;
    ordinal: bigint;
    beside: string[] | null;
    set_aside: boolean;
    body: Fact[] | null;
  }>(
    `select seq, id, ordinal, beside, set_aside, body from fact
      where scope_id = $1 and document = $2 order by ordinal, id`,
    [NIL_SCOPE, documentId],
  );
  return rows.flatMap((row) =>
    (row.body ?? []).map((fact) => ({
      version: String(row.seq),
      rowId: row.id,
      ordinal: Number(row.ordinal),
      beside: row.beside ?? [],
      setAside: row.set_aside,
      fact,
    })),
  );
}

/** Decisions, oldest first, with the time of the link that wrote them. */
export async function loadDecisions(sql: Sql, documentId: string): Promise<readonly StoredDecision[]> {
  const { rows } = await sql.query<{
    id: string;
    fact_id: string;
    verdict: StoredDecision["verdict"];
    corrected: { [field: string]: unknown }[] | null;
    written: WrittenRow[] | null;
    replaces: string | null;
    who: string;
    at: string;
  }>(
    `select d.id, d.fact_id, d.verdict, d.corrected, d.written, d.replaces, d.who, c.at
       from decision d
       join change c on c.scope_id = d.scope_id and c.seq = d.seq
      where d.scope_id = $1 and d.document = $2
      order by d.seq, d.id`,
    [NIL_SCOPE, documentId],
  );
  return rows.map((row) => ({
    id: row.id,
    fact: row.fact_id,
    verdict: row.verdict,
    corrected: row.corrected?.[0] ?? null,
    written: row.written ?? [],
    // A decision always stores a list, an empty one where it wrote nothing; only erasure takes it.
    erased: row.written === null,
    replaces: row.replaces,
    who: row.who,
    at: row.at,
  }));
}

/** Other documents of this file name, newest first. */
export async function documentsNamed(
  sql: Sql,
  actor: Actor,
  name: string,
  exceptId: string,
): Promise<readonly { readonly document_id: string; readonly submitted_at: string }[]> {
  const values: unknown[] = [NIL_SCOPE, name, exceptId];
  const seen = seenDocument(actor, bindTo(values));
  const { rows } = await sql.query<{ id: string; at: string }>(
    `select d.id, s.at
       from document d
       cross join lateral (
         select min(c.at) as at from submission s
           join change c on c.scope_id = s.scope_id and c.seq = s.seq
          where s.scope_id = d.scope_id and s.document = d.id) s
      where d.scope_id = $1 and d.name = $2 collate "C" and d.id <> $3 and ${seen}
      order by d.arrival desc limit 20`,
    values,
  );
  return rows.map(({ id, at }) => ({ document_id: id, submitted_at: at }));
}

export async function submittedBy(sql: Sql, documentId: string, account: string): Promise<boolean> {
  const { rows } = await sql.query(
    "select 1 from submission where scope_id = $1 and account = $2 and document = $3 limit 1",
    [NIL_SCOPE, account, documentId],
  );
  return rows.length > 0;
}
