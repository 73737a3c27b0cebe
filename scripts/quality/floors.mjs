// @ts-check
// The scores below which a change does not pass (corpus/floors.json). They are raised by `npm run quality -- --raise`
// and never fall by a command, except that a corpus which got other articles starts anew: its scores are those of
// another exam. Lowering one otherwise is an edit by hand with its reason in the commit.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./corpora.mjs";

const path = join(root, "corpus/floors.json");

/** Points that the macro average may lose. */
const macroSlack = 0.3;
/** Entries that a kind may lose beside gains elsewhere; the same points would be much for a common kind and nothing for a rare one. */
const entriesSlack = 1.5;

/** @typedef {Record<string, Record<string, number>>} Floors corpus → "articles" → how many; kind or "macro" → per cent */

/** @returns {Floors} */
export const readFloors = () => JSON.parse(readFileSync(path, "utf8"));

/**
 * What lies under its floor, as sentences.
 * @param {string} corpus @param {Record<string, number>} scores @param {Record<string, number>} entries gold entries by kind
 * @param {Floors} floors
 */
export function breaches(corpus, scores, entries, floors) {
  const { articles, ...kept } = floors[corpus] ?? {};
  if (articles !== entries.published)
    return [
      `corpus/${corpus} holds ${entries.published} articles, its floors are of ${articles}: npm run quality -- --raise`,
    ];
  return Object.entries(kept).flatMap(([kind, floor]) => {
    const slack = kind === "macro" ? macroSlack : (100 * entriesSlack) / Math.max(entriesSlack, entries[kind] ?? 0);
    const least = floor - slack;
    const now = scores[kind] ?? 0;
    return now < least ? [`corpus/${corpus}: ${kind} fell to ${now} (floor ${floor}, slack ${slack.toFixed(1)})`] : [];
  });
}

/**
 * Raises every floor that the scores exceed.
 * @param {Record<string, Record<string, number>>} scores by corpus @param {Record<string, number>} articles by corpus
 * @returns {number} how many rose
 */
export function raiseFloors(scores, articles) {
  const floors = readFloors();
  let raised = 0;
  for (const [corpus, row] of Object.entries(scores)) {
    const before = floors[corpus];
    /** @type {Record<string, number>} */
    const kept = before?.articles === articles[corpus] && before !== undefined ? before : {};
    kept.articles = articles[corpus] ?? 0;
    floors[corpus] = kept;
    for (const [kind, now] of Object.entries(row)) {
      if (now <= (kept[kind] ?? Number.NEGATIVE_INFINITY)) continue;
      kept[kind] = now;
      raised++;
    }
  }
  writeFileSync(path, `${JSON.stringify(floors, null, 2)}\n`);
  return raised;
}
