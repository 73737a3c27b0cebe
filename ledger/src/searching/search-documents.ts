import type { RepairEdit } from "@shanhai/engine";
import { NIL_SCOPE } from "@shanhai/model";
import { seenDocument } from "../account/document-access.js";
import type { Actor } from "../actor.js";
import type { Desk } from "../desk.js";
import { LedgerError } from "../error-codes.js";
import { binder } from "../querying/bind.js";

import { isUuid } from "../schema/record-columns.js";
import type { SearchGroup, SearchHit } from "./search-desk.js";
import { allMarks, gramsCondition, marksOf, type SearchWord } from "./search-word.js";
import { repairMap } from "./seen-texts.js";
import { sentenceAround } from "./sentence-around.js";

interface FoundText {
  readonly [column: string]: unknown;
  readonly id: string;
  readonly arrival: string;
  readonly name: string;
  readonly title: string | null;
  readonly repaired: string | null;
  readonly edits: readonly RepairEdit[] | null;
}

/** Documents whose name, title or repaired text holds all words, newest first; an actor of some scopes sees his own. */
export async function searchDocuments(
  desk: Desk,
  actor: Actor,
  words: readonly SearchWord[],
  limit: number,
  after?: string,
): Promise<SearchGroup> {
  if (after !== undefined && !isUuid(after)) throw new LedgerError("QUERY_INVALID", { part: "after" });
  const hits: SearchHit[] = [];
  let from = after ?? null;
  let last: string | null = null;
  while (true) {
    const rows = await foundTexts(desk, actor, words, from, limit + 1);
    for (const row of rows) {
      // Grams say where the words may be; the text says where they are.
      const hit = hitOf(words, row);
      if (hit === null) continue;
      if (hits.length === limit) return { group: "document", hits, next: last, some: false };
      hits.push(hit);
      last = row.arrival;
    }
    from = rows.at(-1)?.arrival ?? null;
    if (rows.length <= limit) return { group: "document", hits, next: null, some: false };
  }
}

async function foundTexts(
  desk: Desk,
  actor: Actor,
  words: readonly SearchWord[],
  after: string | null,
  limit: number,
): Promise<readonly FoundText[]> {
  const { values, bind } = binder();
  const nil = bind(NIL_SCOPE, "uuid");
  const beyond = after === null ? "" : ` and d.arrival < ${bind(after, "uuid")}`;
  const { rows } = await desk.database.query<FoundText>(
    `with found as materialized (
       select document from document_search where scope_id = ${nil} and ${gramsCondition(words, false, "search_grams", bind)}),
     page as (
       select d.id, d.arrival, d.name, d.title from found f join document d on d.scope_id = ${nil} and d.id = f.document
        where d.name is not null and not d.withdrawn and ${seenDocument(actor, bind)}${beyond} order by d.arrival desc limit ${bind(limit, "bigint")})
     select p.*, t.repaired, t.edits from page p
       join document_text t on t.scope_id = ${nil} and t.document = p.id order by p.arrival desc`,
    values,
  );
  return rows;
}

function hitOf(words: readonly SearchWord[], row: FoundText): SearchHit | null {
  const text = row.repaired ?? "";
  const named = [row.name, row.title].join("\n");
  if (words.some((word) => marksOf(word, text).length === 0 && marksOf(word, named).length === 0)) return null;
  const title = row.title ?? row.name;
  const inText = allMarks(words, text);
  const base = { scope_id: NIL_SCOPE, id: row.id, title, marks: allMarks(words, title), former: null };
  // The first hit is as a rule the title at the head of the text: what the text says of it comes after.
  const said = inText.find(({ start }) => start > text.indexOf(title) + title.length) ?? inText[0];
  if (said === undefined) return { ...base, sentence: null };
  const shown = sentenceAround(text, said);
  const { start, end } = repairMap(row.edits ?? []).backward(shown.start, shown.end);
  const sentence = {
    field: null,
    text: shown.text,
    marks: allMarks(words, shown.text),
    document_id: row.id,
    start,
    end,
    cell: null,
  };
  return { ...base, sentence };
}
