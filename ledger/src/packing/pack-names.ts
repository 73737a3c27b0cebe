import { createHash } from "node:crypto";

/** Names that Windows keeps for devices, whatever their ending. */
const DEVICE = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/iu;
/** What no file name may hold on Windows, and what is not seen: controls, marks of direction, zero-width signs. */
const FORBIDDEN = /[<>:"/\\|?*\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** A file name's part and its ending: an ending is short and plain, else it belongs to the name. */
function parted(name: string): readonly [stem: string, ending: string] {
  const found = /^(.+?)(\.[\p{L}\p{N}]{1,8})$/su.exec(name);
  return found === null ? [name, ""] : [found[1] ?? "", found[2] ?? ""];
}

/**
 * A name that Windows, exFAT, a zip and 麒麟 all keep: no forbidden signs, no device, no dot or space at either end, cut to
 * `most` UTF-16 units and 240 bytes between characters, the ending kept.
 */
export function safeName(name: string, most: number): string {
  const clean = name.normalize("NFC").replace(FORBIDDEN, "＿");
  const [stem, ending] = parted(clean.replace(/^[\s.]+|[\s.]+$/gu, ""));
  let kept = "";
  for (const sign of stem) {
    const longer = kept + sign;
    if (longer.length + ending.length > most || Buffer.byteLength(longer + ending) > 240) break;
    kept = longer;
  }
  const whole = `${kept.replace(/[\s.]+$/u, "")}${ending}`;
  const named = whole === "" || whole === ending ? `文件${ending}` : whole;
  return DEVICE.test(named) ? `＿${named}` : named;
}

/** Names of one folder: no two that differ only in the size of letters, as Windows takes them for one. */
export class FolderNames {
  readonly #taken = new Set<string>();

  /** A safe name that is new here: `照片.jpg`, `照片(2).jpg`. */
  take(name: string, most: number): string {
    const first = safeName(name, most);
    const [stem, ending] = parted(first);
    for (let copy = 1; ; copy++) {
      const sign = copy === 1 ? "" : `(${copy})`;
      const tried = copy === 1 ? first : `${safeName(stem, most - sign.length - ending.length)}${sign}${ending}`;
      const key = tried.toLowerCase();
      if (this.#taken.has(key)) continue;
      this.#taken.add(key);
      return tried;
    }
  }
}

/** A path as a link from a page one folder below the top; `#` and `%` in names stay names. */
export function linkTo(path: string, up: string): string {
  return up + path.split("/").map(encodeURIComponent).join("/");
}

/** SHA-256 as hex, fed piece by piece. */
export function digest(): { update(piece: string | Uint8Array): void; hex(): string } {
  const hash = createHash("sha256");
  return { update: (piece) => void hash.update(piece), hex: () => hash.digest("hex") };
}
