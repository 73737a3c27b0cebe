import type { Desk } from "../desk.js";
import type { Row } from "../ledger.js";
import type { SearchSentence } from "./search-desk.js";
import { allMarks, type SearchWord } from "./search-word.js";
import { sentenceAround } from "./sentence-around.js";

/** The sentence that speaks of a row; null where it has no source in a document. */
export type HitSources = (row: Row) => SearchSentence | null;

interface SourceRow {
  readonly [column: string]: unknown;
  readonly record_id: string;
  readonly scope_id: string;
  readonly document_id: string;
  readonly place: readonly { readonly start: number; readonly end: number }[] | null;
  readonly quote: string | null;
}

/**
 * The sources of the rows of a page: of each row the quote that holds most of the words, else the first chosen one. Quotes
 * are as printed, damage and all; the place is that of the whole quote.
 */
export async function hitSources(desk: Desk, rows: readonly Row[], words: readonly SearchWord[]): Promise<HitSources> {
  const record = rows[0]?.record;
  if (record === undefined) return () => null;
  const { rows: sources } = await desk.database.query<SourceRow>(
    `select scope_id, record_id, document_id, place, quote from source
      where scope_id = any($1::uuid[]) and record = $2 and record_id = any($3::uuid[])
        and document_id is not null and quote is not null order by chosen desc, seq, id`,
    [[...new Set(rows.map(({ scope_id }) => scope_id))], record, rows.map(({ id }) => id)],
  );
  const best = new Map<string, { readonly sentence: SearchSentence; readonly held: number }>();
  for (const { scope_id, record_id, document_id, place, quote } of sources) {
    const span = place?.[0];
    if (span === undefined || quote === null) continue;
    const marks = allMarks(words, quote);
    const key = `${scope_id} ${record_id}`;
    const held = best.get(key)?.held ?? -1;
    if (marks.length <= held) continue;
    const shown = sentenceAround(quote, marks);
    const sentence = { text: shown.text, marks: shown.marks, document_id, start: span.start, end: span.end };
    best.set(key, { sentence, held: marks.length });
  }
  return ({ scope_id, id }) => best.get(`${scope_id} ${id}`)?.sentence ?? null;
}
