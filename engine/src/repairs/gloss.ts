import { characterModel } from "../shifts/character-model.js";
import { isLow, mostLetters, PrintedReadings } from "../shifts/printed-readings.js";
import { isPinyinLetter } from "../shifts/readings.js";
import type { TextRepair } from "../text/repair-step.js";
import { scriptTable } from "../text/simplified-characters.js";
import { sign } from "../text/text-signs.js";

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
  find({ units, size }) {
    let count = 0;
    let ownWords = true;
    for (let at = 1; at < size - 2; at++) {
      const unit = units[at];
      if (unit !== 0x28 && unit !== 0xff08) continue;
      const letters = lettersBehind(units, at + 1, size);
      const end = letters === 0 ? 0 : behindBracket(units, at + 1 + letters, size);
      if (end === 0 || !readings.has(units, at, letters)) continue;
      ownWords &&= isRare(units, at);
      if (count * 2 === found.length) found = grown(found);
      found[count * 2] = at;
      found[count * 2 + 1] = end;
      count++;
      at = end;
    }
    if (count === 0 || (ownWords && count <= few)) return { edits: [] };
    return { edits: [], removed: found.slice(0, count * 2) };
  },
};

/** Starts and ends of what was found, in one place for all texts. */
let found = new Int32Array(1024);

function grown(column: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const wider = new Int32Array(column.length * 2);
  wider.set(column);
  return wider;
}

const readings = new PrintedReadings();

function isRare(units: Uint16Array, bracket: number): boolean {
  const unit = units[isLow(units[bracket - 1] ?? 0) ? bracket - 2 : bracket - 1] ?? 0;
  return characterModel().single(scriptTable().simplified[unit] ?? unit) > rare;
}

/** How many letters of one pinyin stand at a place: (xié); 0 where there are none or more than one has. */
function lettersBehind(units: Uint16Array, from: number, size: number): number {
  let at = from;
  while (at < size && isPinyinLetter(units[at] ?? 0)) at++;
  return at - from > mostLetters ? 0 : at - from;
}

/** The place behind the closing bracket, before which some pages have a blank: (lián ); 0 where there is none. */
function behindBracket(units: Uint16Array, at: number, size: number): number {
  const close = at < size && isBlank(units[at] ?? 0) ? at + 1 : at;
  return close < size && (units[close] === 0x29 || units[close] === 0xff09) ? close + 1 : 0;
}

function isBlank(unit: number): boolean {
  return unit === 0x20 || unit === 0x3000 || unit === 0xa0 || unit === 0x09 || unit === 0x0a;
}
