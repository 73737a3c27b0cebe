import { cellName, cellPlace, cellRange, columnName, type Merge } from "./book.js";
import { cellText, xmlOfText } from "./cell-text.js";
import { shiftFormula } from "./shift-formula.js";
import { type InsertedRows, movedRange, movedRow, moveFormula, moveRanges } from "./shift-rows.js";

/** A block of rows of a sheet (`top` to `after`, from 0) that is repeated behind itself so many times. */
export interface RepeatedRows {
  readonly top: number;
  readonly after: number;
  readonly times: number;
}

/** What repeating a block puts in. */
export function insertedBy({ top, after, times }: RepeatedRows): InsertedRows {
  return { after, count: (after - top + 1) * times };
}

/**
 * Repeats a block of rows of a worksheet part: new rows have its formats, heights, merges and formulas, none of its words; a
 * running number goes on. Everything below moves, and with it formulas, merges, rules, links, breaks and what a range reaches.
 */
export function repeatRows(xml: string, sheet: string, block: RepeatedRows): string {
  const inserted = insertedBy(block);
  const data = /<((?:[\w.-]+:)?)sheetData(?:\s[^>]*?)?>([\s\S]*?)<\/\1sheetData>/.exec(xml);
  if (data === null) return xml;
  const prefix = data[1] ?? "";
  const plain = withoutShared(data[2] ?? "", prefix);
  const rows = rowsOf(plain, prefix);
  const tag = `${prefix}row`;
  const moved = rows.map(({ row, attributes, cells }) => ({
    row: movedRow(row, inserted),
    xml: rowXml(tag, movedRow(row, inserted), attributes, moveCells(cells, prefix, sheet, inserted, row)),
  }));
  const height = block.after - block.top + 1;
  for (let time = 1; time <= block.times; time += 1)
    for (let at = block.top; at <= block.after; at += 1) {
      const row = at + time * height;
      const model = rows.find((one) => one.row === at);
      if (model === undefined) continue;
      const above = rows.find((one) => one.row === at - height)?.cells ?? "";
      const cells = copiedCells(model.cells, above, { prefix, sheet, inserted, row, by: time * height, time });
      const looks = model.attributes.replace(/\s(?:hidden|collapsed)\s*=\s*(?:"[^"]*"|'[^']*')/g, "");
      moved.push({ row, xml: rowXml(tag, row, looks, cells) });
    }
  const body = moved
    .sort((a, b) => a.row - b.row)
    .map((one) => one.xml)
    .join("");
  const start = data.index + data[0].indexOf(">") + 1;
  const end = data.index + data[0].length - `</${prefix}sheetData>`.length;
  return movedHead(xml.slice(0, start), inserted) + body + movedTail(xml.slice(end), sheet, block, inserted);
}

interface RowXml {
  readonly row: number;
  readonly attributes: string;
  readonly cells: string;
}

function rowsOf(text: string, prefix: string): RowXml[] {
  const pattern = new RegExp(`<${prefix}row(\\s[^>]*?)?(?:/>|>([\\s\\S]*?)</${prefix}row>)`, "g");
  let next = 0;
  return [...text.matchAll(pattern)].map(([, attributes = "", cells = ""]) => {
    const row = Number(/\sr\s*=\s*["'](\d+)/.exec(attributes)?.[1] ?? next + 1) - 1;
    next = row + 1;
    return { row, attributes: attributes.replace(/\sr\s*=\s*(?:"[^"]*"|'[^']*')/, ""), cells };
  });
}

function rowXml(tag: string, row: number, attributes: string, cells: string): string {
  return `<${tag} r="${row + 1}"${attributes}>${cells}</${tag}>`;
}

interface CellXml {
  readonly column: number;
  readonly attributes: string;
  readonly inner: string;
}

function cellsOf(cells: string, prefix: string): CellXml[] {
  const pattern = new RegExp(`<${prefix}c(\\s[^>]*?)?(?:/>|>([\\s\\S]*?)</${prefix}c>)`, "g");
  let next = 0;
  return [...cells.matchAll(pattern)].map(([, attributes = "", inner = ""]) => {
    const column = cellPlace(/\sr\s*=\s*["']([^"']+)/.exec(attributes)?.[1] ?? "")?.column ?? next;
    next = column + 1;
    return { column, attributes: attributes.replace(/\sr\s*=\s*(?:"[^"]*"|'[^']*')/, ""), inner };
  });
}

function formulaOf(inner: string, prefix: string): RegExpExecArray | null {
  return new RegExp(`<${prefix}f(\\s[^>]*?)?(?:/>|>([\\s\\S]*?)</${prefix}f>)`).exec(inner);
}

function moveCells(cells: string, prefix: string, sheet: string, inserted: InsertedRows, row: number): string {
  return cellsOf(cells, prefix)
    .map(({ column, attributes, inner }) => {
      const formula = formulaOf(inner, prefix);
      const name = cellName(movedRow(row, inserted), column);
      if (formula === null) return cellXml(prefix, name, attributes, inner);
      const kept = (formula[1] ?? "").replace(/(\sref\s*=\s*["'])([^"']+)/, (_, start: string, range: string) => {
        return start + moveRanges(range, inserted);
      });
      const words = movedWords(formula[2] ?? "", true, sheet, inserted);
      const now = `<${prefix}f${kept}>${words}</${prefix}f>`;
      return cellXml(
        prefix,
        name,
        attributes,
        inner.replace(formula[0], () => now),
      );
    })
    .join("");
}

function cellXml(prefix: string, name: string, attributes: string, inner: string): string {
  const tag = `${prefix}c`;
  return inner === "" ? `<${tag} r="${name}"${attributes}/>` : `<${tag} r="${name}"${attributes}>${inner}</${tag}>`;
}

interface CopyOf {
  readonly prefix: string;
  readonly sheet: string;
  readonly inserted: InsertedRows;
  /** Where it comes to stand. */
  readonly row: number;
  /** Rows further down, and how many-th copy. */
  readonly by: number;
  readonly time: number;
}

/** The cells of a repeated row: styles and formulas of the row that is repeated, a running number that goes on. */
function copiedCells(cells: string, above: string, copy: CopyOf): string {
  const { prefix, sheet, inserted, row, by, time } = copy;
  const before = new Map(cellsOf(above, prefix).map((cell) => [cell.column, numberIn(cell, prefix)]));
  return cellsOf(cells, prefix)
    .map((cell) => {
      const { column, attributes, inner } = cell;
      const name = `${columnName(column)}${row + 1}`;
      const looks = attributes.replace(/\s(?:t|vm|cm)\s*=\s*(?:"[^"]*"|'[^']*')/g, "");
      const formula = formulaOf(inner, prefix);
      if (formula !== null && !/\st\s*=\s*["'](?:array|dataTable)/.test(formula[1] ?? "")) {
        const moved = moveFormula(cellText(formula[2] ?? ""), true, sheet, inserted);
        const words = xmlOfText(shiftFormula(moved, by, 0));
        return cellXml(prefix, name, looks, `<${prefix}f>${words}</${prefix}f>`);
      }
      const [last, one] = [numberIn(cell, prefix), before.get(column) ?? null];
      if (last !== null && one !== null && last === one + 1 && Number.isInteger(last))
        return cellXml(prefix, name, looks, `<${prefix}v>${last + time}</${prefix}v>`);
      return cellXml(prefix, name, looks, "");
    })
    .join("");
}

function numberIn({ attributes, inner }: CellXml, prefix: string): number | null {
  if (/\st\s*=\s*["'](?!n["'])/.test(attributes) || formulaOf(inner, prefix) !== null) return null;
  const value = new RegExp(`<${prefix}v>([^<]+)</${prefix}v>`).exec(inner)?.[1];
  return value === undefined ? null : Number(value);
}

/** Formulas that share another cell's are written out: rows put between them would part what they share. */
export function withoutShared(text: string, prefix: string): string {
  const masters = new Map<string, { readonly row: number; readonly column: number; readonly words: string }>();
  const pattern = new RegExp(`<${prefix}c(\\s[^>]*?)?>([\\s\\S]*?)</${prefix}c>`, "g");
  return text.replace(pattern, (whole, attributes: string, inner: string) => {
    const formula = formulaOf(inner, prefix);
    if (formula === null || !/\st\s*=\s*["']shared/.test(formula[1] ?? "")) return whole;
    const place = cellPlace(/\sr\s*=\s*["']([^"']+)/.exec(attributes)?.[1] ?? "");
    const shared = /\ssi\s*=\s*["'](\d+)/.exec(formula[1] ?? "")?.[1] ?? "";
    if (place === null) return whole;
    if ((formula[2] ?? "") !== "") masters.set(shared, { ...place, words: cellText(formula[2] ?? "") });
    const master = masters.get(shared);
    if (master === undefined) return whole;
    const words = xmlOfText(shiftFormula(master.words, place.row - master.row, place.column - master.column));
    return whole.replace(formula[0], () => `<${prefix}f>${words}</${prefix}f>`);
  });
}

/** What stands before the rows: the size of the sheet; where it was scrolled to may stay. */
function movedHead(head: string, inserted: InsertedRows): string {
  return head.replace(
    /(<(?:[\w.-]+:)?dimension\s[^>]*?\bref\s*=\s*["'])([^"']+)/,
    (_, start: string, range: string) => {
      return start + moveRanges(range, inserted);
    },
  );
}

/** What stands behind the rows: merges, rules, links, breaks, ranges of every kind. */
function movedTail(tail: string, sheet: string, block: RepeatedRows, inserted: InsertedRows): string {
  return tail.replace(
    /<((?:[\w.-]+:)?)(mergeCells|rowBreaks)\b[^>]*>[\s\S]*?<\/\1\2>|(\s(?:sqref|ref)\s*=\s*["'])([A-Z$][^"']*)|(<(?:[\w.-]+:)?sqref>)([^<]+)|(<(?:[\w.-]+:)?(?:formula|formula1|formula2|f)>)([^<]+)/g,
    (whole: string, ...groups: readonly (string | undefined)[]) => {
      const [prefix = "", kind, attribute, ranges, element, inside, rule, words] = groups;
      if (kind === "mergeCells") return movedMerges(whole, prefix, block, inserted);
      if (kind === "rowBreaks") return movedBreaks(whole, inserted);
      if (attribute !== undefined && ranges !== undefined) return attribute + moveRanges(ranges, inserted);
      if (element !== undefined && inside !== undefined) return element + moveRanges(inside, inserted);
      return (rule ?? "") + movedWords(words ?? "", true, sheet, inserted);
    },
  );
}

function movedBreaks(breaks: string, inserted: InsertedRows): string {
  return breaks.replace(/(\sid\s*=\s*["'])(\d+)/g, (_, start: string, row: string) => {
    return `${start}${movedRow(Number(row) - 1, inserted) + 1}`;
  });
}

/** Merges move and grow; those that lie in the block are repeated with it. */
function movedMerges(
  merges: string,
  prefix: string,
  { top, after, times }: RepeatedRows,
  inserted: InsertedRows,
): string {
  const height = after - top + 1;
  const ranges = [...merges.matchAll(/\bref\s*=\s*["']([^"']+)/g)].flatMap(([, name = ""]) => cellRange(name) ?? []);
  const all = ranges.flatMap((range): Merge[] => {
    if (range.top < top || range.bottom > after) return [movedRange(range, inserted)];
    return Array.from({ length: times + 1 }, (_, time) => ({
      ...range,
      top: range.top + time * height,
      bottom: range.bottom + time * height,
    }));
  });
  const cells = all.map(
    ({ top: first, left, bottom, right }) =>
      `<${prefix}mergeCell ref="${cellName(first, left)}:${cellName(bottom, right)}"/>`,
  );
  return `<${prefix}mergeCells count="${all.length}">${cells.join("")}</${prefix}mergeCells>`;
}

/** A formula as it stands in XML; one that says nothing of the sheet stays as it is written. */
export function movedWords(xml: string, own: boolean, sheet: string, inserted: InsertedRows): string {
  const words = cellText(xml);
  const moved = moveFormula(words, own, sheet, inserted);
  return moved === words ? xml : xmlOfText(moved);
}
