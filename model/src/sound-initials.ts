import type { TextMark } from "./find-in-text.js";
import { type SoundOrder, soundParts } from "./sort-key.js";

/** Marks the pairs of initials among the grams of words: no letter of a name is an apostrophe. */
const MARK = "'";
/** What may be a query by initials: a single letter would find everything. */
const INITIALS = /^[a-z]{2,12}$/;

/**
 * The first letters of the sounds of a name (拼音首字母): 罗甸县 → `ldx`. Letters that stand in the name as they are and
 * numbers are gaps; `at` is where each letter's character stands in the name, null where folding moved the characters.
 */
function initialsOf(name: string, order: SoundOrder): { readonly letters: string; readonly at: readonly number[] } {
  const plain = name.normalize("NFKC").toLowerCase();
  let letters = "";
  const at: number[] = [];
  for (const part of soundParts(plain, order)) {
    letters += /^[a-z]+[0-5]\p{Script=Han}$/u.test(part.key) ? part.key.charAt(0) : " ";
    at.push(part.at);
  }
  return { letters, at };
}

/** Pairs of neighbouring initials, for the column `search_grams` of records that are ordered by sound. */
export function initialGrams(name: string, order: SoundOrder): readonly string[] {
  return pairs(initialsOf(name, order).letters);
}

/** The grams a row must contain to be found by these letters; null when the text is no query by initials. */
export function initialQueryGrams(text: string): readonly string[] | null {
  const letters = text.normalize("NFKC").trim().toLowerCase();
  return INITIALS.test(letters) ? pairs(letters) : null;
}

/** Where the characters stand whose initials are these letters, in the name as it is; none when there are none. */
export function findInitials(name: string, order: SoundOrder, text: string): readonly TextMark[] {
  const wanted = text.normalize("NFKC").trim().toLowerCase();
  if (!INITIALS.test(wanted)) return [];
  const { letters, at } = initialsOf(name, order);
  const marks: TextMark[] = [];
  for (let from = letters.indexOf(wanted); from >= 0; from = letters.indexOf(wanted, from + wanted.length)) {
    const start = at[from] ?? 0;
    const last = at[from + wanted.length - 1] ?? start;
    marks.push({ start, end: last + 1 });
  }
  return marks;
}

function pairs(letters: string): readonly string[] {
  const found = new Set<string>();
  for (let at = 1; at < letters.length; at++) {
    const pair = letters.slice(at - 1, at + 1);
    if (!pair.includes(" ")) found.add(`${MARK}${pair}`);
  }
  return [...found].sort();
}
