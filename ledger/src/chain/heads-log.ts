import { type FileHandle, mkdir, open } from "node:fs/promises";
import { join } from "node:path";

export interface LoggedHead {
  readonly at: string;
  readonly scope_id: string;
  readonly origin: string;
  readonly seq: string;
  /** Hex. */
  readonly hash: string;
}

/** Bytes at the end of the log in which its last whole line is found; one line has some 170. */
const TAIL = 4096;

/** The file in the data directory. */
export const HEADS_LOG = "heads.log";

/**
 * Heads of the chains, appended after every commit and fsynced: a chain whose tail is cut in the database has a later
 * head here. One line per head: `at scope origin seq hash`. Appends that wait for a running one go out with one fsync.
 *
 * A full disk must not make a command fail that is committed: lines that could not be written wait for the next append,
 * or for the next process (`log-missing-heads.ts`).
 */
export class HeadsLog {
  readonly #file: FileHandle;
  #waiting = "";
  #running: Promise<void> | null = null;

  private constructor(
    file: FileHandle,
    /** The time of the last head that the log held when it was opened; null where it held none. */
    readonly lastAt: string | null,
  ) {
    this.#file = file;
  }

  static async open(dataDir: string): Promise<HeadsLog> {
    await mkdir(dataDir, { recursive: true, mode: 0o700 });
    const file = await open(join(dataDir, HEADS_LOG), "a+", 0o600);
    const { size } = await file.stat();
    const from = Math.max(0, size - TAIL);
    const { buffer, bytesRead } = await file.read(Buffer.alloc(TAIL), 0, TAIL, from);
    const tail = buffer.toString("utf8", 0, bytesRead);
    const last = tail.split("\n").findLast((line) => parseHead(line) !== null);
    const log = new HeadsLog(file, last === undefined ? null : (parseHead(last)?.at ?? null));
    // A line torn by a power cut must not swallow the next one.
    if (tail !== "" && !tail.endsWith("\n")) log.#waiting = "\n";
    return log;
  }

  /** Resolves when the lines are on the disk, or kept for the next append because the disk took none. */
  async append(heads: readonly LoggedHead[]): Promise<void> {
    this.#waiting += heads.map((h) => `${h.at} ${h.scope_id} ${h.origin} ${h.seq} ${h.hash}\n`).join("");
    // Whoever comes while one append runs goes out with the next, together with all others that wait.
    while (this.#running !== null) await this.#running;
    if (this.#waiting === "") return;
    this.#running = this.#flush().finally(() => {
      this.#running = null;
    });
    await this.#running;
  }

  async close(): Promise<void> {
    await this.append([]);
    await this.#file.close();
  }

  async #flush(): Promise<void> {
    const lines = this.#waiting;
    this.#waiting = "";
    try {
      await this.#file.appendFile(lines);
      await this.#file.datasync();
    } catch {
      this.#waiting = lines + this.#waiting;
    }
  }
}

/** One line back; null for one that is torn or no head. */
export function parseHead(line: string): LoggedHead | null {
  const [at, scope_id, origin, seq, hash, ...rest] = line.split(" ");
  if (at === undefined || scope_id === undefined || origin === undefined || seq === undefined || hash === undefined)
    return null;
  return rest.length === 0 && /^\d+$/.test(seq) && /^[0-9a-f]{64}$/.test(hash)
    ? { at, scope_id, origin, seq, hash }
    : null;
}
