import type { TextEdit, TextRepair } from "../text/repair-step.js";
import { sign } from "../text/text-signs.js";

/** 「」『』 of pages from Hong Kong and Taiwan: GB/T 15834 has them in vertical text only; all grammar reads “”‘’. */
const corners: Readonly<Record<string, string>> = { "「": "“", "」": "”", "『": "‘", "』": "’" };

/** What keyboards and typesetting put for the dot within a name (间隔号) and for the dash (破折号). */
const others =
  /[「」『』]|(?<=\p{Script=Han})[•・‧∙⋅･](?=\p{Script=Han})|(?<![^\n\p{Script=Han}”》）)])(?:-{2,4}|－－|――|──)(?=[\p{Script=Han}“《])/gu;

/**
 * Marks in the form that GB/T 15834 gives them: 「」, "…" and “…“ as “…”, 艾合买提•吐尔逊 with ·, -- as ——. Straight marks, and
 * such as all open or all close, are taken in pairs within their line; a line with an odd number of them stays.
 */
export const printedMarks: TextRepair = {
  id: "printed-marks",
  family: "normalising",
  signs: sign.printedMark | sign.quotation,
  addsNoSign: true,
  find({ text }, signs) {
    const edits = (signs & sign.printedMark) === 0 ? [] : otherForms(text);
    if (!balanced(text)) edits.push(...inPairs(text, /“/g, "“”", phrase), ...inPairs(text, /”/g, "“”", phrase));
    return { edits: edits.sort((a, b) => a.start - b.start) };
  },
};

function otherForms(text: string): TextEdit[] {
  const edits: TextEdit[] = [];
  for (const { index, 0: mark } of text.matchAll(others)) {
    const now = corners[mark] ?? (mark.length === 1 ? "·" : "——");
    edits.push({ start: index, end: index + mark.length, text: now, aligned: now.length === mark.length });
  }
  return [...edits, ...inPairs(text, /["＂]/g, '"＂“”', /./)];
}

/** A word or two: “山海“; where more stands between two “, a ” of the page may be lost. */
const phrase = /^[^。！？!?\n]{1,16}$/;

/** The marks of one form in a line that holds an even number of them and none of their kind beside, as “ and ” in turn. */
function inPairs(text: string, marks: RegExp, kind: string, inside: RegExp): TextEdit[] {
  const edits: TextEdit[] = [];
  let own: number[] = [];
  let line = 0;
  let end = -1;
  const close = () => {
    const parted = own.some((at, nth) => nth % 2 === 0 && !inside.test(text.slice(at + 1, own[nth + 1])));
    if (own.length % 2 === 0 && !parted && only(text.slice(line, end), kind, own.length))
      for (const [nth, at] of own.entries()) {
        const now = nth % 2 === 0 ? "“" : "”";
        if (text[at] !== now) edits.push({ start: at, end: at + 1, text: now, aligned: true });
      }
    own = [];
  };
  for (const { index } of text.matchAll(marks)) {
    if (index > end) {
      close();
      line = text.lastIndexOf("\n", index) + 1;
      end = text.indexOf("\n", index);
      if (end < 0) end = text.length;
    }
    own.push(index);
  }
  close();
  return edits;
}

/** Whether a line is Chinese and holds so many marks of a kind, no more. */
function only(line: string, kind: string, count: number): boolean {
  if (!/\p{Script=Han}/u.test(line)) return false;
  let seen = 0;
  for (const mark of kind) for (let at = line.indexOf(mark); at >= 0; at = line.indexOf(mark, at + 1)) seen++;
  return seen === count;
}

/** Whether as many “ as ” stand in a text, as in nearly all. */
function balanced(text: string): boolean {
  let open = 0;
  for (let at = text.indexOf("“"); at >= 0; at = text.indexOf("“", at + 1)) open++;
  for (let at = text.indexOf("”"); at >= 0; at = text.indexOf("”", at + 1)) open--;
  return open === 0;
}
