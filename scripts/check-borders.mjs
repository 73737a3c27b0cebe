#!/usr/bin/env node
// @ts-check
// Holds the tree against ARCHITECTURE.md: who may import whom, doors, siblings, purity, sizes, names.
// Cycles are the linter's business (noImportCycles). Prints every breach with the right way; ends with 1 if any.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { basename, dirname, join, posix } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Who may import whom, by door; `types` only as `import type`. @type {Record<string, {code: string[], types: string[]}>} */
const rooms = {
  engine: { code: [], types: [] },
  model: { code: [], types: ["engine"] },
  ledger: { code: ["engine", "model"], types: [] },
  server: { code: ["engine", "model", "ledger"], types: [] },
  web: { code: ["model"], types: ["engine", "server"] },
  cli: { code: ["engine", "model", "ledger", "server"], types: [] },
};

const plural = new Set(
  "repairs readers annotators refiners rules records values proposals forms indicators matching sheets reports routes verbs pages".split(
    " ",
  ),
);
const emptyNames = /(^|\/)(utils?|helpers?|common|shared|misc|lib|types|managers?|base|v2)(\.[a-z]+)?(\/|$)/i;
const outsideWorld = /^node:(fs|net|http|https|child_process|worker_threads|dns|os|process|tls|dgram|timers)/;
/** The only file of the ledger that reads facts from documents. */
const readingThread = "ledger/src/intake/reading-worker.ts";
const databaseDrivers = /^(pg|pg-|@electric-sql\/)/;

/** @type {string[]} */
const breaches = [];
/** @param {string} file @param {string} what */
const breach = (file, what) => void breaches.push(`${file}: ${what}`);

const files = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], {
  cwd: root,
  encoding: "utf8",
})
  .split("\n")
  .filter(Boolean);

for (const file of files) {
  if (emptyNames.test(file)) breach(file, "a name that says nothing; name the idea");
  if (!/\.(ts|tsx|mts|mjs)$/.test(file)) continue;
  const room = file.split("/")[0] ?? "";
  const text = readFileSync(join(root, file), "utf8");
  const isTest = /\.test\.tsx?$/.test(file);
  checkText(file, text, isTest);
  if (!(room in rooms) || !file.startsWith(`${room}/src/`)) continue;
  const depth = file.split("/").length - 3;
  if (depth > 2) breach(file, "more than two folder levels under src/");
  const name = basename(file).replace(/\.(test\.)?tsx?$/, "");
  const component = file.endsWith(".tsx");
  if (
    !(component ? /^[A-Z][A-Za-z0-9]*$|^[a-z0-9]+(-[a-z0-9]+)*$/ : /^[a-z0-9]+(-[a-z0-9]+)*(\.gen|\.d)?$/).test(name)
  ) {
    breach(file, "files are kebab-case after the one thing they export, React components PascalCase");
  }
  for (const { specifier, typeOnly } of importsOf(text)) checkImport(file, room, specifier, typeOnly, isTest);
}

if (breaches.length > 0) {
  console.error(breaches.join("\n"));
  console.error(`${breaches.length} breaches of ARCHITECTURE.md`);
  process.exit(1);
}
console.log(`borders: ${files.length} files keep to ARCHITECTURE.md`);

/** @param {string} text @returns {{specifier: string, typeOnly: boolean}[]} */
function importsOf(text) {
  const found = [];
  const pattern =
    /^\s*(import|export)\s+(type\s+)?(?:[^"';]*?\sfrom\s+)?["']([^"']+)["']|\bimport\(\s*["']([^"']+)["']\s*\)/gm;
  for (const match of text.matchAll(pattern)) {
    const specifier = match[3] ?? match[4];
    if (specifier !== undefined) found.push({ specifier, typeOnly: match[2] !== undefined });
  }
  return found;
}

/** @param {string} file @param {string} room @param {string} specifier @param {boolean} typeOnly @param {boolean} isTest */
function checkImport(file, room, specifier, typeOnly, isTest) {
  const allowed = rooms[room];
  if (allowed === undefined) return;
  const door = /^@shanhai\/([a-z]+)(\/.*)?$/.exec(specifier);
  if (door !== null) {
    const [, other = "", deep] = door;
    const light = other === "engine" && deep === "/light";
    const whole = other === "engine" && !light && !typeOnly && !isTest;
    if (whole && (room === "ledger" || room === "server") && file !== readingThread)
      breach(file, "loads the whole engine; enter by @shanhai/engine/light");
    if (deep !== undefined && !light) breach(file, `deep path ${specifier}; enter by the door @shanhai/${other}`);
    if (other === room) breach(file, `imports its own door; import the file`);
    else if (!allowed.code.includes(other) && !(typeOnly && allowed.types.includes(other))) {
      breach(file, `${room} may not import ${typeOnly ? "types of " : ""}${other}`);
    }
    return;
  }
  if (specifier.endsWith(".css")) return;
  if (!specifier.startsWith(".")) {
    if ((room === "engine" || room === "model") && outsideWorld.test(specifier) && !isTest) {
      breach(file, `${room} is pure and may not import ${specifier}`);
    }
    if (room !== "ledger" && databaseDrivers.test(specifier))
      breach(file, `only ledger speaks to a database (${specifier})`);
    return;
  }
  const target = posix.normalize(posix.join(posix.dirname(file), specifier));
  if (!target.startsWith(`${room}/src/`) && !(isTest && target.startsWith(`${room}/`)))
    breach(file, `leaves its room by ${specifier}; use a door`);
  if (target === `${room}/src/index.js` && !isTest) breach(file, "nobody imports the own door inside a room");
  const folder = posix.dirname(file);
  const sibling = posix.dirname(target) === folder && plural.has(basename(folder));
  const own = posix.basename(target, ".js") === basename(file).replace(/\.test\.tsx?$/, "");
  if (
    sibling &&
    basename(file) !== "index.ts" &&
    !(isTest && (own || target.endsWith("/index.js"))) &&
    !target.endsWith(".gen.js")
  ) {
    breach(file, `imports its sibling ${specifier}; what both need is machinery beside the folder`);
  }
}

/** @param {string} file @param {string} text @param {boolean} isTest */
function checkText(file, text, isTest) {
  const lines = text.split("\n").length;
  if (lines > 400 && !isTest && !/\.gen\.|\/e2e\//.test(file)) breach(file, `${lines} lines; which concept moves out?`);
  if (file === "scripts/check-borders.mjs") return;
  if (/@ts-(ignore|expect-error|nocheck)|\bas any\b|:\s*any\b(?!\w)/.test(text))
    breach(file, "silences the type check");
  if (/\b(it|test|describe)\.(skip|only|todo)\b/.test(text)) breach(file, "a test that does not run");
  if (/["'`(\s]\/(work|farm|root)\//.test(text)) breach(file, "a path of one machine");
  if (
    /^(engine|model)\/src\//.test(file) &&
    !isTest &&
    /\bprocess\.env\b|\bDate\.now\(\)|\bnew Date\(\)|\bMath\.random\(\)/.test(text)
  ) {
    breach(file, "engine and model know no environment, clock or chance");
  }
  if (
    /^(server|web|cli|model|engine)\/src\//.test(file) &&
    /\b(SELECT|INSERT INTO|UPDATE|DELETE FROM)\s+["\w.*]+.*\b(FROM|VALUES|SET|WHERE)\b/.test(text)
  ) {
    breach(file, "only ledger speaks SQL");
  }
}
