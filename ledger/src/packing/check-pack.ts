import { createReadStream } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { type Entry, openPromise } from "yauzl";
import { LedgerError } from "../error-codes.js";
import { MANIFEST_NAME, readManifest } from "./pack-manifest.js";
import { digest } from "./pack-names.js";

/** What a check of a pack found. Names are relative to the pack's folder. */
export interface PackCheck {
  /** Files on the list, and how many of them are as they were. */
  readonly files: number;
  readonly same: number;
  readonly changed: readonly string[];
  readonly missing: readonly string[];
  /** There, and not on the list. */
  readonly added: readonly string[];
  /** False where the list itself is not as it was made. */
  readonly sound: boolean;
  /** SHA-256 of the list (清单指纹), to be compared with the one that the program told. */
  readonly fingerprint: string;
}

type Bytes = () => Promise<AsyncIterable<Uint8Array>>;

/** What systems leave in folders by themselves. */
const LITTER =
  /(?:^|\/)(?:Thumbs\.db|desktop\.ini|\.DS_Store|\._[^/]*|System Volume Information|\$RECYCLE\.BIN)(?:\/|$)/iu;

/**
 * Checks a pack against its list, file by file and in constant memory: the unpacked folder, one that holds it, or the zip as
 * it was fetched. PACK_UNREADABLE where there is no list.
 */
export async function checkPack(path: string, progress?: (done: number, of: number) => void): Promise<PackCheck> {
  const folder = await stat(path).then(
    (found) => found.isDirectory(),
    () => null,
  );
  if (folder === null) throw new LedgerError("PACK_UNREADABLE", { path });
  if (folder) return compare(await filesOf(path), path, progress);
  const zip = await openPromise(path, { autoClose: false }).catch((error: unknown) => {
    throw new LedgerError("PACK_UNREADABLE", { path }, { cause: error });
  });
  try {
    const files = new Map<string, Bytes>();
    for await (const entry of zip.eachEntry() as AsyncIterable<Entry>)
      if (!entry.fileName.endsWith("/")) files.set(entry.fileName, () => zip.openReadStreamPromise(entry));
    return await compare(files, path, progress);
  } finally {
    zip.close();
  }
}

async function filesOf(folder: string): Promise<Map<string, Bytes>> {
  const files = new Map<string, Bytes>();
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    const path = join(entry.parentPath, entry.name);
    // A link leads out of the folder: it is no file of the pack.
    if (entry.isFile()) files.set(relative(folder, path).split(sep).join("/"), async () => createReadStream(path));
  }
  return files;
}

async function compare(
  found: ReadonlyMap<string, Bytes>,
  path: string,
  progress?: (done: number, of: number) => void,
): Promise<PackCheck> {
  const lists = [...found.keys()].filter((name) => name.normalize("NFC").split("/").at(-1) === MANIFEST_NAME);
  // The list at the top, or in the only folder there is.
  const [list] = lists.sort((a, b) => a.split("/").length - b.split("/").length);
  const read = list === undefined ? undefined : found.get(list);
  if (list === undefined || read === undefined) throw new LedgerError("PACK_UNREADABLE", { path });
  const top = list.slice(0, list.lastIndexOf("/") + 1);
  const text = await bytesOf(read);
  const { lines, sound } = readManifest(text.toString("utf8"));
  const there = new Map(
    [...found].flatMap(([name, bytes]) =>
      name.startsWith(top) && name !== list && !LITTER.test(name)
        ? [[name.slice(top.length).normalize("NFC"), bytes] as const]
        : [],
    ),
  );
  const changed: string[] = [];
  const missing: string[] = [];
  const listed = new Set<string>();
  for (const [at, { path: name, sha256 }] of lines.entries()) {
    progress?.(at, lines.length);
    listed.add(name);
    const bytes = there.get(name);
    if (bytes === undefined) missing.push(name);
    else if ((await hashOf(bytes)) !== sha256) changed.push(name);
  }
  const fingerprint = digest();
  fingerprint.update(text);
  return {
    files: lines.length,
    same: lines.length - changed.length - missing.length,
    ...{ changed, missing, sound },
    added: [...there.keys()].filter((name) => !listed.has(name)),
    fingerprint: fingerprint.hex(),
  };
}

/** The hash of a file; null for one that cannot be read to its end, which is a changed one. */
async function hashOf(bytes: Bytes): Promise<string | null> {
  const hash = digest();
  try {
    for await (const piece of await bytes()) hash.update(piece);
    return hash.hex();
  } catch {
    return null;
  }
}

async function bytesOf(bytes: Bytes): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of await bytes()) pieces.push(piece);
  return Buffer.concat(pieces);
}
