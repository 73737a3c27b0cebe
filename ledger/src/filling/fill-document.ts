import { cellsByName, slotName, tableName, textName } from "./document-form.js";
import { type SlotKind, slotsOf } from "./document-slots.js";
import { type DocumentCell, type DocumentParagraph, type DocumentText, readDocument } from "./document-text.js";

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly xml: string;
}

/** A document's main part with its places filled in. */
export interface FilledDocument {
  readonly xml: string;
  /** By part of the form (正文, 表1): the places that were filled. */
  readonly filled: ReadonlyMap<string, readonly string[]>;
}

/**
 * Puts words into places of a document's part, the main text or a head or foot of pages (`of`): into blanks of its text, into
 * cells of its tables. They look as what stood there; in an empty cell, as its paragraph mark does. Everything else stays
 * byte for byte.
 */
export function fillDocument(
  xml: string,
  values: ReadonlyMap<string, ReadonlyMap<string, string>>,
  of = "",
): FilledDocument {
  const parts = readDocument(xml);
  const edits: Edit[] = [];
  const filled = new Map<string, string[]>();
  const done = (part: string, place: string) => filled.set(part, [...(filled.get(part) ?? []), place]);
  const texts = values.get(textName(of)) ?? new Map<string, string>();
  let number = 0;
  // A cell that is filled as a whole is not filled in its blanks as well.
  const whole = new Set<DocumentParagraph>();
  for (const [at, table] of parts.tables.entries()) {
    const cells = cellsByName(table);
    for (const [place, value] of values.get(tableName(at, of)) ?? []) {
      const cell = cells.get(place);
      if (cell === undefined) continue;
      edits.push(...cellEdits(cell, value));
      for (const paragraph of cell.paragraphs) whole.add(paragraph);
      done(tableName(at, of), place);
    }
  }
  for (const paragraph of parts.paragraphs) {
    const fills = slotsOf(paragraph).flatMap((slot) => {
      const place = slotName(number++);
      const value = whole.has(paragraph) ? undefined : texts.get(place);
      if (value === undefined) return [];
      done(textName(of), place);
      const was = paragraph.texts
        .map(({ text }) => text)
        .join("")
        .slice(slot.start, slot.end);
      return [{ ...slot, value: fitted(slot.kind, was, plainWords(value)) }];
    });
    if (fills.length > 0) edits.push(...textEdits(xml, paragraph, fills));
  }
  let text = xml;
  for (const { start, end, xml: piece } of edits.sort((a, b) => b.start - a.start))
    text = text.slice(0, start) + piece + text.slice(end);
  return { xml: text, filled };
}

/** Around words that get an underline of their own: no document can hold these signs. */
const [LINE, LINE_END] = ["\ufdd0", "\ufdd1"];

function plainWords(value: string): string {
  return value.replaceAll(LINE, "").replaceAll(LINE_END, "");
}

/**
 * Words as they stand in a blank: on a line in its middle, behind a label at its front, so that what follows stays where it was
 * printed. What is longer than the blank moves it. ____ becomes an underline, which goes on below the words.
 */
function fitted(kind: SlotKind, was: string, value: string): string {
  if (kind === "plain" || value === "") return value;
  const room = widthOf(was) - widthOf(value);
  if (kind === "gap") return value + spaces(Math.max(room, 2));
  const left = Math.floor(room / 4) * 2;
  const words = room < 2 ? (kind === "drawn" ? value : ` ${value} `) : spaces(left) + value + spaces(room - left);
  return kind === "drawn" ? `${LINE}${words}${LINE_END}` : words;
}

/** In halves of a Chinese sign. */
function widthOf(text: string): number {
  return [...text].reduce((sum, sign) => sum + ((sign.codePointAt(0) ?? 0) < 0x2000 ? 1 : 2), 0);
}

/** Wide spaces, which are as wide as a sign in every font. */
function spaces(halves: number): string {
  return "\u3000".repeat(Math.floor(halves / 2)) + " ".repeat(halves % 2);
}

function textEdits(
  xml: string,
  { texts }: DocumentParagraph,
  fills: readonly { readonly start: number; readonly end: number; readonly value: string }[],
): Edit[] {
  const words = texts.map(({ text }) => text);
  const starts: number[] = [];
  let from = 0;
  for (const word of words) {
    starts.push(from);
    from += word.length;
  }
  // From the last to the first: what stands before is where it was.
  for (const { start, end, value } of [...fills].sort((one, other) => other.start - one.start)) {
    const within = texts.findIndex((text, at) => start < (starts[at] ?? 0) + text.text.length);
    const holder = within < 0 ? texts.length - 1 : within;
    for (const [at, { text }] of texts.entries()) {
      const left = Math.max(start - (starts[at] ?? 0), 0);
      const right = Math.min(end - (starts[at] ?? 0), text.length);
      const word = words[at] ?? "";
      if (at === holder) words[at] = word.slice(0, left) + value + word.slice(Math.max(left, right));
      else if (right > left) words[at] = word.slice(0, left) + word.slice(right);
    }
  }
  return texts.flatMap((text, at) => (words[at] === text.text ? [] : [textEdit(xml, text, words[at] ?? "")]));
}

/** The whole `w:t` anew, so that spaces at its edges are kept by every program. */
function textEdit(xml: string, { open, start, end, look }: DocumentText, words: string): Edit {
  const tag = xml.slice(open, start);
  const kept = /xml:space\s*=/.test(tag) ? tag : tag.replace(/>$/, ' xml:space="preserve">');
  const again = `<w:t xml:space="preserve">`;
  const text = escaped(words)
    .replaceAll(LINE, `</w:t></w:r><w:r>${onLine(look)}${again}`)
    .replaceAll(LINE_END, `</w:t></w:r><w:r>${look}${again}`);
  return { start: open, end, xml: kept + text };
}

/** The same look on an underline. */
function onLine(look: string): string {
  const line = '<w:u w:val="single"/>';
  if (look === "") return `<w:rPr>${line}</w:rPr>`;
  return look.replace(/<w:u\b[^>]*\/>/g, "").replace(/<\/w:rPr>$/, `${line}</w:rPr>`);
}

function cellEdits({ paragraphs }: DocumentCell, value: string): Edit[] {
  const texts = paragraphs.flatMap((paragraph) => paragraph.texts);
  const first = texts.find(({ text }) => text.trim() !== "") ?? texts[0];
  if (first !== undefined)
    return texts.flatMap((text): Edit[] => {
      const words = text === first ? value : "";
      return words === text.text ? [] : [{ start: text.start, end: text.end, xml: escaped(words) }];
    });
  const [paragraph] = paragraphs;
  if (paragraph === undefined || value === "") return [];
  const look = paragraph.look.replace(
    /<w:rPrChange\b[\s\S]*?<\/w:rPrChange>|<w:(?:ins|del|moveFrom|moveTo)\b[^>]*\/>/g,
    "",
  );
  const run = `<w:r>${look}<w:t xml:space="preserve">${escaped(value)}</w:t></w:r>`;
  if (paragraph.bare === null) return [{ start: paragraph.end, end: paragraph.end, xml: run }];
  return [{ ...paragraph.bare, xml: `<w:p>${run}</w:p>` }];
}

/** Characters that XML cannot hold are left out. */
function escaped(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that XML cannot hold
  const plain = text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "");
  return plain.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}
