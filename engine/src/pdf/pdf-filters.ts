import { Inflate, Unzlib } from "fflate";
import { isDictionary, type PdfDictionary, PdfName, type PdfValue } from "./pdf-object.js";

const step = 16_384;

/** Undoes the filters of a stream up to `limit` bytes; null for filters of pictures. Broken data gives what came before. */
export function decodeStream(
  bytes: Uint8Array,
  dictionary: PdfDictionary,
  resolve: (value: PdfValue | undefined) => PdfValue,
  limit: number,
): Uint8Array | null {
  const listed = resolve(dictionary.get("Filter") ?? dictionary.get("F"));
  const filters = Array.isArray(listed) ? listed.map(resolve) : listed === null ? [] : [listed];
  const given = resolve(dictionary.get("DecodeParms") ?? dictionary.get("DP"));
  const parameters = Array.isArray(given) ? given.map(resolve) : [given];
  let data: Uint8Array = bytes;
  for (const [index, filter] of filters.slice(0, 8).entries()) {
    const name = filter instanceof PdfName ? filter.name : "";
    const own = parameters[index];
    const decoded = undo(name, data, limit);
    if (decoded === null) return null;
    data = isDictionary(own) && /^(Fl|LZW)/.test(name) ? unpredicted(decoded, own, resolve) : decoded;
  }
  return data;
}

function undo(name: string, data: Uint8Array, limit: number): Uint8Array | null {
  switch (name) {
    case "FlateDecode":
    case "Fl":
      return inflated(data, limit);
    case "LZWDecode":
    case "LZW":
      return unpackedLzw(data, limit);
    case "ASCIIHexDecode":
    case "AHx":
      return fromHex(data);
    case "ASCII85Decode":
    case "A85":
      return fromAscii85(data);
    case "RunLengthDecode":
    case "RL":
      return unpackedRuns(data, limit);
    case "Crypt":
      return data;
    default:
      return null;
  }
}

/** Piece by piece, so that a bomb stops at the limit and a broken end loses only the end. */
export function inflated(data: Uint8Array, limit: number): Uint8Array {
  const withHeader = tryInflate(new Unzlib(), data, limit);
  return withHeader.length > 0 ? withHeader : tryInflate(new Inflate(), data, limit);
}

function tryInflate(inflate: Unzlib | Inflate, data: Uint8Array, limit: number): Uint8Array {
  const pieces: Uint8Array[] = [];
  let length = 0;
  inflate.ondata = (piece) => {
    pieces.push(piece);
    length += piece.length;
  };
  try {
    for (let at = 0; at < data.length && length < limit; at += step)
      inflate.push(data.subarray(at, at + step), at + step >= data.length);
  } catch {
    // What was read before the broken place counts.
  }
  return joined(pieces, Math.min(length, limit));
}

function joined(pieces: readonly Uint8Array[], length: number): Uint8Array {
  const out = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    out.set(piece.subarray(0, length - at), at);
    at += Math.min(piece.length, length - at);
  }
  return out;
}

function unpackedLzw(data: Uint8Array, limit: number): Uint8Array {
  const out: number[] = [];
  let table: (readonly number[])[] = [];
  const reset = () => {
    table = Array.from({ length: 258 }, (_, code) => (code < 256 ? [code] : []));
  };
  reset();
  let width = 9;
  let buffer = 0;
  let bits = 0;
  let before: readonly number[] | null = null;
  for (const byte of data) {
    buffer = ((buffer << 8) | byte) & 0xffffff;
    bits += 8;
    if (bits < width) continue;
    const code = (buffer >> (bits - width)) & ((1 << width) - 1);
    bits -= width;
    if (code === 257 || out.length > limit) break;
    if (code === 256) {
      reset();
      width = 9;
      before = null;
      continue;
    }
    const entry: readonly number[] | undefined =
      table[code] ?? (before === null ? undefined : [...before, before[0] ?? 0]);
    if (entry === undefined) break;
    for (const each of entry) out.push(each);
    if (before !== null && table.length < 4_096) table.push([...before, entry[0] ?? 0]);
    before = entry;
    const next = table.length + 1;
    width = next >= 2_048 ? 12 : next >= 1_024 ? 11 : next >= 512 ? 10 : 9;
  }
  return Uint8Array.from(out);
}

function fromHex(data: Uint8Array): Uint8Array {
  const digits = new TextDecoder("latin1").decode(data);
  const end = digits.indexOf(">");
  const hex = (end < 0 ? digits : digits.slice(0, end)).replace(/[^0-9a-fA-F]/g, "");
  const out = new Uint8Array(Math.ceil(hex.length / 2));
  for (let at = 0; at < out.length; at++) out[at] = Number.parseInt(hex.slice(at * 2, at * 2 + 2).padEnd(2, "0"), 16);
  return out;
}

function fromAscii85(data: Uint8Array): Uint8Array {
  const out: number[] = [];
  let group: number[] = [];
  for (const byte of data) {
    if (byte === 0x7e) break;
    if (byte === 0x7a && group.length === 0) out.push(0, 0, 0, 0);
    else if (byte >= 0x21 && byte <= 0x75) group.push(byte - 0x21);
    if (group.length < 5) continue;
    const value = group.reduce((sum, digit) => sum * 85 + digit, 0);
    out.push((value >>> 24) & 0xff, (value >>> 16) & 0xff, (value >>> 8) & 0xff, value & 0xff);
    group = [];
  }
  if (group.length > 1) {
    const value = [...group, 84, 84, 84, 84].slice(0, 5).reduce((sum, digit) => sum * 85 + digit, 0);
    for (let at = 0; at < group.length - 1; at++) out.push((value >>> (24 - 8 * at)) & 0xff);
  }
  return Uint8Array.from(out);
}

function unpackedRuns(data: Uint8Array, limit: number): Uint8Array {
  const out: number[] = [];
  for (let at = 0; at < data.length && out.length < limit; ) {
    const length = data[at++] ?? 128;
    if (length === 128) break;
    if (length < 128) {
      for (const byte of data.subarray(at, at + length + 1)) out.push(byte);
      at += length + 1;
    } else {
      for (let count = 257 - length; count > 0; count--) out.push(data[at] ?? 0);
      at++;
    }
  }
  return Uint8Array.from(out);
}

/** Undoes the predictors of PNG and TIFF, which tables of places are packed with. */
function unpredicted(
  data: Uint8Array,
  parameters: PdfDictionary,
  resolve: (value: PdfValue | undefined) => PdfValue,
): Uint8Array {
  const number = (key: string, otherwise: number) => {
    const value = resolve(parameters.get(key));
    return typeof value === "number" ? value : otherwise;
  };
  const predictor = number("Predictor", 1);
  if (predictor < 2) return data;
  const pixel = Math.max(1, Math.ceil((number("Colors", 1) * number("BitsPerComponent", 8)) / 8));
  const row = Math.min(
    1_000_000,
    Math.max(1, Math.ceil((number("Columns", 1) * number("Colors", 1) * number("BitsPerComponent", 8)) / 8)),
  );
  if (predictor === 2) {
    const out = data.slice();
    for (let at = 0; at < out.length; at++)
      if (at % row >= pixel) out[at] = ((out[at] ?? 0) + (out[at - pixel] ?? 0)) & 0xff;
    return out;
  }
  const rows = Math.ceil(data.length / (row + 1));
  const out = new Uint8Array(rows * row);
  for (let line = 0; line < rows; line++) {
    const kind = data[line * (row + 1)] ?? 0;
    for (let at = 0; at < row; at++) {
      const to = line * row + at;
      const left = at >= pixel ? (out[to - pixel] ?? 0) : 0;
      const up = line > 0 ? (out[to - row] ?? 0) : 0;
      const corner = line > 0 && at >= pixel ? (out[to - row - pixel] ?? 0) : 0;
      const byte = data[line * (row + 1) + 1 + at] ?? 0;
      const add =
        kind === 1 ? left : kind === 2 ? up : kind === 3 ? (left + up) >> 1 : kind === 4 ? paeth(left, up, corner) : 0;
      out[to] = (byte + add) & 0xff;
    }
  }
  return out;
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [byLeft, byUp, byCorner] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  return byLeft <= byUp && byLeft <= byCorner ? left : byUp <= byCorner ? up : corner;
}
