// @ts-check
// Compares extractions with gold, article by article: counts per kind, every miss and extra, every fact's verdict.
// Only articles whose gold holds a kind at all are asked for it, so that corpora without the later kinds stay fair.
import { kinds } from "./kinds.mjs";

/** @typedef {import("./kinds.mjs").Entry} Entry */
/** @typedef {{ id: string, gold: Entry, extraction: Entry }} Article one text: its gold and what the engine says of it */
/** @typedef {{ right: number, all: number }} Share */
/** @typedef {{ found: number, extra: number, missed: number, attributes: Record<string, Share> }} Tally */
/** @typedef {{ id: string, kind: string, what: "missed" | "extra" | string, gold?: Entry, fact?: Entry, shown: string }} Difference */
/** @typedef {{ kind: string, fact: Entry, right: boolean, article: string }} Verdict */
/**
 * @typedef {object} Score
 * @property {number} articles
 * @property {Share} published
 * @property {Record<string, Tally>} tallies by kind
 * @property {Difference[]} differences
 * @property {Verdict[]} verdicts one per scored fact
 */

/** Gold keys by kind; an older gold file without the key is not asked for the kind. @type {Record<string, string>} */
const keyOf = { documents: "document" };

/** @param {readonly Article[]} articles @returns {Score} */
export function score(articles) {
  /** @type {Score} */
  const result = {
    articles: articles.length,
    published: { right: 0, all: articles.length },
    tallies: {},
    differences: [],
    verdicts: [],
  };
  for (const kind of kinds) result.tallies[kind.name] = { found: 0, extra: 0, missed: 0, attributes: {} };
  for (const article of articles) {
    if ((article.extraction.published ?? null) === (article.gold.published ?? null)) result.published.right++;
    for (const kind of kinds) if ((keyOf[kind.name] ?? kind.name) in article.gold) compare(kind, article, result);
  }
  return result;
}

/** Each gold entry takes the first fact that says the same, one whose attributes agree too before others. @param {import("./kinds.mjs").Kind} kind @param {Article} article @param {Score} result */
function compare(kind, { id, gold, extraction }, result) {
  const tally = result.tallies[kind.name];
  if (tally === undefined) return;
  const left = kind.facts(extraction.facts ?? []);
  const attributes = Object.entries(kind.attributes);
  for (const entry of kind.gold(gold)) {
    let at = left.findIndex((fact) => kind.same(entry, fact) && attributes.every(([, test]) => test(entry, fact)));
    if (at < 0) at = left.findIndex((fact) => kind.same(entry, fact));
    const fact = left[at];
    if (at < 0 || fact === undefined) {
      tally.missed++;
      result.differences.push({ id, kind: kind.name, what: "missed", gold: entry, shown: kind.show(entry) });
      continue;
    }
    tally.found++;
    result.verdicts.push({ kind: kind.name, fact, right: true, article: id });
    for (const [name, test] of attributes) {
      const share = tally.attributes[name] ?? { right: 0, all: 0 };
      tally.attributes[name] = share;
      share.all++;
      if (test(entry, fact)) share.right++;
      else {
        const shown = `gold ${kind.show(entry)}  got ${kind.show(fact)}`;
        result.differences.push({ id, kind: kind.name, what: name, gold: entry, fact, shown });
      }
    }
    left.splice(at, 1);
  }
  tally.extra += left.length;
  for (const fact of left) {
    result.differences.push({ id, kind: kind.name, what: "extra", fact, shown: kind.show(fact) });
    result.verdicts.push({ kind: kind.name, fact, right: false, article: id });
  }
}

/** Precision, recall and F1 as shares of one. @param {Tally} tally */
export function rates({ found, extra, missed }) {
  const precision = found / Math.max(1, found + extra);
  const recall = found / Math.max(1, found + missed);
  return { precision, recall, f1: (2 * precision * recall) / Math.max(1e-9, precision + recall) };
}

/** Mean F1 of the seven kinds of the guide. @param {Score} result */
export function macroF1(result) {
  const counted = kinds.filter((kind) => kind.macro).map((kind) => result.tallies[kind.name]);
  return counted.reduce((sum, tally) => sum + (tally === undefined ? 0 : rates(tally).f1), 0) / counted.length;
}

/** F1 by kind and the macro average, in per cent with one decimal: what history and floors keep. @param {Score} result */
export function summary(result) {
  /** @type {Record<string, number>} */
  const row = { macro: percent(macroF1(result)) };
  for (const [name, tally] of Object.entries(result.tallies)) {
    if (tally.found + tally.missed > 0) row[name] = percent(rates(tally).f1);
  }
  row.published = percent(result.published.right / Math.max(1, result.published.all));
  return row;
}

/** Gold entries by kind, and articles for the publication date. @param {Score} result @returns {Record<string, number>} */
export const entriesOf = ({ tallies, articles }) => ({
  ...Object.fromEntries(Object.entries(tallies).map(([kind, { found, missed }]) => [kind, found + missed])),
  published: articles,
});

/** @param {number} share */
export const percent = (share) => Math.round(1000 * share) / 10;
