#!/usr/bin/env node
// Extracts every text of a corpus folder and runs the corpus's scorer over the facts.
//
//   node scripts/score-corpus.mjs [dev|seeds] [--clean] [--list TYPE]
//
// The corpus lies beside the project (../shared/corpus); where it is absent the script says so and ends well.
// --clean reads NNN.clean.txt where there is one: what the rules give when the repair is perfect.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const shared = join(root, "../shared");
const listed = process.argv.indexOf("--list");
const words = process.argv.slice(2).filter((word, at) => !word.startsWith("--") && at + 2 !== listed + 1);
const [name = "dev"] = words;
const gold = join(shared, "corpus", name);
if (!existsSync(gold)) {
  console.log(`${name}: the corpus is not beside the project; nothing scored`);
  process.exit(0);
}
const { extract } = await import(join(root, "engine/dist/index.js"));

const clean = process.argv.includes("--clean");
const lines = [];
for (const file of readdirSync(gold)
  .filter((f) => f.endsWith(".json"))
  .sort()) {
  const id = file.slice(0, -5);
  const beside = join(gold, `${id}.clean.txt`);
  const plain = [join(gold, `${id}.txt`), join(shared, "seeds", `${id}.txt`)].find(existsSync);
  const path = clean && existsSync(beside) ? beside : plain;
  if (path === undefined) continue;
  lines.push(JSON.stringify(extract({ name: `${id}.txt`, bytes: readFileSync(path) }).extraction));
}
const folder = mkdtempSync(join(tmpdir(), "score-"));
const facts = join(folder, "facts.jsonl");
writeFileSync(facts, `${lines.join("\n")}\n`);
const list = process.argv.indexOf("--list");
const extra = list > 0 ? ["--list", process.argv[list + 1] ?? ""] : [];
const run = spawnSync(process.execPath, [join(shared, "corpus/score.mjs"), gold, facts, ...extra], {
  stdio: "inherit",
});
rmSync(folder, { recursive: true });
process.exit(run.status ?? 1);
