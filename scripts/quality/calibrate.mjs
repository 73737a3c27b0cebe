// @ts-check
// Fits the engine's confidence on articles with gold, and says how well it holds on the articles nobody tunes on.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fitRates, lookUp, printTable, reliability, surprise } from "./calibration.mjs";
import { articlesOf, root } from "./corpora.mjs";
import { score } from "./score.mjs";

const table = join(root, "engine/data/confidence.txt");

/** @typedef {(source: {name: string, bytes: Uint8Array}) => {extraction: unknown}} Extract */
/** @typedef {import("./score.mjs").Verdict} Verdict */

/** Verdicts on every scored fact of a corpus. @param {string} corpus @param {Extract} extract */
const verdictsOf = (corpus, extract) => score(articlesOf(corpus, { extract }) ?? []).verdicts;

/** @param {readonly Verdict[]} verdicts @param {number} weight */
const weighed = (verdicts, weight) => verdicts.map((verdict) => ({ ...verdict, weight }));

/**
 * How much a fact of `dev`, which the rules were written on, counts beside one of `open`: the weight at which `open` is
 * least surprised when each of its articles is told by all the others.
 * @param {readonly Verdict[]} dev @param {readonly Verdict[]} open
 */
export function devWeight(dev, open) {
  const articles = [...new Set(open.map(({ article }) => article))];
  let best = { weight: 0, surprise: Number.POSITIVE_INFINITY };
  for (const weight of [0, 0.02, 0.05, 0.1, 0.25, 0.5, 1]) {
    const told = articles.flatMap((article) => {
      const others = open.filter((verdict) => verdict.article !== article);
      const rate = lookUp(fitRates([...weighed(dev, weight), ...weighed(others, 1)]));
      return open
        .filter((verdict) => verdict.article === article)
        .map(({ fact, right }) => ({ rate: rate(fact), right }));
    });
    const now = surprise(told);
    if (now < best.surprise) best = { weight, surprise: now };
  }
  return best.weight;
}

/** Fits and writes engine/data/confidence.txt from dev (where present) and open. @param {Extract} ruled extraction with the rules' own strengths */
export function writeCalibration(ruled) {
  const dev = verdictsOf("dev", ruled);
  const open = verdictsOf("open", ruled);
  if (dev.length === 0) console.log("dev is not beside the project: fitted on corpus/open alone");
  const weight = devWeight(dev, open);
  writeFileSync(table, printTable(fitRates([...weighed(dev, weight), ...weighed(open, 1)])));
  console.log(`engine/data/confidence.txt: ${dev.length} facts of dev (weight ${weight}) and ${open.length} of open`);
}

/**
 * Reliability on open and held: as the rules say it, and as the engine says it.
 * @param {Extract} calibrated @param {Extract} ruled
 */
export function calibrationOf(calibrated, ruled) {
  /** @param {string} corpus @param {Extract} extract */
  const measured = (corpus, extract) => {
    const told = verdictsOf(corpus, extract).map(({ fact, right }) => ({ rate: fact.confidence, right }));
    return { ...reliability(told), facts: told.length, surprise: surprise(told) };
  };
  return {
    rows: readFileSync(table, "utf8")
      .split("\n")
      .filter((line) => line !== "" && !line.startsWith("#")).length,
    open: { before: measured("open", ruled), after: measured("open", calibrated) },
    held: { before: measured("held", ruled), after: measured("held", calibrated) },
  };
}
