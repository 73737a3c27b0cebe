import { openPackage } from "../workbook/package-book.js";
import { bookLimits } from "../workbook/workbook-limits.js";
import { ZipWriter } from "../workbook/zip-writer.js";
import { fillCells, recalculated } from "./fill-cells.js";

/** A workbook with cells filled in where they stand. */
export interface FilledPackage {
  readonly bytes: Uint8Array;
  /** By sheet: the cells that were filled. */
  readonly filled: ReadonlyMap<string, readonly string[]>;
}

/**
 * Fills cells of an .xlsx package: the parts of the sheets concerned are changed in those cells only, the workbook's is asked
 * to calculate anew, every other part goes over as it is, in the same order.
 */
export async function fillPackage(
  bytes: Uint8Array,
  values: ReadonlyMap<string, ReadonlyMap<string, string>>,
): Promise<FilledPackage> {
  const book = await openPackage(bytes, bookLimits);
  try {
    const filled = new Map<string, readonly string[]>();
    const changed = new Map<string, string>();
    for (const { name, part } of book.sheets) {
      const cells = values.get(name);
      const xml = cells === undefined || part === null ? null : await book.parts.text(part);
      if (cells === undefined || part === null || xml === null) continue;
      const done = fillCells(xml, cells);
      filled.set(name, done.filled);
      changed.set(part.toLowerCase(), done.xml);
    }
    changed.set(book.part.toLowerCase(), recalculated((await book.parts.text(book.part)) ?? ""));
    const pieces: Uint8Array[] = [];
    const zip = new ZipWriter((piece) => void pieces.push(Buffer.from(piece)));
    for (const name of book.parts.names) {
      const written = book.parts.entry(name)?.fileName ?? name;
      if (written.endsWith("/")) continue;
      const text = changed.get(name);
      await zip.add(written, text === undefined ? book.parts.chunks(name) : [text]);
    }
    await zip.end();
    return { bytes: Buffer.concat(pieces), filled };
  } finally {
    book.parts.close();
  }
}
