import { type DocumentView, NIL_SCOPE, type ProposedRow, type ReviewItem, rowTitle } from "@shanhai/model";
import { seenDocument } from "../account/document-access.js";
import { mayDo, requireRight } from "../account/policy.js";
import type { Actor } from "../actor.js";
import { type CheckingState, checkingState, stateOf } from "../checking/checking-state.js";
import { correctionsOf, proposedRows, standingFacts } from "../checking/plan.js";
import { isPlain } from "../checking/row-targets.js";
import { scopeOf } from "../checking/scope-of.js";
import type { Desk } from "../desk.js";
import { LedgerError } from "../error-codes.js";
import type { DocumentLine, Page } from "../ledger.js";
import { bindTo } from "../querying/bind.js";
import { loadDecisions, loadDocumentRow, loadFacts, loadText, type StoredFact } from "./stored-document.js";

/** What a workbook is called in `genre`: it is not read for facts, its rows come in through 导入预演. */
export const WORKBOOK_GENRE = "workbook";

const MOST_LINES = 200;

interface LineRow {
  readonly [column: string]: unknown;
  readonly id: string;
  readonly arrival: string;
  readonly name: string | null;
  readonly title: string | null;
  readonly source_name: string | null;
  readonly published: string | null;
  readonly mark: string | null;
  readonly repairs: bigint;
  readonly facts: bigint;
  readonly open_facts: bigint;
  readonly withdrawn: boolean;
  readonly genre: string | null;
  readonly imported: boolean | null;
  readonly who: string | null;
  readonly at: string | null;
}

/** Documents (材料), newest first: those that the actor may open. */
export async function documents(
  desk: Desk,
  actor: Actor,
  query: { readonly after?: string; readonly limit?: number; readonly text?: string },
): Promise<Page<DocumentLine>> {
  const limit = Math.min(Math.max(query.limit ?? 50, 1), MOST_LINES);
  if (query.after !== undefined && !/^[0-9a-f-]{36}$/.test(query.after)) throw new LedgerError("DOCUMENT_NOT_FOUND");
  const values: unknown[] = [NIL_SCOPE, query.after ?? null, query.text || null, limit + 1, WORKBOOK_GENRE];
  // Who erases finds a document by its name and opens none.
  const erases = mayDo(actor, "erase") && !mayDo(actor, "read");
  if (!erases) requireRight(actor, "read");
  const seen = erases ? "true" : seenDocument(actor, bindTo(values));
  const { rows } = await desk.database.query<LineRow>(
    `select d.id, d.arrival, d.name, d.title, d.source_name, d.published, d.mark, d.repairs, d.facts, d.open_facts,
            d.withdrawn, d.genre, s.who, s.at,
            d.genre = $5 and exists (
              select 1 from sheet_import i, jsonb_array_elements(i.runs) part, run r
               where i.scope_id = d.scope_id and i.document = d.id
                 and r.scope_id = (part->>'scope_id')::uuid and r.id = (part->>'id')::uuid
                 and r.state <> 'undone') as imported
       from document d
       left join lateral (
         select s.who, c.at from submission s
           join change c on c.scope_id = s.scope_id and c.seq = s.seq
          where s.scope_id = d.scope_id and s.document = d.id order by s.seq limit 1) s on true
      where d.scope_id = $1
        and ($2::uuid is null or d.arrival < $2::uuid)
        and ($3::text is null or strpos(d.name, $3) > 0 or strpos(d.title, $3) > 0)
        and ${seen}
      order by d.arrival desc limit $4`,
    values,
  );
  const page = rows.slice(0, limit);
  return { rows: page.map(lineOf), next: rows.length > limit ? (page.at(-1)?.arrival ?? null) : null };
}

function lineOf(row: LineRow): DocumentLine {
  const facts = Number(row.facts);
  const open = Number(row.open_facts);
  return {
    id: row.id,
    name: row.name ?? "（已清除）",
    title: row.title,
    source: row.source_name,
    published: row.published,
    state: stateOfDocument({ erased: row.name === null, withdrawn: row.withdrawn, facts, open }),
    mark: row.mark,
    repairs: Number(row.repairs),
    facts,
    open,
    workbook: row.genre === WORKBOOK_GENRE,
    imported: row.imported === true,
    submitted_at: row.at ?? "",
    submitted_by: row.who ?? "",
  };
}

/** 待核对、核对中、已核对、已撤回、已清除. */
function stateOfDocument(of: {
  readonly erased: boolean;
  readonly withdrawn: boolean;
  readonly facts: number;
  readonly open: number;
}): DocumentView["state"] {
  if (of.erased) return "erased";
  if (of.withdrawn) return "withdrawn";
  if (of.open === 0) return "checked";
  return of.open >= of.facts ? "waiting" : "checking";
}

/** A document with its texts, facts, their state and the rows that they would become; null when there is none to see. */
export async function document(desk: Desk, actor: Actor, id: string): Promise<DocumentView | null> {
  const row = await loadDocumentRow(desk.database, id);
  const text = await loadText(desk.database, id);
  if (row === null || text === null || row.erased) return null;
  const line = await submissionOf(desk, actor, id);
  if (line === null) return null;
  const stored = await loadFacts(desk.database, id);
  const state = checkingState(await loadDecisions(desk.database, id));
  const proposed = proposedRows(desk, row, standingFacts(stored, state), "");
  const items: ReviewItem[] = [];
  for (const each of stored) {
    if (each.setAside && !state.holding.has(each.fact.id)) continue;
    items.push(await itemOf(desk, actor, each, state, proposed));
  }
  const decided = items.some((item) => item.state !== "open");
  return {
    id,
    name: row.name,
    state: stateOfDocument({ ...row, withdrawn: row.withdrawn !== null, facts: decided ? row.open + 1 : row.open }),
    submitted_at: line.at,
    submitted_by: line.who,
    mark: row.mark,
    withdrawn: row.withdrawn,
    extraction: text.head,
    raw: text.raw,
    repaired: text.repaired,
    edits: text.edits,
    furniture: text.furniture,
    items,
  };
}

/** Whether the actor may see a document: an office of some scopes sees those that it brought itself. */
export async function documentVisible(desk: Desk, actor: Actor, id: string): Promise<boolean> {
  return (await submissionOf(desk, actor, id)) !== null;
}

async function submissionOf(desk: Desk, actor: Actor, id: string) {
  requireRight(actor, "read");
  const values: unknown[] = [NIL_SCOPE, id];
  const seen = seenDocument(actor, bindTo(values));
  const { rows } = await desk.database.query<{ who: string; at: string }>(
    `select s.who, c.at from document d
       join submission s on s.scope_id = d.scope_id and s.document = d.id
       join change c on c.scope_id = s.scope_id and c.seq = s.seq
      where d.scope_id = $1 and d.id = $2 and ${seen} order by s.seq, s.id limit 1`,
    values,
  );
  return rows[0] ?? null;
}

async function itemOf(
  desk: Desk,
  actor: Actor,
  { fact, beside }: StoredFact,
  state: CheckingState,
  proposed: readonly ProposedRow[],
): Promise<ReviewItem> {
  const decision = state.holding.get(fact.id);
  const rows: ReviewItem["rows"][number][] = [];
  for (const row of proposed.filter((each) => each.fact === fact.id)) {
    // Candidates are for those who still have to decide; rows with an id from codes, or written along, have their place.
    const looking = decision === undefined && row.id === null && !state.rows.has(row.key);
    rows.push({
      key: row.key,
      record: row.record,
      title: titleOf(desk, row),
      candidates: looking ? await desk.candidates(actor, row, scopeOf(row.scope).id) : [],
    });
  }
  const corrections = correctionsOf(state, fact.id);
  return {
    fact,
    state: stateOf(decision),
    decision:
      decision === undefined
        ? null
        : {
            id: decision.id,
            at: decision.at,
            who: decision.who,
            values: Object.keys(corrections).length === 0 ? null : corrections,
          },
    beside,
    rows,
  };
}

function titleOf(desk: Desk, row: ProposedRow): string {
  const { definition } = desk.records.get(row.record);
  const plain = Object.entries(row.values).map(([field, { value }]) => [field, isPlain(value) ? value : null]);
  return rowTitle(definition, Object.fromEntries(plain)) || definition.zh;
}
