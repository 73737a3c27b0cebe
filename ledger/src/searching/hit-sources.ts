import type { TextMark } from "@shanhai/model";
import type { Actor } from "../actor.js";
import type { Desk } from "../desk.js";
import type { Row } from "../ledger.js";
import type { SearchSentence } from "./search-desk.js";
import { allMarks, type SearchWord } from "./search-word.js";
import { type SeenText, seenTexts } from "./seen-texts.js";
import { sentenceAround } from "./sentence-around.js";

/** The sentence that speaks of a row; null where it has no source in a document. */
export type HitSources = (row: Row) => SearchSentence | null;

/** Words of a text, or a cell of a sheet. */
type Place = TextMark | { readonly sheet: string; readonly cell: string };

interface SourceRow {
  readonly [column: string]: unknown;
  readonly record_id: string;
  readonly scope_id: string;
  readonly document_id: string;
  readonly place: readonly Place[] | null;
  readonly quote: string;
}

interface Said {
  readonly document: string;
  readonly place: Place;
  readonly quote: string;
  readonly held: number;
}

/**
 * The sources of the rows of a page: of each row the quote that holds most of the words, else the first chosen one, in
 * the sentence of the document around it. Who may not open the document sees the quote alone, as the record's page shows it.
 */
export async function hitSources(
  desk: Desk,
  actor: Actor,
  rows: readonly Row[],
  words: readonly SearchWord[],
): Promise<HitSources> {
  const record = rows[0]?.record;
  if (record === undefined) return () => null;
  const { rows: sources } = await desk.database.query<SourceRow>(
    `select scope_id, record_id, document_id, place, quote from source
      where scope_id = any($1::uuid[]) and record = $2 and record_id = any($3::uuid[])
        and document_id is not null and quote is not null order by chosen desc, seq, id`,
    [[...new Set(rows.map(({ scope_id }) => scope_id))], record, rows.map(({ id }) => id)],
  );
  const best = new Map<string, Said>();
  for (const { scope_id, record_id, document_id, place, quote } of sources) {
    const key = `${scope_id} ${record_id}`;
    const held = allMarks(words, quote).length;
    const span = place?.[0];
    if (span === undefined || held <= (best.get(key)?.held ?? -1)) continue;
    best.set(key, { document: document_id, place: span, quote, held });
  }
  const texts = await seenTexts(desk.database, actor, [...new Set([...best.values()].map(({ document }) => document))]);
  return ({ scope_id, id }) => {
    const said = best.get(`${scope_id} ${id}`);
    return said === undefined ? null : sentenceOf(said, texts.get(said.document), words);
  };
}

function sentenceOf(
  { document, place, quote }: Said,
  seen: SeenText | undefined,
  words: readonly SearchWord[],
): SearchSentence {
  if (!("start" in place)) {
    const { sheet, cell } = place;
    const { text } = sentenceAround(quote, { start: 0, end: quote.length });
    const document_id = seen === undefined ? null : document;
    return { text, marks: allMarks(words, text), document_id, start: null, end: null, cell: { sheet, cell } };
  }
  const { start, end } = place;
  const { text } =
    seen === undefined
      ? sentenceAround(quote, { start: 0, end: quote.length })
      : sentenceAround(seen.repaired, seen.map.forward(start, end));
  return {
    text,
    marks: allMarks(words, text),
    document_id: seen === undefined ? null : document,
    start,
    end,
    cell: null,
  };
}
