import { requireReadable, requireRight } from "../account/policy.js";
import type { Actor } from "../actor.js";
import type { Desk } from "../desk.js";
import { LedgerError } from "../error-codes.js";
import { fillDocumentGrams } from "./document-grams.js";
import { FoundWords, type Searched } from "./found-words.js";
import { fillRowWords } from "./row-words.js";
import type { SearchAnswer, SearchDesk, SearchGroup, SearchQuery } from "./search-desk.js";
import { searchDocuments } from "./search-documents.js";
import { recordsWithHits, searchedRecords, searchRecord } from "./search-records.js";
import { searchWords } from "./search-word.js";
import { SharedAnswers } from "./shared-answers.js";

/** Hits of each kind when all are asked for. */
const FEW = 5;
const MOST = 100;

/** 检索 over the ledger: see {@link SearchDesk}. */
export function searchDesk(desk: Desk): SearchDesk {
  const state: SearchState = { answers: new SharedAnswers(), filledAt: null };
  return { search: (actor, query) => search(desk, state, actor, query) };
}

/** What one program keeps between two searches. */
interface SearchState {
  readonly answers: SharedAnswers;
  /** Where the chains ended when everything that had come in was found by its words. */
  filledAt: string | null;
}

async function search(desk: Desk, state: SearchState, actor: Actor, query: SearchQuery): Promise<SearchAnswer> {
  requireRight(actor, "read");
  const words = searchWords(query.text);
  const also = [...new Set(words.flatMap(({ others }) => others))];
  if (words.length === 0) return { groups: [], also, filling: false };
  const heads = await headsNow(desk);
  const filling = state.filledAt !== heads && (await fill(desk));
  if (!filling) state.filledAt = heads;
  const answer = async () => {
    const asked = { words, found: await FoundWords.of(desk, actor, words) };
    return query.group === undefined ? fewOfEach(desk, actor, asked) : [await oneKind(desk, actor, asked, query)];
  };
  const question = JSON.stringify([heads, rightsOf(actor), query]);
  const groups = filling ? await answer() : await state.answers.get(question, answer);
  return { groups, also, filling };
}

/** Texts and rows that came in since the last search get their words; true when more are left. */
async function fill(desk: Desk): Promise<boolean> {
  const left = await fillDocumentGrams(desk.database);
  return (await fillRowWords(desk.database, desk.records)) || left;
}

/** Where all chains end: every write moves one of them on. */
async function headsNow(desk: Desk): Promise<string> {
  const { rows } = await desk.database.query<{ heads: string }>(
    "select count(*)::text || ' ' || coalesce(sum(seq), 0)::text as heads from head",
  );
  return rows[0]?.heads ?? "";
}

/** What decides what somebody sees, and how much of it; who he is only where documents may be his own. */
function rightsOf({ account_id, name: _name, membership: _post, ...rights }: Actor) {
  return rights.scopes === "all" && rights.records === undefined ? rights : { ...rights, account_id };
}

/** Names first (people, units, places), then documents, then what happened, each in the order of the records. */
async function fewOfEach(desk: Desk, actor: Actor, asked: Searched): Promise<SearchGroup[]> {
  const groups: SearchGroup[] = [];
  const held = await recordsWithHits(desk, actor, asked);
  const kinds = searchedRecords.filter(({ name }) => held.has(name));
  const names = kinds.filter(({ order }) => order.sound !== undefined);
  const first = (name: string) => searchRecord(desk, actor, name, asked, FEW, { glance: true });
  for (const { name } of names) groups.push(await first(name));
  groups.push(await searchDocuments(desk, actor, asked.words, FEW));
  for (const { name } of kinds.filter((kind) => !names.includes(kind))) groups.push(await first(name));
  return groups.filter(({ hits }) => hits.length > 0);
}

async function oneKind(
  desk: Desk,
  actor: Actor,
  asked: Searched,
  { group, after, limit = 50 }: SearchQuery,
): Promise<SearchGroup> {
  const rows = Math.min(Math.max(1, Math.trunc(limit)), MOST);
  const afterKey = after === "" ? undefined : after;
  if (group === "document") return searchDocuments(desk, actor, asked.words, rows, afterKey);
  const known = searchedRecords.find(({ name }) => name === group);
  if (known === undefined) throw new LedgerError("RECORD_UNKNOWN", { record: group ?? "" });
  requireReadable(actor, known);
  return searchRecord(desk, actor, known.name, asked, rows, afterKey === undefined ? {} : { afterKey });
}
