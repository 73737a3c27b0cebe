import { lexicon } from "../lexicon.js";

/** pinyin in brackets, as pages gloss characters with it: (xié), with a space in some: (xié ). Without the bracket's opening. */
export const pinyinLetters = "[a-zA-Zɡɑāáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜńňǹḿ]{1,7}";

let letters: Uint8Array | undefined;

/** Whether a code unit is one of {@link pinyinLetters}. */
export function isPinyinLetter(unit: number): boolean {
  if (letters === undefined) {
    letters = new Uint8Array(0x10000);
    const one = new RegExp(pinyinLetters.replace("{1,7}", ""), "u");
    // ḿ (U+1E3F) is the last of them.
    for (let code = 0x41; code <= 0x1e3f; code++) if (one.test(String.fromCharCode(code))) letters[code] = 1;
  }
  return letters[unit] === 1;
}

let charactersOf: ReadonlyMap<string, string> | undefined;

/** The characters that have a reading (读音), as one string; empty for what is no reading at all. */
export function charactersWithReading(pinyin: string): string {
  charactersOf ??= new Map(lexicon("pinyin-readings").map((row) => [row.reading, row.characters]));
  return charactersOf.get(plainPinyin(pinyin)) ?? "";
}

/** Whether a pinyin is a reading of a character, in this very tone. */
export function isReading(character: string, pinyin: string): boolean {
  if (character === "") return false;
  let characters = byPrinted.get(pinyin);
  if (characters === undefined) {
    characters = new Set(charactersWithReading(pinyin));
    // What is printed in brackets in a hostile text is without end.
    if (byPrinted.size > 5000) byPrinted.clear();
    byPrinted.set(pinyin, characters);
  }
  return characters.has(character);
}

/** The characters of a reading as it is printed, so that a page's thousands of glosses are looked up once each. */
const byPrinted = new Map<string, ReadonlySet<string>>();

/** Letters that pages use in place of others: ɡ for g, ɑ for a; capitals. */
function plainPinyin(pinyin: string): string {
  return pinyin.normalize("NFC").toLowerCase().replaceAll("ɡ", "g").replaceAll("ɑ", "a");
}
