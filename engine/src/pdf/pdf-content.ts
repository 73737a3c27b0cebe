import type { Glyph } from "../layout/glyph.js";
import { nameOf, type PdfFile } from "./pdf-file.js";
import { type PdfFont, pdfFont } from "./pdf-font.js";
import { PdfLexer } from "./pdf-lexer.js";
import { type PdfDictionary, PdfStream, type PdfValue, PdfWord } from "./pdf-object.js";

type Matrix = readonly [number, number, number, number, number, number];

const identity: Matrix = [1, 0, 0, 1, 0, 0];
const deepestForm = 8;
const mostGlyphs = 400_000;
const mostForms = 20_000;
const mostBytes = 60_000_000;

interface GraphicsState {
  matrix: Matrix;
  font: PdfFont | null;
  size: number;
  spacing: number;
  wordSpacing: number;
  stretch: number;
  leading: number;
  rise: number;
}

/** What the content of one page shows: its glyphs in the page's own coordinates (y upwards), and slanted text. */
export interface ShownContent {
  readonly glyphs: Glyph[];
  readonly slanted: string[];
  images: number;
}

/** Runs the content of pages for the text that it shows; fonts are made once for a file. */
export class PdfContent {
  readonly #fonts = new Map<PdfValue, PdfFont>();
  #forms = 0;
  /** Bytes of content run, a form as often as it is shown. */
  #bytes = 0;
  readonly #open = new Set<PdfStream>();

  constructor(readonly file: PdfFile) {}

  show(data: Uint8Array, resources: PdfDictionary): ShownContent {
    const shown: ShownContent = { glyphs: [], slanted: [], images: 0 };
    this.#run(data, resources, identity, shown, 0);
    return shown;
  }

  #run(data: Uint8Array, resources: PdfDictionary, base: Matrix, shown: ShownContent, depth: number): void {
    this.#bytes += data.length;
    if (this.#bytes > mostBytes) return;
    const lexer = new PdfLexer(data);
    const stack: GraphicsState[] = [];
    let state: GraphicsState = {
      matrix: base,
      font: null,
      size: 0,
      spacing: 0,
      wordSpacing: 0,
      stretch: 1,
      leading: 0,
      rise: 0,
    };
    let line: Matrix = identity;
    let text: Matrix = identity;
    let operands: PdfValue[] = [];
    const number = (index: number) => {
      const value = operands[index];
      return typeof value === "number" ? value : 0;
    };
    const moveTo = (x: number, y: number) => {
      line = times([1, 0, 0, 1, x, y], line);
      text = line;
    };
    const showText = (value: PdfValue | undefined) => {
      if (value instanceof Uint8Array) text = this.#show(value, state, text, shown);
    };
    for (let token = lexer.next(); token !== undefined; token = lexer.next()) {
      if (!(token instanceof PdfWord)) {
        if (operands.length < 64) operands.push(token);
        continue;
      }
      switch (token.word) {
        case "q":
          if (stack.length < 512) stack.push({ ...state });
          break;
        case "Q":
          state = stack.pop() ?? state;
          break;
        case "cm":
          state.matrix = times(matrixOf(operands), state.matrix);
          break;
        case "BT":
          line = identity;
          text = identity;
          break;
        case "Tf":
          state.font = this.#font(resources, operands[0] ?? null);
          state.size = number(1);
          break;
        case "Tc":
          state.spacing = number(0);
          break;
        case "Tw":
          state.wordSpacing = number(0);
          break;
        case "Tz":
          state.stretch = number(0) / 100;
          break;
        case "TL":
          state.leading = number(0);
          break;
        case "Ts":
          state.rise = number(0);
          break;
        case "Td":
          moveTo(number(0), number(1));
          break;
        case "TD":
          state.leading = -number(1);
          moveTo(number(0), number(1));
          break;
        case "Tm":
          line = matrixOf(operands);
          text = line;
          break;
        case "T*":
          moveTo(0, -state.leading);
          break;
        case "Tj":
          showText(operands[0]);
          break;
        case "'":
          moveTo(0, -state.leading);
          showText(operands[0]);
          break;
        case '"':
          state.wordSpacing = number(0);
          state.spacing = number(1);
          moveTo(0, -state.leading);
          showText(operands[2]);
          break;
        case "TJ":
          for (const item of Array.isArray(operands[0]) ? operands[0] : []) {
            if (typeof item === "number")
              text = times([1, 0, 0, 1, (-item / 1_000) * state.size * state.stretch, 0], text);
            else showText(item);
          }
          break;
        case "Do":
          this.#form(resources, operands[0] ?? null, state.matrix, shown, depth);
          break;
        case "BI":
          shown.images++;
          skipInlineImage(lexer);
          break;
        default:
      }
      operands = [];
    }
  }

  #font(resources: PdfDictionary, name: PdfValue): PdfFont | null {
    const reference = this.file.dictionary(resources.get("Font")).get(nameOf(name));
    const dictionary = this.file.dictionary(reference);
    if (dictionary.size === 0) return null;
    const font = this.#fonts.get(dictionary) ?? pdfFont(this.file, dictionary);
    this.#fonts.set(dictionary, font);
    return font;
  }

  #form(resources: PdfDictionary, name: PdfValue, matrix: Matrix, shown: ShownContent, depth: number): void {
    const form = this.file.resolve(this.file.dictionary(resources.get("XObject")).get(nameOf(name)));
    if (!(form instanceof PdfStream)) return;
    if (nameOf(this.file.resolve(form.dictionary.get("Subtype"))) === "Image") {
      shown.images++;
      return;
    }
    // A form that shows itself ends there.
    if (depth >= deepestForm || this.#open.has(form) || ++this.#forms > mostForms) return;
    const data = this.file.data(form);
    if (data === null) return;
    const own = this.file.resolve(form.dictionary.get("Matrix"));
    const inner = Array.isArray(own) ? times(matrixOf(own.map((each) => this.file.resolve(each))), matrix) : matrix;
    const ownResources = form.dictionary.get("Resources");
    this.#open.add(form);
    this.#run(
      data,
      ownResources === undefined ? resources : this.file.dictionary(ownResources),
      inner,
      shown,
      depth + 1,
    );
    this.#open.delete(form);
  }

  /** Places the characters of one string, returns where the next one goes on. */
  #show(bytes: Uint8Array, state: GraphicsState, from: Matrix, shown: ShownContent): Matrix {
    let text = from;
    let slanted = "";
    for (const { text: characters, width, isSpace } of state.font?.codes(bytes) ?? []) {
      const advance =
        ((width / 1_000) * state.size + state.spacing + (isSpace ? state.wordSpacing : 0)) * state.stretch;
      const place = times([state.size * state.stretch, 0, 0, state.size, 0, state.rise], times(text, state.matrix));
      const across = Math.hypot(place[0], place[1]);
      if (Math.abs(place[1]) > across * 0.2) slanted += characters;
      else if (characters !== "" && shown.glyphs.length < mostGlyphs)
        shown.glyphs.push({
          text: characters,
          x: place[4],
          y: place[5],
          width: (width / 1_000) * across,
          size: Math.hypot(place[2], place[3]) || across,
        });
      text = times([1, 0, 0, 1, advance, 0], text);
    }
    if (slanted.trim() !== "" && shown.slanted.length < 1_000) shown.slanted.push(slanted);
    return text;
  }
}

/** The product that applies `first`, then `second`. */
function times(first: Matrix, second: Matrix): Matrix {
  const [a, b, c, d, e, f] = first;
  const [g, h, i, j, k, l] = second;
  return [a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + l];
}

function matrixOf(values: readonly (PdfValue | undefined)[]): Matrix {
  const at = (index: number) => {
    const value = values[index];
    return typeof value === "number" ? value : 0;
  };
  return [at(0), at(1), at(2), at(3), at(4), at(5)];
}

/** Behind the `EI` that ends a picture written into the content. */
function skipInlineImage(lexer: PdfLexer): void {
  const { bytes } = lexer;
  for (let at = lexer.at; at + 2 < bytes.length; at++) {
    const isEnd =
      bytes[at + 1] === 0x45 && bytes[at + 2] === 0x49 && isWhite(bytes[at]) && isWhite(bytes[at + 3] ?? 32);
    if (!isEnd) continue;
    lexer.at = at + 3;
    return;
  }
  lexer.at = bytes.length;
}

function isWhite(byte: number | undefined): boolean {
  return byte === 32 || byte === 10 || byte === 13 || byte === 9 || byte === 0;
}
