import type { TextMark } from "@shanhai/model";

/** Characters of a sentence that a result shows at most. */
const LONGEST = 120;
const BEFORE = 40;

/** The part of a text that a result shows, with the marks in it; `start` and `end` are its own place in the text. */
export interface Shown {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly marks: readonly TextMark[];
}

/** The sentence around the first mark, cut where it is too long; the marks that lie in it come along. */
export function sentenceAround(text: string, marks: readonly TextMark[]): Shown {
  const first = marks[0]?.start ?? 0;
  const breaks = /[。！？；!?\n\r]/u;
  let start = first;
  while (start > 0 && !breaks.test(text.charAt(start - 1))) start--;
  let end = marks[0]?.end ?? first;
  while (end < text.length && !breaks.test(text.charAt(end))) end++;
  if (/[。！？；!?]/u.test(text.charAt(end))) end++;
  while (start < first && /\s/u.test(text.charAt(start))) start++;
  const cutStart = first - start > BEFORE && end - start > LONGEST ? first - BEFORE : start;
  const cutEnd = Math.min(end, Math.max(cutStart + LONGEST, marks[0]?.end ?? 0));
  const before = cutStart > start ? "…" : "";
  const words = before + text.slice(cutStart, cutEnd) + (cutEnd < end ? "…" : "");
  const shift = before.length - cutStart;
  const inside = marks.filter((mark) => mark.start >= cutStart && mark.end <= cutEnd);
  return {
    text: words,
    start: cutStart,
    end: cutEnd,
    marks: inside.map((mark) => ({ start: mark.start + shift, end: mark.end + shift })),
  };
}
