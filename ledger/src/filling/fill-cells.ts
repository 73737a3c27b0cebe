import { cellPlace, columnName } from "../workbook/book.js";

/** A worksheet's text with cells filled in. */
export interface FilledCells {
  readonly xml: string;
  readonly filled: readonly string[];
}

/**
 * Puts numbers (decimal text) into cells of a worksheet part, by name. The cell keeps its style; a cell with a formula is left
 * alone; a cell that the part does not hold yet is put where it belongs. Everything else stays byte for byte.
 */
export function fillCells(xml: string, values: ReadonlyMap<string, string>): FilledCells {
  const wanted = new Map<number, Map<number, string>>();
  for (const [name, decimal] of values) {
    const place = cellPlace(name);
    if (place === null) continue;
    const row = wanted.get(place.row) ?? new Map<number, string>();
    wanted.set(place.row, row.set(place.column, decimal));
  }
  const filled: string[] = [];
  const data = /<((?:[\w.-]+:)?)sheetData(\s[^>]*)?>/.exec(xml);
  if (data === null) return { xml, filled };
  const prefix = data[1] ?? "";
  const from = data.index + data[0].length;
  const to = xml.indexOf(`</${prefix}sheetData>`, from);
  if (to < 0) return { xml, filled };
  let next = 0;
  const pattern = new RegExp(`<${prefix}row(\\s[^>]*?)?(/>|>([\\s\\S]*?)</${prefix}row>)`, "g");
  let body = "";
  let at = 0;
  const rows = xml.slice(from, to);
  const missingBefore = (limit: number) => {
    const before = [...wanted.keys()].filter((row) => row < limit).sort((a, b) => a - b);
    for (const row of before) {
      const cells = filledRow("", row, wanted.get(row) ?? new Map(), prefix, filled);
      body += `<${prefix}row r="${row + 1}">${cells}</${prefix}row>`;
      wanted.delete(row);
    }
  };
  for (const match of rows.matchAll(pattern)) {
    const attributes = match[1] ?? "";
    const row = numberIn(attributes, next + 1) - 1;
    next = row + 1;
    body += rows.slice(at, match.index);
    at = match.index + match[0].length;
    missingBefore(row);
    const cells = wanted.get(row);
    wanted.delete(row);
    if (cells === undefined) body += match[0];
    else body += `<${prefix}row${attributes}>${filledRow(match[3] ?? "", row, cells, prefix, filled)}</${prefix}row>`;
  }
  body += rows.slice(at);
  missingBefore(Number.POSITIVE_INFINITY);
  return { xml: xml.slice(0, from) + body + xml.slice(to), filled };
}

function filledRow(
  inner: string,
  row: number,
  cells: ReadonlyMap<number, string>,
  prefix: string,
  filled: string[],
): string {
  const left = new Map(cells);
  const pattern = new RegExp(`<${prefix}c(\\s[^>]*?)?(/>|>([\\s\\S]*?)</${prefix}c>)`, "g");
  let text = "";
  let at = 0;
  let next = 0;
  const insert = (limit: number) => {
    for (const [column, decimal] of [...left].filter(([one]) => one < limit).sort(([a], [b]) => a - b)) {
      const name = `${columnName(column)}${row + 1}`;
      text += `<${prefix}c r="${name}"><${prefix}v>${decimal}</${prefix}v></${prefix}c>`;
      filled.push(name);
      left.delete(column);
    }
  };
  for (const match of inner.matchAll(pattern)) {
    const attributes = match[1] ?? "";
    const place = cellPlace(/\sr\s*=\s*["']([^"']+)/.exec(attributes)?.[1] ?? "");
    const column = place?.column ?? next;
    next = column + 1;
    text += inner.slice(at, match.index);
    at = match.index + match[0].length;
    insert(column);
    const decimal = left.get(column);
    left.delete(column);
    if (decimal === undefined || new RegExp(`<${prefix}f[\\s/>]`).test(match[3] ?? "")) text += match[0];
    else {
      const kept = attributes.replace(/\s(?:t|vm|cm)\s*=\s*(?:"[^"]*"|'[^']*')/g, "");
      text += `<${prefix}c${kept}><${prefix}v>${decimal}</${prefix}v></${prefix}c>`;
      filled.push(`${columnName(column)}${row + 1}`);
    }
  }
  text += inner.slice(at);
  insert(Number.POSITIVE_INFINITY);
  return text;
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
