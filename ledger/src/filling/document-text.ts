/** A `w:t` of a document: where its tag and its content stand in the XML, and what it says. */
export interface DocumentText {
  readonly open: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly underlined: boolean;
  /** How its run looks (`w:rPr`), empty where nothing is said. */
  readonly look: string;
}

export interface DocumentParagraph {
  readonly texts: readonly DocumentText[];
  /** The whole tag of a paragraph without content (`<w:p/>`), else empty. */
  readonly bare: { readonly start: number; readonly end: number } | null;
  /** Where a run can be put in: before its end tag. */
  readonly end: number;
  /** How its mark looks (`w:rPr` of `w:pPr`), which is how a first word looks. */
  readonly look: string;
  readonly inTable: boolean;
}

export interface DocumentCell {
  readonly column: number;
  readonly span: number;
  /** It goes on the cell above it. */
  readonly continues: boolean;
  readonly paragraphs: readonly DocumentParagraph[];
}

export interface DocumentTable {
  readonly rows: readonly (readonly DocumentCell[])[];
  /** Where each row's tags stand. */
  readonly places: readonly { readonly start: number; readonly end: number }[];
}

export interface DocumentParts {
  /** In reading order, those in cells too. */
  readonly paragraphs: readonly DocumentParagraph[];
  /** In the order in which they begin; a table in a cell is one of its own. */
  readonly tables: readonly DocumentTable[];
}

type Open<T> = { -readonly [key in keyof T]: T[key] extends readonly (infer item)[] ? item[] : T[key] };
interface OpenTable {
  readonly rows: DocumentCell[][];
  readonly places: { start: number; end: number }[];
  column: number;
  cell: (Open<DocumentCell> & { closed?: boolean }) | null;
}

const tags = /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<(\/?)([\w.-]+:)?([\w.-]+)((?:\s(?:"[^"]*"|'[^']*'|[^>"'])*?)?)(\/?)>/g;

/**
 * Reads where the words of a document's main part stand (`word/document.xml`), without changing or dropping anything: what
 * is deleted, moved away or there twice for older programs is passed over.
 */
export function readDocument(xml: string): DocumentParts {
  const paragraphs: DocumentParagraph[] = [];
  const tables: DocumentTable[] = [];
  const openParagraphs: (Open<DocumentParagraph> & { lookStart: number; inMark: boolean })[] = [];
  const openTables: OpenTable[] = [];
  let run: { underlined: boolean; look: string; lookStart: number } | null = null;
  let passed = 0;
  let text: { open: number; start: number } | null = null;
  for (const found of xml.matchAll(tags)) {
    const [whole, slash, prefix = "", name = "", attributes = "", bare] = found;
    const at = found.index;
    const opens = slash !== "/";
    const closed = bare === "/";
    if (name === "Fallback" || name === "del" || name === "moveFrom") {
      // `w:del` is also the mark of a deleted paragraph end, an empty tag.
      if (!closed) passed += opens ? 1 : -1;
      continue;
    }
    if (passed > 0 || (prefix !== "w:" && prefix !== "")) continue;
    const paragraph = openParagraphs.at(-1);
    const table = openTables.at(-1);
    if (name === "p") {
      if (opens) {
        const made = {
          texts: [],
          bare: closed ? { start: at, end: at + whole.length } : null,
          ...{ end: at + whole.length, look: "", inTable: openTables.length > 0, lookStart: -1, inMark: false },
        };
        paragraphs.push(made);
        openTables.at(-1)?.cell?.paragraphs.push(made);
        if (!closed) openParagraphs.push(made);
      } else if (paragraph !== undefined) {
        paragraph.end = at;
        openParagraphs.pop();
      }
    } else if (name === "pPr" && paragraph !== undefined) paragraph.inMark = opens && !closed;
    else if (name === "rPr" && paragraph?.inMark === true) {
      if (opens && !closed && paragraph.lookStart < 0) paragraph.lookStart = at;
      else if (!opens) paragraph.look = xml.slice(paragraph.lookStart, at + whole.length);
    } else if (name === "rPr" && run !== null) {
      if (opens && !closed && run.lookStart < 0) run.lookStart = at;
      else if (!opens && run.lookStart >= 0) run.look = xml.slice(run.lookStart, at + whole.length);
    } else if (name === "r") run = opens && !closed ? { underlined: false, look: "", lookStart: -1 } : null;
    else if (name === "u" && run !== null) run.underlined = !/w:val\s*=\s*["']none["']/.test(attributes);
    else if (name === "t") {
      if (opens && !closed) text = { open: at, start: at + whole.length };
      else if (!opens && text !== null) {
        paragraph?.texts.push({ ...text, end: at, text: plain(xml.slice(text.start, at)), ...underline(run) });
        text = null;
      }
    } else if (name === "tbl") {
      if (opens) {
        const rows: DocumentCell[][] = [];
        const places: OpenTable["places"] = [];
        tables.push({ rows, places });
        openTables.push({ rows, places, column: 0, cell: null });
      } else openTables.pop();
    } else if (table !== undefined) {
      tableTag(table, name, opens, closed, attributes);
      const place = table.places.at(-1);
      if (name === "tr" && opens) table.places.push({ start: at, end: at + whole.length });
      else if (name === "tr" && place !== undefined) place.end = at + whole.length;
    }
  }
  return { paragraphs, tables };
}

function underline(run: { readonly underlined: boolean; readonly look: string } | null) {
  const look = run?.look.replace(/<w:rPrChange\b[\s\S]*?<\/w:rPrChange>/g, "") ?? "";
  return { underlined: run?.underlined === true, look };
}

function tableTag(table: OpenTable, name: string, opens: boolean, closed: boolean, attributes: string): void {
  const value = /w:val\s*=\s*["']([^"']*)/.exec(attributes)?.[1] ?? "";
  const { cell } = table;
  if (name === "tr" && opens) {
    table.rows.push([]);
    table.column = 0;
  } else if (name === "gridBefore") table.column += Number(value) || 0;
  else if (name === "tc" && opens && !closed) {
    table.cell = { column: table.column, span: 1, continues: false, paragraphs: [] };
    table.rows.at(-1)?.push(table.cell);
  } else if (name === "tc" && !opens && cell !== null) {
    table.column = cell.column + cell.span;
    table.cell = null;
  } else if (name === "gridSpan" && cell !== null) cell.span = Math.min(63, Number(value) || 1);
  else if (name === "vMerge" && cell !== null) cell.continues = value !== "restart";
}

const named: { readonly [name: string]: string } = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

function plain(xml: string): string {
  return xml.replace(/&(?:#(\d+)|#[xX]([0-9a-fA-F]+)|(\w+));/g, (whole, decimal, hex, name) => {
    if (name !== undefined) return named[name] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "";
  });
}
