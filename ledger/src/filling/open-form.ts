import type { Desk } from "../desk.js";
import { LedgerError } from "../error-codes.js";
import { sha256Of } from "../fresh-id.js";
import { passSecrecyDoor } from "../intake/secrecy-door.js";
import { type Book, cellName } from "../workbook/book.js";
import { readBook } from "../workbook/read-book.js";
import { bookLimits } from "../workbook/workbook-limits.js";
import { ZipParts } from "../workbook/zip-parts.js";
import { documentForm, pageEdges, TEXT_PART } from "./document-form.js";
import { readDocument } from "./document-text.js";
import type { TemplateSheet } from "./template-desk.js";

/** So much of a form is shown to bind places in; forms are smaller. */
const mostRows = 200;
const mostColumns = 60;
export const DOCUMENT_PART = "word/document.xml";

/** A form as it was opened, whichever program it is of. */
export interface OpenForm {
  readonly kind: "xlsx" | "docx";
  readonly sheets: readonly TemplateSheet[];
  /** Its own words and where they stand (`附件3!A4`): what it is known by. */
  readonly words: readonly { readonly place: string; readonly text: string }[];
}

/**
 * Opens a form. Only a package can be filled in without touching the rest of it: .xls, .doc, .wps and the like are
 * TEMPLATE_FORMAT, which says what to save them as. Marks of secrecy are refused as everywhere.
 */
export async function openForm(desk: Desk, name: string, bytes: Uint8Array): Promise<OpenForm> {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) throw new LedgerError("TEMPLATE_FORMAT");
  const parts = await ZipParts.open(bytes, bookLimits);
  try {
    const xml = await parts.text(DOCUMENT_PART);
    if (xml === null) return bookForm(await readBook(bytes, name));
    passSecrecyDoor(await desk.read({ name, bytes }));
    const sheets = documentForm(readDocument(xml));
    const edges: TemplateSheet[] = [];
    for (const [of, part] of pageEdges(parts.names))
      edges.push(...documentForm(readDocument((await parts.text(part)) ?? ""), of));
    // A document is known by its main text: forms bound before heads and feet were read stay known.
    return { kind: "docx", sheets: [...sheets, ...edges], words: documentWords(sheets) };
  } finally {
    parts.close();
  }
}

function bookForm(book: Book): OpenForm {
  const sheets = book.sheets.filter(({ hidden }) => !hidden);
  return { kind: "xlsx", sheets: sheets.map(shown), words: bookWords(book) };
}

function shown(sheet: Book["sheets"][number]): TemplateSheet {
  const rows = Math.min(mostRows, Math.max(sheet.rows, ...sheet.merges.map(({ bottom }) => bottom + 1)));
  const columns = Math.min(mostColumns, Math.max(sheet.columns, ...sheet.merges.map(({ right }) => right + 1)));
  return {
    name: sheet.name,
    merges: sheet.merges.filter(({ bottom, right }) => bottom < rows && right < columns),
    cells: Array.from({ length: rows }, (_, row) =>
      Array.from({ length: columns }, (_, column) => {
        const cell = sheet.cell(row, column);
        return cell === null ? null : { text: cell.text, formula: cell.formula !== undefined };
      }),
    ),
  };
}

function bookWords(book: Book): OpenForm["words"] {
  return book.sheets.flatMap((sheet, at) => {
    if (sheet.hidden) return [];
    const words: { place: string; text: string }[] = [];
    for (let row = 0; row < Math.min(sheet.rows, mostRows); row++)
      for (let column = 0; column < Math.min(sheet.columns, mostColumns); column++) {
        const cell = sheet.cell(row, column);
        if (cell === null || cell.kind !== "text" || cell.formula !== undefined) continue;
        const text = formWord(cell.text);
        if (text !== null) words.push({ place: `${sheet.name}!${cellName(row, column)}`, text: `${at} ${text}` });
      }
    return words;
  });
}

function documentWords(sheets: readonly TemplateSheet[]): OpenForm["words"] {
  return sheets.flatMap(({ name, cells, lines = [] }) => [
    ...cells.flatMap((row, at) =>
      row.flatMap((cell, column) => {
        const text = cell === null ? null : formWord(cell.text);
        return text === null ? [] : [{ place: `${name}!${cellName(at, column)}`, text: `${name} ${text}` }];
      }),
    ),
    ...lines.flatMap((pieces, at) => {
      const text = formWord(pieces.flatMap((piece) => (piece.place === undefined ? [piece.text] : [])).join(""));
      return text === null ? [] : [{ place: `${TEXT_PART}#${at}`, text }];
    }),
  ]);
}

/** A word of the form itself: figures as such, without what changes with who fills it in (填报单位：…, 填表人：…). */
function formWord(printed: string): string | null {
  const text = printed
    .normalize("NFKC")
    .replace(/[\s_]+/g, "")
    .replace(/\d+/g, "#");
  return text === "" || text.includes(":") || /^[#.,%/—-]+$/.test(text) ? null : text;
}

/**
 * What a form is known by (表样指纹): its words and where they stand, whatever month, day and names are filled in around
 * them. Next month's copy is the same form; one with another column is another. `without`: places whose words were filled
 * in last month.
 */
export function fingerprintOfForm(
  { words }: Pick<OpenForm, "words">,
  without: ReadonlySet<string> = new Set(),
): string {
  const own = words.filter(({ place }) => !without.has(place));
  const text = own.map((word) => `${word.place.replace(/^.*!/u, "")} ${word.text}`).join("\n");
  return sha256Of(new TextEncoder().encode(text)).slice(0, 32);
}
