import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { openLedger } from "@shanhai/ledger";

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const cache = join(root, "node_modules/.cache/shanhai-e2e");

/**
 * A data folder with an empty ledger, to be opened and thrown away. Making one takes seconds of work, copying one does
 * not: the first is kept under the hash of the program that made it, and `first-run.test.ts` proves the making itself.
 */
export async function emptyLedgerFolder(): Promise<string> {
  const template = join(cache, `ledger-${programHash()}`);
  if (!existsSync(template)) await makeTemplate(template);
  const folder = mkdtempSync(join(tmpdir(), "shanhai-e2e-"));
  cpSync(template, folder, { recursive: true });
  return folder;
}

/** Made aside and given its name in one move, so that two files that start together both find it whole. */
async function makeTemplate(template: string): Promise<void> {
  mkdirSync(cache, { recursive: true });
  const fresh = mkdtempSync(join(cache, "fresh-"));
  const ledger = await openLedger({ dataDir: fresh }, { exclusive: true });
  await ledger.close();
  try {
    renameSync(fresh, template);
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
    if (!existsSync(template)) throw error;
  }
  for (const name of readdirSync(cache)) {
    const path = join(cache, name);
    if (name.startsWith("ledger-") && path !== template) rmSync(path, { recursive: true, force: true });
  }
}

/** Of all that has a say in what an empty ledger is: the ledger's program and its migrations. */
function programHash(): string {
  const hash = createHash("sha256");
  for (const folder of ["ledger/dist", "ledger/migrations"]) {
    for (const name of readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).sort()) {
      if (!/\.(?:js|sql)$/.test(name) || /\.test\.js$/.test(name)) continue;
      hash.update(`${name}\0`).update(readFileSync(join(root, folder, name)));
    }
  }
  return hash.digest("hex").slice(0, 16);
}
