// @ts-check
// Repair rates: runs scripts/measure-repair.mjs, which damages clean text anew, and keeps what it printed
// (corpus/repair.json), because 500,000 characters take minutes.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./corpora.mjs";

const path = join(root, "corpus/repair.json");

/** @typedef {{ damage: string, lost: number, left: number, restored: number, gone: number | null, ofKnowable: number | null, certain: number | null, wrong: number | null }} Rate */
/** @typedef {{ text: string, cleanCharacters: number, falseEdits: number, rates: Rate[] }} RepairRates */

/** What the measuring script printed, as data. @param {string} printed @returns {RepairRates[]} */
export function readRates(printed) {
  /** @type {RepairRates[]} */
  const all = [];
  for (const line of printed.split("\n")) {
    const title = /^(.+): (\d+) texts, (\d+) characters/.exec(line);
    if (title !== null)
      all.push({ text: `${title[1]} (${title[3]} characters)`, cleanCharacters: 0, falseEdits: 0, rates: [] });
    const now = all.at(-1);
    if (now === undefined) continue;
    const clean = /^byte-level edits on (\d+) clean characters: (\d+)/.exec(line);
    if (clean !== null) [now.cleanCharacters, now.falseEdits] = [Number(clean[1]), Number(clean[2])];
    const rate =
      /^(.+?) +pairs lost +(\d+) → +(\d+) +restored +([\d.]+) %(?:; (\d+) characters gone.*of the rest +([\d.]+) %)?/.exec(
        line,
      );
    if (rate === null) continue;
    const certain = /certain (\d+), wrong (\d+)/.exec(line);
    now.rates.push({
      damage: (rate[1] ?? "").trim(),
      lost: Number(rate[2]),
      left: Number(rate[3]),
      restored: Number(rate[4]),
      gone: rate[5] === undefined ? null : Number(rate[5]),
      ofKnowable: rate[6] === undefined ? null : Number(rate[6]),
      certain: certain === null ? null : Number(certain[1]),
      wrong: certain === null ? null : Number(certain[2]),
    });
  }
  return all;
}

/** @returns {RepairRates[]} the last measurement; empty when there was none */
export const repairRates = () => (existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : []);

/** Measures and keeps. Throws when the script fails or prints nothing that can be read. */
export function measureRepair() {
  const { status, stdout } = spawnSync(process.execPath, [join(root, "scripts/measure-repair.mjs")], {
    encoding: "utf8",
    maxBuffer: 1 << 26,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const rates = readRates(stdout);
  if (status !== 0 || !rates.some((text) => text.rates.length > 0))
    throw new Error("measure-repair.mjs measured nothing");
  writeFileSync(path, `${JSON.stringify(rates, null, 2)}\n`);
}
