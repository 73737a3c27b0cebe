import { stat } from "node:fs/promises";
import { bookLimits, streamLimits } from "./workbook-limits.js";
import { ZipParts } from "./zip-parts.js";

/** Parts of an .xlsx that rows are read from. */
const ROWS = /^xl\/(?:worksheets\/[^/]+\.xml|sharedstrings\.xml)$/i;

/**
 * What the rows of a package (bytes, or the file at a path) take as they are packed, in bytes: a sheet of twenty rows with
 * photographs is small, however large its file. All of it where the package cannot be opened, or is too large to be held.
 */
export async function packedCells(source: Uint8Array | string): Promise<number> {
  const size = typeof source === "string" ? (await stat(source)).size : source.byteLength;
  if (size > bookLimits.bytes) return size;
  try {
    const parts = await ZipParts.open(source, streamLimits);
    try {
      return parts.names.reduce(
        (sum, name) => sum + (ROWS.test(name) ? (parts.entry(name)?.compressedSize ?? 0) : 0),
        0,
      );
    } finally {
      parts.close();
    }
  } catch {
    return size;
  }
}
