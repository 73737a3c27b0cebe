import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const cache = join(dirname(dirname(dirname(fileURLToPath(import.meta.url)))), "node_modules/.cache/shanhai-e2e");

/**
 * A folder made once and kept under node_modules/.cache: `fill` writes into a fresh one, which then gets its name in one
 * move, so that two test files that start together both find it whole.
 */
export function cacheFolder(name: string, fill: (folder: string) => void): string {
  const folder = join(cache, name);
  if (existsSync(folder)) return folder;
  mkdirSync(cache, { recursive: true });
  const fresh = mkdtempSync(join(cache, "fresh-"));
  fill(fresh);
  try {
    renameSync(fresh, folder);
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
  return folder;
}
