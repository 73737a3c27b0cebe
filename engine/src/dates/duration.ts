import { classAt, isHanziDigit } from "../numbers/character-class.js";
import { numberAt } from "../numbers/chinese-number.js";

/** A length of time: 三年, 5个月, 两年半, 36天5小时30分, 一个半小时. */
export interface Duration {
  /** ISO 8601: P3Y, P5M, P36DT5H30M; decimals where printed (P2.5Y). */
  readonly iso: string;
  /** By unit, in printed order. */
  readonly amounts: readonly { readonly unit: DurationUnit; readonly amount: number }[];
  /** 多, 余, 几: not exact. */
  readonly blurred: boolean;
  /** The other end of 3至6个月, 两三天, 几十年, 十多年; null for one length. */
  readonly longest: { readonly iso: string; readonly amounts: Duration["amounts"] } | null;
  readonly end: number;
}
export type DurationUnit = "year" | "month" | "week" | "day" | "workday" | "hour" | "minute" | "second";

const units: readonly (readonly [word: string, unit: DurationUnit, times: number])[] = [
  ["个工作日", "workday", 1],
  ["个交易日", "workday", 1],
  ["工作日", "workday", 1],
  ["交易日", "workday", 1],
  ["周年", "year", 1],
  ["年", "year", 1],
  ["载春秋", "year", 1],
  ["载", "year", 1],
  ["个季度", "month", 3],
  ["季度", "month", 3],
  ["个月", "month", 1],
  ["個月", "month", 1],
  ["月", "month", 1],
  ["个星期", "week", 1],
  ["个礼拜", "week", 1],
  ["星期", "week", 1],
  ["礼拜", "week", 1],
  ["周", "week", 1],
  ["天", "day", 1],
  ["日", "day", 1],
  ["个小时", "hour", 1],
  ["小时", "hour", 1],
  ["个钟头", "hour", 1],
  ["钟头", "hour", 1],
  ["个钟", "hour", 1],
  ["分钟", "minute", 1],
  ["刻钟", "minute", 15],
  ["分半钟", "minute", 1],
  ["分", "minute", 1],
  ["秒钟", "second", 1],
  ["秒", "second", 1],
];

/** 8天20时: behind days, hours are counted and name none. */
const hours: (typeof units)[number] = ["时", "hour", 1];

/** The same by their first character. */
const unitsBy = new Map<number, (typeof units)[number][]>();
for (const unit of units) {
  const first = unit[0].charCodeAt(0);
  const list = unitsBy.get(first);
  if (list === undefined) unitsBy.set(first, [unit]);
  else list.push(unit);
}

/** The first unit of the list that stands at a place. */
function unitAt(text: string, at: number): (typeof units)[number] | undefined {
  const list = unitsBy.get(text.charCodeAt(at));
  if (list !== undefined) for (const unit of list) if (text.startsWith(unit[0], at)) return unit;
  return undefined;
}

const letters: Readonly<Record<DurationUnit, string>> = {
  year: "Y",
  month: "M",
  week: "W",
  day: "D",
  workday: "D",
  hour: "H",
  minute: "M",
  second: "S",
};

/** The length of time at `at`, or null. 3日 and 5月 are dates unless they cannot be (90日, 两日). */
export function durationAt(text: string, at: number): Duration | null {
  const amounts: { unit: DurationUnit; amount: number }[] = [];
  let i = at;
  let blurred = false;
  let most: number | null = null;
  for (let part = 0; part < 4; part++) {
    // 一小时零三十分钟, 两年又三个月
    if (part > 0 && /^[零又]/.test(text.slice(i, i + 1)) && unitAfter(text, i + 1)) i++;
    const half = text[i] === "半";
    const pair = part === 0 ? pairAt(text, i) : null;
    const number = half || pair !== null ? null : numberAt(text, i, true);
    if (!half && pair === null && (number === null || (number.vague && part > 0))) break;
    let j = pair !== null ? i + 2 : half ? i + 1 : (number?.end ?? i);
    let amount = pair !== null ? pair[0] : half ? 0.5 : (number?.value ?? 0);
    if (part === 0) most = pair !== null ? pair[1] : (number?.upper ?? null);
    if (number?.vague === true) blurred = true;
    else if (number !== null && number.more !== null) {
      blurred = true;
      if (part === 0) most = tenAbove(number.value);
    }
    // 五点五分钟, 两点五小时
    const point = number === null || text[j] !== "点" ? null : DECIMALS.exec(text.slice(j, j + 6));
    if (point !== null) {
      amount += Number(`0.${[...(point[1] ?? "")].map((c) => "零一二三四五六七八九".indexOf(c)).join("")}`);
      j += point[0].length;
    }
    if (/^[多余来]/.test(text.slice(j, j + 1))) {
      blurred = true;
      j++;
    }
    while (text[j] === " ") j++;
    if (/^个半/.test(text.slice(j, j + 2))) {
      amount += 0.5;
      j += 2;
      if (text[j] === "个") j++;
    } else if (text[j] === "个" && /^个多[月小星礼钟季]/.test(text.slice(j, j + 3))) {
      blurred = true;
      j += 2;
    } else if (text[j] === "多") {
      blurred = true;
      j++;
    }
    const unit = part > 0 && text[j] === "时" && amounts.at(-1)?.unit === "day" ? hours : unitAt(text, j);
    if (unit === undefined) break;
    const [word, name, times] = unit;
    if (word === "分半钟") amount += 0.5;
    const printed = text.slice(i, j);
    // 七八年 may be 1978.
    if (pair !== null && word === "年" && !/两/.test(printed)) break;
    // 5月, 3日, 12分: dates and scores, unless the number cannot be one.
    if (word === "月" && !half && !blurred && !/半$/.test(printed) && !/[俩两]/.test(printed)) break;
    if (
      word === "日" &&
      part === 0 &&
      !half &&
      !/[两俩]/.test(printed) &&
      amount <= 31 &&
      !isSpanOfDays(text, i, j + 1)
    )
      break;
    if (word === "日" && half && /^[一-龥]/.test(text.slice(j + 1, j + 2)) && !/[的内后，,]/.test(text[j + 1] ?? ""))
      break;
    if (word === "分" && part === 0 && !/^(?:半钟|[0-9一二三四五六七八九十]{1,3}秒)/.test(text.slice(j + 1, j + 5)))
      break;
    if (word === "周" && /[边围末岁一二三四五六日]/.test(text[j + 1] ?? "")) break;
    if (
      word === "年" &&
      number !== null &&
      (number.row || (number.arabic && number.more === null && amount >= 1000 && amount < 2200))
    )
      break;
    if (/^年[级代龄轮味纪度份报底末初]/.test(text.slice(j, j + 2))) break;
    if (word === "个钟" && /[表楼点情爱]/.test(text[j + 2] ?? "")) break;
    if (word === "天" && /^天[然气地下空]/.test(text.slice(j, j + 2))) break;
    j += word.length;
    if (name === "year" && text[j] === "多") {
      blurred = true;
      j++;
    }
    if (text[j] === "半" && !/[年天路数夜价途山月个]/.test(text[j + 1] ?? "")) {
      amount += 0.5;
      j++;
      if (text[j] === "钟") j++;
    }
    amounts.push({ unit: name, amount: Number((amount * times).toPrecision(12)) });
    if (most !== null && part === 0) most *= times;
    i = j;
    if (blurred) break;
  }
  const [first] = amounts;
  if (first === undefined) return null;
  const other = most === null || amounts.length > 1 ? null : [{ unit: first.unit, amount: most }];
  const longest = other === null ? null : { iso: isoOf(other), amounts: other };
  return { iso: isoOf(amounts), amounts, blurred, longest, end: i };
}

const DECIMALS = /^点([零一二三四五六七八九]{1,3})(?=分钟|小时|个|天|年|秒)/;

/** 两三天, 三五个月: two numerals beside each other that are the ends of a few. */
function pairAt(text: string, at: number): readonly [number, number] | null {
  const one = "一二三四五六七八九".indexOf(text[at] === "两" ? "二" : (text[at] ?? "-")) + 1;
  const two = one === 0 ? 0 : "一二三四五六七八九".indexOf(text[at + 1] === "两" ? "二" : (text[at + 1] ?? "-")) + 1;
  if (two === 0 || (two !== one + 1 && !(one === 3 && two === 5))) return null;
  return unitAt(text, at + 2) === undefined || isHanziDigit(classAt(text, at - 1)) ? null : [one, two];
}

/** 十多年 lies below 20, 1000多年 below 2000. */
function tenAbove(value: number): number {
  let step = 1;
  while (value > 0 && value % (step * 10) === 0) step *= 10;
  return value + step;
}

/** 五日内, 三日后 count days; 20日后 and 5日前 name one, and so does what stands behind a month. */
function isSpanOfDays(text: string, at: number, end: number): boolean {
  if (/[月至到\-—~～]/.test(text[at - 1] ?? "")) return false;
  if (/^[以之]?内(?![容部心外])/.test(text.slice(end, end + 2))) return true;
  return (
    end - at === 2 && !/[0-9０-９]/.test(text[at] ?? "") && /^[以之]?后(?![期续者])/.test(text.slice(end, end + 3))
  );
}

/** A number with a unit of time stands at `at`. */
function unitAfter(text: string, at: number): boolean {
  const number = numberAt(text, at, true);
  return number !== null && !number.vague && unitAt(text, number.end) !== undefined;
}

function isoOf(amounts: Duration["amounts"]): string {
  let date = "";
  let time = "";
  for (const { unit, amount } of amounts) {
    const printed = `${amount}${letters[unit]}`;
    if (unit === "hour" || unit === "minute" || unit === "second") time += printed;
    else date += printed;
  }
  return `P${date}${time === "" ? "" : `T${time}`}`;
}
