/** What a camera wrote into a photo: the day it was taken (`2023-11-20`) and where (`26.4312,107.5170`, north and east). */
export interface PhotoFacts {
  readonly day: string | null;
  readonly place: string | null;
}

const nothing: PhotoFacts = { day: null, place: null };
const [exifPointer, gpsPointer, takenAt] = [0x8769, 0x8825, 0x9003];
/** Bytes of one value by its EXIF type; other types are not asked for. */
const sizes: { readonly [type: number]: number } = { 2: 1, 3: 2, 4: 4, 5: 8 };

/** Reads the EXIF part of a JPEG. Whatever is missing or broken is null: a photo without it is a photo all the same. */
export function photoFacts(bytes: Uint8Array): PhotoFacts {
  try {
    const tiff = exifPart(bytes);
    return tiff === null ? nothing : factsOf(tiff);
  } catch (error) {
    // An offset that points beyond the end of a damaged part.
    if (error instanceof RangeError) return nothing;
    throw error;
  }
}

/** The TIFF structure inside the first APP1 segment that is EXIF. */
function exifPart(bytes: Uint8Array): DataView | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 4 || view.getUint16(0) !== 0xffd8) return null;
  for (let at = 2; at + 4 <= bytes.length && bytes[at] === 0xff; at += 2 + view.getUint16(at + 2)) {
    if (bytes[at + 1] === 0xe1 && view.getUint32(at + 4) === 0x45786966)
      return new DataView(view.buffer, view.byteOffset + at + 10, view.getUint16(at + 2) - 8);
    if (bytes[at + 1] === 0xda) return null;
  }
  return null;
}

function factsOf(tiff: DataView): PhotoFacts {
  const little = tiff.getUint16(0) === 0x4949;
  const main = directory(tiff, tiff.getUint32(4, little), little);
  const inner = (tag: number) => {
    const [at] = numbers(tiff, main.get(tag), little);
    return at === undefined ? new Map<number, Entry>() : directory(tiff, at, little);
  };
  const stamp = /^(\d{4}):(\d\d):(\d\d)/.exec(letters(tiff, inner(exifPointer).get(takenAt)));
  const gps = inner(gpsPointer);
  const degrees = (reference: number, value: number, minus: string) => {
    const [whole, minutes = 0, seconds = 0] = numbers(tiff, gps.get(value), little);
    if (whole === undefined || !Number.isFinite(whole + minutes + seconds)) return null;
    const sum = whole + minutes / 60 + seconds / 3600;
    return (letters(tiff, gps.get(reference)).startsWith(minus) ? -sum : sum).toFixed(4);
  };
  const [north, east] = [degrees(1, 2, "S"), degrees(3, 4, "W")];
  return {
    day: stamp === null ? null : stamp.slice(1).join("-"),
    place: north === null || east === null ? null : `${north},${east}`,
  };
}

interface Entry {
  readonly type: number;
  readonly count: number;
  /** Where its value stands. */
  readonly at: number;
}

function directory(tiff: DataView, from: number, little: boolean): ReadonlyMap<number, Entry> {
  const found = new Map<number, Entry>();
  for (let index = 0; index < tiff.getUint16(from, little); index++) {
    const entry = from + 2 + index * 12;
    const [type, count] = [tiff.getUint16(entry + 2, little), tiff.getUint32(entry + 4, little)];
    const short = (sizes[type] ?? 9) * count <= 4;
    found.set(tiff.getUint16(entry, little), {
      type,
      count: Math.min(count, 64),
      at: short ? entry + 8 : tiff.getUint32(entry + 8, little),
    });
  }
  return found;
}

function letters(tiff: DataView, entry: Entry | undefined): string {
  if (entry === undefined || entry.type !== 2) return "";
  return Array.from({ length: entry.count }, (_, at) => String.fromCharCode(tiff.getUint8(entry.at + at))).join("");
}

function numbers(tiff: DataView, entry: Entry | undefined, little: boolean): readonly number[] {
  if (entry === undefined) return [];
  return Array.from({ length: entry.count }, (_, index) => {
    const at = entry.at + index * (sizes[entry.type] ?? 1);
    if (entry.type === 3) return tiff.getUint16(at, little);
    if (entry.type === 4) return tiff.getUint32(at, little);
    return entry.type === 5 ? tiff.getUint32(at, little) / tiff.getUint32(at + 4, little) : Number.NaN;
  });
}
