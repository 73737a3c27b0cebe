import { isHan } from "../patterns/plain-character.js";

/** So many characters before a fault say which words go on; what stands farther away costs all readings the same. */
const farthest = 32;

/** Where the last clause of a text begins, with the mark before it: no word goes on over a mark. */
export function lastClause(text: string): number {
  const least = Math.max(0, text.length - farthest);
  let at = text.length - 1;
  while (at > least && isHan(text.charCodeAt(at))) at--;
  return Math.max(at, least);
}
