import { compareDecimals, type Decimal, divideDecimals, subtractDecimals } from "../values/decimal.js";

/** How a yearly target stands against the time gone by (序时进度). A colour never stands without its word. */
export type PaceState = "done" | "on_pace" | "due_soon" | "behind" | "far_behind";

export interface PaceWords {
  readonly zh: string;
  readonly en: string;
  /** Red is for what is far behind only. */
  readonly colour: "green" | "blue" | "yellow" | "red";
}

export const PACE_WORDS: { readonly [state in PaceState]: PaceWords } = {
  done: { zh: "已完成", en: "done", colour: "green" },
  on_pace: { zh: "达序时", en: "on pace", colour: "green" },
  due_soon: { zh: "临期", en: "due soon", colour: "blue" },
  behind: { zh: "未达序时", en: "behind", colour: "yellow" },
  far_behind: { zh: "严重滞后", en: "far behind", colour: "red" },
};

/** What an office may set otherwise: no rule was found, these are what offices use. */
export interface PaceRule {
  /** Points behind that are still yellow; one hundredth more is red. */
  readonly yellowPoints: Decimal;
  /** Months before the end in which an open target is 临期 though it is on pace. */
  readonly soonMonths: number;
}

export const USUAL_PACE_RULE: PaceRule = { yellowPoints: "15", soonMonths: 2 };

/** 序时进度 at the end of a month, in per cent of the year: November is 91.67. */
export function paceOfMonth(month: number): Decimal {
  return divideDecimals(String(month * 100), "12", 2) ?? "0";
}

export interface Pace {
  readonly expected: Decimal;
  /** Points ahead (positive) or behind (negative). */
  readonly points: Decimal;
  readonly state: PaceState;
}

/** Where a completion stands at the end of a month. Null without a completion: no target, no judgement. */
export function paceOf(percent: Decimal | null, month: number, rule: PaceRule = USUAL_PACE_RULE): Pace | null {
  if (percent === null) return null;
  const expected = paceOfMonth(month);
  const points = subtractDecimals(percent, expected);
  return { expected, points, state: stateOf(percent, points, month, rule) };
}

function stateOf(percent: Decimal, points: Decimal, month: number, rule: PaceRule): PaceState {
  if (compareDecimals(percent, "100") >= 0) return "done";
  if (compareDecimals(points, "0") >= 0) return 12 - month < rule.soonMonths ? "due_soon" : "on_pace";
  return compareDecimals(points, `-${rule.yellowPoints}`) >= 0 ? "behind" : "far_behind";
}

/** 滞后指标: behind or far behind. */
export function isLagging(pace: Pace | null): boolean {
  return pace !== null && (pace.state === "behind" || pace.state === "far_behind");
}
