import type { Glyph, ShownPage } from "./glyph.js";

/** A stretch of text on one base line without a wide gap in it. */
export interface Stretch {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
}

/** A gap wider than this many letters parts columns or cells. */
const wideGap = 2.3;
/** Between Chinese characters this much is a space that was meant; less is the setting of the line. */
const hanGap = 0.7;
const latinGap = 0.18;
/** Signs of radicals (⽯ for 石), which fonts are asked for by mistake; they look the same and are another character. */
const radical = /[\u2e80-\u2fdf\uf900-\ufaff]/;
const han = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f]/;

/** The stretches of a page, by base line and then from left to right, with spaces where the page shows them. */
export function stretchesOf(page: ShownPage): readonly Stretch[] {
  const glyphs = page.glyphs
    .filter(({ x, y, size }) => Number.isFinite(x) && Number.isFinite(y) && size > 0)
    .map((glyph) => (radical.test(glyph.text) ? { ...glyph, text: glyph.text.normalize("NFKC") } : glyph));
  return rowsOf(glyphs).flatMap(stretchesOfRow);
}

/** Glyphs of one base line each: raised and lowered ones stay with their line. */
function rowsOf(glyphs: readonly Glyph[]): readonly (readonly Glyph[])[] {
  const order = [...glyphs].sort((a, b) => a.y - b.y);
  const rows: Glyph[][] = [];
  let y = Number.NEGATIVE_INFINITY;
  let size = 0;
  for (const glyph of order) {
    const row = rows.at(-1);
    if (row !== undefined && glyph.y - y <= Math.max(glyph.size, size) * 0.45) {
      row.push(glyph);
      // The largest letters say where the line stands.
      if (glyph.size > size * 1.05) {
        size = glyph.size;
        y = glyph.y;
      }
    } else {
      rows.push([glyph]);
      y = glyph.y;
      size = glyph.size;
    }
  }
  return rows;
}

function stretchesOfRow(row: readonly Glyph[]): readonly Stretch[] {
  const order = row
    .map((glyph, index) => ({ glyph, index }))
    .sort((a, b) => a.glyph.x - b.glyph.x || a.index - b.index);
  const found: Stretch[] = [];
  let open: { text: string; left: number; right: number; y: number; size: number; last: Glyph } | null = null;
  for (const { glyph } of order) {
    if (glyph.text.trim() === "") continue;
    if (open !== null && isSecondPrint(open.last, glyph)) continue;
    const gap: number = open === null ? 0 : (glyph.x - open.right) / Math.max(glyph.size, open.size);
    if (open === null || gap > wideGap) {
      if (open !== null) found.push(open);
      open = {
        text: glyph.text,
        left: glyph.x,
        right: glyph.x + glyph.width,
        y: glyph.y,
        size: glyph.size,
        last: glyph,
      };
      continue;
    }
    const bothHan = han.test(open.text.slice(-1)) && han.test(glyph.text.charAt(0));
    open.text +=
      (gap > (bothHan ? hanGap : latinGap * (touchesHan(open.text, glyph.text) ? 2 : 1)) ? " " : "") + glyph.text;
    open.right = Math.max(open.right, glyph.x + glyph.width);
    open.size = Math.max(open.size, glyph.size);
    open.last = glyph;
  }
  if (open !== null) found.push(open);
  return found;
}

/** Beside a Chinese character programs set a little space to a Latin letter or digit, which nobody typed. */
function touchesHan(before: string, after: string): boolean {
  return han.test(before.slice(-1)) || han.test(after.charAt(0));
}

/** The same character printed again a little beside itself, to look bold. */
function isSecondPrint(before: Glyph, glyph: Glyph): boolean {
  return (
    before.text === glyph.text &&
    Math.abs(glyph.x - before.x) < before.size * 0.25 &&
    Math.abs(glyph.y - before.y) < before.size * 0.25
  );
}
