import { characterOfCid } from "./cid-characters.js";
import { type CodeMap, readCodeMap } from "./code-map.js";
import { characterOfGlyph } from "./glyph-name.js";
import { nameOf, type PdfFile } from "./pdf-file.js";
import { isDictionary, type PdfDictionary, PdfName, PdfStream, type PdfValue } from "./pdf-object.js";

/** One code of a shown string: its text (� where the file does not say), its width in thousandths, whether it is a lone space byte. */
export interface ShownCode {
  readonly text: string;
  readonly width: number;
  readonly isSpace: boolean;
}

/** A font as far as text needs it. */
export interface PdfFont {
  codes(shown: Uint8Array): readonly ShownCode[];
}

/** Tables of codes that every program knows, by what their names begin with: their codes are those of a usual encoding. */
const known: readonly (readonly [RegExp, string])[] = [
  [/^(UniGB|UniCNS|UniJIS|UniKS)-(UCS2|UTF16)/, "utf-16be"],
  [/^(GBK|GBKp|GBK2K|GB|GBpc|GBT)/, "gb18030"],
  [/^(B5pc|ETen|ETenms|HKscs|ETHK|CNS)/, "big5"],
  [/^(90ms|90msp|90pv|83pv|Add|Ext|RKSJ)/, "shift_jis"],
  [/^(KSC|KSCms)/, "euc-kr"],
];

/** Makes a font of its dictionary. */
export function pdfFont(file: PdfFile, dictionary: PdfDictionary): PdfFont {
  const stream = file.resolve(dictionary.get("ToUnicode"));
  const data = stream instanceof PdfStream ? file.data(stream) : null;
  const unicode = data === null ? null : readCodeMap(data);
  return nameOf(file.resolve(dictionary.get("Subtype"))) === "Type0"
    ? compositeFont(file, dictionary, unicode)
    : simpleFont(file, dictionary, unicode);
}

function simpleFont(file: PdfFile, dictionary: PdfDictionary, unicode: CodeMap | null): PdfFont {
  const first = numberIn(file, dictionary, "FirstChar", 0);
  const listed = file.resolve(dictionary.get("Widths"));
  const widths = Array.isArray(listed) ? listed.map((each) => file.resolve(each)) : [];
  const isType3 = nameOf(file.resolve(dictionary.get("Subtype"))) === "Type3";
  const matrix = file.resolve(dictionary.get("FontMatrix"));
  const scale = isType3 && Array.isArray(matrix) ? Number(file.resolve(matrix[0])) * 1_000 || 1 : 1;
  const encoding = file.resolve(dictionary.get("Encoding"));
  const names = isDictionary(encoding) ? differences(file, encoding) : new Map<number, string>();
  const base = nameOf(isDictionary(encoding) ? file.resolve(encoding.get("BaseEncoding")) : encoding);
  const decoder = new TextDecoder(base === "MacRomanEncoding" ? "macintosh" : "windows-1252");
  return {
    codes: (shown) =>
      [...shown].map((code) => {
        const name = names.get(code);
        const own = name === undefined ? undefined : (characterOfGlyph(name) ?? "\ufffd");
        const text = unicode?.characters.get(code) ?? own ?? decoder.decode(Uint8Array.of(code));
        const width = widths[code - first];
        return { text, width: typeof width === "number" ? width * scale : 500, isSpace: code === 0x20 };
      }),
  };
}

function differences(file: PdfFile, encoding: PdfDictionary): ReadonlyMap<number, string> {
  const names = new Map<number, string>();
  const listed = file.resolve(encoding.get("Differences"));
  let code = 0;
  for (const item of Array.isArray(listed) ? listed : []) {
    const value = file.resolve(item);
    if (typeof value === "number") code = value;
    else if (value instanceof PdfName) names.set(code++, value.name);
  }
  return names;
}

function compositeFont(file: PdfFile, dictionary: PdfDictionary, unicode: CodeMap | null): PdfFont {
  const descendants = file.resolve(dictionary.get("DescendantFonts"));
  const descendant = file.dictionary(Array.isArray(descendants) ? descendants[0] : null);
  const widths = widthsOf(file, file.resolve(descendant.get("W")));
  const usual = numberIn(file, descendant, "DW", 1_000);
  const encoding = file.resolve(dictionary.get("Encoding"));
  const encodingData = encoding instanceof PdfStream ? file.data(encoding) : null;
  const own = encodingData === null ? null : readCodeMap(encodingData);
  const name = nameOf(encoding);
  const label = known.find(([pattern]) => pattern.test(name))?.[1] ?? null;
  const decoder = label === null ? null : new TextDecoder(label);
  const isIdentity = /^Identity/.test(name);
  const ordering = file.resolve(file.dictionary(descendant.get("CIDSystemInfo")).get("Ordering"));
  const collection = ordering instanceof Uint8Array ? new TextDecoder("latin1").decode(ordering) : "";
  const lengthAt = codeLength(label, own ?? unicode);
  return {
    codes(shown) {
      const codes: ShownCode[] = [];
      for (let at = 0; at < shown.length; ) {
        const bytes = shown.subarray(at, at + lengthAt(shown, at));
        at += Math.max(1, bytes.length);
        const code = bytes.reduce((sum, byte) => sum * 256 + byte, 0);
        const stated = unicode?.characters.get(code) ?? decoder?.decode(bytes);
        const text = stated ?? (isIdentity ? characterOfCid(collection, code) : null) ?? "\ufffd";
        // Codes of the known tables are no glyph numbers: a byte is half as wide as a character.
        const width =
          decoder === null ? (widths.get(code) ?? usual) : bytes.length === 1 || /^[ -~]$/.test(text) ? 500 : 1_000;
        codes.push({ text, width, isSpace: bytes.length === 1 && code === 0x20 });
      }
      return codes;
    },
  };
}

/** How many bytes the code at a place has. */
function codeLength(label: string | null, map: CodeMap | null): (shown: Uint8Array, at: number) => number {
  if (label === "utf-16be") return () => 2;
  if (label !== null) {
    return (shown, at) => {
      const lead = shown[at] ?? 0;
      if (lead < 0x81 || lead === 0xff) return 1;
      const trail = shown[at + 1] ?? 0;
      return label === "gb18030" && trail >= 0x30 && trail <= 0x39 ? 4 : 2;
    };
  }
  const spaces = map?.spaces ?? [];
  if (spaces.length === 0 || spaces.every(({ length }) => length === 2)) return () => 2;
  return (shown, at) => {
    const lead = shown[at] ?? 0;
    return Math.max(1, spaces.find(({ low, high }) => lead >= low && lead <= high)?.length ?? 2);
  };
}

/** [ first [w w w] first last w … ] of a font's descendant. */
function widthsOf(file: PdfFile, listed: PdfValue): ReadonlyMap<number, number> {
  const widths = new Map<number, number>();
  const items = Array.isArray(listed) ? listed : [];
  for (let at = 0; at + 1 < items.length; ) {
    const first = Number(file.resolve(items[at]));
    const second = file.resolve(items[at + 1]);
    if (Array.isArray(second)) {
      for (const [index, width] of second.entries()) widths.set(first + index, Number(file.resolve(width)) || 0);
      at += 2;
    } else {
      const width = Number(file.resolve(items[at + 2])) || 0;
      const last = Math.min(Number(second), first + 0xffff);
      for (let code = first; code <= last && widths.size < 100_000; code++) widths.set(code, width);
      at += 3;
    }
  }
  return widths;
}

function numberIn(file: PdfFile, dictionary: PdfDictionary, key: string, otherwise: number): number {
  const value = file.resolve(dictionary.get(key));
  return typeof value === "number" ? value : otherwise;
}
