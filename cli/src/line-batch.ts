/** Whole lines of the stream, and the number of the first of them (from 1). */
export interface LineBatch {
  readonly first: number;
  readonly bytes: Uint8Array;
}

/** Whether a batch is a single line, which may be very long; one that was handed over has no bytes any more. */
export function isOneLine({ bytes }: LineBatch): boolean {
  if (bytes.length === 0) return true;
  const end = bytes.indexOf(0x0a);
  return end < 0 || end === bytes.length - 1;
}

/** Whether a batch is one document so long that its thread does better to be small than quick: over a million bytes. */
export function isVeryLong(batch: LineBatch): boolean {
  return batch.bytes.length > 1_000_000 && isOneLine(batch);
}
