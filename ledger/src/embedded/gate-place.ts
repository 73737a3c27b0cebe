import { createHash } from "node:crypto";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { LedgerError } from "../error-codes.js";
import { syncDirectory } from "./durable-fs.js";

/** Where the gate of a data directory listens: sockets in a directory of its own, or one named pipe (Windows). */
export type GatePlace =
  | { readonly kind: "directory"; readonly directory: string }
  | { readonly kind: "pipe"; readonly path: string };

/** Socket paths hold 104 bytes on some systems, 108 on others, with the closing zero. */
const LONGEST_SOCKET_PATH = 100;
const LONGEST_NAME = "gate-0123456789abcdef.sock".length;

/** The note in a data directory whose path is too long for a socket; says where its sockets are. */
const NOTE = "gate.address";

/**
 * Makes the data directory (mode 0700: whoever reaches the socket is the owner of the database) and says where its
 * gate listens. With a path too long for a socket that is a private directory of the system's temporary one, named by
 * a hash; the first process writes it into the data directory and all others read it there, whatever their TMPDIR.
 */
export function gatePlace(dataDir: string): GatePlace {
  try {
    fs.mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    if (process.platform !== "win32") fs.chmodSync(dataDir, 0o700);
    const real = fs.realpathSync(dataDir);
    if (process.platform === "win32")
      return { kind: "pipe", path: `\\\\.\\pipe\\shanhai-${hashOf(real.toLowerCase())}` };
    if (Buffer.byteLength(real) + 1 + LONGEST_NAME <= LONGEST_SOCKET_PATH)
      return { kind: "directory", directory: real };
    return { kind: "directory", directory: shortDirectory(real) };
  } catch (error) {
    if (error instanceof LedgerError) throw error;
    throw new LedgerError("DATA_DIRECTORY_UNUSABLE", { dataDir, cause: messageOf(error) }, { cause: error });
  }
}

function shortDirectory(real: string): string {
  const note = path.join(real, NOTE);
  if (!fs.existsSync(note)) {
    const aside = path.join(real, `${NOTE}.${process.pid}`);
    fs.writeFileSync(aside, path.join(os.tmpdir(), `shanhai-${hashOf(real)}`));
    try {
      fs.linkSync(aside, note);
    } catch (error) {
      if (!isCode(error, "EEXIST")) throw error;
    } finally {
      fs.unlinkSync(aside);
    }
    syncDirectory(real);
  }
  const directory = fs.readFileSync(note, "utf8").trim();
  fs.mkdirSync(directory, { recursive: true, mode: 0o700 });
  const found = fs.lstatSync(directory);
  // The temporary directory belongs to everybody: one that somebody else prepared is not used.
  if (!found.isDirectory() || found.uid !== process.getuid?.() || (found.mode & 0o077) !== 0) {
    throw new LedgerError("DATA_DIRECTORY_UNUSABLE", { dataDir: real, cause: `${directory} is not private` });
  }
  return directory;
}

function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
}

/** Whether an error carries this errno code. */
export function isCode(error: unknown, ...codes: readonly string[]): boolean {
  return error instanceof Error && "code" in error && codes.includes(String(error.code));
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
