import type { TextMark } from "@shanhai/model";

/** Characters of a sentence that a result shows at most, and those before the hit where it is cut. */
const LONGEST = 120;
const BEFORE = 40;
const BREAK = /[。！？；!?\n\r]/u;

/** The part of a text that a result shows; `start` and `end` are its own place in the text. */
export interface Shown {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The sentence that holds a place, cut around it where it is too long. */
export function sentenceAround(text: string, focus: TextMark): Shown {
  let start = focus.start;
  while (start > 0 && !BREAK.test(text.charAt(start - 1))) start--;
  while (start < focus.start && /\s/u.test(text.charAt(start))) start++;
  let end = focus.end;
  while (end < text.length && !BREAK.test(text.charAt(end))) end++;
  if (/[。！？；!?]/u.test(text.charAt(end))) end++;
  const cutStart = focus.start - start > BEFORE && end - start > LONGEST ? focus.start - BEFORE : start;
  const cutEnd = Math.min(end, Math.max(cutStart + LONGEST, Math.min(focus.end, cutStart + 2 * LONGEST)));
  return {
    text: (cutStart > start ? "…" : "") + text.slice(cutStart, cutEnd) + (cutEnd < end ? "…" : ""),
    start: cutStart,
    end: cutEnd,
  };
}
