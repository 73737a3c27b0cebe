import type { DocumentParagraph } from "./document-text.js";

/** A stretch of a paragraph's words that can be filled in, in UTF-16 places of its joined text. */
export interface Slot {
  readonly start: number;
  readonly end: number;
  readonly kind: SlotKind;
}

/**
 * How a blank is printed, by which it keeps its width when it is filled: on an underline; drawn with ____; a gap behind a label
 * (填报单位：　　　　联系人：), before which the next word has its place. Others are as wide as what stands in them.
 */
export type SlotKind = "underline" | "drawn" | "gap" | "plain";

/**
 * Blanks as offices print them: 「　　」, （　　）, ____, a gap of spaces within a sentence; and every figure, because last
 * month's figure stands where this month's comes. In brackets only the inside is filled.
 */
const blanks: readonly (readonly [RegExp, SlotKind])[] = [
  [/(?<=「)[^」]*(?=」)/gu, "plain"],
  [/(?<=[（([【〔])[\s\u3000_]+(?=[）)\]】〕])/gu, "plain"],
  [/_{2,}/gu, "drawn"],
  [/(?<=[：:])(?:\u3000{2,}| {4,}|[ \u3000]{5,})(?=[^\s\u3000])/gu, "gap"],
  [/(?<=[^\s\u3000])(?:\u3000{2,}| {4,}|[ \u3000]{5,})(?=[^\s\u3000])/gu, "plain"],
  [/-?\d[\d,]*(?:\.\d+)?%?/gu, "plain"],
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
    else if (underlined && text !== "") slots.push({ start: from, end, kind: "underline" });
    from = end;
  }
  for (const [pattern, kind] of blanks)
    for (const { index, 0: found } of joined.matchAll(pattern)) {
      const end = index + found.length;
      // What an earlier kind covers is its own: figures on an underline, spaces in brackets.
      if (slots.some((slot) => index < slot.end && slot.start < end) || (found === "" && joined[index - 1] !== "「"))
        continue;
      slots.push({ start: index, end, kind });
    }
  return slots.sort((a, b) => a.start - b.start);
}
