import { Converter } from "opencc-js/t2cn";
import { lexicon } from "./lexicon.js";

let converter: ((text: string) => string) | undefined;
let changing: Uint8Array | undefined;

/** Traditional → Simplified by phrase (OpenCC's t2s). Made at its first use: building its tables takes some 20 ms. */
export function toSimplified(): (text: string) => string {
  const made: (text: string) => string = converter ?? Converter({ from: "t", to: "cn" });
  converter = made;
  return made;
}

/** Whether a text holds a character that conversion could change: most texts are Simplified and are done with this. */
export function mayChange(text: string): boolean {
  changing ??= changingCharacters();
  for (let at = 0; at < text.length; at++) if (changing[text.charCodeAt(at)] === 1) return true;
  return false;
}

function changingCharacters(): Uint8Array {
  const marks = new Uint8Array(0x10000);
  // Compatibility forms and characters beyond the first plane are left to the converter.
  marks.fill(1, 0xf900, 0xfb00);
  marks.fill(1, 0xd800, 0xdc00);
  const characters = Array.from({ length: 0xa000 - 0x3400 }, (_, index) => String.fromCharCode(0x3400 + index));
  // A mark between the characters keeps phrases from forming.
  const converted = toSimplified()(characters.join("|")).split("|");
  for (const [index, char] of characters.entries()) if (converted[index] !== char) marks[char.charCodeAt(0)] = 1;
  for (const row of lexicon("character-variants")) marks[row.variant.charCodeAt(0)] = 1;
  marks["著".charCodeAt(0)] = 1;
  return marks;
}
