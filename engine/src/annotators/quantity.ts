import type { DateMention, QuantityMention } from "../annotation.js";
import type { Annotator } from "../annotator.js";
import { numberAt, startsNumber } from "../chinese-number.js";
import { lexicon } from "../lexicon.js";
import { repairedSpan } from "../span.js";

interface Unit {
  readonly unit: string;
  readonly base: string;
  readonly factor: number;
  readonly measure: QuantityMention["value"]["measure"];
}

let unitsByFirst: ReadonlyMap<string, readonly Unit[]> | null = null;

/** Units by their first character, longest first, so that 人次 is read before 人 and 个百分点 before 个. */
function units(): ReadonlyMap<string, readonly Unit[]> {
  if (unitsByFirst === null) {
    const map = new Map<string, Unit[]>();
    for (const row of lexicon("units")) {
      const unit: Unit = {
        unit: row.unit,
        base: row.base,
        factor: Number(row.factor),
        measure: row.measure as Unit["measure"],
      };
      const list = map.get(row.unit.charAt(0));
      if (list === undefined) map.set(row.unit.charAt(0), [unit]);
      else list.push(unit);
    }
    for (const list of map.values()) list.sort((a, b) => b.unit.length - a.unit.length);
    unitsByFirst = map;
  }
  return unitsByFirst;
}

function unitAt(text: string, at: number): Unit | null {
  for (const unit of units().get(text[at] ?? "") ?? []) if (text.startsWith(unit.unit, at)) return unit;
  return null;
}

const before = [
  "不少于",
  "不低于",
  "不超过",
  "超过",
  "突破",
  "大约",
  "将近",
  "接近",
  "至少",
  "最高",
  "共约",
  "约",
  "近",
  "超",
  "逾",
  "达",
  "仅",
  "人均",
  "户均",
  "每",
  "满",
  "足",
];
const approximate = new Set([
  "不少于",
  "不低于",
  "不超过",
  "超过",
  "突破",
  "大约",
  "将近",
  "接近",
  "至少",
  "最高",
  "共约",
  "约",
  "近",
  "超",
  "逾",
]);
const after = ["以上", "以下", "以内", "左右", "上下", "余", "多", "许"];

/**
 * Numbers with their unit: 1610万元, 1,842名, 近30公里, 10余次, 92.9%, 百分之五, 七成, 6000元至8500元 (two), 3至5家 (one
 * with a range). 第三个 is ordinal. Numbers inside dates are dates; 832平台 and 文号 carry no unit and are left alone.
 */
export const quantity: Annotator = {
  id: "quantity",
  purpose: "finds numbers with a unit, their approximation, and the exact value in the base unit",
  annotate(article, found) {
    const { text } = article;
    const dates = found.of("date");
    const mentions: QuantityMention[] = [];
    let nextDate = 0;
    let i = 0;
    while (i < text.length) {
      if (!startsNumber(text, i) && text[i] !== "百") {
        i++;
        continue;
      }
      const past = insideDate(dates, nextDate, i);
      nextDate = past.next;
      if (past.end > i) {
        i = past.end;
        continue;
      }
      const read = quantityAt(text, i);
      if (read.mention !== null) mentions.push(read.mention);
      i = Math.max(i + 1, read.end);
    }
    return mentions;
  },
};

function insideDate(dates: readonly DateMention[], from: number, at: number): { next: number; end: number } {
  let next = from;
  while (next < dates.length && (dates[next]?.span.end ?? 0) <= at) next++;
  const date = dates[next];
  return { next, end: date !== undefined && date.span.start <= at ? date.span.end : -1 };
}

/** Letters, digits and dots before or after a number make it part of a code, a phone number or a version. */
const glued = (c: string | undefined): boolean => c !== undefined && /[A-Za-z0-9.\-_/+]/.test(c);

function quantityAt(text: string, at: number): { mention: QuantityMention | null; end: number } {
  if (text.startsWith("百分之", at)) {
    const number = numberAt(text, at + 3);
    if (number === null) return { mention: null, end: at + 3 };
    return {
      mention: make(text, at, number.end, number.value, number.value, null, percent("百分之"), null),
      end: number.end,
    };
  }
  const number = numberAt(text, at);
  if (number === null) return { mention: null, end: at + 1 };
  if (number.arabic && glued(text[at - 1])) return { mention: null, end: number.end };
  let unitStart = number.end;
  let upper: number | null = null;
  let multiplier = number.multiplier;
  let { value, mantissa } = number;
  const joint = /^[至到—–~～-]$/.test(text[unitStart] ?? "") ? numberAt(text, unitStart + 1) : null;
  if (joint !== null && joint.value > 0 && unitAt(text, joint.end) !== null && unitAt(text, unitStart) === null) {
    // 3至5家; in 3—5万元 the multiplier belongs to both ends.
    const scale = number.multiplier === "" && joint.multiplier !== "" ? joint.value / joint.mantissa : 1;
    value *= scale;
    upper = joint.value;
    multiplier = joint.multiplier;
    unitStart = joint.end;
  }
  if (
    text[unitStart] === "成" &&
    number.value <= 10 &&
    !/[立为果效绩员本就长熟品交功都]/.test(text[unitStart + 1] ?? "")
  ) {
    const half = text[unitStart + 1] === "五" || text[unitStart + 1] === "半" ? 5 : 0;
    const end = unitStart + (half > 0 ? 2 : 1);
    const mention = make(text, at, end, number.value * 10 + half, number.value + half / 10, null, percent("成"), null);
    return { mention, end };
  }
  const unit = unitAt(text, unitStart);
  const end = unitStart + (unit?.unit.length ?? 0);
  if (unit === null) {
    // 帮扶资金800万: money whose 元 is left out, where 资金, 投资, 款, 额 stands before.
    if (multiplier === "" || !/[金资款额入值]{1}(?:[约近超达共计]{0,3})$/.test(text.slice(Math.max(0, at - 6), at)))
      return { mention: null, end: number.end };
    const yuan: Unit = { unit: "", base: "元", factor: 1, measure: "money" };
    return {
      mention: make(text, at, unitStart, value, mantissa, upper, yuan, number.more, multiplier),
      end: unitStart,
    };
  }
  return { mention: make(text, at, end, value, mantissa, upper, unit, number.more, multiplier), end };
}

const percent = (printed: string): Unit => ({ unit: printed, base: "%", factor: 1, measure: "percent" });

function make(
  text: string,
  at: number,
  to: number,
  value: number,
  mantissa: number,
  upper: number | null,
  unit: Unit,
  more: string | null,
  multiplier = "",
): QuantityMention {
  let start = at;
  let end = to;
  let approx: string | null = more;
  const word = before.find((w) => text.startsWith(w, at - w.length) && at >= w.length);
  if (word !== undefined && approximate.has(word)) {
    approx = word;
    start = at - word.length;
  }
  const tail = after.find((w) => text.startsWith(w, to));
  if (tail !== undefined && !(tail === "多" && /[个种样]/.test(text[to + 1] ?? ""))) {
    approx = approx ?? tail;
    end = to + tail.length;
  }
  const base = value * unit.factor;
  return {
    kind: "quantity",
    span: repairedSpan(start, end),
    by: "quantity",
    value: {
      value: mantissa,
      to: upper,
      unit: `${multiplier}${unit.unit}`,
      base: Number.isInteger(base) ? base : Number(base.toPrecision(15)),
      baseUnit: unit.base,
      measure: unit.measure,
      approx,
      ordinal: text[at - 1] === "第",
      arabic: /[0-9０-９]/.test(text[at] ?? ""),
    },
  };
}
