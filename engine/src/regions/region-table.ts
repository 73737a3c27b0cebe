import { prepared } from "../patterns/prepared.js";
import { tableData } from "../tables.gen.js";
import type { Region } from "./region.js";
import { extraRows } from "./region-extras.js";

/**
 * The table of divisions (engine/data/regions.txt and lexicons/regions-extra.tsv) as columns of numbers over its text:
 * a row costs no object until somebody asks for its region. Columns are explained in scripts/build-regions.mjs.
 */
export interface RegionTable {
  readonly text: string;
  readonly size: number;
  /** Where the row's columns begin and where the row ends: `columns` numbers per row, then the end. */
  readonly places: Int32Array;
  /** Row of the parent, -1 for provinces. */
  readonly parents: Int32Array;
  readonly levels: Uint8Array;
  /** Printed names by row, in the order of the text. */
  region(row: number): Region;
  /** Row of a code in force: 52, 5227, 522728; -1 where there is none. */
  rowOf(code: string): number;
}

/** Columns of a row; see scripts/build-regions.mjs. */
export const column = {
  key: 0,
  name: 1,
  from: 2,
  to: 3,
  successor: 4,
  source: 5,
  forms: 6,
  towns: 7,
  former: 8,
} as const;
/** Numbers kept per row: the start of each column and the end of the row. */
export const stride = 10;

export const levelNames = ["province", "city", "county", "township", "village", "zone"] as const;

let table: RegionTable | null = null;

/** The table, decoded at the first call (some 10 ms). */
export function regionTable(): RegionTable {
  table ??= decode();
  return table;
}

function decode(): RegionTable {
  const lists = tableData.regions.slice(tableData.regions.search(/^[^#]/m));
  // Hand-kept rows lie behind the generated ones, in the same form.
  const extra = extraRows((code) => {
    const at = lists.indexOf(`\n${code}\t`);
    return at < 0 ? "" : lists.slice(at + 1, lists.indexOf("\n", at + 1));
  });
  const text = `${lists}${extra.join("\n")}\n`;
  const { places, parents, levels, codes, coded } = prepared("region-rows", () => rowsOf(text));
  const size = levels.length;
  const made = new Array<Region | undefined>(size);
  const cell = (row: number, at: number) =>
    text.slice(places[row * stride + at], (places[row * stride + at + 1] ?? 0) - 1);
  const region = (row: number): Region => {
    const known = made[row];
    if (known !== undefined) return known;
    const key = cell(row, column.key);
    const parentRow = parents[row] ?? -1;
    const parent = parentRow < 0 ? null : region(parentRow);
    const name = cell(row, column.name);
    const source = cell(row, column.source);
    const one: Region = {
      adcode: key.includes(">") ? null : key.padEnd(6, "0"),
      name,
      level: levelNames[levels[row] ?? 0] ?? "county",
      parent,
      since: month(cell(row, column.from)),
      until: month(cell(row, column.to)),
      successor: cell(row, column.successor) || null,
      source: source === "n" ? "nbs" : source === "h" ? "hand" : "mca",
      path: (parent?.path ?? "") + name,
    };
    made[row] = one;
    return one;
  };
  return { text, size, places, parents, levels, region, rowOf: (code) => rowOfCode(codes, coded, code) };
}

/** 202306 → 2023-06. */
function month(printed: string): string | null {
  return printed === "" ? null : `${printed.slice(0, 4)}-${printed.slice(4)}`;
}

/** The columns of the table that are numbers; `codes` are those in force, ascending, `coded` their rows. */
type Rows = Readonly<Record<"places" | "parents" | "codes" | "coded", Int32Array>> & { readonly levels: Uint8Array };

/** Where rows and columns begin and what is above them; a row with fewer columns ends in empty ones. */
function rowsOf(text: string): Rows {
  let size = 0;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) size++;
  const places = new Int32Array(size * stride);
  const rowsByCode = new Map<string, number>();
  let start = 0;
  for (let row = 0; row < size; row++) {
    const end = text.indexOf("\n", start);
    let at = start;
    for (let c = 0; c < stride - 1; c++) {
      places[row * stride + c] = at;
      const tab = at > end ? -1 : text.indexOf("\t", at);
      at = tab < 0 || tab >= end ? end + 1 : tab + 1;
    }
    places[row * stride + stride - 1] = end + 1;
    const to = places[row * stride + column.to] ?? 0;
    if ((places[row * stride + column.successor] ?? 0) - to <= 1 && text[start] !== ">") {
      const key = text.slice(start, (places[row * stride + 1] ?? 0) - 1);
      if (!key.includes(">") && !rowsByCode.has(key)) rowsByCode.set(key, row);
    }
    start = end + 1;
  }
  const sorted = [...rowsByCode].map(([code, row]) => [Number(code), row] as const).sort(([a], [b]) => a - b);
  const codes = Int32Array.from(sorted, ([code]) => code);
  const coded = Int32Array.from(sorted, ([, row]) => row);
  const parents = new Int32Array(size).fill(-1);
  const levels = new Uint8Array(size);
  for (let row = 0; row < size; row++) {
    const key = text.slice(places[row * stride], (places[row * stride + 1] ?? 0) - 1);
    const mark = key.indexOf(">");
    const above = mark >= 0 ? key.slice(0, mark) : key.slice(0, key.length - 2);
    levels[row] = mark >= 0 ? levelNames.indexOf(key.slice(mark + 1) as "zone") : key.length / 2 - 1;
    parents[row] = rowsByCode.get(above) ?? rowsByCode.get(above.slice(0, 2)) ?? -1;
  }
  return { places, parents, levels, codes, coded };
}

/** By halves; a code of other than digits, or with zeros in front, is nobody's. */
function rowOfCode(codes: Int32Array, coded: Int32Array, code: string): number {
  if (!/^[1-9]\d{1,5}$/.test(code)) return -1;
  const wanted = Number(code);
  let low = 0;
  let high = codes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((codes[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return codes[low] === wanted ? (coded[low] ?? -1) : -1;
}
