#!/usr/bin/env node
// @ts-check
// `npm run bench` measures everything; `npm run bench -- start commits` only what is named.
import { spawnSync } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const folder = join(dirname(dirname(fileURLToPath(import.meta.url))), "bench");
const all = [
  "start",
  "commits",
  "lists",
  "filters",
  "bulk",
  "slow-disk",
  "crash",
  "claims",
  "verify",
  "boards",
  "documents",
  "pack",
  "engine",
  "stream",
  "sheets",
];
const words = process.argv.slice(2);
const asked = words.filter((word) => !word.startsWith("--"));
const unknown = asked.filter((name) => !all.includes(name));
if (unknown.length > 0) {
  console.error(`没有这项测量 · no such measurement: ${unknown.join(", ")} (${all.join(", ")})`);
  process.exit(2);
}
const flags = words.filter((word) => word.startsWith("--"));
for (const name of asked.length > 0 ? asked : all) {
  const { status } = spawnSync(process.execPath, [join(folder, `${name}.mjs`), ...flags], { stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 1);
}
