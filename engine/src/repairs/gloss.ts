import { characterModel } from "../character-model.js";
import { isPinyinLetter, isReading } from "../readings.js";
import type { TextEdit, TextRepair } from "../repair-step.js";
import { scriptTable } from "../simplified-characters.js";
import { sign } from "../text-signs.js";

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
  signs: sign.gloss,
  addsNoSign: true,
  find(text) {
    const edits: TextEdit[] = [];
    let ownWords = true;
    // A page glosses few characters, each always alike: the pinyin that was its reading last is compared first.
    const readings = new Map<string, string>();
    for (let at = 1; at < text.length - 2; at++) {
      const unit = text.charCodeAt(at);
      if (unit !== 0x28 && unit !== 0xff08) continue;
      const letters = lettersBehind(text, at + 1);
      const end = letters === 0 ? 0 : behindBracket(text, at + 1 + letters);
      if (end === 0) continue;
      const character = characterBefore(text, at);
      const known = readings.get(character);
      if (known === undefined || known.length !== letters || !text.startsWith(known, at + 1)) {
        const pinyin = text.slice(at + 1, at + 1 + letters);
        if (!isReading(character, pinyin)) continue;
        readings.set(character, pinyin);
      }
      ownWords &&= isRare(character);
      edits.push({ start: at, end, text: "" });
      at = end;
    }
    return { edits: ownWords && edits.length <= few ? [] : edits };
  },
};

function isRare(character: string): boolean {
  const unit = character.charCodeAt(0);
  return characterModel().single(scriptTable().simplified[unit] ?? unit) > rare;
}

/** How many letters of one pinyin stand at a place: (xié); 0 where there are none or more than one has. */
function lettersBehind(text: string, from: number): number {
  let at = from;
  while (isPinyinLetter(text.charCodeAt(at))) at++;
  return at - from > mostLetters ? 0 : at - from;
}

/** zhuāng, and nothing is longer by more than one. */
const mostLetters = 7;

/** The place behind the closing bracket, before which some pages have a blank: (lián ); 0 where there is none. */
function behindBracket(text: string, at: number): number {
  const close = isBlank(text.charCodeAt(at)) ? at + 1 : at;
  const unit = text.charCodeAt(close);
  return unit === 0x29 || unit === 0xff09 ? close + 1 : 0;
}

function isBlank(unit: number): boolean {
  return unit === 0x20 || unit === 0x3000 || unit === 0xa0 || unit === 0x09 || unit === 0x0a;
}

/** The character before a place: two code units where it is beyond the first plane. */
function characterBefore(text: string, at: number): string {
  const low = text.charCodeAt(at - 1);
  return low >= 0xdc00 && low < 0xe000 ? text.slice(Math.max(0, at - 2), at) : text.charAt(at - 1);
}
