import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { isBareProof } from "@shanhai/model";
import type { Actor } from "../actor.js";
import type { Desk } from "../desk.js";
import { LedgerError } from "../error-codes.js";
import { readableBook } from "../printing/readable-book.js";
import { streamBook } from "../workbook/write-book.js";
import { type ByteSink, type Pieces, ZipWriter } from "../workbook/zip-writer.js";
import { indexPage } from "./index-page.js";
import type { PackContents, PackPart } from "./pack-contents.js";
import { CHECK_PAGE, MANIFEST_NAME, type ManifestLine, manifestText } from "./pack-manifest.js";
import { digest } from "./pack-names.js";
import { LIST_BOOK, LIST_PAGE, listPage, ROWS_BOOK, rowsPage, rowsPageName } from "./pack-pages.js";
import { excludedRows, type PackedRow, packedRows, SeenRows } from "./pack-rows.js";
import { listBook, rowsBook } from "./pack-sheets.js";
import type { PackedProof } from "./taken-files.js";

export interface PackWriting {
  readonly by: string;
  readonly at: string;
  /** The line that tells who took it out; empty where it holds no persons. */
  readonly mark: string;
  /** Called after each original file. */
  readonly wrote: () => void;
}

/** The page that checks a pack in a browser; the same in every pack. */
const CHECK_TEMPLATE = new URL("../../pack/check.html", import.meta.url);

/**
 * Writes the zip into `sink`, part by part and in constant memory; gives the number of files on its list and the SHA-256 of
 * the list. Original files are hashed as they pass: one that is not what was registered stops it (PACK_FILE_DAMAGED).
 */
export async function writePack(
  desk: Desk,
  actor: Actor,
  contents: PackContents,
  writing: PackWriting,
  sink: ByteSink,
): Promise<{ readonly files: number; readonly fingerprint: string }> {
  const pack = new PackZip(contents.top, writing.at, sink);
  for (const part of contents.parts) await writePart(desk, actor, contents, part, writing, pack);
  await writeProofs(desk, contents.stamped, writing, pack);
  await pack.add(CHECK_PAGE, [await readFile(CHECK_TEMPLATE)]);
  await pack.add("index.html", [indexPage(contents, writing)]);
  return pack.end();
}

async function writePart(
  desk: Desk,
  actor: Actor,
  contents: PackContents,
  part: PackPart,
  writing: PackWriting,
  pack: PackZip,
): Promise<void> {
  const { folder, line, definition, proofs, rows } = part;
  const { mark } = writing;
  const title = `${line.code} ${definition.zh}`;
  const excluded = await excludedRows(desk, contents, part);
  const [onPages, inBook] = [new SeenRows(), new SeenRows()];
  let at = 0;
  for await (const { page, last } of withLast(packedRows(desk, actor, contents, part, onPages))) {
    at += 1;
    const told = { at, rows: page, excluded: last ? excluded : null };
    await pack.add(`${folder}/${rowsPageName(at)}`, [rowsPage(desk, contents, part, mark, told)]);
  }
  if (at === 0)
    await pack.add(`${folder}/${rowsPageName(1)}`, [
      rowsPage(desk, contents, part, mark, { at: 1, rows: [], excluded }),
    ]);
  if (rows !== null) {
    const counted = packedRows(desk, actor, contents, part, inBook);
    const book = rowsBook(desk, contents, part, mark, { counted, excluded });
    await pack.add(
      `${folder}/${ROWS_BOOK}`,
      readableBook((to) => streamBook(book, to)),
      true,
    );
    if (onPages.count !== rows || onPages.hex() !== inBook.hex())
      throw new LedgerError("PACK_CHANGED", { code: line.code });
  }
  await pack.add(`${folder}/${LIST_PAGE}`, [listPage(contents, title, proofs, mark)]);
  const list = listBook(contents, title, proofs, mark);
  await pack.add(
    `${folder}/${LIST_BOOK}`,
    readableBook((to) => streamBook(list, to)),
    true,
  );
  await writeProofs(desk, proofs, writing, pack);
}

/** The original files that lie here, byte by byte as they were brought in. */
async function writeProofs(
  desk: Desk,
  proofs: readonly PackedProof[],
  { wrote }: PackWriting,
  pack: PackZip,
): Promise<void> {
  for (const { hash, path, here } of proofs) {
    if (!here) continue;
    const bytes = createReadStream(desk.keptPath(hash), { highWaterMark: 1 << 18 });
    const written = await pack.add(path, bytes, isBareProof(path) || path.endsWith(".pdf"));
    if (written !== hash) throw new LedgerError("PACK_FILE_DAMAGED", { name: path });
    wrote();
  }
}

async function* withLast(pages: AsyncIterable<readonly PackedRow[]>) {
  let before: readonly PackedRow[] | null = null;
  for await (const page of pages) {
    if (before !== null) yield { page: before, last: false };
    before = page;
  }
  if (before !== null) yield { page: before, last: true };
}

/** The zip with the list of what is in it. */
class PackZip {
  readonly #zip: ZipWriter;
  readonly #top: string;
  readonly #lines: ManifestLine[] = [];

  constructor(top: string, day: string, sink: ByteSink) {
    const [year = 1980, month = 1, date = 1] = day.slice(0, 10).split("-").map(Number);
    this.#zip = new ZipWriter(sink, { day: { year, month, day: date } });
    this.#top = top;
  }

  /** Adds a file; gives the SHA-256 of what went in. */
  async add(path: string, pieces: Pieces, packed = false): Promise<string> {
    const hash = digest();
    async function* hashed() {
      for await (const piece of pieces) {
        hash.update(piece);
        yield piece;
      }
    }
    await this.#zip.add(`${this.#top}/${path}`, hashed(), packed);
    const sha256 = hash.hex();
    this.#lines.push({ path, sha256 });
    return sha256;
  }

  async end(): Promise<{ readonly files: number; readonly fingerprint: string }> {
    const text = manifestText(this.#lines);
    await this.#zip.add(`${this.#top}/${MANIFEST_NAME}`, [text]);
    await this.#zip.end();
    const hash = digest();
    hash.update(text);
    return { files: this.#lines.length, fingerprint: hash.hex() };
  }
}
