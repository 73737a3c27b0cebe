/**
 * What a character can be in a number, by UTF-16 code: one array access per character, so that text without numbers costs
 * one pass over a table. Traditional and accountants' forms (財務大寫) are read like the plain ones.
 */

/** 0–9 printed in Chinese: the class is the digit + `hanziDigit`. */
export const hanziDigit = 1;
/** 0–9 in half or full width: the class is the digit + `arabicDigit`. */
export const arabicDigit = 11;
/** 十 百 千: the class is `place` + the power of ten. */
export const place = 20;
/** 万 亿 兆: the class is `myriad` + the power of ten. */
export const myriad = 30;
/** 余 多 来 几 between a number and its unit. */
export const more = 50;
/** 几 and 数 in front of 十 百 千 万: a number that nobody counted. */
export const vague = 51;
export const point = 52;
export const minus = 53;
export const blank = 54;
/** 廿 卅 卌: 20, 30, 40. */
export const tens = 60;

const rows: readonly (readonly [characters: string, cls: number])[] = [
  ["零〇○", hanziDigit],
  ["一壹弌", hanziDigit + 1],
  ["二贰貳弍两兩俩倆", hanziDigit + 2],
  ["三叁參叄弎仨", hanziDigit + 3],
  ["四肆", hanziDigit + 4],
  ["五伍", hanziDigit + 5],
  ["六陆陸", hanziDigit + 6],
  ["七柒", hanziDigit + 7],
  ["八捌", hanziDigit + 8],
  ["九玖", hanziDigit + 9],
  ["十拾", place + 1],
  ["百佰", place + 2],
  ["千仟", place + 3],
  ["万萬", myriad + 4],
  ["亿億", myriad + 8],
  ["兆", myriad + 12],
  ["余餘多来來", more],
  ["几幾数數", vague],
  ["点點", point],
  ["负負-－−", minus],
  [" \u00a0\u3000", blank],
  ["廿", tens + 2],
  ["卅", tens + 3],
  ["卌", tens + 4],
];

function table(): Uint8Array {
  const classes = new Uint8Array(65536);
  for (let digit = 0; digit < 10; digit++) {
    classes[48 + digit] = arabicDigit + digit;
    classes[0xff10 + digit] = arabicDigit + digit;
  }
  for (const [characters, cls] of rows) for (const c of characters) classes[c.charCodeAt(0)] = cls;
  return classes;
}

const classes = table();

/** The class of the character at a place; 0 for everything else and beyond the end. */
export function classAt(text: string, at: number): number {
  return at < text.length ? (classes[text.charCodeAt(at)] ?? 0) : 0;
}

export const isHanziDigit = (cls: number): boolean => cls >= hanziDigit && cls < hanziDigit + 10;
export const isArabicDigit = (cls: number): boolean => cls >= arabicDigit && cls < arabicDigit + 10;
export const isPlace = (cls: number): boolean => cls > place && cls <= place + 3;
export const isMyriad = (cls: number): boolean => cls > myriad && cls <= myriad + 12;
/** 两 俩 仨 count things; they are no digits of a row and stand in front of 百 千 万 only. */
export const isCounting = (c: string | undefined): boolean =>
  c === "两" || c === "兩" || c === "俩" || c === "倆" || c === "仨";

/** 10000000 for 千万, 1e12 for 万亿. */
export function multiplierScale(multiplier: string): number {
  let scale = 1;
  for (let i = 0; i < multiplier.length; i++) {
    const cls = classAt(multiplier, i);
    scale *= 10 ** (isMyriad(cls) ? cls - myriad : cls - place);
  }
  return scale;
}
