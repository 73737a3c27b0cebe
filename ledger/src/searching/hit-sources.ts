import { hasRuns, type TextMark } from "@shanhai/model";
import type { Actor } from "../actor.js";
import type { Desk } from "../desk.js";
import type { Row } from "../ledger.js";
import { bulkSources } from "../querying/bulk-sources.js";
import type { KeptRecord } from "../schema/record-set.js";
import { marksIn } from "./found-words.js";
import type { SearchSentence } from "./search-desk.js";
import { allMarks, apart, type SearchWord } from "./search-word.js";
import { type SeenText, seenAmong, seenTexts } from "./seen-texts.js";
import { sentenceAround } from "./sentence-around.js";

/**
 * What says that a row holds the words: the sentence or cell that it came from, else the value of `field`, which holds one of
 * them beside the title; null where there is neither.
 */
export type HitSources = (row: Row, field: string | null) => SearchSentence | null;

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
  record: KeptRecord,
  rows: readonly Row[],
  words: readonly SearchWord[],
): Promise<HitSources> {
  if (rows.length === 0) return () => null;
  const { definition } = record;
  const fieldAlone = (row: Row, field: string | null) => (field === null ? null : fieldSaid(row, field, words));
  const byRun = hasRuns(definition) ? await runCells(desk, actor, record, rows, words) : fieldAlone;
  if (definition.bulk === true) return byRun;
  const { rows: sources } = await desk.database.query<SourceRow>(
    `select scope_id, record_id, document_id, place, quote from source
      where scope_id = any($1::uuid[]) and record = $2 and record_id = any($3::uuid[])
        and document_id is not null and quote is not null order by chosen desc, seq, id`,
    [[...new Set(rows.map(({ scope_id }) => scope_id))], definition.name, rows.map(({ id }) => id)],
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
  return (row, field) => {
    const said = best.get(`${row.scope_id} ${row.id}`);
    const sentence = said === undefined ? null : sentenceOf(said, texts.get(said.document), words);
    // What no source that was chosen holds, the row itself says.
    return sentence === null || (field !== null && sentence.marks.length === 0)
      ? (byRun(row, field) ?? sentence)
      : sentence;
  };
}

/** The cell of a field's value in the workbook of the row's run; the value alone where no run brought it. */
async function runCells(
  desk: Desk,
  actor: Actor,
  record: KeptRecord,
  rows: readonly Row[],
  words: readonly SearchWord[],
): Promise<HitSources> {
  const cells = await bulkSources(desk.database, record, rows);
  const documents = rows.flatMap((row) => cells(row).flatMap(({ document_id }) => document_id ?? []));
  const open = await seenAmong(desk.database, actor, [...new Set(documents)]);
  return (row, field) => {
    if (field === null) return null;
    const said = fieldSaid(row, field, words);
    const source = cells(row).find((cell) => cell.field === field);
    const place = source?.place ?? null;
    if (source === undefined || place === null || !("sheet" in place)) return said;
    const { sheet, cell } = place;
    const document_id = source.document_id !== null && open.has(source.document_id) ? source.document_id : null;
    return { ...said, document_id, cell: { sheet, cell } };
  };
}

/** The value of a field, as the actor sees it. */
function fieldSaid({ values }: Row, field: string, words: readonly SearchWord[]): SearchSentence {
  const text = String(values[field] ?? "");
  const marks = apart(words.flatMap((word) => marksIn(word, text)));
  return { field, text, marks, document_id: null, start: null, end: null, cell: null };
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
    return {
      field: null,
      text,
      marks: allMarks(words, text),
      document_id,
      start: null,
      end: null,
      cell: { sheet, cell },
    };
  }
  const { start, end } = place;
  const { text } =
    seen === undefined
      ? sentenceAround(quote, { start: 0, end: quote.length })
      : sentenceAround(seen.repaired, seen.map.forward(start, end));
  return {
    field: null,
    text,
    marks: allMarks(words, text),
    document_id: seen === undefined ? null : document,
    start,
    end,
    cell: null,
  };
}
