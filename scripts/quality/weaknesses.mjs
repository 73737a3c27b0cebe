// @ts-check
// The engine's worst misses, chosen by the numbers: the kinds that lose most on corpus/open, with examples of it.
// Nothing of corpus/held is shown.
import { kinds } from "./kinds.mjs";
import { percent, rates } from "./score.mjs";

const kindsShown = 5;
const examplesEach = 4;

/** @param {import("./score.mjs").Score | undefined} open */
export function weaknesses(open) {
  if (open === undefined) return "corpus/open is not here.";
  const worst = kinds
    .flatMap(({ name }) => {
      const tally = open.tallies[name];
      return tally === undefined || tally.found + tally.missed < 10 ? [] : [{ name, tally, ...rates(tally) }];
    })
    .sort((a, b) => a.f1 - b.f1)
    .slice(0, kindsShown);
  return [
    "The kinds that lose most on corpus/open, each with misses and extras from different articles.",
    ...worst.map(({ name, tally, precision, recall }) => {
      const told =
        recall < precision
          ? `${tally.missed} missed, ${tally.extra} extra`
          : `${tally.extra} extra, ${tally.missed} missed`;
      const rows = spread(
        open.differences.filter((difference) => difference.kind === name && isWhole(difference.what)),
      );
      const lines = rows.map(({ id, what, shown }) => `- ${what} in ${id}: ${shown.replace(/\s+/g, " ")}`);
      return `**${name}** (precision ${percent(precision)}, recall ${percent(recall)}: ${told})\n\n${lines.join("\n")}`;
    }),
  ].join("\n\n");
}

/** @param {string} what */
const isWhole = (what) => what === "missed" || what === "extra";

/** Examples from as many articles as there are, those that lose most first. @param {readonly import("./score.mjs").Difference[]} differences */
function spread(differences) {
  /** @type {Map<string, import("./score.mjs").Difference[]>} */
  const byArticle = new Map();
  for (const difference of differences)
    byArticle.set(difference.id, [...(byArticle.get(difference.id) ?? []), difference]);
  return [...byArticle.values()]
    .sort((a, b) => b.length - a.length)
    .slice(0, examplesEach)
    .flatMap(([first]) => (first === undefined ? [] : [first]));
}
