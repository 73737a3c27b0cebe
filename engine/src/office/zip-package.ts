import { unzipSync } from "fflate";
import { readingLimits } from "../files/reading-limits.js";

/** A zip package's text parts, unpacked, and the names of all its entries. */
export interface ZipPackage {
  readonly names: readonly string[];
  /** The text of an XML part, null where there is none of that name. Names are as in the package, without a leading /. */
  xml(name: string): string | null;
}

/** Why a package could not be opened: broken or cut off, more than may be unpacked, or locked. */
export type ZipTrouble = "damaged" | "too_large" | "encrypted";

/**
 * Opens a zip package (.docx, .ofd) and unpacks its XML parts only: pictures and fonts stay packed. Sizes are taken
 * from the package's directory and are not exceeded, whatever the parts really hold. Throws nothing.
 */
export function openZip(bytes: Uint8Array): ZipPackage | ZipTrouble {
  const names: string[] = [];
  let unpacked = 0;
  let tooLarge = false;
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (names.length >= readingLimits.entries) {
          tooLarge = true;
          return false;
        }
        names.push(plainName(name));
        if (!/\.(xml|rels)$/i.test(name)) return false;
        unpacked += originalSize;
        tooLarge ||= unpacked > readingLimits.unpacked;
        return !tooLarge;
      },
    });
    if (tooLarge) return "too_large";
    const byName = new Map(Object.entries(files).map(([name, file]) => [plainName(name), file]));
    return {
      names,
      xml: (name) => {
        const file = byName.get(plainName(name));
        return file === undefined ? null : textOf(file);
      },
    };
  } catch {
    // Broken or cut off; an entry locked by a password looks the same once it is unpacked.
    return isLocked(bytes) ? "encrypted" : "damaged";
  }
}

/** What a zip file is by the names of its entries (of a broken one by the first of them); null for bytes that are none. */
export function zipKind(bytes: Uint8Array): "docx" | "ofd" | "xlsx" | "pptx" | "odt" | "zip" | null {
  if (!(bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4)) return null;
  const names = new Set<string>();
  try {
    unzipSync(bytes, {
      filter: ({ name }) => {
        if (names.size < readingLimits.entries) names.add(plainName(name));
        return false;
      },
    });
  } catch {
    const start = new TextDecoder("latin1").decode(bytes.subarray(0, 4_096));
    return /OFD\.xml/.test(start) ? "ofd" : /word\/|\[Content_Types\]/.test(start) ? "docx" : "zip";
  }
  if (names.has("ofd.xml")) return "ofd";
  if (names.has("word/document.xml")) return "docx";
  if (names.has("xl/workbook.xml") || names.has("xl/workbook.bin")) return "xlsx";
  if (names.has("ppt/presentation.xml")) return "pptx";
  if (names.has("content.xml") && names.has("mimetype")) return "odt";
  const anyDocument = [...names].some((name) => /^word\/document\d*\.xml$/.test(name));
  return anyDocument ? "docx" : "zip";
}

/** Names are compared without the leading slash and letter case, and with \ as /, as careless programs write them. */
function plainName(name: string): string {
  return name
    .replaceAll("\\", "/")
    .replace(/^\.?\//, "")
    .toLowerCase();
}

/** The first entry's flag of encryption. */
function isLocked(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && ((bytes[6] ?? 0) & 1) === 1;
}

function textOf(bytes: Uint8Array): string {
  const little = bytes[0] === 0xff && bytes[1] === 0xfe;
  const big = bytes[0] === 0xfe && bytes[1] === 0xff;
  return new TextDecoder(little ? "utf-16le" : big ? "utf-16be" : "utf-8").decode(bytes);
}
