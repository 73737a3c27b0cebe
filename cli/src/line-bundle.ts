import { readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { Script } from "node:vm";
import type { LineBatch } from "./line-batch.js";

/** What the bundle gives to a command that answers a short stream in its own thread. */
export interface LineProgram {
  readonly answerLines: (batch: LineBatch) => string;
}

/** Where the build leaves the thread's program in one file, and the code that V8 compiled of it. */
const bundleUrl = new URL("./line-worker.cjs", import.meta.url);
const codeUrl = new URL("./line-worker.code", import.meta.url);
/** When the programs were compiled last; absent where only the built files are shipped. */
const compiled = ["../../engine/tsconfig.tsbuildinfo", "../tsconfig.tsbuildinfo"].map(
  (path) => new URL(path, import.meta.url),
);

/**
 * The thread of `extract --jsonl` from one file with compiled code (scripts/bundle-line-worker.mjs), which starts in a
 * third of the time that some 250 modules need. Null where the build did not make it or something was compiled since; code
 * of another Node is passed over by V8, and the file is compiled in full. Returns what starts the program.
 */
export function lineBundle(): { readonly script: Script; readonly start: () => LineProgram } | null {
  const made = changedAt(bundleUrl);
  if (made === null || compiled.some((url) => (changedAt(url) ?? 0) > made)) return null;
  const cachedData = changedAt(codeUrl) === null ? undefined : readFileSync(codeUrl);
  // The build writes nothing but ASCII: one byte a character, no decoding.
  const source = readFileSync(bundleUrl, "latin1");
  const filename = fileURLToPath(bundleUrl);
  const script = new Script(source, { filename, ...(cachedData === undefined ? {} : { cachedData }) });
  const start = () => {
    const module = { exports: {} };
    script.runInThisContext()(createRequire(bundleUrl), module, module.exports, dirname(filename));
    return module.exports as LineProgram;
  };
  return { script, start };
}

function changedAt(url: URL): number | null {
  return statSync(url, { throwIfNoEntry: false })?.mtimeMs ?? null;
}
