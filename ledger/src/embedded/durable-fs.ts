import fs from "node:fs";
import path from "node:path";
import type { PGlite } from "@electric-sql/pglite";
import { NodeFS } from "@electric-sql/pglite/nodefs";

/** One thing the database asked of the disk, with host paths. */
export type DiskOperation =
  | { readonly kind: "write"; readonly path: string; readonly position: number; readonly data: Uint8Array }
  | { readonly kind: "truncate"; readonly path: string; readonly size: number }
  | { readonly kind: "create" | "mkdir" | "unlink" | "rmdir" | "fsync" | "fsyncDirectory"; readonly path: string }
  | { readonly kind: "rename"; readonly path: string; readonly to: string };

/**
 * Sees what the database asks of the disk. `before` may throw an error with an errno code (`ENOSPC`): the database
 * then meets it as if the disk had said it. `after` sees what was done. For proofs; the product uses neither.
 */
export interface DiskWatch {
  before?(operation: DiskOperation): void;
  after?(operation: DiskOperation): void;
}

export interface DiskCounts {
  fsyncs: number;
  directoryFsyncs: number;
  walBytes: number;
}

/**
 * PGlite's file system on a host directory, made to keep its word. NodeFS answers fsync without doing it and never
 * syncs a directory; here an fsync is one, and before it returns every directory in which a name was made, moved or
 * removed since is on disk too, so no commit is acknowledged while the names it needs could still vanish.
 * `lastError` is the last errno code the host gave, so that a dead engine can be told from a full disk.
 */
export class DurableFs extends NodeFS {
  readonly counts: DiskCounts = { fsyncs: 0, directoryFsyncs: 0, walBytes: 0 };
  lastError: string | null = null;
  private readonly unsynced = new Set<string>();
  private readonly open = new Set<number>();
  private readonly watch: DiskWatch;

  constructor(directory: string, watch: DiskWatch = {}) {
    super(directory);
    this.watch = watch;
  }

  override async init(pg: PGlite, options: Parameters<NodeFS["init"]>[1]): ReturnType<NodeFS["init"]> {
    const made = await super.init(pg, options);
    const before = made.emscriptenOpts.preRun ?? [];
    made.emscriptenOpts.preRun = [
      // Before NodeFS mounts: the mount point keeps the operations that it finds.
      (mod) => this.replaceOperations(mod.NODEFS as unknown as HostOperations),
      ...before,
    ];
    return made;
  }

  /** Closes what a crashed engine left open; a clean close leaves nothing. */
  closeHandles(): void {
    for (const handle of this.open) closeQuietly(handle);
    this.open.clear();
  }

  private replaceOperations(host: HostOperations): void {
    const node = { ...host.node_ops };
    const stream = { ...host.stream_ops };
    const pathOf = (entry: HostNode) => host.realPath(entry);
    const run = <T>(operation: DiskOperation, action: () => T): T => {
      const result = host.tryFSOperation(() => {
        try {
          this.watch.before?.(operation);
          return action();
        } catch (error) {
          this.note(error);
          throw error;
        }
      });
      this.watch.after?.(operation);
      return result;
    };

    host.stream_ops = {
      ...stream,
      open: (entry) => {
        stream.open(entry);
        this.open.add(entry.nfd);
      },
      close: (entry) => {
        if (entry.shared.refcount === 1) this.open.delete(entry.nfd);
        stream.close(entry);
      },
      write: (entry, buffer, offset, length, position) => {
        const file = pathOf(entry.node);
        const data = new Uint8Array(buffer.buffer, buffer.byteOffset + offset, length);
        const written = run({ kind: "write", path: file, position, data }, () =>
          fs.writeSync(entry.nfd, data, 0, length, position),
        );
        if (/[\\/]pg_wal[\\/]/.test(file)) this.counts.walBytes += written;
        return written;
      },
      setattr: (entry, change) => {
        if (change.size === undefined) return stream.setattr(entry, change);
        run({ kind: "truncate", path: pathOf(entry.node), size: change.size }, () => stream.setattr(entry, change));
      },
      fsync: (entry) => {
        const file = pathOf(entry.node);
        if (fs.fstatSync(entry.nfd).isDirectory()) this.syncDirectory(file, run);
        else {
          run({ kind: "fsync", path: file }, () => fs.fsyncSync(entry.nfd));
          this.counts.fsyncs += 1;
        }
        for (const directory of [...this.unsynced]) this.syncDirectory(directory, run);
        return 0;
      },
    };
    host.node_ops = {
      ...node,
      setattr: (entry, change) => {
        if (change.size === undefined) return node.setattr(entry, change);
        run({ kind: "truncate", path: pathOf(entry), size: change.size }, () => node.setattr(entry, change));
      },
      mknod: (parent, name, mode, device) => {
        const file = path.join(pathOf(parent), name);
        const made = run({ kind: (mode & FORMAT) === DIRECTORY ? "mkdir" : "create", path: file }, () =>
          node.mknod(parent, name, mode, device),
        );
        this.unsynced.add(path.dirname(file));
        return made;
      },
      rename: (entry, directory, name) => {
        const from = pathOf(entry);
        const to = path.join(pathOf(directory), name);
        run({ kind: "rename", path: from, to }, () => node.rename(entry, directory, name));
        this.unsynced.add(path.dirname(from));
        this.unsynced.add(path.dirname(to));
      },
      unlink: (parent, name) => {
        const file = path.join(pathOf(parent), name);
        run({ kind: "unlink", path: file }, () => node.unlink(parent, name));
        this.unsynced.add(path.dirname(file));
      },
      rmdir: (parent, name) => {
        const directory = path.join(pathOf(parent), name);
        run({ kind: "rmdir", path: directory }, () => node.rmdir(parent, name));
        this.unsynced.delete(directory);
        this.unsynced.add(path.dirname(directory));
      },
    };
  }

  private syncDirectory(directory: string, run: <T>(operation: DiskOperation, action: () => T) => T): void {
    run({ kind: "fsyncDirectory", path: directory }, () => syncDirectory(directory));
    this.counts.directoryFsyncs += 1;
    this.unsynced.delete(directory);
  }

  private note(error: unknown): void {
    if (error instanceof Error && "code" in error && typeof error.code === "string") this.lastError = error.code;
  }
}

/** Fsyncs a directory, so that the names in it survive a power cut. Windows has no such call and keeps names itself. */
export function syncDirectory(directory: string): void {
  if (process.platform === "win32") return;
  const handle = fs.openSync(directory, "r");
  try {
    fs.fsyncSync(handle);
  } finally {
    fs.closeSync(handle);
  }
}

/** Fsyncs every file and directory below a directory, and it: for a tree that was written without fsync. */
export function syncTree(directory: string): void {
  for (const entry of fs.readdirSync(directory, { withFileTypes: true })) {
    const child = path.join(directory, entry.name);
    if (entry.isDirectory()) syncTree(child);
    else if (entry.isFile()) {
      const handle = fs.openSync(child, "r+");
      try {
        fs.fsyncSync(handle);
      } finally {
        fs.closeSync(handle);
      }
    }
  }
  syncDirectory(directory);
}

function closeQuietly(handle: number): void {
  try {
    fs.closeSync(handle);
  } catch {
    // The engine had closed it already; its number may not be reused by us in between, all of this is synchronous.
  }
}

const FORMAT = 0o170000;
const DIRECTORY = 0o040000;

/** What of Emscripten's NODEFS is replaced; it has no public types. */
interface HostOperations {
  realPath(node: HostNode): string;
  /** Runs an action and turns a host error into the one the database understands. */
  tryFSOperation<T>(action: () => T): T;
  node_ops: {
    setattr(node: HostNode, change: AttributeChange): void;
    mknod(parent: HostNode, name: string, mode: number, device: number): HostNode;
    rename(node: HostNode, directory: HostNode, name: string): void;
    unlink(parent: HostNode, name: string): void;
    rmdir(parent: HostNode, name: string): void;
  };
  stream_ops: {
    open(stream: HostStream): void;
    close(stream: HostStream): void;
    write(stream: HostStream, buffer: Uint8Array, offset: number, length: number, position: number): number;
    setattr(stream: HostStream, change: AttributeChange): void;
    fsync?(stream: HostStream): number;
  };
}

interface HostNode {
  readonly mode: number;
}

interface HostStream {
  readonly node: HostNode;
  readonly nfd: number;
  readonly shared: { readonly refcount: number };
}

interface AttributeChange {
  readonly size?: number;
}
