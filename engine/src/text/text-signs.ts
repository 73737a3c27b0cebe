import { gbkLines, wrongTableCharacters } from "../decoding/wrong-table.js";
import { prepared } from "../patterns/prepared.js";
import { characterModel } from "../shifts/character-model.js";
import { isPinyinLetter } from "../shifts/readings.js";
import { isChangeable } from "./script-converter.js";
import { scriptTable } from "./simplified-characters.js";
import { unitsOf } from "./text-units.js";

/**
 * What a text holds anywhere, as bits: one look at every character tells which repairs have nothing to do. A sign is
 * necessary for its repairs, never enough.
 */
export const sign = {
  /** A character that conversion to Simplified may change. */
  otherScript: 1,
  /** ? */
  questionMark: 2,
  /** A letter of pinyin behind a bracket. */
  gloss: 4,
  /** A line with as many characters of a text that was decoded with the wrong table as such a line has. */
  wrongTable: 8,
  invisible: 16,
  /** & */
  ampersand: 32,
  /** Full-width letters, digits, ％ */
  fullWidth: 64,
  /** A blank of any width behind a character or its gloss. */
  blank: 128,
  lineEnd: 256,
  /** Two marks side by side. */
  doubledMark: 512,
  /** A comma behind a digit. */
  commaInNumber: 1024,
  /** A character that running text hardly has. */
  oddCharacter: 2048,
  /** Characters of both scripts. */
  bothScripts: 4096,
  /** More characters that only Traditional text has than such of Simplified text. */
  traditional: 8192,
  /** A quotation mark, a dot within names or a dash that GB/T 15834 prints otherwise. */
  printedMark: 16384,
  /** “ or ” */
  quotation: 32768,
} as const;

/** Bits of single characters that are no sign by themselves. */
const mark = 1 << 16;
const digit = 1 << 17;
const comma = 1 << 18;
const traditionalOnly = 1 << 19;
const simplifiedOnly = 1 << 20;
/** Latin-1 letters and signs: one is a letter of some name or pinyin, two side by side may be a character's bytes. */
const latin = 1 << 21;
const bracket = 1 << 22;
const pinyinLetter = 1 << 23;
/** What a blank stands behind when it parts characters. */
const character = 1 << 24;
const blank = 1 << 25;
/** {@link wrongTableCharacters} */
const wrongTableCharacter = 1 << 26;
const beyondAscii = 1 << 27;
/** Two of them are a dash (破折号). */
const dash = 1 << 28;
/** What is a sign for all repairs. */
const signs = mark - 1;

/** A character that costs more is hardly met in running text. */
const rare = 12.6;

const CLASS_BITS = 6;
const CLASSES = 1 << CLASS_BITS;

// The class of each character and what a class is a sign of, so that the large table stays small enough for the cache. All
// are filled at the first question; arrays that never change are read from where they lie, others by way of the stack.
const classOf = new Uint8Array(0x10000);
const bitsOf = new Int32Array(CLASSES);
/** By the class before and the own: the own bits, and what the pair is a sign of. */
const pairs = new Int32Array(CLASSES * CLASSES);
/** What a character adds to the look at its line, and at the script. */
const lineWeight = new Int8Array(CLASSES);
const scriptWeight = new Int8Array(CLASSES);

let lineEnd = -1;

/** Whether a character is one that running text hardly has: rare, or a sign that comes from shifted bytes. */
export function isOdd(unit: number): boolean {
  load();
  return ((bitsOf[classOf[unit] ?? 0] ?? 0) & sign.oddCharacter) !== 0;
}

/** The signs of a text. Nothing in the loop depends on what the characters are but where a line ends: most branches of it would be guessed wrongly. */
export function signsOf(text: string): number {
  load();
  const newLine = lineEnd;
  let seen = 0;
  let inLine = 0;
  let script = 0;
  let line = 0;
  let before = 0;
  for (let from = 0; from < text.length; from += CHUNK) {
    const size = Math.min(CHUNK, text.length - from);
    const units = unitsOf(size === text.length ? text : text.slice(from, from + size));
    for (let at = 0; at < size; at++) {
      const kind = classOf[units[at] ?? 0] ?? 0;
      inLine |= pairs[(before << CLASS_BITS) | kind] ?? 0;
      line += lineWeight[kind] ?? 0;
      script += scriptWeight[kind] ?? 0;
      before = kind;
      if (kind !== newLine) continue;
      seen |= inLine | lineSign(inLine, line);
      inLine = 0;
      line = 0;
    }
  }
  seen |= inLine | lineSign(inLine, line);
  const both = (seen & traditionalOnly) !== 0 && (seen & simplifiedOnly) !== 0;
  return (seen & signs) | (both ? sign.bothScripts : 0) | (script > 0 ? sign.traditional : 0);
}

/** Code units that are looked at in one go. */
const CHUNK = 1 << 18;

/** What a line is that has such characters and whose weights add up to this: one of five may be of the wrong table. */
function lineSign(seen: number, weight: number): number {
  return weight >= 0 && (seen & wrongTableCharacter) !== 0 ? sign.wrongTable : 0;
}

function pairSign(before: number, own: number): number {
  return (
    ((own & before & mark) !== 0 ? sign.doubledMark : 0) |
    ((own & before & dash) !== 0 ? sign.printedMark : 0) |
    ((own & before & latin) !== 0 ? sign.wrongTable : 0) |
    ((own & comma) !== 0 && (before & digit) !== 0 ? sign.commaInNumber : 0) |
    ((own & pinyinLetter) !== 0 && (before & bracket) !== 0 ? sign.gloss : 0) |
    ((own & blank) !== 0 && (before & character) !== 0 ? sign.blank : 0)
  );
}

function load(): void {
  if (lineEnd >= 0) return;
  const { classes, bits } = prepared("text-signs", () => classified(build()));
  classOf.set(classes);
  bitsOf.set(bits);
  for (const [own, right] of bits.entries()) {
    for (const [before, left] of bits.entries()) pairs[(before << CLASS_BITS) | own] = right | pairSign(left, right);
    if ((right & wrongTableCharacter) !== 0) lineWeight[own] = gbkLines.weight;
    else if ((right & beyondAscii) !== 0) lineWeight[own] = -1;
    if ((right & traditionalOnly) !== 0) scriptWeight[own] = 1;
    else if ((right & simplifiedOnly) !== 0) scriptWeight[own] = -1;
  }
  lineEnd = classOf[0x0a] ?? 0;
}

/** Some forty combinations of bits exist; class 0 has none. */
function classified(bits: Uint32Array) {
  const classes = new Uint8Array(0x10000);
  const kinds: number[] = [0];
  for (let unit = 0; unit < 0x10000; unit++) {
    const own = bits[unit] ?? 0;
    if (own === 0) continue;
    let kind = kinds.indexOf(own);
    if (kind < 0) kind = kinds.push(own) - 1;
    classes[unit] = kind;
  }
  if (kinds.length > CLASSES) throw new Error("more classes of characters than their numbers have room for");
  return { classes, bits: Int32Array.from(kinds) };
}

function build(): Uint32Array {
  const bits = new Uint32Array(0x10000);
  const set = (from: number, to: number, bit: number) => {
    for (let unit = from; unit < to; unit++) bits[unit] = (bits[unit] ?? 0) | bit;
  };
  const setAll = (characters: string, bit: number) => {
    for (let at = 0; at < characters.length; at++) set(characters.charCodeAt(at), characters.charCodeAt(at) + 1, bit);
  };
  set(0x80, 0x10000, beyondAscii);
  const { simplified, script } = scriptTable();
  const model = characterModel();
  for (const [from, to] of scripted)
    for (let unit = from; unit < to; unit++) if (isChangeable(unit)) set(unit, unit + 1, sign.otherScript);
  for (let unit = 0x4e00; unit < 0xa000; unit++) {
    let own = bits[unit] ?? 0;
    if (model.single(simplified[unit] ?? unit) > rare) own |= sign.oddCharacter;
    const kind = script[unit] ?? 0;
    if (kind !== 0) own |= kind === 1 ? traditionalOnly : simplifiedOnly;
    bits[unit] = own;
  }
  set(0x2160, 0x2600, sign.oddCharacter);
  set(0x3040, 0x3400, sign.oddCharacter);
  setAll("?", sign.questionMark);
  setAll("(（", bracket);
  for (let unit = 0x41; unit < 0x2000; unit++) if (isPinyinLetter(unit)) set(unit, unit + 1, pinyinLetter);
  for (const [from, to] of [...scripted, [0xdc00, 0xe000], [0x3007, 0x3008]] as const) set(from, to, character);
  setAll("()（）", character);
  set(0xa1, 0x100, latin);
  setAll("\ufffd锟", sign.wrongTable);
  for (const unit of wrongTableCharacters()) set(unit, unit + 1, wrongTableCharacter);
  for (const [from, to] of invisibleRanges) set(from, to + 1, sign.invisible);
  setAll("&", sign.ampersand);
  set(0xff10, 0xff1a, sign.fullWidth);
  set(0xff21, 0xff3b, sign.fullWidth);
  set(0xff41, 0xff5b, sign.fullWidth);
  setAll("％", sign.fullWidth);
  setAll('"＂「」『』•・‧∙⋅･―─', sign.printedMark);
  setAll("-－", dash);
  setAll("“”", sign.quotation);
  setAll(" \u3000\u00a0", blank);
  setAll("\n", sign.lineEnd);
  setAll("，,。；、：！？", mark);
  setAll("，,", comma);
  setAll("0123456789０１２３４５６７８９", digit);
  return bits;
}

/** Where characters stand that conversion may change: those of Chinese, first halves of pairs, compatibility forms. */
const scripted: readonly (readonly [number, number])[] = [
  [0x3400, 0xa000],
  [0xd800, 0xdc00],
  [0xf900, 0xfb00],
];

/** What cannot be seen; U+0080–9F are not among them, as they may be bytes of a wrongly decoded text. */
const invisibleRanges: readonly (readonly [number, number])[] = [
  [0x00, 0x08],
  [0x0b, 0x0b],
  [0x0e, 0x1f],
  [0x7f, 0x7f],
  [0xad, 0xad],
  [0x200b, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x2064],
  [0xfeff, 0xfeff],
];
