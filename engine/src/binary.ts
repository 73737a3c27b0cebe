import { binaryData } from "./binaries.gen.js";

/** Names of the tables engine/data/*.bin. */
export type BinaryName = keyof typeof binaryData;

/**
 * The bytes of a table, decoded anew at each call. The filter's bundle (scripts/bundle-line-worker.mjs) has the file in
 * this function's place.
 */
export function binary(name: BinaryName): Buffer {
  return Buffer.from(binaryData[name], "base64");
}
