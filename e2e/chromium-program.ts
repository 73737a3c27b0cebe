import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { brotliDecompressSync } from "node:zlib";
import { cacheFolder } from "./cache-folder.js";

export interface Program {
  readonly path: string;
  readonly env: { readonly [name: string]: string };
}

/**
 * The Chromium that comes with npm (`@sparticuz/chromium`), unpacked once; where the system lacks the libraries it
 * needs (libnss3), those of the package are put in front. `SHANHAI_CHROMIUM` names another executable.
 */
export function chromiumProgram(): Program {
  const given = process.env.SHANHAI_CHROMIUM;
  if (given !== undefined && given !== "") return { path: given, env: {} };
  const door = createRequire(import.meta.url).resolve("@sparticuz/chromium");
  const bin = join(dirname(dirname(dirname(door))), "bin");
  const folder = cacheFolder("chromium-147.0.2", (fresh) => {
    const path = join(fresh, "chromium");
    writeFileSync(path, brotliDecompressSync(readFileSync(join(bin, "chromium.br"))));
    chmodSync(path, 0o755);
    untar(brotliDecompressSync(readFileSync(join(bin, "al2023.tar.br"))), fresh);
    untar(brotliDecompressSync(readFileSync(join(bin, "swiftshader.tar.br"))), fresh);
  });
  const path = join(folder, "chromium");
  const own = { LD_LIBRARY_PATH: [join(folder, "lib"), process.env.LD_LIBRARY_PATH].filter(Boolean).join(":") };
  return { path, env: starts(path) ? {} : own };
}

/** True where the loader finds every library in the system. */
function starts(path: string): boolean {
  try {
    execFileSync(path, ["--version", "--no-sandbox"], { stdio: "ignore", timeout: 30_000 });
    return true;
  } catch {
    return false;
  }
}

/** Writes the plain files and folders of a tar archive; links and devices do not occur in ours and are refused. */
export function untar(archive: Buffer, folder: string): void {
  for (let at = 0; at + 512 <= archive.length; ) {
    const header = archive.subarray(at, at + 512);
    const text = (from: number, length: number) => header.toString("utf8", from, from + length).replace(/\0.*$/s, "");
    const name = [text(345, 155), text(0, 100)].filter(Boolean).join("/");
    if (name === "") return;
    const size = Number.parseInt(text(124, 12).trim() || "0", 8);
    const type = text(156, 1);
    const path = join(folder, name);
    if (!path.startsWith(folder)) throw new Error(`archive leaves its folder: ${name}`);
    if (type === "5") mkdirSync(path, { recursive: true });
    else if (type === "0" || type === "") {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, archive.subarray(at + 512, at + 512 + size));
    } else throw new Error(`archive entry of type ${type}: ${name}`);
    at += 512 + Math.ceil(size / 512) * 512;
  }
}
