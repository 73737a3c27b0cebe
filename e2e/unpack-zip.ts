import { createWriteStream, mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { openPromise } from "yauzl";

/** Unpacks a zip as a person would, into a folder that is there. */
export async function unpackTo(folder: string, zip: string): Promise<void> {
  const opened = await openPromise(zip, { autoClose: false });
  for await (const entry of opened.eachEntry()) {
    const path = join(folder, entry.fileName);
    mkdirSync(dirname(path), { recursive: true });
    await pipeline(await opened.openReadStreamPromise(entry), createWriteStream(path));
  }
  opened.close();
}
