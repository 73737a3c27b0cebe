#!/usr/bin/env node
// @ts-check
// Builds every room in order. `--if-changed` does nothing when no source is newer than the last build,
// so that a second `npm start` serves at once.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const stampFile = join(root, "node_modules/.cache/shanhai-build");

/** Sources, their sizes and times: changes when anything that the build reads changes. */
function stamp() {
  const hash = createHash("sha256");
  /** @param {string} path */
  const walk = (path) => {
    for (const entry of readdirSync(path, { withFileTypes: true })) {
      if (["node_modules", "dist", "dist-types"].includes(entry.name) || entry.name.endsWith(".gen.ts")) continue;
      const full = join(path, entry.name);
      if (entry.isDirectory()) walk(full);
      else {
        const { size, mtimeMs } = statSync(full);
        hash.update(`${full} ${size} ${mtimeMs}\n`);
      }
    }
  };
  for (const room of ["engine", "model", "ledger", "server", "cli", "web"]) walk(join(root, room));
  hash.update(readFileSync(join(root, "package-lock.json")));
  return hash.digest("hex");
}

/** @param {string} what @param {string} program @param {string[]} args */
function step(what, program, args) {
  const from = performance.now();
  execFileSync(process.execPath, [join(root, program), ...args], { cwd: root, stdio: "inherit" });
  console.log(`  ${what} ${((performance.now() - from) / 1000).toFixed(1)} s`);
}

/** Removes what was compiled from a source that is gone or moved: its tests would go on running as they were. */
function sweep() {
  for (const room of ["engine", "model", "ledger", "server", "cli"]) {
    const out = join(root, room, "dist");
    if (!existsSync(out)) continue;
    for (const name of readdirSync(out, { recursive: true, encoding: "utf8" })) {
      const source = /^(.*)\.(?:js|d\.ts)(?:\.map)?$/.exec(name)?.[1];
      if (source === undefined || [".ts", ".tsx"].some((end) => existsSync(join(root, room, "src", source + end))))
        continue;
      rmSync(join(out, name));
    }
  }
}

const built = existsSync(stampFile) ? readFileSync(stampFile, "utf8") : "";
if (!(process.argv.includes("--if-changed") && built === stamp())) {
  console.log("构建 · building");
  step("词表 lexicons", "scripts/build-lexicons.mjs", []);
  sweep();
  step("程序 programs", "node_modules/typescript/bin/tsc", ["-b"]);
  step("流式线程 filter thread", "scripts/bundle-line-worker.mjs", []);
  step("网页 pages", "node_modules/vite/bin/vite.js", ["build", "web", "--logLevel", "warn"]);
  mkdirSync(dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, stamp());
}
