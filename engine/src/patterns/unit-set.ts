/**
 * Some characters as a table over UTF-16 code units, 1 for each of them: a look at it decides whether an expression that
 * must begin (or end) with one of them is asked at all. Characters beyond the basic plane are not told apart.
 */
export function unitSet(characters: string): Uint8Array {
  const table = new Uint8Array(0x10000);
  for (let at = 0; at < characters.length; at++) table[characters.charCodeAt(at)] = 1;
  return table;
}
