import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./running-ledger.js";

/** A workbook of the samples, as a file that is dropped. */
export function sampleBook(name: string): { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> } {
  return { name, bytes: new Uint8Array(readFileSync(join(root, "samples/workbooks", name))) };
}
