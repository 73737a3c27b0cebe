#!/usr/bin/env node
// @ts-check
// Compiles engine/lexicons/*.tsv into engine/src/lexicons.gen.ts (git-ignored, read through engine/src/lexicon.ts), and
// the tables of engine/data/*.txt and *.bin into engine/src/tables.gen.ts and binaries.gen.ts, so that the engine reads
// no file. The binaries are apart because a module of nothing but ASCII loads in a third of the time.
// Each file: a header line, one row per word, a `source` column that says where the row comes from. Same input, same
// output byte for byte; a crooked row stops the build with its place.
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const engine = join(dirname(dirname(fileURLToPath(import.meta.url))), "engine");
const folder = join(engine, "lexicons");

/** @param {string} name */
function compile(name) {
  const [header = "", ...rows] = readFileSync(join(folder, name), "utf8")
    .replaceAll("\r\n", "\n")
    .trimEnd()
    .split("\n");
  const columns = header.split("\t");
  /** @param {number} line @param {string} what @returns {never} */
  const stop = (line, what) => {
    throw new Error(`engine/lexicons/${name}:${line} ${what}`);
  };
  if (columns.some((column) => !/^[a-z][a-zA-Z]*$/.test(column))) stop(1, "a column name is not a plain identifier");
  if (!columns.includes("source")) stop(1, "there is no source column");
  const seen = new Set();
  for (const [index, row] of rows.entries()) {
    const cells = row.split("\t");
    if (cells.length !== columns.length) stop(index + 2, `has ${cells.length} cells, the header has ${columns.length}`);
    if (cells.some((cell) => cell !== cell.trim())) stop(index + 2, "has a cell with space around it");
    if (cells[0] === "") stop(index + 2, "has an empty first cell");
    if (seen.has(row)) stop(index + 2, "stands twice");
    seen.add(row);
  }
  const key = JSON.stringify(name.slice(0, -4));
  // Where a row comes from is for people: half of the text, and no rule reads it.
  const kept = columns.flatMap((column, at) => (column === "source" ? [] : [at]));
  const text = rows.map((row) => {
    const cells = row.split("\t");
    return kept.map((at) => cells[at]).join("\t");
  });
  return `  ${key}: {\n    columns: ${JSON.stringify(kept.map((at) => columns[at]))} as const,\n    rows: ${JSON.stringify(text.join("\n"))} as string,\n  },\n`;
}

/** @param {string} path @param {string} ending */
function list(path, ending) {
  return existsSync(path)
    ? readdirSync(path)
        .filter((file) => file.endsWith(ending))
        .sort()
    : [];
}

/** Only written when it changed, so that an unchanged list does not make the compiler build everything again. @param {string} name @param {string} text */
function write(name, text) {
  const target = join(engine, "src", name);
  if (!existsSync(target) || readFileSync(target, "utf8") !== text) writeFileSync(target, text);
}

write(
  "lexicons.gen.ts",
  `// Made by scripts/build-lexicons.mjs from engine/lexicons/*.tsv. Do not edit.\nexport const lexiconData = {\n${list(folder, ".tsv").map(compile).join("")}};\n`,
);
const data = join(engine, "data");
const tables = list(data, ".bin").map(
  (file) =>
    `  ${JSON.stringify(file.slice(0, -4))}: ${JSON.stringify(readFileSync(join(data, file)).toString("base64"))} as string,\n`,
);
const texts = list(data, ".txt").map(
  (file) =>
    `  ${JSON.stringify(file.slice(0, -4))}: ${JSON.stringify(readFileSync(join(data, file), "utf8"))} as string,\n`,
);
write(
  "tables.gen.ts",
  `// Made by scripts/build-lexicons.mjs from engine/data/*.txt. Do not edit.\nexport const tableData = {\n${texts.join("")}};\n`,
);
write(
  "binaries.gen.ts",
  `// Made by scripts/build-lexicons.mjs from engine/data/*.bin. Do not edit.\nexport const binaryData = {\n${tables.join("")}};\n`,
);
