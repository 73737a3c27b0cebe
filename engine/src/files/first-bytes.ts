/** The bytes as characters of Latin-1, one each. */
export function latin(bytes: Uint8Array): string {
  return buffer(bytes).toString("latin1");
}

/** Whether ASCII letters stand in the first bytes of a file. */
export function holds(bytes: Uint8Array, within: number, letters: string): boolean {
  return buffer(bytes.subarray(0, within)).includes(letters, 0, "latin1");
}

/** The first byte of a file behind its mark of UTF-8 and blanks; -1 where there is none. */
export function firstLetter(bytes: Uint8Array): number {
  let at = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  while (at < bytes.length && isBlank(bytes[at] ?? 0)) at++;
  return bytes[at] ?? -1;
}

/** White space of Latin-1, as trimStart takes it. */
function isBlank(byte: number): boolean {
  return byte === 0x20 || (byte >= 9 && byte <= 13) || byte === 0xa0;
}

function buffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
