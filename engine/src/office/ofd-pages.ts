import type { Glyph, ShownPage } from "../layout/glyph.js";
import { readXml } from "./xml-events.js";
import type { ZipPackage } from "./zip-package.js";

const mostPages = 5_000;
const mostGlyphs = 400_000;

/** The pages of an OFD package (GB/T 33190) as they show text, with what their templates add; lengths in millimetres. */
export function ofdPages(zip: ZipPackage): readonly ShownPage[] {
  const root = textsOf(zip.xml("ofd.xml"), "DocRoot")[0];
  const documentName = inFolder("", root ?? "Doc_0/Document.xml");
  const document = zip.xml(documentName);
  if (document === null) return [];
  const folder = documentName.slice(0, documentName.lastIndexOf("/") + 1);
  const templates = new Map<string, string>();
  const pages: string[] = [];
  readXml(document, {
    open(name, attribute) {
      const place = attribute("BaseLoc");
      if (place === null) return;
      if (name === "TemplatePage") templates.set(attribute("ID") ?? "", inFolder(folder, place));
      else if (name === "Page" && pages.length < mostPages) pages.push(inFolder(folder, place));
    },
    close() {},
    text() {},
  });
  const usual = boxOf(textsOf(document, "PhysicalBox")[0]) ?? { width: 210, height: 297 };
  return pages.map((name) => {
    const page = readPage(zip.xml(name) ?? "");
    const under = page.templates.flatMap((id) => {
      const template = templates.get(id);
      return template === undefined ? [] : [readPage(zip.xml(template) ?? "")];
    });
    const all = [page, ...under];
    return {
      ...(page.box ?? usual),
      glyphs: all.flatMap(({ glyphs }) => glyphs),
      slanted: all.flatMap(({ slanted }) => slanted),
    };
  });
}

interface ReadPage {
  readonly glyphs: Glyph[];
  readonly slanted: string[];
  readonly templates: string[];
  box: { readonly width: number; readonly height: number } | null;
}

/** One object of text while its codes are read. */
interface TextObject {
  readonly x: number;
  readonly y: number;
  readonly matrix: readonly number[];
  readonly size: number;
  readonly stretch: number;
}

function readPage(xml: string): ReadPage {
  const page: ReadPage = { glyphs: [], slanted: [], templates: [], box: null };
  let object: TextObject | null = null;
  let code: { x: number; y: number; dx: readonly number[]; dy: readonly number[] } | null = null;
  let inBox = false;
  readXml(xml, {
    open(name, attribute) {
      if (name === "Template") page.templates.push(attribute("TemplateID") ?? "");
      else if (name === "PhysicalBox") inBox = true;
      else if (name === "TextObject") {
        const [x = 0, y = 0] = numbers(attribute("Boundary"));
        const matrix = numbers(attribute("CTM"));
        const size = Number(attribute("Size") ?? 3) || 3;
        const stretch = Number(attribute("HScale") ?? 1) || 1;
        object = { x, y, matrix: matrix.length === 6 ? matrix : [1, 0, 0, 1, 0, 0], size, stretch };
        if (attribute("Visible") === "false") object = null;
      } else if (name === "TextCode" && object !== null) {
        code = {
          x: Number(attribute("X") ?? code?.x ?? 0) || 0,
          y: Number(attribute("Y") ?? code?.y ?? 0) || 0,
          dx: deltas(attribute("DeltaX")),
          dy: deltas(attribute("DeltaY")),
        };
      }
    },
    close(name) {
      if (name === "TextObject") object = null;
      else if (name === "TextCode") code = null;
      else if (name === "PhysicalBox") inBox = false;
    },
    text(text) {
      if (inBox) page.box = boxOf(text);
      if (object !== null && code !== null) place(page, object, code, text);
    },
  });
  return page;
}

function place(
  page: ReadPage,
  object: TextObject,
  code: { readonly x: number; readonly y: number; readonly dx: readonly number[]; readonly dy: readonly number[] },
  text: string,
): void {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = object.matrix;
  const across = Math.hypot(a, b);
  if (Math.abs(b) > across * 0.2) {
    if (text.trim() !== "") page.slanted.push(text.trim());
    return;
  }
  let { x, y } = code;
  for (const [index, char] of [...text].entries()) {
    const step = code.dx[index];
    const usual = object.size * object.stretch * (/[ -~]/.test(char) ? 0.5 : 1);
    if (page.glyphs.length < mostGlyphs)
      page.glyphs.push({
        text: char,
        x: object.x + a * x + c * y + e,
        y: object.y + b * x + d * y + f,
        // The step to the next character holds the space set between them: a letter is no wider than itself.
        width: Math.min(usual, step === undefined || step <= 0 ? usual : step) * across,
        size: object.size * Math.hypot(c, d),
      });
    x += step ?? (code.dx.length > 0 || code.dy.length > 0 ? (code.dx.at(-1) ?? 0) : usual);
    y += code.dy[index] ?? 0;
  }
}

/** `g 3 5.0` stands for three times 5.0. */
function deltas(text: string | null): readonly number[] {
  const words = (text ?? "").trim().split(/\s+/).filter(Boolean);
  const found: number[] = [];
  for (let at = 0; at < words.length && found.length < mostGlyphs; at++) {
    if (words[at] !== "g") {
      found.push(Number(words[at]) || 0);
      continue;
    }
    const count = Math.min(Number(words[at + 1]) || 0, 10_000);
    const value = Number(words[at + 2]) || 0;
    for (let index = 0; index < count; index++) found.push(value);
    at += 2;
  }
  return found;
}

function numbers(text: string | null): readonly number[] {
  return (text ?? "")
    .trim()
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => Number(word) || 0);
}

function boxOf(text: string | undefined): { readonly width: number; readonly height: number } | null {
  const [, , width = 0, height = 0] = numbers(text ?? null);
  return width > 0 && height > 0 ? { width, height } : null;
}

/** The texts of all elements of a name. */
function textsOf(xml: string | null, wanted: string): readonly string[] {
  const found: string[] = [];
  let inside = false;
  readXml(xml ?? "", {
    open(name) {
      inside = name === wanted;
    },
    close() {
      inside = false;
    },
    text(text) {
      if (inside && text.trim() !== "") found.push(text.trim());
    },
  });
  return found;
}

/** A place from the package's root, where it begins with /, else from the folder. */
function inFolder(folder: string, place: string): string {
  return place.startsWith("/") ? place.slice(1) : folder + place.replace(/^\.\//, "");
}
