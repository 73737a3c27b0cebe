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

/** A worksheet's text with cells changed. */
export interface EditedCells {
  readonly xml: string;
  /** Cells whose value was put in, by name. */
  readonly filled: readonly string[];
}

/**
 * Changes cells of a worksheet part, by name. A filled cell keeps its style; a cell with a formula keeps its formula; a cell
 * that the part does not hold yet is put where it belongs. Everything else stays byte for byte. `printsDays` says which
 * styles print a number as a day: there a day is one, elsewhere it is words.
 */
export function editCells(
  xml: string,
  edits: ReadonlyMap<string, CellEdit>,
  printsDays: (style: number) => boolean = () => false,
): EditedCells {
  const wanted = new Map<number, Map<number, CellEdit>>();
  for (const [name, edit] of edits) {
    const place = cellPlace(name);
    if (place === null) continue;
    const row = wanted.get(place.row) ?? new Map<number, CellEdit>();
    wanted.set(place.row, row.set(place.column, edit));
  }
  const filled: string[] = [];
  const data = /<((?:[\w.-]+:)?)sheetData(\s[^>]*?)?(\/?)>/.exec(xml);
  if (data === null) return { xml, filled };
  const prefix = data[1] ?? "";
  const open = `<${prefix}sheetData${data[2] ?? ""}>`;
  const from = data.index + data[0].length;
  const none = data[3] === "/";
  const to = none ? from : xml.indexOf(`</${prefix}sheetData>`, from);
  if (to < 0) return { xml, filled };
  const rows = new RowEdits(prefix, printsDays, filled);
  let next = 0;
  const pattern = new RegExp(`<${prefix}row(\\s[^>]*?)?(/>|>([\\s\\S]*?)</${prefix}row>)`, "g");
  let body = "";
  let at = 0;
  const text = none ? "" : xml.slice(from, to);
  const missingBefore = (limit: number) => {
    const before = [...wanted.keys()].filter((row) => row < limit).sort((a, b) => a - b);
    for (const row of before) {
      const cells = rows.edited("", row, wanted.get(row) ?? new Map());
      if (cells !== "") body += `<${prefix}row r="${row + 1}">${cells}</${prefix}row>`;
      wanted.delete(row);
    }
  };
  for (const match of text.matchAll(pattern)) {
    const attributes = match[1] ?? "";
    const row = numberIn(attributes, next + 1) - 1;
    next = row + 1;
    body += text.slice(at, match.index);
    at = match.index + match[0].length;
    missingBefore(row);
    const cells = wanted.get(row);
    wanted.delete(row);
    if (cells === undefined) body += match[0];
    else body += `<${prefix}row${attributes}>${rows.edited(match[3] ?? "", row, cells)}</${prefix}row>`;
  }
  body += text.slice(at);
  missingBefore(Number.POSITIVE_INFINITY);
  const close = none ? `</${prefix}sheetData>` : "";
  return { xml: xml.slice(0, data.index) + open + body + close + xml.slice(to), filled };
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
