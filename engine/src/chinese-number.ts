/**
 * Numbers as Chinese papers print them (汉字数字, 阿拉伯数字 and both mixed): 1610, 1,842, 1.36亿, 三千二百万, 两千三,
 * 二〇二三, 2300余, 一百零五, 3万5千. One forward scan, no regular expression, so that a million digits cost a million steps.
 */
export interface ScannedNumber {
  /** The whole value: 1.36亿 is 136000000. */
  readonly value: number;
  /** The value in front of the last 万/亿 multiplier, as printed with the unit: 1.36 of 1.36亿元. */
  readonly mantissa: number;
  /** The multiplier that belongs to the printed unit: "亿", "万", "万亿" or "". */
  readonly multiplier: string;
  readonly end: number;
  /** Digits 0–9 stand in it; a bare 三 or 一 does not count as a figure in this field. */
  readonly arabic: boolean;
  /** A row of numerals without places (二〇二三, 一二三): a year or a number plate rather than a quantity. */
  readonly row: boolean;
  /** 余, 多, 来, 几 between number and unit (2300余户, 30多万元). */
  readonly more: string | null;
}

const numerals = new Map([..."零一二三四五六七八九"].map((c, i) => [c, i]));
for (const [c, n] of [
  ["〇", 0],
  ["○", 0],
  ["两", 2],
  ["壹", 1],
  ["贰", 2],
  ["叁", 3],
  ["肆", 4],
  ["伍", 5],
  ["陆", 6],
  ["柒", 7],
  ["捌", 8],
  ["玖", 9],
] as const)
  numerals.set(c, n);
const places = new Map([
  ["十", 10],
  ["拾", 10],
  ["百", 100],
  ["佰", 100],
  ["千", 1000],
  ["仟", 1000],
]);
const myriads = new Map([
  ["万", 1e4],
  ["亿", 1e8],
]);

const digitOf = (code: number): number =>
  code >= 48 && code <= 57 ? code - 48 : code >= 0xff10 && code <= 0xff19 ? code - 0xff10 : -1;
/** True where a character can begin a number. */
export function startsNumber(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return digitOf(code) >= 0 || numerals.has(text[at] ?? "") || text[at] === "十" || text[at] === "百";
}

/** Adds 0.1 + 0.2 without the tail: printed decimals have few places, so twelve significant ones are exact enough. */
const tidy = (x: number): number => (Number.isInteger(x) ? x : Number(x.toPrecision(15)));

function scanArabic(text: string, at: number): { value: number; end: number } | null {
  let i = at;
  let digits = "";
  while (digitOf(text.charCodeAt(i)) >= 0) digits += digitOf(text.charCodeAt(i++));
  // Thousands commas: 1,842 and 12,345,678; never 5,6 (two items of a list).
  if (digits.length <= 3) {
    let more = "";
    let j = i;
    while (text[j] === "," || text[j] === "，") {
      const group = [1, 2, 3].map((k) => digitOf(text.charCodeAt(j + k)));
      if (group.some((d) => d < 0) || digitOf(text.charCodeAt(j + 4)) >= 0) break;
      more += group.join("");
      j += 4;
    }
    if (more !== "" && digits !== "0") {
      digits += more;
      i = j;
    }
  }
  if ((text[i] === "." || text[i] === "．") && digitOf(text.charCodeAt(i + 1)) >= 0) {
    let fraction = "";
    let j = i + 1;
    while (digitOf(text.charCodeAt(j)) >= 0) fraction += digitOf(text.charCodeAt(j++));
    if (text[j] !== ".") {
      digits += `.${fraction}`;
      i = j;
    }
  }
  return digits === "" ? null : { value: Number(digits), end: i };
}

/** Below 万: 三千二百, 一百零五, 十二, 两千三 (a bare last numeral takes the next place). */
function scanHanzi(text: string, at: number): { value: number; end: number; row: boolean } | null {
  let i = at;
  let sum = 0;
  let pending = -1;
  let lastPlace = 0;
  let zero = false;
  let row = "";
  for (; i < text.length; i++) {
    const c = text[i] ?? "";
    const n = numerals.get(c);
    if (n === 0 && lastPlace > 0 && pending < 0) {
      zero = true; // 一百零五: the places between are empty
      continue;
    }
    if (n !== undefined) {
      if (pending >= 0) {
        if (lastPlace > 0) break;
        if (row === "") row = String(pending);
        row += n;
      }
      pending = n;
      continue;
    }
    const place = places.get(c);
    if (place === undefined || row.length > 1) break;
    if (lastPlace > 0 && place >= lastPlace) break;
    if (pending < 0 && place !== 10 && (place !== 100 || i !== at)) break;
    sum += (pending < 0 ? 1 : pending) * place;
    lastPlace = place;
    pending = -1;
    zero = false;
  }
  if (i === at) return null;
  if (row.length > 1) return { value: Number(row), end: i, row: true };
  if (pending > 0) sum += lastPlace >= 100 && !zero ? pending * (lastPlace / 10) : pending;
  if (pending === 0 && lastPlace === 0) return { value: 0, end: i, row: false };
  return { value: sum, end: i, row: false };
}

/**
 * The number that begins exactly at `at`, or null. 百 and 十 begin one (百余名, 十二); 几百 and 数千 have no value and
 * give null; ranges, units and 约/近/超 are the quantity annotator's business.
 */
export function numberAt(text: string, at: number): ScannedNumber | null {
  const first = text.charCodeAt(at);
  const arabic = digitOf(first) >= 0;
  const head = arabic ? scanArabic(text, at) : scanHanzi(text, at);
  if (head === null) return null;
  const row = "row" in head && head.row === true;
  let total = 0;
  let section = head.value;
  let mantissa = head.value;
  let multiplier = "";
  let more: string | null = null;
  let end = head.end;
  for (;;) {
    let i = end;
    if (more === null && /[余多来几]/.test(text[i] ?? "")) {
      // 30多万元: the word stands before the multiplier; 2300余户: before the unit.
      more = text[i] ?? null;
      i++;
      end = i;
    }
    let scale = 1;
    let printed = "";
    while (arabic && printed === "" && places.has(text[i] ?? "") && myriads.has(text[i + 1] ?? "")) {
      scale *= places.get(text[i] ?? "") ?? 1; // 3千万元
      printed = text[i] ?? "";
      i++;
    }
    while (myriads.has(text[i] ?? "")) {
      scale *= myriads.get(text[i] ?? "") ?? 1;
      printed += text[i] ?? "";
      i++;
    }
    if (scale === 1 && arabic && /[百千]/.test(text[i] ?? "") && !/[分]/.test(text[i + 1] ?? "")) {
      scale = places.get(text[i] ?? "") ?? 1; // 5千元, not 5百分点
      printed = text[i] ?? "";
      i++;
    }
    if (scale === 1) break;
    mantissa = total === 0 ? section : mantissa;
    total += section * scale;
    section = 0;
    multiplier = printed;
    end = i;
    // 1亿2000万, 三万五千, 三万五: a further part of lower order.
    const zero = text[i] === "零" && !arabic; // 一万零五 is 10005, 一万五 15000
    const next = digitOf(text.charCodeAt(i)) >= 0 ? scanArabic(text, i) : scanHanzi(text, zero ? i + 1 : i);
    if (next === null || more !== null) break;
    const followed = /[万亿]/.test(text[next.end] ?? "");
    if (next.value >= scale && followed) break;
    if (!arabic && !zero && next.value < 10 && next.end - i === 1 && !followed) {
      total += next.value * (scale / 10); // 三万五 = 35000
      end = next.end;
      break;
    }
    section = next.value;
    end = next.end;
    if (!followed) {
      mantissa = total + section;
      multiplier = "";
    }
  }
  const value = tidy(total + section);
  if (total > 0 && section === 0 && multiplier !== "") {
    const scale = [...multiplier].reduce((s, c) => s * (myriads.get(c) ?? places.get(c) ?? 1), 1);
    mantissa = tidy(value / scale);
  } else mantissa = value;
  return { value, mantissa: tidy(mantissa), multiplier, end, arabic, row, more };
}
