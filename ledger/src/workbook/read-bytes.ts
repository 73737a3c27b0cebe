import type { SecrecyMark } from "@shanhai/engine";
import { LedgerError } from "../error-codes.js";
import { bookSecrecy } from "./book-secrecy.js";
import type { PackedBook } from "./packed-book.js";
import { readPackage } from "./read-package.js";
import { readTextTable } from "./read-text-table.js";
import { bookLimits, type WorkbookLimits } from "./workbook-limits.js";

/** A book as plain data, and the marks of secrecy at its head. */
export interface ReadBytes {
  readonly book: PackedBook;
  readonly secrecy: readonly SecrecyMark["level"][];
}

/**
 * Reads a workbook in this thread: what kind it is, is told by its bytes, not by its name. Everything else than the
 * worker and tests asks `readBook`.
 */
export async function readBytes(
  bytes: Uint8Array,
  name: string,
  limits: WorkbookLimits = bookLimits,
): Promise<ReadBytes> {
  const book = await byKind(bytes, name, limits);
  return { book, secrecy: bookSecrecy(book.sheets) };
}

async function byKind(bytes: Uint8Array, name: string, limits: WorkbookLimits): Promise<PackedBook> {
  if (bytes.length === 0) throw new LedgerError("WORKBOOK_EMPTY");
  const [first, second] = bytes;
  if (first === 0x50 && second === 0x4b) {
    const book = await readPackage(bytes, limits);
    return /\.et$/i.test(name) ? { ...book, format: "et" } : book;
  }
  // An OLE container, or the bare stream of the oldest workbooks.
  if ((first === 0xd0 && second === 0xcf) || (first === 0x09 && (second ?? 0xff) <= 8)) {
    return (await legacy()).readLegacy(bytes, name, limits.cells);
  }
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 4_096));
  if (/^\W*<(\?xml|html|table|!doctype|meta|style|head)\b/i.test(head) || /<table\b|<Workbook\b/i.test(head)) {
    return (await legacy()).readLegacy(bytes, name, limits.cells);
  }
  if (head.startsWith("%PDF")) throw otherFormat("PDF 文件", "a PDF file");
  if (head.startsWith("{\\rtf")) throw otherFormat("RTF 文档", "an RTF document");
  if (/^(\x89PNG|\xff\xd8\xff|GIF8|Rar!|7z\xbc\xaf)/.test(head))
    throw otherFormat("图片或压缩包", "a picture or an archive");
  return readTextTable(bytes, name, limits.cells);
}

/** The library of the old formats with its code pages is large: loaded when such a file comes. */
const legacy = () => import("./read-legacy.js");

function otherFormat(found: string, foundEn: string): LedgerError {
  return new LedgerError("WORKBOOK_FORMAT", { found, found_en: foundEn });
}
