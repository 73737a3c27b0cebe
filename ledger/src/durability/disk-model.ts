import fs from "node:fs";
import path from "node:path";
import type { DiskOperation } from "../embedded/durable-fs.js";
import type { Random } from "./proof-size.js";

/** What a power cut leaves of what was not synced. */
export type PowerCut =
  /** Nothing: file contents as of the file's last fsync, names as of the directory's. */
  | "strict"
  /** Any 4 KiB pieces of later writes, and names up to some moment. */
  | "torn";

const PIECE = 4096;

/**
 * A disk that forgets. Operations are replayed on a tree of files and directories; of each the part that is surely on
 * disk is kept apart from what came after its last fsync. `materialise` writes the tree that a machine would find
 * after a power cut at this moment.
 */
export class DiskModel {
  private readonly root: Directory;

  /** `base` is a copy of the tree at the start, which counts as synced to the last name; operations name `live`. */
  constructor(
    base: string,
    private readonly live: string,
  ) {
    this.root = readDirectory(base);
  }

  apply(operation: DiskOperation): void {
    if (operation.path === this.live) {
      // The only thing ever done to the root itself.
      this.root.sync();
      return;
    }
    const at = this.locate(operation.path);
    switch (operation.kind) {
      case "create":
        at.directory.change({ set: [at.name, new File(Buffer.alloc(0))] });
        break;
      case "mkdir":
        at.directory.change({ set: [at.name, new Directory()] });
        break;
      case "unlink":
      case "rmdir":
        at.directory.change({ remove: at.name });
        break;
      case "rename": {
        const to = this.locate(operation.to);
        const entry = at.entry();
        if (at.directory === to.directory) at.directory.change({ remove: at.name, set: [to.name, entry] });
        else {
          to.directory.change({ set: [to.name, entry] });
          at.directory.change({ remove: at.name });
        }
        break;
      }
      case "write":
        at.file().pending.push({ position: operation.position, data: operation.data });
        break;
      case "truncate":
        at.file().pending.push({ size: operation.size });
        break;
      case "fsync":
        at.file().sync();
        break;
      case "fsyncDirectory":
        at.subdirectory().sync();
        break;
    }
  }

  materialise(target: string, cut: PowerCut, random: Random): void {
    fs.rmSync(target, { recursive: true, force: true });
    writeDirectory(target, this.root, cut, random);
  }

  private locate(full: string): Place {
    const names = path.relative(this.live, full).split(path.sep);
    const name = names.pop() ?? "";
    let directory = this.root;
    for (const step of names) {
      const next = directory.current.get(step);
      if (!(next instanceof Directory)) throw new Error(`not a directory of the model: ${step} in ${full}`);
      directory = next;
    }
    return new Place(directory, name);
  }
}

class Place {
  constructor(
    readonly directory: Directory,
    readonly name: string,
  ) {}

  entry(): File | Directory {
    const entry = this.directory.current.get(this.name);
    if (!entry) throw new Error(`the model has no ${this.name}`);
    return entry;
  }

  file(): File {
    const entry = this.entry();
    if (entry instanceof File) return entry;
    throw new Error(`${this.name} is no file`);
  }

  subdirectory(): Directory {
    const entry = this.entry();
    if (entry instanceof Directory) return entry;
    throw new Error(`${this.name} is no directory`);
  }
}

type Edit = { readonly position: number; readonly data: Uint8Array } | { readonly size: number };

class File {
  pending: Edit[] = [];

  /** Contents as on disk; a path until they are needed. */
  constructor(private durable: Buffer | string) {}

  sync(): void {
    // The log's 16 MB are written over and over: nobody else holds this buffer, so it is changed where it is.
    if (this.pending.length > 0) this.durable = applied(this.onDisk(), this.pending);
    this.pending = [];
  }

  /** Its contents, or the path of the base's file when it never changed. */
  afterCut(cut: PowerCut, random: Random): Buffer | string {
    if (cut === "strict" || this.pending.length === 0) return this.durable;
    const kept: Edit[] = [];
    for (const edit of this.pending) {
      if ("size" in edit) {
        if (random.next() < 0.5) kept.push(edit);
        continue;
      }
      for (let at = 0; at < edit.data.length; at += PIECE) {
        if (random.next() < 0.5) kept.push({ position: edit.position + at, data: edit.data.subarray(at, at + PIECE) });
      }
    }
    return applied(Buffer.from(this.onDisk()), kept);
  }

  private onDisk(): Buffer {
    return typeof this.durable === "string" ? fs.readFileSync(this.durable) : this.durable;
  }
}

interface NameChange {
  readonly remove?: string;
  readonly set?: readonly [string, File | Directory];
}

class Directory {
  readonly current: Map<string, File | Directory>;
  private durable: Map<string, File | Directory>;
  private pending: NameChange[] = [];

  constructor(entries: ReadonlyMap<string, File | Directory> = new Map()) {
    this.current = new Map(entries);
    this.durable = new Map(entries);
  }

  change(change: NameChange): void {
    applyNames(this.current, change);
    this.pending.push(change);
  }

  sync(): void {
    this.durable = new Map(this.current);
    this.pending = [];
  }

  afterCut(cut: PowerCut, random: Random): ReadonlyMap<string, File | Directory> {
    if (cut === "strict") return this.durable;
    const names = new Map(this.durable);
    // A journal keeps the order of names: a beginning of what came later is there, never a later without an earlier.
    for (const change of this.pending.slice(0, random.below(this.pending.length + 1))) applyNames(names, change);
    return names;
  }
}

function applyNames(names: Map<string, File | Directory>, change: NameChange): void {
  if (change.remove !== undefined) names.delete(change.remove);
  if (change.set) names.set(change.set[0], change.set[1]);
}

/** The buffer with the edits made, changed in place where it is long enough. */
function applied(before: Buffer, edits: readonly Edit[]): Buffer {
  let most = before.length;
  for (const edit of edits) most = Math.max(most, "size" in edit ? edit.size : edit.position + edit.data.length);
  const after = most > before.length ? Buffer.concat([before, Buffer.alloc(most - before.length)]) : before;
  let size = before.length;
  for (const edit of edits) {
    if ("size" in edit) {
      if (edit.size < size) after.fill(0, edit.size, size);
      size = edit.size;
    } else {
      after.set(edit.data, edit.position);
      size = Math.max(size, edit.position + edit.data.length);
    }
  }
  return after.subarray(0, size);
}

function readDirectory(directory: string): Directory {
  const entries = new Map<string, File | Directory>();
  for (const entry of fs.readdirSync(directory, { withFileTypes: true })) {
    const full = path.join(directory, entry.name);
    entries.set(entry.name, entry.isDirectory() ? readDirectory(full) : new File(full));
  }
  return new Directory(entries);
}

function writeDirectory(target: string, directory: Directory, cut: PowerCut, random: Random): void {
  fs.mkdirSync(target, { recursive: true });
  for (const [name, entry] of directory.afterCut(cut, random)) {
    const full = path.join(target, name);
    if (entry instanceof Directory) {
      writeDirectory(full, entry, cut, random);
      continue;
    }
    const content = entry.afterCut(cut, random);
    if (typeof content === "string") fs.copyFileSync(content, full);
    else fs.writeFileSync(full, content);
  }
}
