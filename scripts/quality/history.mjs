// @ts-check
// The public scorecard: one row of scores per commit that was measured (corpus/history.json).
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./corpora.mjs";

const path = join(root, "corpus/history.json");

/** @typedef {{ engine: string, commit: string, date: string, scores: Record<string, Record<string, number>>, note?: string }} Measurement */

/** @returns {Measurement[]} oldest first */
export const readHistory = () => (existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : []);

/** Adds a measurement; one of the same commit, or of the same commit before it was committed, is replaced. @param {Measurement} measured */
export function addToHistory(measured) {
  const history = readHistory();
  const last = history.at(-1);
  const again = last !== undefined && last.commit.replace("+", "") === measured.commit.replace("+", "");
  const kept = again ? history.slice(0, -1) : history;
  const note = again && last.note !== undefined ? { note: last.note } : {};
  const next = [...kept, { ...measured, ...note }];
  writeFileSync(path, `${JSON.stringify(next, null, 2)}\n`);
  return next;
}
