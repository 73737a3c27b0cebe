// @ts-check
// How sure is sure: of facts said to be 0.9 sure, how many are right. Fits the table that the engine applies last
// (engine/data/confidence.txt) and measures reliability.

/** @typedef {import("./score.mjs").Verdict} Verdict */
/** @typedef {Verdict & { weight: number }} Weighed */
/** @typedef {{ rule: string, strength: string, mentions: string, rate: number, seen: number }} Row */

/** A fact of few cases is drawn to the rate of its rule as if so many cases of the rule had been seen beside it. */
const prior = 8;
/** Nothing is sure. */
const least = 0.05;
const most = 0.99;

/** @param {any} fact @returns {string} the rule without its version: a mended rule starts from what the old one reached */
const ruleOf = (fact) => String(fact.rule).replace(/@.*$/, "");
/** @param {any} fact */
const mentionsOf = (fact) => (fact.evidence.length > 1 ? "2" : "1");

/**
 * Rates with shrinkage: all facts → rule → rule and strength → rule, strength and mentions. The facts' confidence must
 * be the strength that the rules gave. `*` stands for any.
 * @param {readonly Weighed[]} verdicts @returns {Row[]}
 */
export function fitRates(verdicts) {
  /** @type {Row[]} */
  const rows = [];
  /** @param {readonly Weighed[]} some @param {number} toward @param {string} rule @param {string} strength @param {string} mentions */
  const add = (some, toward, rule, strength, mentions) => {
    const seen = some.reduce((sum, { weight }) => sum + weight, 0);
    const right = some.reduce((sum, verdict) => sum + (verdict.right ? verdict.weight : 0), 0);
    const rate = Math.min(most, Math.max(least, (right + prior * toward) / (seen + prior)));
    rows.push({ rule, strength, mentions, rate: Math.round(rate * 1000) / 1000, seen: Math.round(seen * 10) / 10 });
    return rate;
  };
  const overall = add(verdicts, 0.85, "*", "*", "*");
  for (const [rule, ofRule] of grouped(verdicts, ({ fact }) => ruleOf(fact))) {
    const ruleRate = add(ofRule, overall, rule, "*", "*");
    for (const [strength, alike] of grouped(ofRule, ({ fact }) => String(fact.confidence))) {
      const rate = add(alike, ruleRate, rule, strength, "*");
      for (const [mentions, some] of grouped(alike, ({ fact }) => mentionsOf(fact)))
        add(some, rate, rule, strength, mentions);
    }
  }
  return rows;
}

/** @template T @param {readonly T[]} items @param {(item: T) => string} key @returns {[string, T[]][]} sorted by key */
function grouped(items, key) {
  /** @type {Map<string, T[]>} */
  const groups = new Map();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group === undefined) groups.set(key(item), [item]);
    else group.push(item);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** The rate that a table gives a fact; the same look-up as engine/src/facts/confidence.ts. @param {readonly Row[]} rows */
export function lookUp(rows) {
  const table = new Map(rows.map((row) => [`${row.rule}\t${row.strength}\t${row.mentions}`, row.rate]));
  return (/** @type {any} */ fact) => {
    const rule = ruleOf(fact);
    const strength = String(fact.confidence);
    return (
      table.get(`${rule}\t${strength}\t${mentionsOf(fact)}`) ??
      table.get(`${rule}\t${strength}\t*`) ??
      table.get(`${rule}\t*\t*`) ??
      fact.confidence
    );
  };
}

/** The file's text. @param {readonly Row[]} rows */
export const printTable = (rows) =>
  `# How often facts of a rule were right, by the strength of their evidence and the number of mentions (1, or 2 and more).\n# Made by \`npm run quality -- --calibrate\`; corpus/README.md says from what.\n${rows
    .filter(({ rule }) => rule !== "*")
    .map((row) => [row.rule, row.strength, row.mentions, row.rate.toFixed(3), row.seen].join("\t"))
    .join("\n")}\n`;

/** Mean surprise (negative log-likelihood) of being told these rates; lower is better. @param {readonly { rate: number, right: boolean }[]} told */
export const surprise = (told) =>
  told.reduce((sum, { rate, right }) => {
    const p = Math.min(0.999, Math.max(0.001, rate));
    return sum - Math.log(right ? p : 1 - p);
  }, 0) / Math.max(1, told.length);

const edges = [0, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 1.01];

/** @typedef {{ from: number, to: number, facts: number, said: number, right: number }} Bin */
/** Facts in bins of what was said of them, with the share that was right, and the expected calibration error. @param {readonly { rate: number, right: boolean }[]} told */
export function reliability(told) {
  /** @type {Bin[]} */
  const bins = [];
  let error = 0;
  for (let at = 0; at + 1 < edges.length; at++) {
    const [from = 0, to = 1] = edges.slice(at, at + 2);
    const inside = told.filter(({ rate }) => rate >= from && rate < to);
    if (inside.length === 0) continue;
    const said = inside.reduce((sum, { rate }) => sum + rate, 0) / inside.length;
    const right = inside.filter((fact) => fact.right).length / inside.length;
    error += (inside.length / told.length) * Math.abs(said - right);
    bins.push({ from, to: Math.min(1, to), facts: inside.length, said, right });
  }
  return { bins, error };
}
