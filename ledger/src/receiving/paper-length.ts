/** Characters of a line and lines of a page of the office's paper (`papers/write-paper.ts`: 仿宋 15 pt, 25 pt lines, GB/T 9704 margins). */
const LINE = 29;
const PAGE = 27;
/** The title in 20 pt with what stands below it takes three lines. */
const TITLE = 3;

/** Pages of A4 that a paper takes; every paragraph begins two characters in. */
export function paperPages(title: string, text: string): number {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  const taken = lines.reduce((sum, line) => sum + Math.ceil((width(line) + 2) / LINE), 0);
  return Math.ceil((TITLE * Math.ceil(width(title) / 20) + taken) / PAGE);
}

/** In Chinese characters: two letters or digits are as wide as one. */
function width(line: string): number {
  return [...line].reduce((sum, character) => sum + (character.charCodeAt(0) < 256 ? 0.5 : 1), 0);
}
