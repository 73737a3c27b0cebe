import { MessageChannel } from "node:worker_threads";

/**
 * Gives bytes that are not needed any more back to the system at once: sent where nobody listens. Left to the garbage
 * collector, a workbook of a hundred megabytes stays until something else is made, all through its preview.
 */
export function letGo(bytes: Uint8Array): void {
  const { buffer, byteLength } = bytes;
  // A view of a larger piece (the pool of small buffers) is not ours alone.
  if (!(buffer instanceof ArrayBuffer) || buffer.byteLength !== byteLength || byteLength === 0) return;
  const { port1, port2 } = new MessageChannel();
  port2.close();
  port1.postMessage(null, [buffer]);
  port1.close();
}
