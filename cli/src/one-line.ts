import type { LineBatch } from "./answer-lines.js";

/** Whether a batch is a single line, which may be very long. */
export function isOneLine({ bytes }: LineBatch): boolean {
  const end = bytes.indexOf(0x0a);
  return end < 0 || end === bytes.length - 1;
}
