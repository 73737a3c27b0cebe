/** Stretches of the main stream (by byte) that have a property; sorted, half-open. */
export type ByteRanges = readonly { readonly from: number; readonly to: number }[];

const page = 512;
/** [MS-DOC] 2.6.1 and 2.6.2: the end of a table row, a paragraph in a table, and text whose deletion is tracked or that is hidden. */
const rowEnd = 0x2417;
const inTable = 0x2416;
const deleted = 0x0800;
const hidden = 0x083c;
/** Bytes of an operand by the upper three bits of the operation; 6 has its length in front. */
const operandSizes = [1, 1, 2, 4, 2, 2, 0, 3];

/** Where rows of tables end: the paragraphs with sprmPFTtp, from the pages that the table in `plc` lists. */
export function rowEnds(main: Uint8Array, plc: Uint8Array): ByteRanges {
  return paragraphsWith(rowEnd, main, plc);
}

/** Paragraphs in tables (sprmPFInTable). */
export function tableParagraphs(main: Uint8Array, plc: Uint8Array): ByteRanges {
  return paragraphsWith(inTable, main, plc);
}

function paragraphsWith(property: number, main: Uint8Array, plc: Uint8Array): ByteRanges {
  return ranges(main, plc, 13, (formatted, at) => {
    const count = formatted[at] ?? 0;
    // Half the size, or 0 and then half the size; behind it the style's number.
    const [from, length] = count === 0 ? [at + 2, 2 * (formatted[at + 1] ?? 0)] : [at + 1, 2 * count - 1];
    return has(formatted, from + 2, from + length, [property]);
  });
}

/** Text that is not printed: deletions that are tracked, and hidden text. */
export function unprinted(main: Uint8Array, plc: Uint8Array): ByteRanges {
  return ranges(main, plc, 1, (formatted, at) =>
    has(formatted, at + 1, at + 1 + (formatted[at] ?? 0), [deleted, hidden]),
  );
}

/** Whether a place lies in one of the ranges. */
export function isWithin(ranges: ByteRanges, at: number): boolean {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ranges[middle]?.to ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return (ranges[low]?.from ?? Number.POSITIVE_INFINITY) <= at;
}

/** Walks the pages of formatting (FKP): `wanted` looks at the properties that lie at a place in one page. */
function ranges(
  main: Uint8Array,
  plc: Uint8Array,
  entrySize: number,
  wanted: (formatted: Uint8Array, at: number) => boolean,
): ByteRanges {
  const found: { from: number; to: number }[] = [];
  const count = Math.floor((plc.length - 4) / 8);
  const table = new DataView(plc.buffer, plc.byteOffset, plc.byteLength);
  for (let index = 0; index < count; index++) {
    const number = table.getUint32((count + 1) * 4 + index * 4, true) & 0x3fffff;
    const formatted = main.subarray(number * page, (number + 1) * page);
    if (formatted.length < page) continue;
    const view = new DataView(formatted.buffer, formatted.byteOffset, page);
    const runs = Math.min(formatted[page - 1] ?? 0, Math.floor((page - 5) / (4 + entrySize)));
    for (let run = 0; run < runs; run++) {
      const offset = 2 * (formatted[(runs + 1) * 4 + run * entrySize] ?? 0);
      if (offset === 0 || !wanted(formatted, offset)) continue;
      found.push({ from: view.getUint32(run * 4, true), to: view.getUint32(run * 4 + 4, true) });
    }
  }
  return found.sort((a, b) => a.from - b.from);
}

/** Whether one of the operations is in a list of properties and is switched on. */
function has(bytes: Uint8Array, from: number, to: number, wanted: readonly number[]): boolean {
  let at = from;
  const end = Math.min(to, bytes.length);
  while (at + 2 < end) {
    const operation = (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8);
    if (wanted.includes(operation) && bytes[at + 2] === 1) return true;
    const kind = operation >> 13;
    const size = operandSizes[kind] ?? 1;
    if (kind !== 6) at += 2 + size;
    // The definition of a table has its length in two bytes.
    else if (operation === 0xd608) at += 3 + ((bytes[at + 2] ?? 0) | ((bytes[at + 3] ?? 0) << 8));
    else at += 3 + (bytes[at + 2] ?? 0);
  }
  return false;
}
