import { isBlank } from "../patterns/plain-character.js";
import { allHave, likeness, nameWords, surnameLength, trait } from "../people/name-characters.js";
import { titleEnds } from "../people/title-shape.js";
import type { TextEdit, TextRepair } from "../text/repair-step.js";
import { sign } from "../text/text-signs.js";

/** Blanks that a setter puts into a name of two characters, at most. */
const widest = 4;

/** Longest office word and the blank behind it. */
const longestOffice = 8;

/**
 * Closes up names of two characters that are set as wide as those of three, where they stand right behind an office or
 * behind such a name in its list: 县委书记罗 凯、县长李  明讲话. Elsewhere a blank may part what it stands between (大 中 小,
 * 记者 王强 李明), so it stays; what follows must end the name (a mark, a blank, a word that stands behind names).
 */
export const spacedNames: TextRepair = {
  id: "spaced-names",
  family: "normalising",
  signs: sign.blank,
  addsNoSign: true,
  find({ text, units }) {
    const edits: TextEdit[] = [];
    let lastName = -1;
    for (let at = 1; at < text.length - 1; at++) {
      if (!isBlank(units[at] ?? 0)) continue;
      let end = at;
      while (isBlank(text.charCodeAt(end))) end++;
      const third = spreadOverThree(text, at, end);
      if (third !== null) {
        edits.push({ start: at, end, text: "" }, { start: end + 1, end: third, text: "" });
        at = third;
        continue;
      }
      const surname = at - 1;
      const listed = lastName >= 0 && lastName === surname - 1 && text[surname - 1] === "、";
      if (
        end - at <= widest &&
        end + 1 <= text.length &&
        surnameLength(text, surname) === 1 &&
        allHave(text, end, end + 1, trait.given) &&
        endsName(text, end + 1) &&
        (listed || behindOffice(text, surname))
      ) {
        edits.push({ start: at, end, text: "" });
        lastName = end + 1;
      }
      at = Math.max(at, end - 1);
    }
    return { edits };
  },
};

/** What stands over its column with a colon behind it. */
const label = /^(?:联系|记录|主持|签发|负责|经办|审核|核稿|拟稿|填表|发言|汇报)人$/;

/**
 * 领队  瞿 慕 华, 记 录 人：: three characters that stand alone, of a name at the end of a line or column or of a label. Where
 * the last one begins; null where it is neither.
 */
function spreadOverThree(text: string, at: number, end: number): number | null {
  const from = at - 1;
  if (end - at > widest || !isHan(text, from) || !isHan(text, end) || isHan(text, from - 1)) return null;
  let third = end + 1;
  while (isBlank(text.charCodeAt(third))) third++;
  if (third === end + 1 || third - end - 1 > widest || !isHan(text, third) || isHan(text, third + 1)) return null;
  const word = text.charAt(from) + text.charAt(end) + text.charAt(third);
  if (/[：:]/.test(text.charAt(third + 1))) return label.test(word) ? third : null;
  if (/(?:^|\P{Script=Han})\p{Script=Han}[^\S\n]{1,4}$/u.test(text.slice(Math.max(0, from - 6), from))) return null;
  // A further character that stands alone makes it a row of cells.
  if (/^[^\S\n]{1,4}\p{Script=Han}(?!\p{Script=Han})/u.test(text.slice(third + 1, third + 7))) return null;
  const placed = from === 0 || /[\n：:、）)]/.test(text.charAt(from - 1)) || /\s\s$/.test(text.slice(from - 2, from));
  const named = !/[男女]/.test(word) && surnameLength(word, 0) === 1 && likeness(word) >= 2;
  return named && (placed || behindOffice(text, from)) ? third : null;
}

const isHan = (text: string, at: number): boolean =>
  at >= 0 && at < text.length && allHave(text, at, at + 1, trait.han);

/** True where an office ends right before a place, or one blank before it. */
function behindOffice(text: string, at: number): boolean {
  const blank = isBlank(text.charCodeAt(at - 1)) ? at - 1 : at;
  // 副市长（挂职）丛 林: what is said of the post stands between.
  const note =
    /[（(][^（()）]{0,6}(?:挂职|援派|兼)[）)]$/.exec(text.slice(Math.max(0, blank - 12), blank))?.[0].length ?? 0;
  const to = blank - note;
  return titleEnds(text, Math.max(0, to - longestOffice), to).some(
    (found) => found.end === to && found.class !== "label" && found.word.length > 1,
  );
}

/** True where no name can go on: the text, a sentence part or a line ends, or a word that stands behind names begins. */
function endsName(text: string, at: number): boolean {
  const next = text[at];
  if (next === undefined || /[\s，。、；：！？（）()”“—,;:]/.test(next)) return true;
  return nameWords().afterName.longest(text.slice(at, at + 4), 2) >= 2 || allHave(text, at, at + 1, trait.follows);
}
