import type { DateMention, QuantityMention } from "../annotation.js";
import type { Annotator } from "../annotator.js";
import { opensQuantity, type QuantityReading, quantityAt } from "../numbers/read-quantities.js";
import { repairedSpan } from "../span.js";

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
      if (!opensQuantity(text, i)) {
        i++;
        continue;
      }
      const past = insideDate(dates, nextDate, i);
      nextDate = past.next;
      if (past.end > i) {
        i = past.end;
        continue;
      }
      const { reading, end } = quantityAt(text, i);
      if (reading !== null && !reading.vague) mentions.push(...mentionsOf(text, reading));
      i = Math.max(i + 1, end);
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

/** One mention; two where both ends of a range print their unit. */
function mentionsOf(text: string, reading: QuantityReading): readonly QuantityMention[] {
  const { second } = reading;
  if (second !== null) {
    const own = quantityAt(text, reading.start).reading;
    const last = quantityAt(text, second.start).reading;
    const firstEnd = text.slice(reading.start, second.start).search(/[至到\-—–~～－(（]/);
    if (own !== null && last !== null && firstEnd > 0) {
      const head = quantityAt(text.slice(reading.start, reading.start + firstEnd), 0).reading;
      if (head !== null && head.unit !== "") {
        const at = reading.whole.start;
        return [
          mention({ ...head, whole: { start: at, end: reading.start + firstEnd }, approx: reading.approx }, null),
          mention(last, null),
        ];
      }
    }
    return [mention(reading, Number(second.value))];
  }
  // 三四十人 is a range; 3000多元 an estimate of one value.
  if (reading.upper === null || reading.approx !== null) return [mention(reading, null)];
  const upper = (Number(reading.upper) / Number(reading.base)) * Number(reading.value);
  return [mention(reading, Number(upper.toPrecision(15)))];
}

function mention(reading: QuantityReading, to: number | null): QuantityMention {
  const { whole, value, unit, base, baseUnit, measure, approx, ordinal, arabic } = reading;
  return {
    kind: "quantity",
    span: repairedSpan(whole.start, whole.end),
    by: "quantity",
    value: { value: Number(value), to, unit, base: Number(base), baseUnit, measure, approx, ordinal, arabic },
  };
}
