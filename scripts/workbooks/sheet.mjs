// @ts-check
/**
 * A sheet being laid out: cells by name, merges, what is hidden. The writers (write-xls.mjs, write-xlsx.mjs) turn it into bytes.
 * @typedef {string | number | null} Plain
 * @typedef {{ v?: Plain, f?: string, z?: string, c?: string, fill?: string, date?: string }} Rich
 * @typedef {Plain | Rich} Value
 */

export class Sheet {
  /** @type {Map<string, Rich>} */
  cells = new Map();
  /** @type {string[]} */
  merges = [];
  /** @type {Set<number>} columns from 0 */
  hiddenColumns = new Set();
  /** @type {Map<number, number>} width in characters by column from 0 */
  widths = new Map();
  hidden = false;
  /** @type {string | null} */
  printArea = null;
  landscape = false;

  /** @param {string} name */
  constructor(name) {
    this.name = name;
  }

  /** @param {string} cell @param {Value} value */
  put(cell, value) {
    if (value !== null && value !== undefined) this.cells.set(cell, typeof value === "object" ? value : { v: value });
    return this;
  }

  /** Puts a row of values, from column A. @param {number} row @param {readonly Value[]} values @param {string} [from] */
  row(row, values, from = "A") {
    const start = columnNumber(from);
    for (const [at, value] of values.entries()) this.put(`${columnName(start + at)}${row}`, value);
    return this;
  }

  /** @param {string} range @param {Value} [value] */
  merge(range, value = null) {
    this.merges.push(range);
    return this.put(range.split(":")[0] ?? range, value);
  }
}

/** @param {number} column */
export function columnName(column) {
  let name = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  return name;
}

/** @param {string} name */
export function columnNumber(name) {
  return [...name].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** An ISO day as the serial number of a spreadsheet, shown as a date. @param {string} day @param {string} [format] */
export function day(day, format = "yyyy/m/d") {
  return { v: (Date.parse(`${day}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000, z: format, date: day };
}
