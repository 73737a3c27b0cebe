import type { DocumentParagraph } from "./document-text.js";

/** A stretch of a paragraph's words that can be filled in, in UTF-16 places of its joined text. */
export interface Slot {
  readonly start: number;
  readonly end: number;
  /** It lies on an underline, which goes on at both sides of what is filled in. */
  readonly underlined: boolean;
}

/**
 * Blanks as offices print them: 「　　」, （　　）, ____, a gap of spaces within a sentence; and every figure, because last
 * month's figure stands where this month's comes. In brackets only the inside is filled.
 */
const blanks: readonly RegExp[] = [
  /(?<=「)[^」]*(?=」)/gu,
  /(?<=[（([【〔])[\s\u3000_]+(?=[）)\]】〕])/gu,
  /_{2,}/gu,
  /(?<=[^\s\u3000])(?:\u3000{2,}| {4,}|[ \u3000]{5,})(?=[^\s\u3000])/gu,
  /-?\d[\d,]*(?:\.\d+)?%?/gu,
];

/** The places of a paragraph that can be filled in, from left to right; none lies within another. */
export function slotsOf({ texts }: DocumentParagraph): readonly Slot[] {
  const joined = texts.map(({ text }) => text).join("");
  const slots: Slot[] = [];
  let from = 0;
  for (const { text, underlined } of texts) {
    const last = slots.at(-1);
    const end = from + text.length;
    if (underlined && last?.end === from) slots[slots.length - 1] = { ...last, end };
    else if (underlined && text !== "") slots.push({ start: from, end, underlined });
    from = end;
  }
  for (const pattern of blanks)
    for (const { index, 0: found } of joined.matchAll(pattern)) {
      const end = index + found.length;
      // What an earlier kind covers is its own: figures on an underline, spaces in brackets.
      if (slots.some((slot) => index < slot.end && slot.start < end) || (found === "" && joined[index - 1] !== "「"))
        continue;
      slots.push({ start: index, end, underlined: false });
    }
  return slots.sort((a, b) => a.start - b.start);
}
