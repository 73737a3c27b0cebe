import type { Amount } from "./amount.js";
import { classAt, isHanziDigit } from "./character-class.js";
import { numberAt } from "./chinese-number.js";
import { timesFactor } from "./decimal.js";
import { type Unit, unitAt } from "./unit-table.js";

/** An amount together with what follows its unit and still belongs to it. */
export interface Chain {
  readonly base: string;
  readonly mantissa: string;
  readonly exact: string;
  readonly end: number;
}

/** 十块三毛, 三元五角二分, 两毛五, 三块零四, 两美元又三美分, 六斤八两, 一米七五, 一吨半. */
export function chainAt(text: string, amount: Amount, unit: Unit, unitEnd: number): Chain {
  const base = timesFactor(amount.exact, unit.factor);
  const alone = { base, mantissa: amount.mantissa, exact: amount.exact, end: unitEnd };
  const chain = unit.measure === "money" ? moneyChain(text, alone, unit) : measureChain(text, alone, unit);
  if (chain !== null) return chain;
  if (text[unitEnd] !== "半" || !halved.test(unit.unit) || /[数年路天夜价途个]/.test(text[unitEnd + 1] ?? ""))
    return alone;
  return {
    base: sumOf(base, timesFactor("0.5", unit.factor)),
    mantissa: sumOf(amount.mantissa, "0.5"),
    exact: sumOf(amount.exact, "0.5"),
    end: unitEnd + 1,
  };
}

const halved = /^(?:个|年|月|天|小时|吨|米|斤|两|公斤|公里|里|亩|倍|岁|钟头|个月)$/;

/** Each part is smaller than the one before; a bare digit behind 块 and 毛 is of the next smaller one (三块五, 两毛五). */
function moneyChain(text: string, alone: Chain, unit: Unit): Chain | null {
  if (unit.factor > 1) return null;
  let { base, end } = alone;
  let least = unit.factor;
  let spoken = /[块塊毛]$/.test(unit.unit);
  for (let part = 0; part < 2; part++) {
    const zero = text[end] === "零";
    const from = zero || text[end] === "又" ? end + 1 : end;
    const next = numberAt(text, from);
    if (next === null || next.value >= 100 || next.more !== null) break;
    const small = smallMoneyAt(text, next.end, unit.base);
    if (small === null) {
      if (spoken && isBareDigit(text, from, next)) {
        base = sumOf(base, timesFactor(next.exact, least * (zero ? 0.01 : 0.1)));
        end = next.end;
      }
      break;
    }
    if (small.factor >= least) break;
    least = small.factor;
    spoken = small.spoken;
    base = sumOf(base, timesFactor(next.exact, small.factor));
    end = next.end + small.length;
  }
  return end === alone.end ? null : { base, mantissa: base, exact: alone.exact, end };
}

/** What a bare digit is said of: 斤 of 两, 米 and 尺 of their tenths. */
function measureChain(text: string, alone: Chain, unit: Unit): Chain | null {
  const next = numberAt(text, alone.end);
  if (next === null || next.more !== null || next.vague || next.upper !== null) return null;
  if (/斤$/.test(unit.unit) && text[next.end] === "两" && next.value < 10) {
    const tail = timesFactor(next.exact, unit.base === "斤" ? 0.1 : 0.05);
    return { ...alone, base: sumOf(alone.base, tail), mantissa: sumOf(alone.mantissa, tail), end: next.end + 1 };
  }
  // 一米七, 两米三五: how tall and how wide.
  const spoken = unit.unit === "米" && !next.arabic && next.value < 100 && isHanziDigit(classAt(text, alone.end));
  if (!spoken || (next.value >= 10 && !next.row) || !closes(text, next.end)) return null;
  const tail = timesFactor(next.exact, next.value < 10 ? 0.1 : 0.01);
  return {
    base: sumOf(alone.base, tail),
    mantissa: sumOf(alone.mantissa, tail),
    exact: sumOf(alone.exact, tail),
    end: next.end,
  };
}

const closes = (text: string, at: number): boolean =>
  at >= text.length || /[，,。；;、！!？?）)的高宽长深厚左]/.test(text[at] ?? "");

function isBareDigit(text: string, from: number, next: { readonly value: number; readonly end: number }): boolean {
  return next.value < 10 && next.end === from + 1 && unitAt(text, next.end) === null;
}

/** 角, 毛, 分 and foreign cents behind the larger unit of the same money. */
function smallMoneyAt(
  text: string,
  at: number,
  money: string,
): { factor: number; length: number; spoken: boolean } | null {
  const unit = unitAt(text, at);
  if (unit !== null && unit.measure === "money" && unit.base === money && unit.factor < 1) {
    return { factor: unit.factor, length: unit.unit.length, spoken: unit.unit === "毛" };
  }
  if (text[at] !== "分" || money !== "元") return null;
  return { factor: 0.01, length: text[at + 1] === "钱" ? 2 : 1, spoken: false };
}

function sumOf(a: string, b: string): string {
  const places = Math.max(a.split(".")[1]?.length ?? 0, b.split(".")[1]?.length ?? 0);
  const scaled = (x: string) => {
    const [whole = "0", fraction = ""] = x.split(".");
    return BigInt(whole + fraction.padEnd(places, "0"));
  };
  const digits = (scaled(a) + scaled(b)).toString().padStart(places + 1, "0");
  const whole = digits.slice(0, digits.length - places);
  return timesFactor(places === 0 ? whole : `${whole}.${digits.slice(-places)}`, 1);
}
