import type { ShownPage } from "../layout/glyph.js";
import { PdfContent } from "./pdf-content.js";
import { nameOf, type PdfFile } from "./pdf-file.js";
import { isDictionary, type PdfDictionary, PdfStream, type PdfValue } from "./pdf-object.js";

/** What the pages of a file show, and how many there are and hold pictures. */
export interface PdfPages {
  readonly pages: readonly ShownPage[];
  readonly withPictures: number;
}

const mostPages = 5_000;
const mostContent = 30_000_000;
/** What a page hands down from those above it in the tree. */
const handedDown = ["Resources", "MediaBox", "CropBox", "Rotate"];

/** Reads the text of every page, with y downwards from the top. */
export function pdfPages(file: PdfFile): PdfPages {
  const content = new PdfContent(file);
  const pages: ShownPage[] = [];
  let withPictures = 0;
  for (const page of pageDictionaries(file)) {
    const data = contentOf(file, page);
    const shown = content.show(data, file.dictionary(page.get("Resources")));
    if (shown.images > 0) withPictures++;
    const [left, bottom, right, top] = boxOf(file, page);
    const quarter = ((Number(file.resolve(page.get("Rotate"))) || 0) / 90) & 3;
    // A page that is turned by a quarter shows its slanted text upright; it is rare, and left as slanted.
    pages.push({
      width: quarter % 2 === 0 ? right - left : top - bottom,
      height: quarter % 2 === 0 ? top - bottom : right - left,
      glyphs: shown.glyphs.map((glyph) => ({ ...glyph, x: glyph.x - left, y: top - glyph.y })),
      slanted: shown.slanted,
    });
  }
  return { pages, withPictures };
}

function boxOf(file: PdfFile, page: PdfDictionary): readonly [number, number, number, number] {
  const box = file.resolve(page.get("CropBox") ?? page.get("MediaBox"));
  const [a = 0, b = 0, c = 595, d = 842] = Array.isArray(box) ? box.map((each) => Number(file.resolve(each)) || 0) : [];
  return [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)];
}

/** The pages in order by the tree; where it is lost, all that look like pages by their numbers. */
function pageDictionaries(file: PdfFile): readonly PdfDictionary[] {
  const found: PdfDictionary[] = [];
  const seen = new Set<PdfValue>();
  const waiting: { readonly value: PdfValue; readonly above: PdfDictionary }[] = [
    { value: file.root?.get("Pages") ?? null, above: new Map() },
  ];
  for (let next = waiting.pop(); next !== undefined && found.length < mostPages; next = waiting.pop()) {
    const node = file.resolve(next.value);
    if (!isDictionary(node) || seen.has(node)) continue;
    seen.add(node);
    const whole = new Map(node);
    for (const key of handedDown) {
      const value = node.get(key) ?? next.above.get(key);
      if (value !== undefined) whole.set(key, value);
    }
    const kids = file.resolve(node.get("Kids"));
    if (Array.isArray(kids)) for (const kid of [...kids].reverse()) waiting.push({ value: kid, above: whole });
    else found.push(whole);
  }
  if (found.length > 0) return found;
  for (const value of file.likelyPages())
    if (isDictionary(value) && nameOf(file.resolve(value.get("Type"))) === "Page" && found.length < mostPages)
      found.push(value);
  return found;
}

/** The page's streams of content as one. */
function contentOf(file: PdfFile, page: PdfDictionary): Uint8Array {
  const content = file.resolve(page.get("Contents"));
  const streams = (Array.isArray(content) ? content : [content]).map((each) => file.resolve(each));
  const pieces: Uint8Array[] = [];
  let length = 0;
  for (const stream of streams) {
    const data = stream instanceof PdfStream ? file.data(stream) : null;
    if (data === null || length + data.length > mostContent) continue;
    pieces.push(data, Uint8Array.of(10));
    length += data.length + 1;
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
