/**
 * Whole lines of the stream, and the number of the first of them (from 1): a few short ones in one part, or a single long
 * one in the parts in which it came, which are handed on as they are and never joined by the thread that reads.
 */
export interface LineBatch {
  readonly first: number;
  readonly parts: Uint8Array[];
}

export function sizeOf({ parts }: LineBatch): number {
  return parts.reduce((sum, part) => sum + part.length, 0);
}

/** Whether a batch is a single line, which may be very long. */
export function isOneLine({ parts }: LineBatch): boolean {
  return parts.every((part, at) => {
    const end = part.indexOf(0x0a);
    return end < 0 || (at === parts.length - 1 && end === part.length - 1);
  });
}

/** The bytes of a batch in one piece; where they are joined, the parts are given up. */
export function takeBytes({ parts }: LineBatch): Buffer {
  const [only] = parts;
  const bytes =
    parts.length === 1 && only !== undefined
      ? Buffer.from(only.buffer, only.byteOffset, only.byteLength)
      : Buffer.concat(parts);
  parts.length = 0;
  return bytes;
}
