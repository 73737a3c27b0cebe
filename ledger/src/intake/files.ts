import { createHash, randomUUID } from "node:crypto";
import { mkdir, open, readdir, readFile, rename, rm, unlink } from "node:fs/promises";
import { dirname, join } from "node:path";

/** The directory of original bytes in the data directory: `files/ab/cd…`, named by their SHA-256. */
const FILES = "files";

/** Where the bytes with this SHA-256 (hex) are kept. */
export function filePath(dataDir: string, sha256: string): string {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error("not a SHA-256");
  return join(dataDir, FILES, sha256.slice(0, 2), sha256.slice(2));
}

/**
 * Keeps bytes by their SHA-256 and gives it: written aside, fsynced, renamed, directories fsynced, so that a row
 * committed afterwards never names a file that a power cut took. The same bytes again change nothing. A file without
 * a row is harmless.
 */
export async function keepFile(dataDir: string, bytes: Uint8Array): Promise<string> {
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const path = filePath(dataDir, sha256);
  const there = await readKept(path);
  if (there !== null && sha256Hex(there) === sha256) return sha256;
  const directory = dirname(path);
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const aside = join(directory, `.${randomUUID()}`);
  try {
    const file = await open(aside, "wx", 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(aside, path);
  } catch (error) {
    await rm(aside, { force: true });
    throw error;
  }
  for (const level of [directory, join(dataDir, FILES), dataDir]) await syncDirectory(level);
  return sha256;
}

/** Bytes kept under this SHA-256; null when they are missing. What they hash to now is `verify`'s question. */
export async function keptFile(dataDir: string, sha256: string): Promise<Uint8Array | null> {
  return readKept(filePath(dataDir, sha256));
}

/** Takes a file away for good (清除); false when it was not there. */
export async function removeFile(dataDir: string, sha256: string): Promise<boolean> {
  const path = filePath(dataDir, sha256);
  try {
    await unlink(path);
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
  await syncDirectory(dirname(path));
  return true;
}

/** SHA-256 names of all kept files, in order. */
export async function* keptFiles(dataDir: string): AsyncGenerator<string> {
  const root = join(dataDir, FILES);
  for (const first of await entries(root)) {
    if (!/^[0-9a-f]{2}$/.test(first)) continue;
    for (const rest of await entries(join(root, first))) if (/^[0-9a-f]{62}$/.test(rest)) yield first + rest;
  }
}

export function sha256Hex(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** Makes a name that was made, moved or removed in a directory last. Windows keeps names without it and refuses it. */
export async function syncDirectory(directory: string): Promise<void> {
  if (process.platform === "win32") return;
  const handle = await open(directory, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function readKept(path: string): Promise<Uint8Array | null> {
  try {
    return await readFile(path);
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

async function entries(directory: string): Promise<string[]> {
  try {
    return (await readdir(directory)).sort();
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}
