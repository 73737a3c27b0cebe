import { lexicon } from "../lexicon.js";

/** A unit of `lexicons/units.tsv`. */
export interface Unit {
  /** As printed: 万 and 亿 stand in the number. */
  readonly unit: string;
  /** 元, 人, 人次, 个, 亩, 米, % … */
  readonly base: string;
  /** How many of `base` one is: 公里 is 1000 米. */
  readonly factor: number;
  /** `duration`: years, days, ages, hours — never a figure of the work. */
  readonly measure: "money" | "people" | "count" | "area" | "percent" | "other" | "duration";
  /** Characters with which the unit's own begins another word: 分 before 会 is 分会. */
  readonly notBefore: string;
}

let byFirst: ReadonlyMap<number, readonly Unit[]> | null = null;

/** Units by their first character, longest first, so that 人次 is read before 人 and 个百分点 before 个. */
function table(): ReadonlyMap<number, readonly Unit[]> {
  if (byFirst !== null) return byFirst;
  const map = new Map<number, Unit[]>();
  for (const row of lexicon("units")) {
    const unit: Unit = {
      unit: row.unit,
      base: row.base,
      factor: Number(row.factor),
      measure: row.measure as Unit["measure"],
      notBefore: row.notBefore,
    };
    const first = row.unit.charCodeAt(0);
    const list = map.get(first);
    if (list === undefined) map.set(first, [unit]);
    else list.push(unit);
  }
  for (const list of map.values()) list.sort((a, b) => b.unit.length - a.unit.length);
  byFirst = map;
  return map;
}

/** The longest unit at a place, or null. */
export function unitAt(text: string, at: number): Unit | null {
  const list = table().get(text.charCodeAt(at));
  if (list === undefined) return null;
  for (const unit of list) {
    if (!text.startsWith(unit.unit, at)) continue;
    const next = text[at + unit.unit.length];
    if (next !== undefined && unit.notBefore.includes(next)) continue;
    return unit;
  }
  return null;
}
