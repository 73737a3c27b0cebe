import { characterModel } from "../character-model.js";
import { isReading, pinyinLetters } from "../readings.js";
import type { TextEdit, TextRepair } from "../repair-step.js";
import { scriptTable } from "../simplified-characters.js";

/** A bracket with one pinyin and nothing else, behind a character: 協(xié)作, on some pages 聯(lián )合. */
const bracket = new RegExp(`(\\p{Script=Han})([(（](${pinyinLetters})\\s?[)）])`, "gu");
/** A page that is glossed is glossed all over; an author who tells a reading does it once or twice, for a rare character. */
const few = 2;
const rare = 11.5;

/**
 * Removes the pinyin that a page put behind its characters, only where it is a reading of that very character: 党(2021)
 * and 中心(A) stay. A lone gloss of a rare character is the author's own (邗(hán)江) and stays too.
 */
export const gloss: TextRepair = {
  id: "gloss",
  family: "gloss",
  find(text) {
    const edits: TextEdit[] = [];
    let ownWords = true;
    for (const match of text.matchAll(bracket)) {
      const [, character = "", note = "", pinyin = ""] = match;
      if (!isReading(character, pinyin)) continue;
      ownWords &&= isRare(character);
      const start = match.index + character.length;
      edits.push({ start, end: start + note.length, text: "" });
    }
    return { edits: ownWords && edits.length <= few ? [] : edits };
  },
};

function isRare(character: string): boolean {
  const unit = character.charCodeAt(0);
  return characterModel().single(scriptTable().simplified[unit] ?? unit) > rare;
}
