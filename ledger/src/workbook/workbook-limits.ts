/**
 * What one workbook may become while it is read, so that a small file cannot fill the memory (zip bombs, and sheets
 * formatted to the last row). A book held in memory has the narrower limits; rows that are streamed have those of the
 * format itself. What is beyond is refused, not cut: half a ledger is worse than none.
 */
export interface WorkbookLimits {
  /** Bytes of the file. */
  readonly bytes: number;
  /** Bytes unpacked from all parts that are read. */
  readonly unpacked: number;
  /** Cells with something in them. */
  readonly cells: number;
  /** Bytes of all different texts (shared strings). */
  readonly strings: number;
}

export const bookLimits: WorkbookLimits = {
  bytes: 50_000_000,
  unpacked: 1_000_000_000,
  cells: 1_500_000,
  strings: 200_000_000,
};

export const streamLimits: WorkbookLimits = {
  bytes: 2_000_000_000,
  unpacked: 16_000_000_000,
  cells: Number.MAX_SAFE_INTEGER,
  strings: 320_000_000,
};

/** Entries of a package; offices' workbooks have some hundred with all their pictures. */
export const mostEntries = 20_000;
/** Characters of one row's XML: 16,384 columns of long text would be more, no ledger is. */
export const longestRow = 32_000_000;
/** Bytes of a part that is read whole: styles, comments, drawings, what follows the rows. */
export const largestPart = 64_000_000;
