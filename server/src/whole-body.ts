import type { Readable } from "node:stream";
import { ServerError } from "./error-codes.js";

const MB = 1024 * 1024;

/**
 * A request's body in one piece of memory: no temporary file, as a marked file is refused before its first byte is stored, and
 * no second copy of a hundred megabytes where the sender says how many come. TOO_LARGE with the limit, before they are read
 * where that is known.
 */
export async function wholeBody(body: Readable, announced: string | undefined, limitMb: number): Promise<Buffer> {
  const limit = limitMb * MB;
  const length = announced === undefined ? null : Number(announced);
  if (length !== null && length > limit) throw tooLarge(limitMb);
  let bytes = Buffer.allocUnsafeSlow(length !== null && length >= 0 ? length : MB);
  let used = 0;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    const end = used + chunk.length;
    if (end > limit) throw tooLarge(limitMb);
    if (end > bytes.length) {
      const wider = Buffer.allocUnsafeSlow(Math.min(limit, Math.max(end, bytes.length * 2)));
      bytes.copy(wider, 0, 0, used);
      bytes = wider;
    }
    chunk.copy(bytes, used);
    used = end;
  }
  return bytes.subarray(0, used);
}

/** One message in words, whatever came too large where. */
export function tooLarge(limitMb: number): ServerError {
  return new ServerError("TOO_LARGE", { limit: String(limitMb) });
}
