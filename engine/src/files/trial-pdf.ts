import { zlibSync } from "fflate";
import { encodeText } from "../decoding/cp936.js";
import { characterOfCid } from "../pdf/cid-characters.js";

/** A stretch of text of a trial page: place from the lower left corner, size in points. */
export interface TrialText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size?: number;
  /** Degrees by which it is turned. */
  readonly turned?: number;
}

/**
 * How a trial file's one font says what its codes are: `unicode` by a ToUnicode map over glyph numbers, the others by the
 * name of a table of codes, as files without embedded fonts do; `none` not at all.
 */
export type TrialFont = "unicode" | "UniGB-UCS2-H" | "GBK-EUC-H" | "GB1" | "none";

export interface TrialPdf {
  readonly pages: readonly (readonly TrialText[])[];
  readonly font?: TrialFont;
  /** Objects packed into a stream, and the table of places as a stream, as PDF 1.5 has it. */
  readonly packed?: boolean;
  /** A picture on every page. */
  readonly picture?: boolean;
}

const ascii = (text: string) => Uint8Array.from(text, (char) => char.charCodeAt(0));

/** For tests only: a PDF file of our own making, A4, 12 points, without embedded fonts. */
export function trialPdf({ pages, font = "unicode", packed = false, picture = false }: TrialPdf): Uint8Array {
  const letters = [...new Set(pages.flat().flatMap(({ text }) => [...text]))];
  const objects = new Map<number, Uint8Array>();
  const kids = pages.map((_, at) => 10 + at * 2);
  const encoding = font === "unicode" || font === "GB1" || font === "none" ? "Identity-H" : font;
  objects.set(1, ascii("<</Type/Catalog/Pages 2 0 R>>"));
  objects.set(
    2,
    ascii(
      `<</Type/Pages/Count ${pages.length}/Kids[${kids.map((kid) => `${kid} 0 R`).join(" ")}]/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>/XObject<</P 7 0 R>>>>>>`,
    ),
  );
  objects.set(
    3,
    ascii(
      `<</Type/Font/Subtype/Type0/BaseFont/Trial/Encoding/${encoding}/DescendantFonts[4 0 R]${font === "unicode" ? "/ToUnicode 5 0 R" : ""}>>`,
    ),
  );
  objects.set(
    4,
    ascii(
      `<</Type/Font/Subtype/CIDFontType2/BaseFont/Trial/CIDSystemInfo<</Registry(Adobe)/Ordering(${font === "unicode" || font === "none" ? "Identity" : "GB1"})/Supplement 2>>/DW 1000/W[${letters.flatMap((letter, at) => (letter < "\u0080" ? [`${font === "GB1" ? cidOf(letter) : at + 1}[500]`] : [])).join(" ")}]>>`,
    ),
  );
  if (font === "unicode") objects.set(5, stream(ascii(toUnicode(letters))));
  objects.set(7, ascii("<</Type/XObject/Subtype/Image/Width 1/Height 1/Length 1>>\nstream\n0\nendstream"));
  for (const [at, texts] of pages.entries()) {
    const content =
      texts.map((each) => shown(each, letters, font)).join("\n") + (picture ? "\nq 100 0 0 100 0 0 cm /P Do Q" : "");
    objects.set(10 + at * 2, ascii(`<</Type/Page/Parent 2 0 R/Contents ${11 + at * 2} 0 R>>`));
    objects.set(11 + at * 2, stream(Uint8Array.from(Buffer.from(content, "latin1"))));
  }
  return packed ? packedFile(objects) : plainFile(objects);
}

function shown({ text, x, y, size = 12, turned = 0 }: TrialText, letters: readonly string[], font: TrialFont): string {
  const hex = [...text]
    .map((letter) => {
      if (font === "GBK-EUC-H") return Buffer.from(encodeText(letter) ?? []).toString("hex");
      const code =
        font === "UniGB-UCS2-H" ? letter.charCodeAt(0) : font === "GB1" ? cidOf(letter) : letters.indexOf(letter) + 1;
      return code.toString(16).padStart(4, "0");
    })
    .join("");
  const [cos, sin] = [Math.cos((turned * Math.PI) / 180), Math.sin((turned * Math.PI) / 180)];
  return `BT /F1 ${size} Tf ${[cos, sin, -sin, cos, x, y].map((each) => each.toFixed(3)).join(" ")} Tm <${hex}> Tj ET`;
}

/** The number of a character's glyph in Adobe-GB1. */
function cidOf(letter: string): number {
  for (let cid = 1; cid < 30_284; cid++) if (characterOfCid("GB1", cid) === letter) return cid;
  return 0;
}

function toUnicode(letters: readonly string[]): string {
  const rows = letters.map(
    (letter, at) =>
      `<${(at + 1).toString(16).padStart(4, "0")}> <${letter.charCodeAt(0).toString(16).padStart(4, "0")}>`,
  );
  const groups: string[] = [];
  for (let at = 0; at < rows.length; at += 100)
    groups.push(`${Math.min(100, rows.length - at)} beginbfchar\n${rows.slice(at, at + 100).join("\n")}\nendbfchar`);
  return `/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <0000> <ffff> endcodespacerange\n${groups.join("\n")}\nendcmap end`;
}

function stream(data: Uint8Array): Uint8Array {
  const packed = zlibSync(data);
  return Buffer.concat([
    ascii(`<</Filter/FlateDecode/Length ${packed.length}>>\nstream\n`),
    packed,
    ascii("\nendstream"),
  ]);
}

function plainFile(objects: ReadonlyMap<number, Uint8Array>): Uint8Array {
  const pieces: Uint8Array[] = [ascii("%PDF-1.4\n")];
  for (const [number, body] of objects) pieces.push(ascii(`${number} 0 obj\n`), body, ascii("\nendobj\n"));
  pieces.push(ascii("trailer\n<</Root 1 0 R/Size 100>>\nstartxref\n0\n%%EOF"));
  return Uint8Array.from(Buffer.concat(pieces));
}

function packedFile(objects: ReadonlyMap<number, Uint8Array>): Uint8Array {
  const inner = [...objects].filter(([, body]) => !Buffer.from(body).includes("stream"));
  const places: string[] = [];
  let text = "";
  for (const [number, body] of inner) {
    places.push(`${number} ${text.length}`);
    text += `${Buffer.from(body).toString("latin1")} `;
  }
  const head = `${places.join(" ")} `;
  const data = zlibSync(ascii(head + text));
  const pieces: Uint8Array[] = [ascii("%PDF-1.5\n")];
  for (const [number, body] of objects)
    if (!inner.some(([other]) => other === number)) pieces.push(ascii(`${number} 0 obj\n`), body, ascii("\nendobj\n"));
  pieces.push(
    ascii(
      `90 0 obj\n<</Type/ObjStm/N ${inner.length}/First ${head.length}/Filter/FlateDecode/Length ${data.length}>>\nstream\n`,
    ),
    data,
    ascii(
      "\nendstream\nendobj\n91 0 obj\n<</Type/XRef/Root 1 0 R/Size 92/W[1 2 1]/Length 0>>\nstream\n\nendstream\nendobj\nstartxref\n0\n%%EOF",
    ),
  );
  return Uint8Array.from(Buffer.concat(pieces));
}
