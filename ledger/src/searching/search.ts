import { requireReadable, requireRight } from "../account/policy.js";
import type { Actor } from "../actor.js";
import type { Desk } from "../desk.js";
import { LedgerError } from "../error-codes.js";
import { fillDocumentGrams } from "./document-grams.js";
import { FoundWords } from "./found-words.js";
import { fillRowWords } from "./row-words.js";
import type { SearchAnswer, SearchDesk, SearchGroup, SearchQuery } from "./search-desk.js";
import { searchDocuments } from "./search-documents.js";
import { recordsWithHits, type Searched, searchedRecords, searchRecord } from "./search-records.js";
import { searchWords } from "./search-word.js";

/** Hits of each kind when all are asked for. */
const FEW = 5;
const MOST = 100;

/** 检索 over the ledger: see {@link SearchDesk}. */
export function searchDesk(desk: Desk): SearchDesk {
  return { search: (actor, query) => search(desk, actor, query) };
}

async function search(desk: Desk, actor: Actor, query: SearchQuery): Promise<SearchAnswer> {
  requireRight(actor, "read");
  const words = searchWords(query.text);
  const also = [...new Set(words.flatMap(({ others }) => others))];
  if (words.length === 0) return { groups: [], also, filling: false };
  const left = await fillDocumentGrams(desk.database);
  const filling = (await fillRowWords(desk.database, desk.records)) || left;
  const asked = { words, found: await FoundWords.of(desk, actor, words) };
  const groups =
    query.group === undefined ? await fewOfEach(desk, actor, asked) : [await oneKind(desk, actor, asked, query)];
  return { groups, also, filling };
}

/** Names first (people, units, places), then documents, then what happened, each in the order of the records. */
async function fewOfEach(desk: Desk, actor: Actor, asked: Searched): Promise<SearchGroup[]> {
  const groups: SearchGroup[] = [];
  const held = await recordsWithHits(desk, actor, asked);
  const kinds = searchedRecords.filter(({ name }) => held.has(name));
  const names = kinds.filter(({ order }) => order.sound !== undefined);
  for (const { name } of names) groups.push(await searchRecord(desk, actor, name, asked, FEW));
  groups.push(await searchDocuments(desk, actor, asked.words, FEW));
  for (const { name } of kinds.filter((kind) => !names.includes(kind)))
    groups.push(await searchRecord(desk, actor, name, asked, FEW));
  return groups.filter(({ hits }) => hits.length > 0);
}

async function oneKind(
  desk: Desk,
  actor: Actor,
  asked: Searched,
  { group, after, limit = 50 }: SearchQuery,
): Promise<SearchGroup> {
  const rows = Math.min(Math.max(1, Math.trunc(limit)), MOST);
  if (group === "document") return searchDocuments(desk, actor, asked.words, rows, after);
  const known = searchedRecords.find(({ name }) => name === group);
  if (known === undefined) throw new LedgerError("RECORD_UNKNOWN", { record: group ?? "" });
  requireReadable(actor, known);
  return searchRecord(desk, actor, known.name, asked, rows, after);
}
