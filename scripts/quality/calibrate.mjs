// @ts-check
// Fits the engine's confidence on articles with gold, and says how well it holds on articles that the fit has not seen.
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
 * Every held fact with the rate that a table gives it which never saw its article.
 * @param {readonly import("./calibration.mjs").Weighed[]} known verdicts of the other corpora @param {readonly Verdict[]} held
 */
function toldByOthers(known, held) {
  return [...new Set(held.map(({ article }) => article))].flatMap((article) => {
    const others = held.filter((verdict) => verdict.article !== article);
    const rate = lookUp(fitRates([...known, ...weighed(others, 1)]));
    return held
      .filter((verdict) => verdict.article === article)
      .map(({ fact, right }) => ({ rate: rate(fact), right }));
  });
}

/**
 * Rules were written on dev and are mended on open, so that their rates there flatter them. How much a fact of either
 * counts beside one of held is what leaves held least surprised, each of its articles told by all the others.
 * @param {Extract} ruled extraction with the rules' own strengths
 */
function weighedVerdicts(ruled) {
  const dev = verdictsOf("dev", ruled);
  const open = verdictsOf("open", ruled);
  const held = verdictsOf("held", ruled);
  let best = { dev: 0, open: 0, surprise: Number.POSITIVE_INFINITY };
  for (const ofDev of [0, 0.02, 0.1, 0.3])
    for (const ofOpen of [0, 0.05, 0.15, 0.3, 0.6, 1]) {
      const now = surprise(toldByOthers([...weighed(dev, ofDev), ...weighed(open, ofOpen)], held));
      if (now < best.surprise) best = { dev: ofDev, open: ofOpen, surprise: now };
    }
  return { known: [...weighed(dev, best.dev), ...weighed(open, best.open)], held, weights: best };
}

/** Fits and writes engine/data/confidence.txt. @param {Extract} ruled extraction with the rules' own strengths */
export function writeCalibration(ruled) {
  const { known, held, weights } = weighedVerdicts(ruled);
  writeFileSync(table, printTable(fitRates([...known, ...weighed(held, 1)])));
  console.log(`engine/data/confidence.txt: a fact of dev weighs ${weights.dev}, of open ${weights.open}, of held 1`);
}

/**
 * Reliability on held: as the rules say it, and calibrated, each article by rates that never saw it. On open, which the
 * rules are mended on, as the engine says it.
 * @param {Extract} calibrated @param {Extract} ruled
 */
export function calibrationOf(calibrated, ruled) {
  /** @param {readonly { rate: number, right: boolean }[]} told */
  const measured = (told) => ({ ...reliability(told), facts: told.length, surprise: surprise(told) });
  /** @param {readonly Verdict[]} verdicts */
  const said = (verdicts) => measured(verdicts.map(({ fact, right }) => ({ rate: fact.confidence, right })));
  const { known, held, weights } = weighedVerdicts(ruled);
  return {
    rows: readFileSync(table, "utf8")
      .split("\n")
      .filter((line) => line !== "" && !line.startsWith("#")).length,
    weights,
    open: { before: said(verdictsOf("open", ruled)), after: said(verdictsOf("open", calibrated)) },
    held: { before: said(held), after: measured(toldByOthers(known, held)) },
  };
}
