import type {
  CountMeasure,
  IndicatorDefinition,
  IndicatorUnit,
  IndicatorVersion,
  IndicatorWindow,
} from "./indicator-definition.js";
import { type PaceRule, USUAL_PACE_RULE } from "./pace.js";

/**
 * What an office has set for one indicator from a year on (口径). It holds until the next version of that indicator, its own
 * or delivered, begins.
 */
export interface IndicatorChange {
  readonly code: string;
  readonly from: number;
  readonly window: IndicatorWindow;
  readonly cutOff: string | null;
  readonly unit: IndicatorUnit;
  readonly measure: CountMeasure | null;
  readonly rule: { readonly zh: string; readonly en: string };
  readonly evidence: { readonly zh: string; readonly en: string };
}

/** 序时参数 from a year on. */
export interface PaceChange extends PaceRule {
  readonly from: number;
}

/**
 * The definitions with what an office has set: a change begins a version and ends the one before it. Versions count up
 * where numbers of the two do not continue each other – another window, unit, way of counting or rule; another cut-off
 * or evidence alone draws no break.
 */
export function withChanges(
  definitions: readonly IndicatorDefinition[],
  changes: readonly IndicatorChange[],
): readonly IndicatorDefinition[] {
  if (changes.length === 0) return definitions;
  return definitions.map((definition) => {
    const own = changes.filter(({ code }) => code === definition.code);
    return own.length === 0 ? definition : { ...definition, versions: joined(definition, own) };
  });
}

function joined(definition: IndicatorDefinition, own: readonly IndicatorChange[]): readonly IndicatorVersion[] {
  const starts = [...new Set([...definition.versions, ...own].map(({ from }) => from))].sort((a, b) => a - b);
  const versions: IndicatorVersion[] = [];
  for (const [at, from] of starts.entries()) {
    const set = own.findLast((one) => one.from === from);
    const delivered = definition.versions.find((one) => one.from === from);
    const before = versions.at(-1);
    const next = starts[at + 1];
    const plain = set === undefined ? delivered : ownVersion(definition, set);
    if (plain === undefined) continue;
    const number = before === undefined ? 1 : before.version + (continues(definition, before, plain) ? 0 : 1);
    versions.push({ ...plain, version: number, from, to: next === undefined ? null : next - 1 });
  }
  return versions;
}

function ownVersion(definition: IndicatorDefinition, change: IndicatorChange): IndicatorVersion {
  const { window, cutOff, rule, evidence, unit, measure } = change;
  return {
    ...{ version: 0, from: change.from, to: null, window, cutOff, rule, evidence, basis: "office" },
    ...(unit === definition.unit ? {} : { unit }),
    ...(measure === null ? {} : { measure }),
  };
}

/** Whether numbers of two versions may stand in one line. */
function continues(definition: IndicatorDefinition, one: IndicatorVersion, other: IndicatorVersion): boolean {
  const { start, end } = one.window;
  return (
    start.day === other.window.start.day &&
    start.years === other.window.start.years &&
    end.day === other.window.end.day &&
    end.years === other.window.end.years &&
    one.rule.zh === other.rule.zh &&
    (one.unit ?? definition.unit) === (other.unit ?? definition.unit) &&
    (one.measure ?? "persons") === (other.measure ?? "persons")
  );
}

/** The pace rule of a year: what was set last from it or before, else what offices use. */
export function paceRuleIn(changes: readonly PaceChange[], year: number): PaceRule & { readonly from: number | null } {
  const set = changes.filter(({ from }) => from <= year).sort((a, b) => b.from - a.from)[0];
  return set === undefined ? { ...USUAL_PACE_RULE, from: null } : set;
}

/** Units that an indicator may be told in: money stays 万元 and rates %, so that what is stored keeps its meaning. */
export function unitChoices(definition: IndicatorDefinition): readonly IndicatorUnit[] {
  if (definition.unit === "万元" || definition.unit === "%") return [definition.unit];
  const people: readonly IndicatorUnit[] = ["人", "人次"];
  if (people.includes(definition.unit)) return people;
  return ["次", "批次", "份", "期", "个", "家", "所", "对", "户", "户次", "篇"];
}

/** Whether an indicator can be counted by persons or by jobs at all: its ledger has both. */
export function hasMeasure(definition: IndicatorDefinition): boolean {
  return definition.versions.some(({ measure }) => measure !== undefined);
}

/** What is wrong with a window: days that are none, or an end before its beginning. Null: nothing. */
export function windowProblem(window: IndicatorWindow): "day" | "order" | null {
  const day = (text: string) => {
    const match = /^(\d{2})-(\d{2})$/.exec(text);
    if (match === null) return false;
    const date = new Date(Date.UTC(2023, Number(match[1]) - 1, Number(match[2])));
    return date.getUTCMonth() === Number(match[1]) - 1 && date.getUTCDate() === Number(match[2]);
  };
  if (!day(window.start.day) || !day(window.end.day)) return "day";
  const at = ({ years, day: on }: { readonly years: number; readonly day: string }) => `${2000 + years}-${on}`;
  return at(window.start) < at(window.end) ? null : "order";
}
