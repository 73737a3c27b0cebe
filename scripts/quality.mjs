#!/usr/bin/env node
// @ts-check
// How well the engine reads, measured: `npm run quality` scores every corpus, adds the scores to corpus/history.json
// and writes docs/quality.md. The corpora beside the project (../shared/corpus) are scored where they are present;
// elsewhere their last numbers stay, with the version they were measured at.
//
//   --raise      raises corpus/floors.json to the present scores (they are what `npm test` compares with)
//   --calibrate  fits engine/data/confidence.txt anew before measuring; build afterwards
//   --repair     damages clean text anew and measures its repair (minutes)
import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { calibrationOf, writeCalibration } from "./quality/calibrate.mjs";
import { articlesOf, corpora, heldSets, root } from "./quality/corpora.mjs";
import { raiseFloors } from "./quality/floors.mjs";
import { addToHistory } from "./quality/history.mjs";
import { measureRepair } from "./quality/repair-rates.mjs";
import { report } from "./quality/report.mjs";
import { score, summary } from "./quality/score.mjs";

const asked = new Set(process.argv.slice(2));
/** @param {...string} args */
const git = (...args) => execFileSync("git", args, { cwd: root, encoding: "utf8" }).trim();

if (asked.has("--calibrate")) {
  const { asRuled, extract } = await import(join(root, "engine/dist/index.js"));
  writeCalibration((source) => extract(source, asRuled));
  const rest = process.argv.slice(2).filter((word) => word !== "--calibrate");
  // A fresh process: this one has the engine with the old table in memory.
  for (const args of [["scripts/build.mjs"], ["scripts/quality.mjs", ...rest]]) {
    const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: "inherit" });
    if (status !== 0) process.exit(status ?? 1);
  }
  process.exit(0);
}
if (asked.has("--repair")) measureRepair();

const { asRuled, engineVersion, extract } = await import(join(root, "engine/dist/index.js"));
/** @type {Record<string, import("./quality/score.mjs").Score>} */
const scores = {};
/** @type {Record<string, import("./quality/score.mjs").Score>} */
const sets = {};
for (const corpus of Object.keys(corpora)) {
  const articles = articlesOf(corpus, { extract });
  if (articles === null) console.log(`${corpus}: not beside the project; its last numbers are kept`);
  else scores[corpus] = score(articles);
  if (corpus === "held" && articles !== null)
    for (const { name, holds } of heldSets) sets[name] = score(articles.filter(({ id }) => holds(id)));
}
const rows = Object.fromEntries(Object.entries(scores).map(([corpus, result]) => [corpus, summary(result)]));
const changed = git("status", "--porcelain", "engine") !== "";
const history = addToHistory({
  engine: engineVersion,
  commit: `${git("rev-parse", "--short=9", "HEAD")}${changed ? "+" : ""}`,
  date: git("log", "-1", "--format=%cs"),
  scores: rows,
});
if (asked.has("--raise")) {
  const counts = { open: scores.open?.articles ?? 0, held: scores.held?.articles ?? 0 };
  console.log(`${raiseFloors({ open: rows.open ?? {}, held: rows.held ?? {} }, counts)} floors raised`);
}
writeFileSync(
  join(root, "docs/quality.md"),
  report({ scores, sets, history, calibration: calibrationOf(extract, (source) => extract(source, asRuled)) }),
);
for (const [corpus, row] of Object.entries(rows)) console.log(`${corpus.padEnd(6)} macro F1 ${row.macro}`);
console.log(`docs/quality.md: ${readFileSync(join(root, "docs/quality.md"), "utf8").split("\n").length} lines`);
