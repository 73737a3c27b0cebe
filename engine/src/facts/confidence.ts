import { tableData } from "../tables.gen.js";

/**
 * How sure a fact is, 0–1, from the rule that made it (with its version), the strength of the evidence as the rule saw
 * it, and the number of mentions.
 */
export type Sureness = (rule: string, strength: number, mentions: number) => number;

/** The rule's own word. What calibration is fitted on; not a probability. */
export const asRuled: Sureness = (_rule, strength) => strength;

let rates: ReadonlyMap<string, RuleRates> | undefined;
/** By the rule with its version, as facts name it. */
const asked = new Map<string, RuleRates | null>();

/** The rates of one rule. */
interface RuleRates {
  /** By strength: with one mention, with two and more, with any number. */
  readonly byStrength: Map<number, { one?: number; more?: number; any?: number }>;
  any?: number;
}

/**
 * Calibrated: of facts said to be 0.9 sure, nine in ten are right. The rates are those that the rule reached on articles
 * with gold (engine/data/confidence.txt, made by `npm run quality -- --calibrate`), drawn together where cases are few.
 * A rule that was not measured keeps its own word.
 */
export const calibrated: Sureness = (rule, strength, mentions) => {
  let known = asked.get(rule);
  if (known === undefined) {
    rates ??= readRates(tableData.confidence);
    known = rates.get(rule.replace(/@.*$/, "")) ?? null;
    asked.set(rule, known);
  }
  if (known === null) return strength;
  const seen = known.byStrength.get(strength);
  return (mentions > 1 ? seen?.more : seen?.one) ?? seen?.any ?? known.any ?? strength;
};

function readRates(table: string): ReadonlyMap<string, RuleRates> {
  const out = new Map<string, RuleRates>();
  for (const line of table.split("\n")) {
    if (line === "" || line.startsWith("#")) continue;
    const [rule = "", strength = "", mentions = "", rate = ""] = line.split("\t");
    const own: RuleRates = out.get(rule) ?? { byStrength: new Map() };
    out.set(rule, own);
    if (strength === "*") {
      own.any = Number(rate);
      continue;
    }
    const seen = own.byStrength.get(Number(strength)) ?? {};
    own.byStrength.set(Number(strength), seen);
    seen[mentions === "1" ? "one" : mentions === "2" ? "more" : "any"] = Number(rate);
  }
  return out;
}
