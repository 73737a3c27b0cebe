import type { FigureFact } from "../fact.js";
import type { Group, Match } from "./groups.js";
import { likeness, meet } from "./likeness.js";
import type { Told } from "./occurrence.js";
import { type Contradiction, contradiction } from "./rivals.js";

/** Alike enough to count the same thing. */
const ALIKE = 0.8;
/** 约1600万元 and 1610万元 are one figure: a rounded number may be so far off. */
const ROUNDED = 0.05;

/** Buckets of a figure: its measure and unit, the time it counts and whose it is. */
export function figureKeys({ fact, at }: Told<FigureFact>): readonly string[] {
  return fact.scope.map((path) => `${fact.measure}|${fact.baseUnit}|${timeOf(fact, at.published)}|${path}`);
}

/** One figure: the same thing counted, for the same regions, over the same time. */
export function matchFigures(a: Told<FigureFact>, b: Told<FigureFact>): Match | null {
  const [x, y] = [a.fact, b.fact];
  if (x.measure !== y.measure || x.baseUnit !== y.baseUnit || x.accumulation !== y.accumulation) return null;
  if (!meet(x.scope, y.scope) || timeOf(x, a.at.published) !== timeOf(y, b.at.published)) return null;
  const alike = likeness(x.of, y.of);
  if (alike < ALIKE) return null;
  if (x.base === y.base) return { score: alike === 1 ? 5 : 4, reason: "same-value" };
  // Unlike values are one figure only where the words that say what is counted are the very same, and time is printed.
  return alike === 1 && x.of.length >= 4 && x.period !== null && y.period !== null
    ? { score: 3, reason: "same-count" }
    : null;
}

/** Two amounts for the same thing, unless one is the other rounded. */
export function figureRivals({ members }: Group<FigureFact>): readonly Contradiction[] {
  const approximate = new Map(members.map(({ fact }) => [String(fact.base), fact.approx !== null]));
  const found = contradiction(
    "amount",
    members,
    ({ fact }) => String(fact.base),
    (a, b) => a === b || ((approximate.get(a) === true || approximate.get(b) === true) && near(Number(a), Number(b))),
  );
  if (found === null) return [];
  const unit = members[0]?.fact.baseUnit ?? "";
  return [
    {
      ...found,
      rivals: found.rivals.map((rival) => ({ ...rival, value: `${rival.value}${unit}` })),
      message: {
        zh: `${found.message.zh}（${unit}）`,
        en: `${found.message.en} (${unit})`,
      },
    },
  ];
}

export function figureName({ members }: Group<FigureFact>): string {
  const fact = members[0]?.fact;
  return fact === undefined ? "" : `${fact.of} ${fact.value}${fact.unit}`;
}

function near(a: number, b: number): boolean {
  return Math.abs(a - b) <= ROUNDED * Math.max(Math.abs(a), Math.abs(b));
}

/** The printed period, with the report's year where it prints none (今年), else the month of the report. */
function timeOf(fact: FigureFact, published: string | null): string {
  if (fact.period === null) return published?.slice(0, 7) ?? "";
  return /\d{4}/.test(fact.period) ? fact.period : `${published?.slice(0, 4) ?? ""}${fact.period}`;
}
