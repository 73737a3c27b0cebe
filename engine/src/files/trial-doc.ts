/** For tests only: a compound file with streams of our own, each in whole sectors of the main chain. */
export function trialCompoundFile(streams: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const size = 512;
  const end = 0xfffffffe;
  const chains: { readonly name: string; readonly bytes: Uint8Array; readonly first: number }[] = [];
  const fat: number[] = [0xfffffffd, end];
  let next = 2;
  for (const [name, bytes] of Object.entries(streams)) {
    // Below 4,096 bytes a stream would lie in the small chain.
    const padded = new Uint8Array(Math.max(4_096, Math.ceil(bytes.length / size) * size));
    padded.set(bytes);
    chains.push({ name, bytes: padded, first: next });
    const count = padded.length / size;
    for (let at = 0; at < count; at++) fat[next + at] = at === count - 1 ? end : next + at + 1;
    next += count;
  }
  if (next > 128) throw new Error("too long for one sector of the allocation table");
  const file = new Uint8Array((next + 1) * size);
  const view = new DataView(file.buffer);
  file.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  view.setUint16(24, 0x3e, true);
  view.setUint16(26, 3, true);
  view.setUint16(28, 0xfffe, true);
  view.setUint16(30, 9, true);
  view.setUint16(32, 6, true);
  view.setUint32(44, 1, true);
  view.setUint32(48, 1, true);
  view.setUint32(56, 4_096, true);
  view.setUint32(60, end, true);
  view.setUint32(68, end, true);
  for (let at = 76; at < size; at += 4) view.setUint32(at, at === 76 ? 0 : 0xffffffff, true);
  for (let at = 0; at < 128; at++) view.setUint32(size + at * 4, fat[at] ?? 0xffffffff, true);
  const entries = [{ name: "Root Entry", type: 5, first: end, length: 0 }].concat(
    chains.map(({ name, bytes, first }) => ({ name, type: 2, first, length: bytes.length })),
  );
  for (const [index, entry] of entries.entries()) {
    const at = 2 * size + index * 128;
    for (let char = 0; char < entry.name.length; char++)
      view.setUint16(at + char * 2, entry.name.charCodeAt(char), true);
    view.setUint16(at + 64, (entry.name.length + 1) * 2, true);
    file[at + 66] = entry.type;
    for (const link of [68, 72, 76]) view.setUint32(at + link, 0xffffffff, true);
    view.setUint32(at + 116, entry.first, true);
    view.setUint32(at + 120, entry.length, true);
  }
  for (const { bytes, first } of chains) file.set(bytes, (first + 1) * size);
  return file;
}

/** A paragraph of a trial .doc with its mark; `property` is one operation of its formatting with the operand 1. */
export interface TrialParagraph {
  readonly text: string;
  readonly property?: number;
}

/**
 * For tests only: a Word 97 document. The first half of its text lies in a piece of two-byte characters, `narrow` behind
 * it in one of one-byte characters; `deleted` names words whose deletion is tracked.
 */
export function trialDoc(
  paragraphs: readonly TrialParagraph[],
  more: {
    readonly narrow?: string;
    readonly footnotes?: string;
    readonly deleted?: string;
    readonly flags?: number;
  } = {},
): Uint8Array {
  const textAt = 0x800;
  const text = paragraphs.map((each) => each.text).join("");
  const narrow = more.narrow ?? "";
  const footnotes = more.footnotes ?? "";
  const narrowAt = textAt + text.length * 2;
  const notesAt = narrowAt + narrow.length + (narrow.length % 2);
  const pageAt = Math.ceil((notesAt + footnotes.length * 2) / 512) * 512;
  const main = new Uint8Array(pageAt + 1_024);
  const view = new DataView(main.buffer);
  view.setUint16(0, 0xa5ec, true);
  view.setUint16(2, 0xc1, true);
  view.setUint16(10, 0x0200 | (more.flags ?? 0), true);
  view.setUint32(0x4c, text.length + narrow.length, true);
  view.setUint32(0x50, footnotes.length, true);
  [...text].forEach((char, at) => void view.setUint16(textAt + at * 2, char.charCodeAt(0), true));
  main.set(
    [...narrow].map((char) => char.charCodeAt(0)),
    narrowAt,
  );
  [...footnotes].forEach((char, at) => void view.setUint16(notesAt + at * 2, char.charCodeAt(0), true));

  let from = textAt;
  const runs = paragraphs.map(({ text: words, property }) => {
    const start = from;
    from += words.length * 2;
    return { start, property };
  });
  formatPage(main.subarray(pageAt, pageAt + 512), runs, from, 13);
  const deletedAt = more.deleted === undefined ? -1 : textAt + text.indexOf(more.deleted) * 2;
  const stop = deletedAt + (more.deleted?.length ?? 0) * 2;
  formatPage(
    main.subarray(pageAt + 512),
    deletedAt < 0
      ? [{ start: textAt, property: undefined }]
      : [
          { start: textAt, property: undefined },
          { start: deletedAt, property: 0x0800 },
          { start: stop, property: undefined },
        ],
    from,
    1,
  );

  const pieces = [
    { length: text.length, place: textAt },
    { length: narrow.length, place: (narrowAt * 2) | 0x40000000 },
    { length: footnotes.length, place: notesAt },
  ].filter(({ length }) => length > 0);
  const clx = new Uint8Array(5 + (pieces.length + 1) * 4 + pieces.length * 8);
  const clxView = new DataView(clx.buffer);
  clx[0] = 2;
  clxView.setUint32(1, clx.length - 5, true);
  let at = 0;
  for (const [index, piece] of pieces.entries()) {
    at += piece.length;
    clxView.setUint32(5 + (index + 1) * 4, at, true);
    clxView.setUint32(5 + (pieces.length + 1) * 4 + index * 8 + 2, piece.place, true);
  }
  const table = new Uint8Array(clx.length + 24);
  const tableView = new DataView(table.buffer);
  table.set(clx);
  for (const [index, place] of [pageAt, pageAt + 512].entries()) {
    const plc = clx.length + index * 12;
    tableView.setUint32(plc, textAt, true);
    tableView.setUint32(plc + 4, from, true);
    tableView.setUint32(plc + 8, place / 512, true);
    view.setUint32(index === 0 ? 0x102 : 0xfa, plc, true);
    view.setUint32(index === 0 ? 0x106 : 0xfe, 12, true);
  }
  view.setUint32(0x1a2, 0, true);
  view.setUint32(0x1a6, clx.length, true);
  return trialCompoundFile({ WordDocument: main, "1Table": table });
}

/** One page of formatting: where each run begins, and its one property. */
function formatPage(
  page: Uint8Array,
  runs: readonly { readonly start: number; readonly property: number | undefined }[],
  end: number,
  entrySize: number,
): void {
  const view = new DataView(page.buffer, page.byteOffset, page.byteLength);
  page[511] = runs.length;
  let free = 510;
  for (const [index, { start, property }] of runs.entries()) {
    view.setUint32(index * 4, start, true);
    if (property === undefined) continue;
    free -= 8;
    free -= free % 2;
    if (entrySize === 13) {
      // Half the size of what follows, the style's number, the operation and its operand.
      page.set([3, 0, 0, property & 0xff, property >> 8, 1], free);
    } else page.set([3, property & 0xff, property >> 8, 1], free);
    page[(runs.length + 1) * 4 + index * entrySize] = free / 2;
  }
  view.setUint32(runs.length * 4, end, true);
}
