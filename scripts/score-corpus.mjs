#!/usr/bin/env node
// @ts-check
// Extracts every text of a corpus and prints how its facts compare with the gold.
//
//   node scripts/score-corpus.mjs [dev|seeds|open|held] [--clean] [--list KIND|KIND.ATTRIBUTE]
//
// dev and seeds lie beside the project (../shared/corpus); where they are absent the script says so and ends well.
// open and held are the project's own (corpus/README.md); held is for measuring only, so nothing of it is listed.
// --clean reads NNN.clean.txt where there is one: what the rules give when the repair is perfect.
import { join } from "node:path";
import { articlesOf, corpora, root } from "./quality/corpora.mjs";
import { macroF1, rates, score } from "./quality/score.mjs";

const listAt = process.argv.indexOf("--list");
const list = listAt > 0 ? (process.argv[listAt + 1] ?? "") : null;
const [name = "dev"] = process.argv.slice(2).filter((word, at) => !word.startsWith("--") && at + 2 !== listAt + 1);
if (corpora[name] === undefined) {
  console.error(`no corpus is called ${name}: ${Object.keys(corpora).join(", ")}`);
  process.exit(2);
}
if (name === "held" && list !== null) {
  console.error(
    "corpus/held is for measuring only: what is listed there cannot be measured any more (corpus/README.md)",
  );
  process.exit(2);
}
const { extract } = await import(join(root, "engine/dist/index.js"));
const articles = articlesOf(name, { clean: process.argv.includes("--clean"), extract });
if (articles === null) {
  console.log(`${name}: the corpus is not beside the project; nothing scored`);
  process.exit(0);
}
const result = score(articles);
for (const { id, kind, what, shown } of result.differences) {
  if (list === kind && (what === "missed" || what === "extra")) console.log(`${id} ${what.padEnd(7)} ${shown}`);
  if (list === `${kind}.${what}`) console.log(`${id} ${shown}`);
}
/** @param {number} share */
const percent = (share) => (100 * share).toFixed(1).padStart(5);
console.log(
  `${result.articles} documents; publication date right in ${percent(result.published.right / result.articles)} %`,
);
for (const [kind, tally] of Object.entries(result.tallies)) {
  const gold = tally.found + tally.missed;
  if (gold + tally.extra === 0) continue;
  const { precision, recall, f1 } = rates(tally);
  const attributes = Object.entries(tally.attributes)
    .map(([attribute, share]) => `${attribute} ${percent(share.right / share.all)}`)
    .join("  ");
  console.log(
    `${kind.padEnd(13)} P ${percent(precision)}  R ${percent(recall)}  F1 ${percent(f1)}   (${gold} gold)  ${attributes}`,
  );
}
console.log(`macro F1 ${percent(macroF1(result))}`);
