import { type AreaGrid, type GridArea, plainText } from "./grid.js";
import type { HeaderBlock } from "./sheet-tables.js";

const MOST_HEADER_ROWS = 3;
/** Words no ledger is known by and every header holds. */
const COMMON = new Set([
  "序号",
  "编号",
  "备注",
  "名称",
  "单位",
  "数量",
  "金额",
  "日期",
  "时间",
  "小计",
  "合计",
  "姓名",
]);

/**
 * Finds header blocks: a row of short words, several of them known ones, and the rows below that its merges or its
 * groups reach into. `words` are the header words of all ledgers.
 */
export function findHeaders(grid: AreaGrid, words: ReadonlySet<string>): HeaderBlock[] {
  const headers: HeaderBlock[] = [];
  const rows = grid.grid.rows;
  for (let row = 0; row < rows; row += 1) {
    if (!beginsHeader(grid, row, words)) continue;
    const block = blockFrom(grid, row, words);
    headers.push(block);
    row = block.bottom;
  }
  return headers;
}

/** Whether a word is one that headers are made of, in whole or before its unit in brackets. */
export function knownWord(word: string, words: ReadonlySet<string>): boolean {
  const bare = word.replace(/\([^)]*\)$/u, "");
  return COMMON.has(word) || COMMON.has(bare) || words.has(word) || words.has(bare);
}

/** Whether a header begins in a row: short words, several of them known, hardly one twice. */
export function beginsHeader(grid: AreaGrid, row: number, words: ReadonlySet<string>): boolean {
  const areas = grid.rowAreas(row).filter(({ top }) => top === row);
  if (areas.length < 3) return false;
  const texts = areas.map(({ cell }) => plainText(cell));
  const wordy = areas.filter(({ cell }, at) => cell.kind === "text" && isWord(texts[at] ?? ""));
  if (wordy.length < areas.length * 0.8) return false;
  if (new Set(texts).size < texts.length * 0.7) return false;
  const known = texts.filter((text) => knownWord(text, words)).length;
  const numbered = texts.some((text) => text === "序号" || text === "编号");
  return known >= 3 || (numbered && known >= 2) || (known >= 2 && known >= areas.length / 2);
}

function isWord(text: string): boolean {
  return text.length > 0 && text.length <= 24 && !/^[\d.,%¥-]+$/u.test(text) && !/[:：。]/u.test(text);
}

function blockFrom(grid: AreaGrid, top: number, words: ReadonlySet<string>): HeaderBlock {
  const last = Math.min(top + MOST_HEADER_ROWS, grid.grid.rows) - 1;
  let bottom = top;
  for (let row = top; row <= bottom; row += 1)
    for (const area of grid.rowAreas(row)) bottom = Math.max(bottom, Math.min(area.bottom, last));
  // Groups without vertical merges beside them: 务工地点 over 省, 市, 县 in the next row.
  while (bottom < last && continues(grid, bottom, words)) bottom += 1;
  let [left, right] = [Number.POSITIVE_INFINITY, -1];
  for (let row = top; row <= bottom; row += 1)
    for (const area of grid.rowAreas(row)) {
      left = Math.min(left, area.left);
      right = Math.max(right, area.right);
    }
  return { top, bottom, left, right };
}

function continues(grid: AreaGrid, row: number, words: ReadonlySet<string>): boolean {
  const groups = grid.rowAreas(row).filter(({ left, right }) => right > left);
  if (groups.length === 0) return false;
  const next = grid.rowAreas(row + 1).filter(({ top }) => top === row + 1);
  if (next.length < 2) return false;
  const under = (area: GridArea) => groups.some(({ left, right }) => area.left >= left && area.right <= right);
  const inside = next.filter(under);
  const wordy = next.every(({ cell }) => cell.kind === "text" && isWord(plainText(cell)));
  const known = inside.filter(({ cell }) => knownWord(plainText(cell), words)).length;
  return wordy && inside.length >= 2 && (inside.length === next.length || known >= 2);
}
