import { cellPlace, columnName } from "./book.js";
import { xmlOfText } from "./cell-text.js";
import { daySerial } from "./serial-day.js";

/** What comes into a cell: a number as decimal text, words, a day (ISO), or nothing. */
export type CellFill =
  | { readonly decimal: string }
  | { readonly text: string }
  | { readonly day: string }
  | { readonly empty: true };

/** What is done to one cell of a worksheet; without `fill` its value stays, without `style` its look. */
export interface CellEdit {
  readonly fill?: CellFill;
  /** The number of its new style by that of the old one. */
  readonly style?: (style: number) => number;
}

/** The end of the rows with a prefix may lie over two pieces. */
const END_TAG = 64;

/** A worksheet's text with cells changed. */
export interface EditedCells {
  readonly xml: string;
  /** Cells whose value was put in, by name. */
  readonly filled: readonly string[];
}

/** Changes cells of a worksheet part that is in memory; by the rule of `CellEditor`. */
export function editCells(
  xml: string,
  edits: ReadonlyMap<string, CellEdit>,
  printsDays: (style: number) => boolean = () => false,
): EditedCells {
  const editor = new CellEditor(edits, { printsDays });
  return { xml: editor.take(xml) + editor.end(), filled: editor.filled };
}

/**
 * Changes cells of a worksheet part, by name, while its text goes by. A filled cell keeps its style; a cell with a formula keeps
 * its formula; a cell that the part does not hold yet is put where it belongs. Everything else stays byte for byte. `printsDays`
 * says which styles print a number as a day: there a day is one, elsewhere it is words. `tail` stands in the place of what
 * follows the rows.
 */
export class CellEditor {
  readonly filled: string[] = [];
  readonly #wanted = new Map<number, Map<number, CellEdit>>();
  readonly #printsDays: (style: number) => boolean;
  readonly #tail: string | null;
  #left = "";
  #rows: RowEdits | null = null;
  #prefix = "";
  #next = 0;
  #ended = false;

  constructor(
    edits: ReadonlyMap<string, CellEdit>,
    { printsDays, tail = null }: { readonly printsDays: (style: number) => boolean; readonly tail?: string | null },
  ) {
    this.#printsDays = printsDays;
    this.#tail = tail;
    for (const [name, edit] of edits) {
      const place = cellPlace(name);
      if (place === null) continue;
      const row = this.#wanted.get(place.row) ?? new Map<number, CellEdit>();
      this.#wanted.set(place.row, row.set(place.column, edit));
    }
  }

  /** The next piece of the part's text; gives what is settled. */
  take(piece: string): string {
    if (this.#ended) return this.#tail === null ? piece : "";
    const text = this.#left + piece;
    this.#left = "";
    if (this.#rows !== null) return this.#body(text);
    const data = /<((?:[\w.-]+:)?)sheetData(\s[^>]*?)?(\/?)>/.exec(text);
    if (data === null) {
      this.#left = text;
      return "";
    }
    this.#prefix = data[1] ?? "";
    this.#rows = new RowEdits(this.#prefix, this.#printsDays, this.filled);
    const head = `${text.slice(0, data.index)}<${this.#prefix}sheetData${data[2] ?? ""}>`;
    const rest = text.slice(data.index + data[0].length);
    return head + (data[3] === "/" ? this.#behind(`</${this.#prefix}sheetData>${rest}`, 0) : this.#body(rest));
  }

  /** What is left when the part is at its end. */
  end(): string {
    return this.#left;
  }

  #body(text: string): string {
    const stop = text.indexOf(`</${this.#prefix}sheetData>`);
    if (stop >= 0) return this.#behind(this.#edited(text.slice(0, stop), true) + text.slice(stop), -1);
    return this.#edited(text, false);
  }

  /** The end of the rows, which are edited up to `</sheetData>`. */
  #behind(text: string, from: number): string {
    const close = `</${this.#prefix}sheetData>`;
    const at = from >= 0 ? from : text.lastIndexOf(close);
    this.#ended = true;
    const behind = text.slice(at + close.length);
    return text.slice(0, at) + this.#missingBefore(Number.POSITIVE_INFINITY) + close + (this.#tail ?? behind);
  }

  /** Whole rows of a text; what may go on is left for the next piece. */
  #edited(text: string, last: boolean): string {
    if (this.#wanted.size === 0 && !last) {
      this.#left = text.slice(-END_TAG);
      return text.slice(0, -END_TAG);
    }
    const pattern = new RegExp(`<${this.#prefix}row(\\s[^>]*?)?(/>|>([\\s\\S]*?)</${this.#prefix}row>)`, "g");
    let body = "";
    let at = 0;
    for (const match of text.matchAll(pattern)) {
      const attributes = match[1] ?? "";
      const row = numberIn(attributes, this.#next + 1) - 1;
      this.#next = row + 1;
      body += text.slice(at, match.index);
      at = match.index + match[0].length;
      body += this.#missingBefore(row);
      const cells = this.#wanted.get(row);
      this.#wanted.delete(row);
      const edited = cells === undefined ? null : this.#rows?.edited(match[3] ?? "", row, cells);
      body += edited == null ? match[0] : `<${this.#prefix}row${attributes}>${edited}</${this.#prefix}row>`;
    }
    if (last) return body + text.slice(at);
    this.#left = text.slice(at);
    return body;
  }

  /** Wanted rows above one that the part does not hold. */
  #missingBefore(limit: number): string {
    if (this.#wanted.size === 0) return "";
    const before = [...this.#wanted.keys()].filter((row) => row < limit).sort((a, b) => a - b);
    return before
      .map((row) => {
        const cells = this.#rows?.edited("", row, this.#wanted.get(row) ?? new Map()) ?? "";
        this.#wanted.delete(row);
        return cells === "" ? "" : `<${this.#prefix}row r="${row + 1}">${cells}</${this.#prefix}row>`;
      })
      .join("");
  }
}

/** Edits the cells of one row after the other. */
class RowEdits {
  readonly #prefix: string;
  readonly #printsDays: (style: number) => boolean;
  readonly #filled: string[];

  constructor(prefix: string, printsDays: (style: number) => boolean, filled: string[]) {
    this.#prefix = prefix;
    this.#printsDays = printsDays;
    this.#filled = filled;
  }

  edited(inner: string, row: number, edits: ReadonlyMap<number, CellEdit>): string {
    const left = new Map(edits);
    const pattern = new RegExp(`<${this.#prefix}c(\\s[^>]*?)?(/>|>([\\s\\S]*?)</${this.#prefix}c>)`, "g");
    let text = "";
    let at = 0;
    let next = 0;
    const insert = (limit: number) => {
      for (const [column, edit] of [...left].filter(([one]) => one < limit).sort(([a], [b]) => a - b)) {
        const name = `${columnName(column)}${row + 1}`;
        text += this.#cell(` r="${name}"`, name, "", edit, false);
        left.delete(column);
      }
    };
    for (const match of inner.matchAll(pattern)) {
      const attributes = match[1] ?? "";
      const column = cellPlace(/\sr\s*=\s*["']([^"']+)/.exec(attributes)?.[1] ?? "")?.column ?? next;
      next = column + 1;
      text += inner.slice(at, match.index);
      at = match.index + match[0].length;
      insert(column);
      const edit = left.get(column);
      left.delete(column);
      if (edit === undefined) text += match[0];
      else {
        const calculated = new RegExp(`<${this.#prefix}f[\\s/>]`).test(match[3] ?? "");
        text += this.#cell(attributes, `${columnName(column)}${row + 1}`, match[3] ?? "", edit, calculated);
      }
    }
    text += inner.slice(at);
    insert(Number.POSITIVE_INFINITY);
    return text;
  }

  #cell(attributes: string, name: string, inner: string, edit: CellEdit, calculated: boolean): string {
    const was = Number(/\ss\s*=\s*["'](\d+)/.exec(attributes)?.[1] ?? 0);
    const style = edit.style?.(was) ?? was;
    const looks = style === was ? attributes : `${without(attributes, "s")} s="${style}"`;
    const tag = `${this.#prefix}c`;
    if (edit.fill === undefined || calculated)
      return inner === "" ? `<${tag}${looks}/>` : `<${tag}${looks}>${inner}</${tag}>`;
    this.#filled.push(name);
    const kept = without(looks, "t|vm|cm");
    const { kind, value } = this.#stored(edit.fill, style);
    if (value === null) return `<${tag}${kept}/>`;
    const v = this.#prefix;
    return kind === "number"
      ? `<${tag}${kept}><${v}v>${value}</${v}v></${tag}>`
      : `<${tag}${kept} t="inlineStr"><${v}is><${v}t xml:space="preserve">${xmlOfText(value)}</${v}t></${v}is></${tag}>`;
  }

  #stored(fill: CellFill, style: number): { readonly kind: "number" | "text"; readonly value: string | null } {
    if ("empty" in fill) return { kind: "text", value: null };
    if ("decimal" in fill) return { kind: "number", value: fill.decimal };
    if ("text" in fill) return { kind: "text", value: fill.text };
    const serial = this.#printsDays(style) ? daySerial(fill.day) : null;
    return serial === null ? { kind: "text", value: fill.day } : { kind: "number", value: String(serial) };
  }
}

function without(attributes: string, names: string): string {
  return attributes.replace(new RegExp(`\\s(?:${names})\\s*=\\s*(?:"[^"]*"|'[^']*')`, "g"), "");
}

function numberIn(attributes: string, otherwise: number): number {
  const found = /\sr\s*=\s*["'](\d+)/.exec(attributes);
  return found === null ? otherwise : Number(found[1]);
}

/** Asks programs to work all formulas out anew when they open the workbook. */
export function recalculated(workbook: string): string {
  const calc = /<((?:[\w.-]+:)?)calcPr\b([^>]*?)\/?>/.exec(workbook);
  if (calc !== null) {
    const attributes = (calc[2] ?? "").replace(/\sfullCalcOnLoad\s*=\s*(?:"[^"]*"|'[^']*')/, "");
    const closed = calc[0].endsWith("/>") ? "/>" : ">";
    const tag = `<${calc[1] ?? ""}calcPr${attributes.trimEnd()} fullCalcOnLoad="1"${closed}`;
    return workbook.slice(0, calc.index) + tag + workbook.slice(calc.index + calc[0].length);
  }
  // Behind the last of the parts that stand before it.
  const ends = [...workbook.matchAll(/<\/(?:[\w.-]+:)?(?:sheets|externalReferences|definedNames)>/g)];
  const last = ends.at(-1);
  if (last === undefined) return workbook;
  const at = last.index + last[0].length;
  const prefix = /<\/((?:[\w.-]+:)?)/.exec(last[0])?.[1] ?? "";
  return `${workbook.slice(0, at)}<${prefix}calcPr fullCalcOnLoad="1"/>${workbook.slice(at)}`;
}
