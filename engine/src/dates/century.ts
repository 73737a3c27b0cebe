import type { DateReading } from "./date-reading.js";
import { secondsOf } from "./resolve.js";
import { smallNumber } from "./small-number.js";

/** 18世纪, 上世纪80年代, 二十世纪九十年代末期, 90年代初, 11世纪初; null where none begins. */
export function centuryAt(text: string, at: number): DateReading | null {
  let century: number;
  let i: number;
  if (text.startsWith("上世纪", at) || text.startsWith("本世纪", at)) {
    century = text[at] === "上" ? 20 : 21;
    i = at + 3;
  } else {
    const number = smallNumber(text, at);
    if (number === null) return null;
    if (text.startsWith("年代", number.end) && number.value % 10 === 0 && number.value >= 20 && number.value < 100) {
      // 九十年代: nobody who writes of our century says so yet.
      century = 20;
      i = at;
    } else {
      if (number.value < 1 || number.value > 21 || !text.startsWith("世纪", number.end)) return null;
      century = number.value;
      i = number.end + 2;
    }
  }
  let first = (century - 1) * 100;
  let years = 100;
  let precision = String(first / 100);
  const decade = smallNumber(text, i);
  if (decade !== null && decade.value % 10 === 0 && decade.value < 100 && text.startsWith("年代", decade.end)) {
    first += decade.value;
    years = 10;
    i = decade.end + 2;
  }
  const edge = /^(?:初期?|前期|末期?|后期|中期)/.exec(text.slice(i, i + 2))?.[0];
  if (edge !== undefined) {
    i += edge.length;
    const third = years === 10 ? 3 : 20;
    if (/[末后]/.test(edge)) first += years - third;
    else if (edge[0] === "中") first += years === 10 ? 4 : 40;
    years = third;
  }
  precision = String(first).padStart(4, "0");
  const last = first + years - 1;
  return {
    start: at,
    end: i,
    kind: "span",
    form: "decade",
    from: precision,
    to: String(last).padStart(4, "0"),
    first: `${precision}-01-01T00:00:00`,
    last: `${new Date((secondsOf(`${String(last + 1).padStart(4, "0")}-01-01`) - 1) * 1000).toISOString().slice(0, 19)}`,
    inferred: false,
    part: null,
    bound: null,
    duration: null,
    longest: null,
    every: null,
  };
}
