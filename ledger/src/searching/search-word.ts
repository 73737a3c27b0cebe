import {
  findInText,
  findSpelled,
  otherNames,
  queryGrams,
  type SoundOrder,
  soundQueryGrams,
  type TextMark,
} from "@shanhai/model";
import type { Bind } from "../querying/bind.js";

/** One word of a search with all that it may stand for. */
export interface SearchWord {
  readonly text: string;
  /** Former and later names of the same thing. */
  readonly others: readonly string[];
}

const MOST_WORDS = 6;

/** The words of a search, apart by spaces; those of punctuation only ask for nothing. */
export function searchWords(text: string): readonly SearchWord[] {
  const words = text.split(/\s+/u).filter((word) => queryGrams(word).length > 0);
  return [...new Set(words)].slice(0, MOST_WORDS).map((word) => ({ text: word, others: otherNames(word) }));
}

/**
 * The condition on `search_grams` that every row with all the words meets; the rows found still have to be looked at.
 * `names`: also by sound (luodian, ld); of names only, nearly every long sentence holds any two initials.
 */
export function gramsCondition(words: readonly SearchWord[], names: boolean, column: string, bind: Bind): string {
  const holds = (grams: readonly string[]) => `${column} @> ${bind(grams, "text[]")}`;
  return words
    .map(({ text, others }) => {
      const spelled = names ? soundQueryGrams(text) : [];
      return `(${[...[text, ...others].map(queryGrams), ...spelled].map(holds).join(" or ")})`;
    })
    .join(" and ");
}

/** Where a text holds the word or another name of the same thing; empty where it does not. */
export function marksOf({ text, others }: SearchWord, inText: string): readonly TextMark[] {
  for (const each of [text, ...others]) {
    const marks = findInText(inText, each);
    if (marks.length > 0) return marks;
  }
  return [];
}

/** What a title holds of the words; null where a word is in neither the title nor one of the former names. */
export function matchTitle(
  words: readonly SearchWord[],
  of: { readonly title: string; readonly former: readonly string[]; readonly sound: SoundOrder | undefined },
): { readonly marks: readonly TextMark[]; readonly former: string | null } | null {
  const marks: TextMark[] = [];
  let formerly: string | null = null;
  for (const word of words) {
    const here = marksOf(word, of.title);
    const found = here.length > 0 || of.sound === undefined ? here : findSpelled(of.title, of.sound, word.text);
    const former = found.length > 0 ? null : of.former.find((name) => marksOf(word, name).length > 0);
    if (former === undefined) return null;
    marks.push(...found);
    formerly ??= former;
  }
  return { marks: apart(marks), former: formerly };
}

/** All words' marks in a text, in order, none over another. */
export function allMarks(words: readonly SearchWord[], text: string): readonly TextMark[] {
  return apart(words.flatMap((word) => marksOf(word, text)));
}

/** Marks in order, none over another: of two that begin together the longer one. */
export function apart(marks: readonly TextMark[]): readonly TextMark[] {
  const kept: TextMark[] = [];
  for (const mark of [...marks].sort((a, b) => a.start - b.start || b.end - a.end))
    if (mark.start >= (kept.at(-1)?.end ?? 0)) kept.push(mark);
  return kept;
}
