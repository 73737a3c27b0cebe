import { type Amount, amountAt, unitBehind } from "./amount.js";
import { approximationAfter, approximationBefore } from "./approximation.js";
import { blank, classAt, isArabicDigit, isHanziDigit, minus, vague } from "./character-class.js";
import { numberAt, startsNumber } from "./chinese-number.js";
import { roundedDecimal, timesFactor } from "./decimal.js";
import { moneySignBefore } from "./money-sign.js";
import { chainAt } from "./unit-chain.js";
import { type Unit, unitAt } from "./unit-table.js";

/** A number with its unit. Offsets are half-open UTF-16 offsets into the text that was given. */
export interface QuantityReading {
  readonly start: number;
  readonly end: number;
  /** The same with 约, 近, 超 in front and 余, 以上, 左右 behind. */
  readonly whole: { readonly start: number; readonly end: number };
  /** As printed in front of the unit, exact: "1.36" of 1.36亿元, "3200" of 三千二百万元. */
  readonly value: string;
  /** As printed: 亿元, 万人次, 公里; "" for money whose 元 is left out. */
  readonly unit: string;
  /** The whole number without its unit: "3870000" of 387万亩. */
  readonly amount: string;
  /** Exact, in `baseUnit`: "136000000". */
  readonly base: string;
  readonly baseUnit: string;
  readonly measure: Unit["measure"];
  /** The other end of a range in `baseUnit`: 3至5万元, 三四十人, 几十万元, 3000多元; else null. */
  readonly upper: string | null;
  /** A range printed with two numbers: where the second one begins, and its value as printed. */
  readonly second: { readonly start: number; readonly value: string } | null;
  /** 约 余 近 超 以上 … */
  readonly approx: string | null;
  readonly ordinal: boolean;
  /** Printed in digits rather than 三 or 十二. */
  readonly arabic: boolean;
  /** 几十, 数百: counted by nobody. */
  readonly vague: boolean;
}

/**
 * All numbers of a text that carry a unit: 1610万元, 1,842名, 近30公里, 10余次, 92.9%, 百分之五, 七成, 3至5家, 三四十人,
 * 十块三毛, 港币三千万元, 两个亿卢布, 一吨半, 负0.2千米. What is glued to letters or digits (4+1模式, G75高速) is a code.
 *
 *   readQuantities("投入1.36亿元")[0] // value "1.36", unit "亿元", base "136000000", baseUnit "元", measure "money"
 */
export function readQuantities(text: string): readonly QuantityReading[] {
  const found: QuantityReading[] = [];
  let i = 0;
  while (i < text.length) {
    if (!opensQuantity(text, i)) {
      i++;
      continue;
    }
    const { reading, end } = quantityAt(text, i);
    if (reading !== null) found.push(reading);
    i = Math.max(i + 1, end);
  }
  return found;
}

/** True where a quantity can begin. */
export function opensQuantity(text: string, at: number): boolean {
  const cls = classAt(text, at);
  if (cls === 0 || cls === blank) return text[at] === "半" && text[at + 1] === "成";
  return startsNumber(text, at) || cls === vague || cls === minus || /[千万亿]/.test(text[at] ?? "");
}

/** Letters, digits and dots before or after a number make it part of a code, a phone number or a version. */
const glued = (c: string | undefined): boolean => c !== undefined && /[A-Za-z0-9.\-_/+〔［[]/.test(c);
const percentUnit = (printed: string): Unit => ({
  unit: printed,
  base: "%",
  factor: 1,
  measure: "percent",
  notBefore: "",
});
const people: Unit = { unit: "", base: "人", factor: 1, measure: "people", notBefore: "" };
const yuan: Unit = { unit: "", base: "元", factor: 1, measure: "money", notBefore: "" };

/** The quantity that begins at `at` (null where there is none), and where reading goes on. */
export function quantityAt(text: string, at: number): { reading: QuantityReading | null; end: number } {
  const none = (end: number) => ({ reading: null, end });
  if (text.startsWith("百分之", at) || text.startsWith("千分之", at)) return hundredthsAt(text, at);
  if (text[at] === "半") return { reading: percentage(text, at, at + 2, "0.5", "5", "成"), end: at + 2 };
  const negative = classAt(text, at) === minus;
  if (negative && !(text[at] === "负" || text[at] === "負") && /[0-9A-Za-z年月日个元%）)]/.test(text[at - 1] ?? "")) {
    return none(at + 1);
  }
  const first = amountAt(text, negative ? at + 1 : at, at, negative);
  if (first === null) return none(at + 1);
  const sign = first.scanned.arabic ? moneySignBefore(text, at) : null;
  if (first.scanned.arabic && sign === null && glued(text[at - 1])) return none(first.end);
  // 二〇二三, 一二三: a year or a plate
  if (first.scanned.row && first.scanned.end - first.start > 2) return none(first.end);
  const range = rangeAt(text, first);
  if (range !== null) return { reading: range, end: range.end };
  const tenths = tenthsAt(text, at, first);
  if (tenths !== null) return { reading: tenths, end: tenths.end };
  const unit = unitBehind(text, first);
  if (unit === null && sign !== null) {
    const reading = make(text, first, { ...yuan, base: sign.currency }, first.end, first.exact);
    return { reading: { ...reading, whole: { ...reading.whole, start: sign.start } }, end: reading.end };
  }
  if (unit === null) return bare(text, first);
  const reading = chained(text, first, unit.unit, unit.end);
  return { reading, end: reading.end };
}

/** 3至5家, 3—5万元, 1万(含)-5万元, 6000元至8500元, 从8500到3万港元. */
function rangeAt(text: string, first: Amount): QuantityReading | null {
  const own = unitBehind(text, first);
  const chain = own === null ? null : chainAt(text, first, own.unit, own.end);
  let i = chain?.end ?? first.end;
  for (const inclusive of ["（含）", "(含)"]) if (text.startsWith(inclusive, i)) i += inclusive.length;
  const from = i;
  while (i < from + 2 && /[至到\-—–~～－]/.test(text[i] ?? "")) i++;
  if (i === from) return null;
  const second = amountAt(text, i, i, false);
  const unit = second === null ? null : unitBehind(text, second);
  if (second === null || (unit === null && !(/[kKwW]/.test(second.multiplier) && second.multiplier.length === 1)))
    return null;
  const last = unit?.unit ?? yuan;
  if (own !== null && (own.unit.base !== last.base || own.unit.measure === "duration")) return null;
  let lower = first.exact;
  let mantissa = first.mantissa;
  if (own === null && first.multiplier === "" && Number(lower) > 0) {
    // In 3—5万元 the multiplier belongs to both ends; in 8500到3万 it does not.
    const scale = scaleOf(second);
    if (scale > 1 && Number(lower) * scale <= Number(second.exact)) {
      mantissa = lower;
      lower = timesFactor(lower, scale);
    }
  }
  const until = unit === null ? null : chainAt(text, second, unit.unit, unit.end);
  const low = chain?.base ?? timesFactor(lower, last.factor);
  const high = until?.base ?? timesFactor(second.exact, last.factor);
  if (Number(high) <= Number(low)) return null;
  const printed = own === null ? `${second.multiplier}${last.unit}` : `${first.multiplier}${own.unit.unit}`;
  const end = until?.end ?? second.end;
  const reading = make(text, first, { ...last, factor: 1 }, end, low);
  return {
    ...reading,
    value: chain?.mantissa ?? mantissa,
    unit: printed,
    upper: high,
    second: { start: second.start, value: until?.mantissa ?? second.mantissa },
    vague: false,
  };
}

/** 10000 for 5万; 1000 for 三仟 where no 万 follows: what a first number without multiplier shares. */
function scaleOf(amount: Amount): number {
  const { scanned } = amount;
  if (/^[kK]$/.test(amount.multiplier)) return 1e3;
  if (/^[wW]$/.test(amount.multiplier)) return 1e4;
  if (amount.multiplier !== "") {
    const myriads = Number((Number(amount.exact) / Number(amount.mantissa)).toPrecision(6));
    return scanned.arabic || myriads >= 1e4 ? myriads : 1;
  }
  const digits = amount.exact.replace(/0+$/, "");
  return !scanned.arabic && digits.length === 1 ? 10 ** (amount.exact.length - 1) : 1;
}

/** 七成, 七成半, 八五折; not 成立, 成为. */
function tenthsAt(text: string, at: number, amount: Amount): QuantityReading | null {
  const value = Number(amount.exact);
  const mark = text[amount.end];
  if (mark === "成" && value > 0 && value <= 10) {
    const next = text[amount.end + 1] ?? "";
    if (/[立为果效绩员本就长熟品交功都人份]/.test(next)) return null;
    const cls = classAt(text, amount.end + 1);
    const five = next === "半" ? 5 : next === "五" && !isHanziDigit(classAt(text, amount.end + 2)) ? 5 : 0;
    const end = amount.end + (five > 0 && (next === "半" || isHanziDigit(cls)) ? 2 : 1);
    const base = roundedDecimal(value * 10 + five);
    return { ...percentage(text, at, end, roundedDecimal(value + five / 10), base, "成"), upper: tenfold(amount) };
  }
  return null;
}

const tenfold = (amount: Amount): string | null =>
  amount.scanned.upper === null ? null : roundedDecimal(amount.scanned.upper * 10);

function hundredthsAt(text: string, at: number): { reading: QuantityReading | null; end: number } {
  const thousand = text[at] === "千";
  const from = at + 3;
  const number = text[from] === "百" ? { exact: "100", end: from + 1, arabic: false } : numberAt(text, from, true);
  if (number === null) return { reading: null, end: from };
  const base = thousand ? timesFactor(number.exact, 0.1) : number.exact;
  const reading = percentage(text, at, number.end, number.exact, base, thousand ? "千分之" : "百分之");
  return { reading: { ...reading, arabic: number.arabic }, end: number.end };
}

function percentage(
  text: string,
  at: number,
  end: number,
  value: string,
  base: string,
  printed: string,
): QuantityReading {
  const approx = approximations(text, at, end, null);
  return {
    start: at,
    end,
    whole: approx.whole,
    value,
    unit: printed,
    amount: value,
    base,
    baseUnit: "%",
    measure: percentUnit(printed).measure,
    upper: null,
    second: null,
    approx: approx.word,
    ordinal: text[at - 1] === "第",
    arabic: isArabicDigit(classAt(text, at)),
    vague: false,
  };
}

/**
 * What needs no unit after 万 and 亿: money where 资金, 投资, 款, 额 stands before or a kind of money behind (帮扶资金800万,
 * 200万镇级救助资金), people where they are named behind (40.7万农村劳动力).
 */
function bare(text: string, amount: Amount): { reading: QuantityReading | null; end: number } {
  const { end } = amount;
  if (!/[万亿萬億]$/.test(amount.multiplier) || amount.scanned.vague) return { reading: null, end };
  const before = text.slice(Math.max(0, amount.start - 6), amount.start);
  const behind = text.slice(end, end + 12);
  const named =
    /[金资款额入值](?:[约近超达共计为了]{0,3})$/.test(before) ||
    /(?:销售额|产值|收入|营收|利润|投资额)[^，,。；;0-9]{0,8}(?:超过了?|突破了?|达到?了?|为)$/.test(
      text.slice(Math.max(0, amount.start - 20), amount.start),
    );
  if (named || /^[^，,。；;：:、（()）\s0-9]{0,6}(?:资金|援助款|捐款|善款|款项|救助金|助学金)/.test(behind)) {
    return { reading: make(text, amount, yuan, end, amount.exact), end };
  }
  if (
    /^余?(?:[^，,。；;：:、（()）\s0-9个]{0,6}?)(?:劳动力|群众|干部|学生|师生|村民|居民|人口|妇女|老人|儿童|劳动者|农民工|务工人员|移民|职工|牧民|农牧民|老乡|游客)/.test(
      behind,
    )
  ) {
    return { reading: make(text, amount, people, end, amount.exact), end };
  }
  return { reading: null, end };
}

/** The amount with its unit and what follows and still belongs to it. */
function chained(text: string, amount: Amount, unit: Unit, unitEnd: number): QuantityReading {
  const { base, mantissa, exact, ...chain } = chainAt(text, amount, unit, unitEnd);
  let { end } = chain;
  for (const close of ["人民币", "整", "正"])
    if (unit.measure === "money" && text.startsWith(close, end)) end += close.length;
  return {
    ...make(text, { ...amount, exact }, { ...unit, factor: 1 }, end, base),
    value: withSign(mantissa, amount.negative),
  };
}

const withSign = (decimal: string, negative: boolean): string =>
  negative && decimal !== "0" ? `-${decimal}` : decimal;

function make(text: string, amount: Amount, unit: Unit, end: number, base: string): QuantityReading {
  const { scanned, start } = amount;
  const approx = approximations(text, start, end, scanned.more);
  const currency = unit.measure === "money" && unit.base === "元" ? currencyBefore(text, approx.whole.start) : null;
  const ratio = scanned.value === 0 ? 1 : Number(base) / scanned.value;
  const upper = scanned.upper ?? (scanned.more === null ? null : nextRound(scanned.value));
  return {
    start,
    end,
    whole: approx.whole,
    value: withSign(amount.mantissa, amount.negative),
    unit: `${amount.multiplier}${unit.unit}`,
    amount: withSign(amount.exact, amount.negative),
    base: withSign(base, amount.negative),
    baseUnit: currency ?? unit.base,
    measure: unit.measure,
    upper: upper === null ? null : roundedDecimal(upper * ratio),
    second: null,
    approx: approx.word,
    ordinal: text[start - 1] === "第",
    arabic: scanned.arabic,
    vague: scanned.vague,
  };
}

/** 3000多 lies below 4000, 十多 below 20. */
function nextRound(value: number): number {
  let step = 1;
  while (value % (step * 10) === 0 && step < 1e15) step *= 10;
  return value + step;
}

/** 港币三千万元: the currency stands before the number. */
function currencyBefore(text: string, at: number): string | null {
  const sign = moneySignBefore(text, at);
  if (sign !== null) return sign.currency;
  let end = at;
  while (classAt(text, end - 1) === blank && end > at - 3) end--;
  for (let length = 4; length >= 1; length--) {
    const word = text.slice(Math.max(0, end - length), end);
    if (word.length !== length) continue;
    const unit = unitAt(word, 0);
    if (unit !== null && unit.unit === word && unit.measure === "money" && unit.factor === 1 && unit.base !== "元")
      return unit.base;
  }
  return null;
}

function approximations(
  text: string,
  start: number,
  end: number,
  inner: string | null,
): { word: string | null; whole: { start: number; end: number } } {
  const front = approximationBefore(text, start);
  const back = approximationAfter(text, end);
  return {
    word: front ?? inner ?? back?.word ?? null,
    whole: { start: start - (front?.length ?? 0), end: back?.end ?? end },
  };
}
