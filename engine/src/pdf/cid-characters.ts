import { binary } from "../binary.js";

let collections: ReadonlyMap<string, Uint8Array> | undefined;

/**
 * The character of a glyph's number in one of Adobe's collections (`GB1`, `CNS1`), which files use whose fonts are not
 * in them; null for other collections and for numbers that stand for no single character.
 */
export function characterOfCid(collection: string, cid: number): string | null {
  collections ??= unpack(binary("cid-characters"));
  const table = collections.get(collection);
  const unit = table === undefined ? 0 : (table[cid * 2] ?? 0) | ((table[cid * 2 + 1] ?? 0) << 8);
  return unit === 0 ? null : String.fromCharCode(unit);
}

/** The form is told by scripts/build-cid-characters.mjs. */
function unpack(file: Buffer): ReadonlyMap<string, Uint8Array> {
  const found = new Map<string, Uint8Array>();
  for (let at = 0; at + 6 <= file.length; ) {
    const size = file.readUInt16LE(at + 4) * 2;
    found.set(file.toString("latin1", at, at + 4).trim(), file.subarray(at + 6, at + 6 + size));
    at += 6 + size;
  }
  return found;
}
