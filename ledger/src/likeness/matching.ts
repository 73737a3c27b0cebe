import type { Candidate, ProposedRow } from "@shanhai/model";
import type { Page, Query, Row } from "../ledger.js";

/** The read path as matching uses it, with the actor already given: nobody is offered a row that he may not see. */
export type Find = (record: string, query: Query) => Promise<Page<Row>>;

/** `ledger/src/matching/<record>.ts`: stored rows that may be the same thing as a proposed one, and why. */
export interface Matching {
  readonly record: string;
  /** Best first is not asked of it; scores are 0–1, and only a person merges. */
  candidates(row: ProposedRow, scopeId: string, find: Find): Promise<readonly Candidate[]>;
}

/** A likeness found: how sure, and the reasons in both languages. */
export interface Likeness {
  readonly score: number;
  readonly zh: readonly string[];
  readonly en: readonly string[];
}

/** A plain text or number of a proposed row; null for what is not proposed, for lists and for references. */
export function textOf(row: ProposedRow, field: string): string | null {
  const value = row.values[field]?.value;
  return typeof value === "string" || typeof value === "number" ? String(value) : null;
}

/** The same of a stored row. */
export function storedText(row: Row, field: string): string | null {
  const value = row.values[field];
  return typeof value === "string" || typeof value === "number" ? String(value) : null;
}

/** A stored row with the likeness that was found, as the page shows it. */
export function candidate(row: Row, likeness: Likeness): Candidate {
  const { record, scope_id, id, title } = row;
  const reason = { zh: likeness.zh.join("、"), en: likeness.en.join(", ") };
  return { record, scope_id, id, title, reason, score: Math.round(likeness.score * 100) / 100 };
}

/** Rows looked at before a search gives up: more than any pair holds of one record in the years of this work. */
const MOST_ROWS = 5_000;

/** All rows of a query, page by page. */
export async function everyRow(find: Find, record: string, query: Query): Promise<readonly Row[]> {
  const rows: Row[] = [];
  let after: string | undefined;
  do {
    const page = await find(record, { ...query, limit: 500, ...(after === undefined ? {} : { after }) });
    rows.push(...page.rows);
    after = page.next ?? undefined;
  } while (after !== undefined && rows.length < MOST_ROWS);
  return rows;
}
