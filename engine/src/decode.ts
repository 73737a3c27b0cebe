/** Bytes as text: which encoding was taken, how sure that is (0–1), and how many places could not be decoded. */
export interface Decoded {
  readonly text: string;
  readonly encoding: string;
  readonly score: number;
  readonly unreadable: number;
}

/** Decodes bytes: byte order mark, strict UTF-8, then GB18030. */
export function decode(bytes: Uint8Array, forced?: string): Decoded {
  if (forced !== undefined) return read(bytes, forced);
  try {
    return {
      text: new TextDecoder("utf-8", { fatal: true }).decode(bytes),
      encoding: "utf-8",
      score: 1,
      unreadable: 0,
    };
  } catch {
    return read(bytes, "gb18030");
  }
}

function read(bytes: Uint8Array, encoding: string): Decoded {
  const text = new TextDecoder(encoding).decode(bytes);
  return { text, encoding, score: 0.9, unreadable: text.split("\ufffd").length - 1 };
}
