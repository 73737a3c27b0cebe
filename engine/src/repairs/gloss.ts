import { characterModel } from "../character-model.js";
import { isReading, pinyinLetters } from "../readings.js";
import type { TextEdit, TextRepair } from "../repair-step.js";
import { scriptTable } from "../simplified-characters.js";
import { sign } from "../text-signs.js";

/** One pinyin in a bracket and nothing else: (xié), on some pages (lián ). */
const bracket = new RegExp(`[(（](${pinyinLetters})\\s?[)）]`, "uy");
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
  signs: sign.bracket,
  addsNoSign: true,
  find(text) {
    const edits: TextEdit[] = [];
    let ownWords = true;
    for (let at = 1; at < text.length - 2; at++) {
      const unit = text.charCodeAt(at);
      if ((unit !== 0x28 && unit !== 0xff08) || !isLetter(text.charCodeAt(at + 1))) continue;
      bracket.lastIndex = at;
      const match = bracket.exec(text);
      const character = characterBefore(text, at);
      if (match === null || !isReading(character, match[1] ?? "")) continue;
      ownWords &&= isRare(character);
      edits.push({ start: at, end: at + match[0].length, text: "" });
      at += match[0].length;
    }
    return { edits: ownWords && edits.length <= few ? [] : edits };
  },
};

function isRare(character: string): boolean {
  const unit = character.charCodeAt(0);
  return characterModel().single(scriptTable().simplified[unit] ?? unit) > rare;
}

/** Latin letters with and without tone marks; ɡ and ɑ, which some pages use. */
function isLetter(unit: number): boolean {
  return (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x41 && unit <= 0x5a) || (unit >= 0xc0 && unit <= 0x1fff);
}

/** The character before a place: two code units where it is beyond the first plane. */
function characterBefore(text: string, at: number): string {
  const low = text.charCodeAt(at - 1);
  return low >= 0xdc00 && low < 0xe000 ? text.slice(Math.max(0, at - 2), at) : text.charAt(at - 1);
}
