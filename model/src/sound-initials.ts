import type { TextMark } from "./find-in-text.js";
import { PRIMARY_READINGS } from "./primary-readings.js";
import { type SoundOrder, soundParts } from "./sort-key.js";

/** Marks the pairs of initials among the grams of words: no letter of a name is an apostrophe. */
const MARK = "'";
/** What may be a query by sound: a single letter would find everything. */
const LETTERS = /^[a-z]{2,40}$/;
/** Letters that are still read as initials. */
const MOST_INITIALS = 12;
/** `zhuang`. */
const LONGEST = 6;
/** Ways to cut letters into syllables that are looked for: xian is 先 and 西安. */
const MOST_WAYS = 8;

/**
 * The first letters of the sounds of a name (拼音首字母): 罗甸县 → `ldx`. Letters that stand in the name as they are and
 * numbers are gaps.
 */
function initialsOf(name: string, order: SoundOrder): string {
  return soundParts(name.normalize("NFKC").toLowerCase(), order)
    .map(({ key }) => (/^[a-z]+[0-5]\p{Script=Han}$/u.test(key) ? key.charAt(0) : " "))
    .join("");
}

/** Pairs of neighbouring initials, for the column `search_grams` of records that are ordered by sound. */
export function initialGrams(name: string, order: SoundOrder): readonly string[] {
  return pairs(initialsOf(name, order));
}

/**
 * The grams of which a row must contain one list to be found by these letters: as initials (ld), as sounds written out
 * (luodian) or begun (luod), cut at syllables in every way that fits. None when the text is no query by sound: one
 * syllable alone is as common as a letter.
 */
export function soundQueryGrams(text: string): readonly (readonly string[])[] {
  const letters = folded(text);
  if (!LETTERS.test(letters)) return [];
  const ways = [...(letters.length <= MOST_INITIALS ? [letters] : []), ...initialsSpelled(letters)];
  return [...new Set(ways)].filter((way) => way.length > 1).map(pairs);
}

/**
 * Where the characters stand whose sounds these letters spell, each by its initial, its beginning or in full, in the name
 * as it is; none when there are none.
 */
export function findSpelled(name: string, order: SoundOrder, text: string): readonly TextMark[] {
  const wanted = folded(text);
  if (!LETTERS.test(wanted)) return [];
  const parts = soundParts(name.normalize("NFKC").toLowerCase(), order).map(({ key, at }) => ({
    sound: /^([a-z]+)[0-5]\p{Script=Han}$/u.exec(key)?.[1] ?? "",
    at,
  }));
  /** The part behind the last one that the letters from `done` on spell; null when they do not. */
  const spelled = (part: number, done: number): number | null => {
    if (done === wanted.length) return part;
    const sound = parts[part]?.sound ?? "";
    for (let taken = Math.min(sound.length, wanted.length - done); taken > 0; taken--) {
      if (!wanted.startsWith(sound.slice(0, taken), done)) continue;
      const end = spelled(part + 1, done + taken);
      if (end !== null) return end;
    }
    return null;
  };
  const marks: TextMark[] = [];
  for (let from = 0; from < parts.length; from++) {
    const end = spelled(from, 0);
    if (end === null || end - from < 2) continue;
    marks.push({ start: parts[from]?.at ?? 0, end: (parts[end - 1]?.at ?? 0) + 1 });
    from = end - 1;
  }
  return marks;
}

function folded(text: string): string {
  return text.normalize("NFKC").trim().toLowerCase();
}

let syllables: { readonly whole: ReadonlySet<string>; readonly begun: ReadonlySet<string> } | undefined;

/** The initials of every way to cut letters into syllables, the last of which may be only begun. */
function initialsSpelled(letters: string): readonly string[] {
  if (syllables === undefined) {
    const whole = new Set(
      PRIMARY_READINGS.flatMap((line) => [...line.matchAll(/([a-z]+)[0-5]/g)].map(([, one = ""]) => one)),
    );
    const begun = new Set([...whole].flatMap((one) => Array.from(one, (_, at) => one.slice(0, at + 1))));
    syllables = { whole, begun };
  }
  const { whole, begun } = syllables;
  const ways: string[] = [];
  const cut = (from: number, initials: string) => {
    if (ways.length === MOST_WAYS) return;
    if (from === letters.length) return void ways.push(initials);
    for (let to = Math.min(letters.length, from + LONGEST); to > from; to--) {
      const piece = letters.slice(from, to);
      if (whole.has(piece) || (to === letters.length && begun.has(piece))) cut(to, initials + piece.charAt(0));
    }
  };
  cut(0, "");
  return ways;
}

function pairs(letters: string): readonly string[] {
  const found = new Set<string>();
  for (let at = 1; at < letters.length; at++) {
    const pair = letters.slice(at - 1, at + 1);
    if (!pair.includes(" ")) found.add(`${MARK}${pair}`);
  }
  return [...found].sort();
}
