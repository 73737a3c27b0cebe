import { tableData } from "./tables.gen.js";

/**
 * How sure a fact is, 0–1, from the rule that made it (with its version), the strength of the evidence as the rule saw
 * it, and the number of mentions.
 */
export type Sureness = (rule: string, strength: number, mentions: number) => number;

/** The rule's own word. What calibration is fitted on; not a probability. */
export const asRuled: Sureness = (_rule, strength) => strength;

let rates: ReadonlyMap<string, number> | undefined;

/**
 * Calibrated: of facts said to be 0.9 sure, nine in ten are right. The rates are those that the rule reached on articles
 * with gold (engine/data/confidence.txt, made by `npm run quality -- --calibrate`), drawn together where cases are few.
 * A rule that was not measured keeps its own word.
 */
export const calibrated: Sureness = (rule, strength, mentions) => {
  rates ??= readRates(tableData.confidence);
  const id = rule.replace(/@.*$/, "");
  return (
    rates.get(`${id}\t${strength}\t${mentions > 1 ? "2" : "1"}`) ??
    rates.get(`${id}\t${strength}\t*`) ??
    rates.get(`${id}\t*\t*`) ??
    strength
  );
};

function readRates(table: string): ReadonlyMap<string, number> {
  const rows = table.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
  return new Map(
    rows.map((row) => {
      const [rule = "", strength = "", mentions = "", rate = ""] = row.split("\t");
      return [`${rule}\t${strength}\t${mentions}`, Number(rate)];
    }),
  );
}
