import { characterModel } from "./character-model.js";
import { prepared } from "./prepared.js";
import { isChangeable } from "./script-converter.js";
import { scriptTable } from "./simplified-characters.js";
import { wrongTableCharacters } from "./wrong-table.js";

/**
 * What a text holds anywhere, as bits: one look at every character tells which repairs have nothing to do. A sign is
 * necessary for its repairs, never enough.
 */
export const sign = {
  /** A character that conversion to Simplified may change. */
  otherScript: 1,
  /** ? */
  questionMark: 2,
  /** ( or （ */
  bracket: 4,
  /** Characters of a text that was decoded with the wrong table. */
  wrongTable: 8,
  invisible: 16,
  /** & */
  ampersand: 32,
  /** Full-width letters, digits, ％, and the quotation marks 「」『』 */
  fullWidth: 64,
  /** A blank of any width. */
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
} as const;

/** Bits of single characters that are no sign by themselves. */
const mark = 1 << 13;
const digit = 1 << 14;
const comma = 1 << 15;
const traditionalOnly = 1 << 16;
const simplifiedOnly = 1 << 17;
/** Latin-1 letters and signs: one is a letter of some name or pinyin, two side by side may be a character's bytes. */
const latin = 1 << 18;

/** A character that costs more is hardly met in running text. */
const rare = 12.6;

/** The signs of each character by way of its class, so that the large table stays small enough for the cache. */
type SignTable = { readonly classOf: Uint8Array; readonly bits: Uint32Array };

let made: SignTable | undefined;

/** Whether a character is one that running text hardly has: rare, or a sign that comes from shifted bytes. */
export function isOdd(unit: number): boolean {
  const { classOf, bits } = table();
  return ((bits[classOf[unit] ?? 0] ?? 0) & sign.oddCharacter) !== 0;
}

/** The signs of a text. */
export function signsOf(text: string): number {
  const { classOf, bits } = table();
  let classes = 0;
  let pairs = 0;
  let before = 0;
  for (let at = 0; at < text.length; at++) {
    const kind = classOf[text.charCodeAt(at)] ?? 0;
    classes |= 1 << kind;
    if (kind !== 0 && before !== 0) pairs |= pairSign(bits[before] ?? 0, bits[kind] ?? 0);
    before = kind;
  }
  let seen = pairs;
  for (let kind = 1; kind < bits.length; kind++) if ((classes & (1 << kind)) !== 0) seen |= bits[kind] ?? 0;
  return (seen & traditionalOnly) !== 0 && (seen & simplifiedOnly) !== 0 ? seen | sign.bothScripts : seen;
}

function pairSign(before: number, own: number): number {
  if ((own & before & mark) !== 0) return sign.doubledMark;
  if ((own & before & latin) !== 0) return sign.wrongTable;
  return (own & comma) !== 0 && (before & digit) !== 0 ? sign.commaInNumber : 0;
}

function table(): SignTable {
  made ??= prepared("text-signs", () => classified(build()));
  return made;
}

/** Some twenty combinations of signs exist; class 0 has none. */
function classified(bits: Uint32Array): SignTable {
  const classOf = new Uint8Array(0x10000);
  const classes: number[] = [0];
  for (let unit = 0; unit < 0x10000; unit++) {
    if (unit === 0xa000) unit = 0xd800;
    const own = bits[unit] ?? 0;
    if (own === 0) continue;
    let kind = classes.indexOf(own);
    if (kind < 0) kind = classes.push(own) - 1;
    classOf[unit] = kind;
  }
  if (classes.length > 32) throw new Error("more classes of characters than bits");
  return { classOf, bits: Uint32Array.from(classes) };
}

function build(): Uint32Array {
  const bits = new Uint32Array(0x10000);
  const set = (from: number, to: number, bit: number) => {
    for (let unit = from; unit < to; unit++) bits[unit] = (bits[unit] ?? 0) | bit;
  };
  const setAll = (characters: string, bit: number) => {
    for (let at = 0; at < characters.length; at++) set(characters.charCodeAt(at), characters.charCodeAt(at) + 1, bit);
  };
  const { simplified, script } = scriptTable();
  const model = characterModel();
  for (const [from, to] of scripted)
    for (let unit = from; unit < to; unit++) if (isChangeable(unit)) bits[unit] = sign.otherScript;
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
  setAll("(（", sign.bracket);
  set(0xa1, 0x100, latin);
  setAll("\ufffd锟", sign.wrongTable);
  for (const unit of wrongTableCharacters()) set(unit, unit + 1, sign.wrongTable);
  for (const [from, to] of invisibleRanges) set(from, to + 1, sign.invisible);
  setAll("&", sign.ampersand);
  set(0xff10, 0xff1a, sign.fullWidth);
  set(0xff21, 0xff3b, sign.fullWidth);
  set(0xff41, 0xff5b, sign.fullWidth);
  setAll("％「」『』", sign.fullWidth);
  setAll(" \u3000\u00a0", sign.blank);
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
