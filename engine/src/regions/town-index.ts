import { WordTable } from "../patterns/word-table.js";
import type { Region } from "./region.js";
import { column, type RegionTable, regionTable, stride } from "./region-table.js";

/** Towns (乡镇街道) by name, those gone since 2015 included. */
export interface TownIndex {
  readonly size: number;
  /** Towns that a name may mean: of the counties for which `of` holds, in the table's order. */
  named(text: string, start: number, length: number, of: (county: Region) => boolean): readonly Region[];
  /** How many towns of the country bear the name. */
  bearers(text: string, start: number, length: number): number;
  /** Towns in force of a county, or of a city without counties (东莞). */
  of(county: Region): readonly Region[];
}

let index: TownIndex | null = null;

/** The index, built when the first town is asked for (some 15 ms for 50,000 names, without an object for any). */
export function townIndex(): TownIndex {
  index ??= build(regionTable());
  return index;
}

/** Where a town stands: the row of its county, its place in the table's text, its code. */
interface Rows {
  readonly counties: Int32Array;
  readonly places: Int32Array;
  readonly lengths: Uint8Array;
  /** Nine digits. */
  readonly codes: Int32Array;
  /** Months YYYYMM of the last (positive) or first (negative) list that has it; 0 for the rest. */
  readonly months: Int32Array;
}

function build(table: RegionTable): TownIndex {
  const { text, places, size } = table;
  let commas = size * 2;
  for (let at = text.indexOf(","); at >= 0; at = text.indexOf(",", at + 1)) commas++;
  const rows: Rows = {
    counties: new Int32Array(commas),
    places: new Int32Array(commas),
    lengths: new Uint8Array(commas),
    codes: new Int32Array(commas),
    months: new Int32Array(commas),
  };
  const names = new WordTable(text, commas);
  const first = new Int32Array(size + 1);
  let count = 0;
  for (let row = 0; row < size; row++) {
    first[row] = count;
    const towns = places[row * stride + column.towns] ?? 0;
    const former = places[row * stride + column.former] ?? 0;
    const end = (places[row * stride + stride - 1] ?? 0) - 1;
    if (towns >= end) continue;
    let prefix = Number(text.slice(places[row * stride], (places[row * stride + 1] ?? 0) - 1).padEnd(6, "0")) || 0;
    let number = 0;
    for (let at = towns; at < end; ) {
      let digits = 0;
      let value = 0;
      for (let c = text.charCodeAt(at); c >= 0x30 && c <= 0x39; c = text.charCodeAt(++at)) {
        value = value * 10 + c - 0x30;
        digits++;
      }
      if (digits === 9 && at < former) prefix = Math.floor(value / 1000);
      number = digits === 0 ? number + 1 : value % 1000;
      let stop = at;
      let c = text.charCodeAt(stop);
      while (stop < end && c !== 0x2c && c !== 0x09 && c !== 0x3c && c !== 0x3e) c = text.charCodeAt(++stop);
      rows.counties[count] = row;
      rows.places[count] = at;
      rows.lengths[count] = stop - at;
      rows.codes[count] = digits === 9 ? value : prefix * 1000 + number;
      if (c === 0x3c || c === 0x3e) {
        const month = Number(text.slice(stop + 1, stop + 7));
        rows.months[count] = c === 0x3e ? month : -month;
        stop += 7;
      }
      if ((rows.lengths[count] ?? 0) > 0) names.add(at, rows.lengths[count] ?? 0, count++);
      at = stop + 1;
    }
  }
  first[size] = count;
  const made = new Map<number, Region>();
  const town = (at: number): Region => {
    let known = made.get(at);
    if (known === undefined) {
      known = regionOf(table, rows, at);
      made.set(at, known);
    }
    return known;
  };
  /** A zone has no code: its row is looked for. */
  const rowOf = (county: Region): number => {
    if (county.adcode !== null) return table.rowOf(county.adcode.replace(/0{2,4}$/, ""));
    for (let row = size - 1; row >= 0; row--) if (table.region(row) === county) return row;
    return -1;
  };
  const townsOf = (county: Region): readonly Region[] => {
    const row = rowOf(county);
    const list: Region[] = [];
    for (let at = first[row] ?? 0; row >= 0 && at < (first[row + 1] ?? 0); at++)
      if ((rows.months[at] ?? 0) <= 0) list.push(town(at));
    return list;
  };
  const listed = new Map<Region, readonly Region[]>();
  return {
    size: count,
    named(source, start, length, of) {
      const found: Region[] = [];
      for (let entry = names.find(source, start, length); entry >= 0; entry = names.next(entry)) {
        const at = names.value(entry);
        if (of(table.region(rows.counties[at] ?? 0))) found.push(town(at));
      }
      const now = found.filter(({ until }) => until === null);
      return now.length > 0 ? now : found;
    },
    bearers(source, start, length) {
      let bearers = 0;
      for (let entry = names.find(source, start, length); entry >= 0; entry = names.next(entry)) bearers++;
      return bearers;
    },
    of(county) {
      let list = listed.get(county);
      if (list === undefined) {
        list = townsOf(county);
        listed.set(county, list);
      }
      return list;
    },
  };
}

function regionOf(table: RegionTable, rows: Rows, at: number): Region {
  const parent = table.region(rows.counties[at] ?? 0);
  const place = rows.places[at] ?? 0;
  const name = table.text.slice(place, place + (rows.lengths[at] ?? 0));
  const month = rows.months[at] ?? 0;
  const day = `${Math.floor(Math.abs(month) / 100)}-${String(Math.abs(month) % 100).padStart(2, "0")}`;
  return {
    adcode: String(rows.codes[at] ?? 0),
    name,
    level: "township",
    parent,
    since: month < 0 ? day : null,
    until: month > 0 ? day : null,
    successor: null,
    source: "nbs",
    path: parent.path + name,
  };
}
