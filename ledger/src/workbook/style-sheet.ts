import type { CellStyle } from "./book-spec.js";
import { xmlOfText } from "./cell-text.js";

/** Fonts of Chinese offices: 宋体 is on every machine with WPS or Excel. */
const bodyFont = "宋体";
const bodySize = 11;

/** Numbers styles as cells ask for them, and prints the styles part at the end. Style 0 is the plain one. */
export class StyleSheet {
  readonly #numbers = new Map<string, number>();
  readonly #objects = new WeakMap<CellStyle, number>();
  readonly #fonts = new Interned(`<font><sz val="${bodySize}"/><name val="${bodyFont}"/><charset val="134"/></font>`);
  readonly #fills = new Interned(
    '<fill><patternFill patternType="none"/></fill>',
    '<fill><patternFill patternType="gray125"/></fill>',
  );
  readonly #borders = new Interned("<border><left/><right/><top/><bottom/><diagonal/></border>");
  readonly #formats = new Map<string, number>();
  readonly #looks: string[] = [];

  constructor() {
    this.numberOf({});
  }

  numberOf(style: CellStyle | undefined): number {
    if (style === undefined) return 0;
    const seen = this.#objects.get(style);
    if (seen !== undefined) return seen;
    const key = JSON.stringify(Object.entries(style).sort(([a], [b]) => (a < b ? -1 : 1)));
    let number = this.#numbers.get(key);
    if (number === undefined) {
      number = this.#looks.length;
      this.#numbers.set(key, number);
      this.#looks.push(this.#look(style));
    }
    this.#objects.set(style, number);
    return number;
  }

  xml(): string {
    const formats = [...this.#formats].map(
      ([code, id]) => `<numFmt numFmtId="${id}" formatCode="${xmlOfText(code).replaceAll('"', "&quot;")}"/>`,
    );
    return [
      '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
      '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
      formats.length === 0 ? "" : `<numFmts count="${formats.length}">${formats.join("")}</numFmts>`,
      this.#fonts.xml("fonts"),
      this.#fills.xml("fills"),
      this.#borders.xml("borders"),
      '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
      `<cellXfs count="${this.#looks.length}">${this.#looks.join("")}</cellXfs>`,
      '<cellStyles count="1"><cellStyle name="常规" xfId="0" builtinId="0"/></cellStyles>',
      "</styleSheet>",
    ].join("");
  }

  #look(style: CellStyle): string {
    const font = this.#fonts.numberOf(
      `<font>${style.bold === true ? "<b/>" : ""}${style.struck === true ? "<strike/>" : ""}<sz val="${style.size ?? bodySize}"/>${
        style.color === undefined ? "" : `<color rgb="FF${style.color}"/>`
      }<name val="${xmlOfText(style.font ?? bodyFont)}"/><charset val="134"/></font>`,
    );
    const fill =
      style.fill === undefined
        ? 0
        : this.#fills.numberOf(
            `<fill><patternFill patternType="solid"><fgColor rgb="FF${style.fill}"/><bgColor indexed="64"/></patternFill></fill>`,
          );
    const side = (name: string) => `<${name} style="thin"><color auto="1"/></${name}>`;
    const border =
      style.border === true
        ? this.#borders.numberOf(`<border>${["left", "right", "top", "bottom"].map(side).join("")}<diagonal/></border>`)
        : 0;
    const alignment = [
      style.align === undefined ? "" : ` horizontal="${style.align}"`,
      ' vertical="center"',
      style.wrap === true ? ' wrapText="1"' : "",
      style.indent === undefined ? "" : ` indent="${style.indent}"`,
    ].join("");
    return [
      `<xf numFmtId="${this.#format(style.format ?? "General")}" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0"`,
      ' applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1" applyProtection="1">',
      `<alignment${alignment}/>`,
      style.unlocked === true ? '<protection locked="0"/>' : "",
      "</xf>",
    ].join("");
  }

  #format(code: string): number {
    if (code === "General") return 0;
    if (code === "@") return 49;
    let id = this.#formats.get(code);
    if (id === undefined) {
      id = 164 + this.#formats.size;
      this.#formats.set(code, id);
    }
    return id;
  }
}

/** A list of the styles part in which each piece stands once. */
class Interned {
  readonly #numbers = new Map<string, number>();

  constructor(...first: readonly string[]) {
    for (const piece of first) this.#numbers.set(piece, this.#numbers.size);
  }

  numberOf(piece: string): number {
    let number = this.#numbers.get(piece);
    if (number === undefined) {
      number = this.#numbers.size;
      this.#numbers.set(piece, number);
    }
    return number;
  }

  xml(name: string): string {
    return `<${name} count="${this.#numbers.size}">${[...this.#numbers.keys()].join("")}</${name}>`;
  }
}
