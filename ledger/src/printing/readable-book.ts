import { PassThrough, type Readable } from "node:stream";
import type { ByteSink } from "../workbook/zip-writer.js";

/** What is written piece by piece as a stream to read, no faster than it is read. */
export function readableBook(work: (sink: ByteSink) => Promise<void>): Readable {
  const stream = new PassThrough();
  const sink: ByteSink = (bytes) =>
    new Promise((resolve, reject) => {
      stream.write(bytes, (error) => (error ? reject(error) : resolve()));
    });
  work(sink).then(
    () => stream.end(),
    (error: unknown) => stream.destroy(error instanceof Error ? error : new Error(String(error))),
  );
  return stream;
}
