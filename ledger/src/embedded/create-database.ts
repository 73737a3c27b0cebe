import { randomBytes } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { Worker } from "node:worker_threads";
import { LedgerError } from "../error-codes.js";
import { syncDirectory, syncTree } from "./durable-fs.js";

/** PostgreSQL's major version in the PGlite that this program brings. */
export const POSTGRES_MAJOR = "18";

/**
 * Makes the database directory when there is none. It is made aside, put on disk to the last name, then renamed, so
 * that a kill or a power cut leaves either no database or a whole one. The work is done in a thread of its own, whose
 * memory (half a gigabyte while initdb runs) ends with it. Returns whether it was made now.
 */
export async function createDatabase(directory: string): Promise<boolean> {
  if (fs.existsSync(directory)) {
    refuseOtherVersion(directory);
    return false;
  }
  const parent = path.dirname(directory);
  for (const name of fs.readdirSync(parent)) {
    if (name.startsWith(ASIDE)) fs.rmSync(path.join(parent, name), { recursive: true, force: true });
  }
  const aside = path.join(parent, `${ASIDE}${randomBytes(6).toString("hex")}`);
  try {
    await initialise(aside);
    syncTree(aside);
    fs.renameSync(aside, directory);
    syncDirectory(parent);
  } catch (error) {
    fs.rmSync(aside, { recursive: true, force: true });
    throw error;
  }
  return true;
}

const ASIDE = "database.making-";

/** A directory of another PostgreSQL is never touched: its files mean something else there. */
function refuseOtherVersion(directory: string): void {
  const file = path.join(directory, "PG_VERSION");
  const found = fs.existsSync(file) ? fs.readFileSync(file, "utf8").trim() : null;
  const dataDir = path.dirname(directory);
  if (found === null) {
    throw new LedgerError("DATABASE_DAMAGED", { dataDir, cause: "PG_VERSION 缺失 / is missing" });
  }
  if (found !== POSTGRES_MAJOR) {
    throw new LedgerError("DATABASE_OTHER_VERSION", { dataDir, found, expected: POSTGRES_MAJOR });
  }
}

function initialise(directory: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./initdb-worker.js", import.meta.url), { workerData: { directory } });
    worker.once("error", reject);
    worker.once("exit", (code) => (code === 0 ? resolve() : reject(new Error(`initdb ended with ${code}`))));
  });
}
