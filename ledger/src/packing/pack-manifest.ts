import { digest } from "./pack-names.js";

/** The list that a pack is checked against, in the form of `sha256sum`; its last line is the digest of the lines above. */
export const MANIFEST_NAME = "校验清单.sha256";
/** The page in the pack that checks it in a browser, without the program. */
export const CHECK_PAGE = "校验.html";

const SEAL = "# 清单校验值 ";

export interface ManifestLine {
  readonly path: string;
  readonly sha256: string;
}

/** The text of the list. Paths are relative to its folder, with `/`. */
export function manifestText(lines: readonly ManifestLine[]): string {
  const listed = lines.map(({ path, sha256 }) => `${sha256}  ${path}\n`).join("");
  const seal = digest();
  seal.update(listed);
  return `${listed}${SEAL}${seal.hex()}\n`;
}

/** The list read; `sound` is false where a line is no line of it, or the last one is not the digest of those above. */
export function readManifest(text: string): { readonly lines: readonly ManifestLine[]; readonly sound: boolean } {
  const lines: ManifestLine[] = [];
  const above = digest();
  let sealed: string | null = null;
  let sound = true;
  for (const line of text
    .replace(/^\ufeff/, "")
    .replace(/\r\n/g, "\n")
    .split("\n")) {
    if (line === "") continue;
    const found = /^([0-9a-f]{64}) [ *](.+)$/.exec(line);
    if (line.startsWith(SEAL)) sealed = line.slice(SEAL.length);
    else if (found === null) sound = false;
    else {
      above.update(`${line}\n`);
      lines.push({ sha256: found[1] ?? "", path: (found[2] ?? "").normalize("NFC") });
    }
  }
  return { lines, sound: sound && sealed === above.hex() };
}
