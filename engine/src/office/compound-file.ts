/** A compound file (OLE2, the container of .doc, .wps, .xls and locked .docx): its streams by name. */
export interface CompoundFile {
  readonly names: readonly string[];
  /** The bytes of a stream, as far as they are there; null where there is none of that name. */
  stream(name: string): Uint8Array | null;
}

const signature = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
/** Sector numbers from here up mean the end, free space or tables ([MS-CFB] 2.1). */
const lastSector = 0xfffffffa;
const smallest = 128;

/** Whether the bytes begin as a compound file does. */
export function isCompoundFile(bytes: Uint8Array): boolean {
  return signature.every((byte, at) => bytes[at] === byte);
}

/**
 * Opens a compound file by [MS-CFB]. Chains of sectors that turn in a circle or point outside end there, so that the
 * work is bounded by the file's size. Null where the directory cannot be read.
 */
export function openCompoundFile(bytes: Uint8Array): CompoundFile | null {
  if (!isCompoundFile(bytes) || bytes.length < 512) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const shift = view.getUint16(30, true);
  if (shift !== 9 && shift !== 12) return null;
  const size = 1 << shift;
  const sectors = Math.ceil(bytes.length / size);
  const sector = (number: number) => bytes.subarray((number + 1) * size, (number + 2) * size);
  const fat = readFat(view, size, sectors, sector);
  const chain = (first: number, limit: number) => joined(first, fat, sector, limit);

  const directory = chain(view.getUint32(48, true), bytes.length);
  const entries = entriesOf(directory);
  const root = entries.find(({ type }) => type === 5);
  if (root === undefined) return null;
  const cutoff = view.getUint32(56, true);
  const miniFat = words(chain(view.getUint32(60, true), bytes.length));
  const mini = chain(root.first, bytes.length);
  const miniSector = (number: number) => mini.subarray(number * 64, (number + 1) * 64);
  const streams = new Map(entries.filter(({ type }) => type === 2).map((entry) => [entry.name.toLowerCase(), entry]));
  return {
    names: entries.map(({ name }) => name),
    stream(name) {
      const entry = streams.get(name.toLowerCase());
      if (entry === undefined) return null;
      const isMini = entry.size < cutoff;
      const found = isMini
        ? joined(entry.first, miniFat, miniSector, entry.size)
        : chain(entry.first, Math.min(entry.size, bytes.length));
      return found.subarray(0, entry.size);
    },
  };
}

/** The table of which sector follows which, from the 109 places in the header and the chain behind them. */
function readFat(
  view: DataView,
  size: number,
  sectors: number,
  sector: (number: number) => Uint8Array,
): readonly number[] {
  const places: number[] = [];
  for (let at = 76; at < 512; at += 4) places.push(view.getUint32(at, true));
  let next = view.getUint32(68, true);
  for (let step = 0; next < lastSector && step < sectors; step++) {
    const more = words(sector(next));
    places.push(...more.slice(0, size / 4 - 1));
    next = more[size / 4 - 1] ?? lastSector;
  }
  const fat: number[] = [];
  for (const place of places) {
    if (place >= lastSector || fat.length >= sectors) continue;
    for (const word of words(sector(place))) fat.push(word);
  }
  return fat;
}

function joined(
  first: number,
  next: readonly number[],
  sector: (number: number) => Uint8Array,
  limit: number,
): Uint8Array {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for (let at = first; at < lastSector && length < limit; at = next[at] ?? lastSector) {
    const piece = sector(at);
    if (piece.length === 0 || pieces.length > next.length) break;
    pieces.push(piece);
    length += piece.length;
  }
  const whole = new Uint8Array(length);
  let to = 0;
  for (const piece of pieces) {
    whole.set(piece, to);
    to += piece.length;
  }
  return whole;
}

interface Entry {
  readonly name: string;
  readonly type: number;
  readonly first: number;
  readonly size: number;
}

function entriesOf(directory: Uint8Array): readonly Entry[] {
  const view = new DataView(directory.buffer, directory.byteOffset, directory.byteLength);
  const entries: Entry[] = [];
  for (let at = 0; at + smallest <= directory.length; at += smallest) {
    const length = Math.min(64, view.getUint16(at + 64, true));
    const name = new TextDecoder("utf-16le").decode(directory.subarray(at, at + Math.max(0, length - 2)));
    const type = directory[at + 66] ?? 0;
    if (type === 0) continue;
    entries.push({ name, type, first: view.getUint32(at + 116, true), size: view.getUint32(at + 120, true) });
  }
  return entries;
}

function words(bytes: Uint8Array): readonly number[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found: number[] = [];
  for (let at = 0; at + 4 <= bytes.length; at += 4) found.push(view.getUint32(at, true));
  return found;
}
