import { blank, classAt, isArabicDigit, isHanziDigit, minus } from "./character-class.js";
import { numberAt, type ScannedNumber, startsNumber } from "./chinese-number.js";
import { roundedDecimal, timesFactor } from "./decimal.js";

/** A number in a text, with its exact value. */
export interface NumberReading {
  readonly start: number;
  readonly end: number;
  /** `percent` is said of a hundred (百分之五, 七成, 八五折, 6个百分点, 12%); `ordinal` is 第三. */
  readonly kind: "number" | "percent" | "ordinal";
  /** A plain decimal of any size: "16100000", "-32", "0.5"; fifteen digits where it is a quotient or a power. */
  readonly value: string;
  /** The other end of 三四十 or 几百, else null. */
  readonly upper: string | null;
}

/**
 * All numbers of a text, in order, each as printed: 1,842, 三千二百万, 壹佰伍拾, 负六点六, 五分之一, 3/5, 2.5M, 1e3, 百分之五,
 * 七成半, 75折, 第二百五十. A counted pair or dozen is counted in pieces (三双 6, 一打 12). Numbers within dates, codes and
 * names are numbers here too: `readDates` and `readQuantities` say what they belong to.
 *
 *   readNumbers("投入1.36亿元") // [{ start: 2, end: 7, kind: "number", value: "136000000", upper: null }]
 */
export function readNumbers(text: string): readonly NumberReading[] {
  const found: NumberReading[] = [];
  const { length } = text;
  let i = 0;
  while (i < length) {
    // What is printed in an address of the web is no number: …?q=30%25.
    if (text.charCodeAt(i) === 0x68 && text.startsWith("http", i)) i += address(text, i);
    if (classAt(text, i) === 0 && !opens(text, i)) {
      i++;
      continue;
    }
    const reading = readingAt(text, i);
    if (reading === null) {
      i++;
      continue;
    }
    if (reading.kind !== null) found.push(reading as NumberReading);
    i = reading.end;
  }
  return found;
}

/** Length of the address of the web at a place; 0 where none begins. */
function address(text: string, at: number): number {
  return /^https?:\/\/[!-~]*/.exec(text.slice(at, at + 2048))?.[0].length ?? 0;
}

/** 第三, 半百, 打对折, .5 begin with characters that stand in no number themselves. */
function opens(text: string, i: number): boolean {
  const c = text.charCodeAt(i);
  return c === 0x7b2c || c === 0x534a || c === 0x5bf9 || c === 0x5c0d || c === 0x2e || c === 0xff0e;
}

/** A reading, or with kind null a stretch that is no number (五百分之2.2 of nothing, 百分之二三十). */
interface Stretch extends Omit<NumberReading, "kind"> {
  readonly kind: NumberReading["kind"] | null;
}

function readingAt(text: string, at: number): Stretch | null {
  const c = text[at];
  if (c === "第") return ordinalAt(text, at);
  if (c === "半") return halfAt(text, at);
  if (c === "对" || c === "對")
    return text[at + 1] === "折" && text[at - 1] === "打" ? percent(at, at + 2, "50") : null;
  const percentFrom = hundredthsAt(text, at);
  if (percentFrom > 0) return hundredths(text, at, percentFrom);
  const cls = classAt(text, at);
  const negative = cls === minus && signed(text, at);
  const from = negative ? skipBlanks(text, at + 1) : at;
  const number = simpleAt(text, from);
  if (number === null) return null;
  return behind(text, at, negative, number);
}

/** A minus stands before a number and not between two (3-5) nor after another one (--9). */
function signed(text: string, at: number): boolean {
  const c = text[at];
  if (c === "负" || c === "負") return true;
  const before = classAt(text, at - 1);
  if (at > 0 && (before !== 0 || /[A-Za-z%％)）元个年月日号]/.test(text[at - 1] ?? ""))) return before === blank;
  return true;
}

interface Simple {
  readonly exact: string;
  readonly end: number;
  readonly bareEnd: number;
  readonly scanned: ScannedNumber | null;
}

function simpleAt(text: string, at: number): Simple | null {
  // .5 where no digit and no other point stands before
  if ((text[at] === "." || text[at] === "．") && isArabicDigit(classAt(text, at + 1))) {
    const before = text[at - 1];
    if (before === "." || before === "．" || isArabicDigit(classAt(text, at - 1))) return null;
    const fraction = numberAt(text, at + 1);
    if (fraction === null || fraction.exact.includes(".") || fraction.multiplier !== "") return null;
    const digits = text.slice(at + 1, fraction.end).normalize("NFKC");
    const exact = timesFactor(digits, 1);
    return { exact: plain(`0.${exact}`), end: fraction.end, bareEnd: fraction.end, scanned: null };
  }
  if (!startsNumber(text, at) && !(classAt(text, at) > 0 && /[千万亿萬億仟几数幾數]/.test(text[at] ?? ""))) return null;
  const scanned = numberAt(text, at, true);
  return scanned === null ? null : { exact: scanned.exact, end: scanned.end, bareEnd: scanned.bareEnd, scanned };
}

const plain = (decimal: string): string => (decimal.includes(".") ? decimal.replace(/\.?0+$/, "") : decimal);
const negate = (decimal: string, negative: boolean): string =>
  !negative || decimal === "0" ? decimal : decimal.startsWith("-") ? decimal.slice(1) : `-${decimal}`;

function skipBlanks(text: string, at: number): number {
  let i = at;
  while (classAt(text, i) === blank) i++;
  return i;
}

/** What follows a number decides what it is: 个百分点, 成, 折, %, 分之, 又, /, ^, e, k, 打. */
function behind(text: string, at: number, negative: boolean, number: Simple): Stretch | null {
  const { scanned } = number;
  let { exact } = number;
  let end = number.bareEnd;
  const scaled = suffixAt(text, end);
  if (scanned?.arabic !== false && scaled !== null) {
    exact = timesFactor(exact, scaled.factor);
    end = scaled.end;
  }
  const j = skipBlanks(text, end);
  const points = percentPointsAt(text, j);
  if (points > 0 || text[end] === "%" || text[end] === "％") {
    const to = points > 0 ? points : end + 1;
    return scanned !== null && scanned.upper !== null
      ? { ...percent(at, to, exact), kind: null }
      : percent(at, to, negate(exact, negative));
  }
  const tenths = tenthsAt(text, at, j, exact, scanned);
  if (tenths !== null) return tenths;
  const computed = fractionAt(text, end, negative, exact) ?? powerAt(text, end, negative, exact, scanned);
  if (computed !== null) return { start: at, end: computed.end, kind: "number", value: computed.value, upper: null };
  const pieces = piecesAt(text, end);
  if (pieces > 0) {
    return {
      start: at,
      end: end + 1,
      kind: "number",
      value: negate(timesFactor(exact, pieces), negative),
      upper: null,
    };
  }
  const upper = scanned?.upper ?? null;
  if (isWordOf(text, at, end, scanned)) return { start: at, end, kind: null, value: exact, upper: null };
  return {
    start: at,
    end,
    kind: "number",
    value: negate(exact, negative),
    upper: upper === null ? null : negate(roundedDecimal(upper), negative),
  };
}

/** Provinces and cities that begin with a numeral: 四川, 三亚. */
const placed =
  /^(?:四川|三亚|三明|三沙|三峡|三江|三门|九江|六安|六盘|七台|双鸭|五指|五台|四平|百色|万州|万宁|千岛|八达|九寨)/;

/** 一切, 一般, 万一, 十分, 一看, 四川, 陆地 and the like hold no number. */
function isWordOf(text: string, at: number, end: number, scanned: ScannedNumber | null): boolean {
  if (scanned === null || scanned.arabic || end - at !== 1) return false;
  const next = text[end] ?? "";
  if (placed.test(text.slice(at, end + 1))) return true;
  // 陆地, 陆续: as a numeral 陆 stands among others of its kind.
  if ((text[at] === "陆" || text[at] === "陸") && /[地续军路运上域战相生]/.test(next)) return true;
  if (text[at] === "一" || text[at] === "壹") return text[at - 1] === "万" || /[切般直些律旦致起定看听想见]/.test(next);
  return (
    (text[at] === "十" && next === "分" && text[end + 1] !== "之") || (text[at] === "百" && /[姓货科花]/.test(next))
  );
}

function percent(start: number, end: number, value: string): Stretch {
  return { start, end, kind: "percent", value: plain(value), upper: null };
}

function ordinalAt(text: string, at: number): Stretch | null {
  const number = numberAt(text, at + 1);
  if (number === null || number.vague) return null;
  return { start: at, end: number.bareEnd, kind: "ordinal", value: number.exact, upper: null };
}

function halfAt(text: string, at: number): Stretch | null {
  const next = text[at + 1];
  if (next === "成") return percent(at, at + 2, "5");
  if (next === "折") return percent(at, at + 2, "50");
  if (next === "百") return { start: at, end: at + 2, kind: "number", value: "50", upper: null };
  return null;
}

/** Where the number behind 百分之 begins; 0 where 百分之 does not begin here. */
function hundredthsAt(text: string, at: number): number {
  const c = text[at];
  if (c !== "百" && c !== "佰") return 0;
  let i = skipBlanks(text, at + 1);
  if (text[i] !== "分") return 0;
  i = skipBlanks(text, i + 1);
  if (text[i] === "之") return skipBlanks(text, i + 1);
  // 百分百, 百分三十
  return /[百一二三四五六七八九十两]/.test(text[i] ?? "") ? i : 0;
}

function hundredths(text: string, at: number, from: number): Stretch | null {
  const negative = classAt(text, from) === minus;
  if (text[from] === "百" && text[from - 1] === "分") return percent(at, from + 1, "100");
  const number = simpleAt(text, negative ? from + 1 : from);
  if (number === null) return null;
  if (number.scanned !== null && number.scanned.upper !== null) {
    return { start: at, end: number.end, kind: null, value: "0", upper: null };
  }
  const scaled = number.scanned?.arabic === true ? suffixAt(text, number.bareEnd) : null; // 百分之15K
  const exact = scaled === null ? number.exact : timesFactor(number.exact, scaled.factor);
  return percent(at, scaled?.end ?? number.bareEnd, negate(exact, negative));
}

/** End of 个百分点 at `at`, 0 where it does not stand there. */
function percentPointsAt(text: string, at: number): number {
  let i = at;
  if (text[i] === "个" || text[i] === "個") i = skipBlanks(text, i + 1);
  for (const c of "百分") {
    if (text[i] !== c) return 0;
    i = skipBlanks(text, i + 1);
  }
  return text[i] === "点" || text[i] === "點" ? i + 1 : 0;
}

/** 七成, 七成半, 七成六, 八折, 八五折, 7 2 折; 十折 and 五百成 are none. */
function tenthsAt(text: string, at: number, j: number, exact: string, scanned: ScannedNumber | null): Stretch | null {
  const c = text[j];
  const value = Number(exact);
  if (c === "成") {
    if (value <= 0 || value > 10 || /[立为果效绩员本就长熟品交功都人份]/.test(text[j + 1] ?? "")) return null;
    const next = skipBlanks(text, j + 1);
    const cls = classAt(text, next);
    if (text[next] === "半") return percent(at, next + 1, String(Number((value * 10 + 5).toPrecision(12))));
    if (isHanziDigit(cls) && value === Math.floor(value) && !isHanziDigit(classAt(text, next + 1)))
      return percent(at, next + 1, String(value * 10 + cls - 1));
    return percent(at, j + 1, timesFactor(exact, 10));
  }
  if (c === "折") {
    if (/[腾磨射扣合返叠断]/.test(text[j + 1] ?? "")) return null;
    if (value > 0 && value < 10) return percent(at, j + 1, timesFactor(exact, 10));
    if (value === 10) return { start: at, end: j + 1, kind: null, value: "10", upper: null };
    return value < 100 && Number.isInteger(value) ? percent(at, j + 1, exact) : null;
  }
  // 7 2 折, 九 九 折
  if (j > 0 && value > 0 && value < 10 && Number.isInteger(value) && scanned !== null) {
    const cls = classAt(text, j);
    const second = isArabicDigit(cls) ? cls - 11 : isHanziDigit(cls) ? cls - 1 : -1;
    const mark = skipBlanks(text, j + 1);
    if (second >= 0 && text[mark] === "折") return percent(at, mark + 1, String(value * 10 + second));
  }
  return null;
}

/** 五分之一, 一又二分之一, 3/5, 1 4/3. A date (2023/12/11) is no fraction. */
function fractionAt(
  text: string,
  end: number,
  negative: boolean,
  exact: string,
): { end: number; value: string } | null {
  const sign = negative ? -1 : 1;
  let i = skipBlanks(text, end);
  if (text[i] === "又") {
    const lower = simpleAt(text, skipBlanks(text, i + 1));
    const over = lower === null ? null : partsAt(text, lower.bareEnd);
    if (lower === null || over === null) return null;
    const value = sign * (Number(exact) + over.value / Number(lower.exact));
    return { end: over.end, value: roundedDecimal(value) };
  }
  const parts = partsAt(text, i);
  if (parts !== null) return { end: parts.end, value: roundedDecimal((sign * parts.value) / Number(exact)) };
  // 1 4/3: a whole number, a blank, a fraction
  if (i > end && !exact.includes(".") && isArabicDigit(classAt(text, i))) {
    const upper = simpleAt(text, i);
    const lower = upper === null ? null : slashAt(text, upper.bareEnd);
    if (upper === null || lower === null) return null;
    return { end: lower.end, value: roundedDecimal(sign * (Number(exact) + Number(upper.exact) / lower.value)) };
  }
  i = end;
  const lower = slashAt(text, i);
  return lower === null ? null : { end: lower.end, value: roundedDecimal((sign * Number(exact)) / lower.value) };
}

/** 分之 and the number behind it. */
function partsAt(text: string, at: number): { end: number; value: number } | null {
  let i = skipBlanks(text, at);
  if (text[i] !== "分") return null;
  i = skipBlanks(text, i + 1);
  if (text[i] !== "之") return null;
  i = skipBlanks(text, i + 1);
  const negative = classAt(text, i) === minus;
  const upper = simpleAt(text, negative ? i + 1 : i);
  return upper === null ? null : { end: upper.bareEnd, value: (negative ? -1 : 1) * Number(upper.exact) };
}

function slashAt(text: string, at: number): { end: number; value: number } | null {
  if ((text[at] !== "/" && text[at] !== "／") || !isArabicDigit(classAt(text, at + 1))) return null;
  const lower = numberAt(text, at + 1);
  if (lower === null || lower.value === 0 || lower.multiplier !== "") return null;
  if (text[lower.end] === "/" || text[lower.end] === "／" || text[lower.end] === "月") return null;
  return { end: lower.end, value: lower.value };
}

/** 2^5, 1.1^+23, 2.5^-1, 2e5, 21.2E0. */
function powerAt(
  text: string,
  end: number,
  negative: boolean,
  exact: string,
  scanned: ScannedNumber | null,
): { end: number; value: string } | null {
  const mark = text[end];
  const isPower = mark === "^";
  if (!isPower && mark !== "e" && mark !== "E") return null;
  if (scanned !== null && !scanned.arabic) return null;
  let i = end + 1;
  let down = false;
  while (i < end + 4 && /[+\-－＋]/.test(text[i] ?? "")) {
    if (text[i] === "-" || text[i] === "－") down = !down;
    i++;
  }
  if (!isArabicDigit(classAt(text, i))) return null;
  const exponent = numberAt(text, i);
  if (exponent === null || exponent.value > 300 || exponent.multiplier !== "") return null;
  const by = exponent.value * (down ? -1 : 1);
  const value = isPower ? Number(exact) ** by : Number(`${exact}e${by}`);
  return Number.isFinite(value) ? { end: exponent.end, value: negate(roundedDecimal(value), negative) } : null;
}

/** 40k, 2.5 M, 30w: a letter that multiplies, not the first of a word or a unit (km, MB). */
function suffixAt(text: string, end: number): { end: number; factor: number } | null {
  let i = end;
  if (classAt(text, i) === blank && /[MGT]/.test(text[i + 1] ?? "")) i++;
  const c = text[i] ?? "";
  const factor = /[kKｋＫ]/.test(c)
    ? 1e3
    : /[wW]/.test(c)
      ? 1e4
      : c === "M"
        ? 1e6
        : c === "G"
          ? 1e9
          : c === "T"
            ? 1e12
            : 0;
  if (factor === 0 || /[A-Za-z0-9]/.test(text[i + 1] ?? "")) return null;
  return { end: i + 1, factor };
}

/** 一打 is twelve, 三双 six. 双 and 对 also begin words (双方, 对口). */
function piecesAt(text: string, end: number): number {
  const c = text[end] ?? "";
  const next = text[end + 1] ?? "";
  if (c === "打") return /[造开击破印算扮扫]/.test(next) ? 0 : 12;
  if (c === "双" || c === "雙") return /[方向边重创语喜]/.test(next) ? 0 : 2;
  return (c === "对" || c === "對") && !/[口于方接外内标比照策话抗应面的]/.test(next) ? 2 : 0;
}
