import { prepared } from "../patterns/prepared.js";
import { type WordColumns, WordTable } from "../patterns/word-table.js";
import type { Region } from "./region.js";
import { commonWords, extraAliases, weakNames } from "./region-extras.js";
import { column, type RegionTable, regionTable, stride } from "./region-table.js";

/** A region that a printed name may mean. `weak` names (罗甸, 都安) count only where the context carries them. */
export interface NamedForm {
  readonly region: Region;
  readonly weak: boolean;
}

/** Printed names of provinces, cities, counties and zones. */
export interface RegionIndex {
  /** Rows: divisions of county level and above and zones, abolished ones included. */
  readonly size: number;
  region(row: number): Region;
  /** The region in force with this code of 2, 4 or 6 digits. */
  byCode(code: string): Region | null;
  /**
   * The region that had this code of 2, 4 or 6 digits on a day (YYYY-MM; today without one): codes that were given up are
   * those of the divisions then, with their successors.
   */
  coded(code: string, day?: string): Region | null;
  /** What a printed name may mean; empty where the table does not know it. */
  named(form: string): readonly NamedForm[];
  /** Divisions of that name that were abolished, also where one in force has it: 东山区 of 广州, not of 鹤岗. */
  abolished(form: string): readonly Region[];
  /** The longest printed name at a place whose end fits: [length, what it may mean]. */
  at(text: string, start: number, fits: (end: number) => boolean): readonly [number, readonly NamedForm[]] | null;
}

let index: RegionIndex | null = null;

/** The index, built at the first call. */
export function regionIndex(): RegionIndex {
  index ??= build(regionTable());
  return index;
}

/** Adds every printed form of the table; a value is row × 2 + weak. */
function namesOf(table: RegionTable, aliases: readonly Alias[], source: string): WordColumns {
  const { text, places, size } = table;
  const names = new WordTable(source, size * 4);
  const weak = new Set(weakNames());
  const words = new Set(commonWords());
  const weakBegins = new Set([...weak].map((name) => name.charCodeAt(0)));
  const isWeak = (start: number, end: number) =>
    weakBegins.has(text.charCodeAt(start)) && weak.has(text.slice(start, end));
  for (let row = 0; row < size; row++) {
    const place = (at: number) => places[row * stride + at] ?? 0;
    const nameEnd = place(column.from) - 1;
    const length = nameEnd - place(column.name);
    const abolished = place(column.successor) - place(column.to) > 1;
    // 开县, 郊区, 南城区: what nobody calls so any more and may be said of any place is a name only behind its city.
    const faint =
      (abolished && (length === 2 || onlyWhere.test(text.slice(place(column.name), nameEnd)))) ||
      (length <= 3 && isWeak(place(column.name), nameEnd));
    names.add(place(column.name), length, row * 2 + (faint ? 1 : 0));
    const end = place(column.towns) - 1;
    for (let at = place(column.forms); at < end; ) {
      let stop = text.indexOf(",", at);
      if (stop < 0 || stop > end) stop = end;
      const marked = text.charCodeAt(stop - 1) === 0x7e;
      const to = marked ? stop - 1 : stop;
      if (!words.has(text.slice(at, to)))
        names.add(at, to - at, row * 2 + (marked || (to - at <= 3 && isWeak(at, to)) ? 1 : 0));
      at = stop + 1;
    }
  }
  let at = text.length;
  for (const { name, code } of aliases) {
    const entry = /^\d/.test(code) ? -1 : names.find(code, 0, code.length);
    const row = entry < 0 ? table.rowOf(code) : names.value(entry) >> 1;
    if (row >= 0) names.add(at, name.length, row * 2);
    at += name.length;
  }
  return names.columns();
}

type Alias = ReturnType<typeof extraAliases>[number];

function build(table: RegionTable): RegionIndex {
  const { size } = table;
  const aliases = extraAliases();
  const source = table.text + aliases.map(({ name }) => name).join("");
  const names = new WordTable(
    source,
    prepared("region-names", () => namesOf(table, aliases, source)),
  );
  let former: ReadonlyMap<string, readonly Region[]> | undefined;
  const lists = new Map<number, readonly NamedForm[]>();
  const all = (first: number): readonly NamedForm[] => {
    const forms: NamedForm[] = [];
    for (let entry = first; entry >= 0; entry = names.next(entry)) {
      const value = names.value(entry);
      const region = table.region(value >> 1);
      if (!forms.some((form) => form.region === region)) forms.push({ region, weak: (value & 1) === 1 });
    }
    return forms;
  };
  const list = (first: number): readonly NamedForm[] => {
    let known = lists.get(first);
    if (known === undefined) {
      known = current(all(first));
      lists.set(first, known);
    }
    return known;
  };
  return {
    size,
    region: table.region,
    byCode(code) {
      const row = table.rowOf(code);
      return row < 0 ? null : table.region(row);
    },
    coded(code, day) {
      const row = table.rowOf(code);
      const now = row < 0 ? null : table.region(row);
      if (now !== null && (day === undefined || (now.since !== null && now.since <= day))) return now;
      former ??= formerByCode(table);
      const rows = former.get(code) ?? [];
      // Of those that had it one after the other the first that still had it then; after all of them the last one.
      return rows.find(({ until }) => day !== undefined && (until ?? "") >= day) ?? now ?? rows.at(-1) ?? null;
    },
    named(form) {
      const entry = names.find(form, 0, form.length);
      return entry < 0 ? [] : list(entry);
    },
    abolished(form) {
      const entry = names.find(form, 0, form.length);
      return entry < 0 ? [] : all(entry).flatMap(({ region }) => (region.until === null ? [] : [region]));
    },
    at(text, start, fits) {
      const lengths = names.lengthsAt(text, start);
      if (lengths === 0) return null;
      const found = names.longestAt(text, start, lengths, fits);
      return found === null ? null : [found[0], list(found[1])];
    },
  };
}

/** Abolished divisions by their code, the first abolished first. */
function formerByCode(table: RegionTable): ReadonlyMap<string, readonly Region[]> {
  const found = new Map<string, Region[]>();
  for (let row = 0; row < table.size; row++) {
    const to = table.places[row * stride + column.to] ?? 0;
    if ((table.places[row * stride + column.successor] ?? 0) - to <= 1) continue;
    const region = table.region(row);
    if (region.adcode === null) continue;
    const code = region.adcode.replace(/(?:00){1,2}$/, "");
    found.set(code, [...(found.get(code) ?? []), region]);
  }
  for (const list of found.values()) list.sort((a, b) => ((a.until ?? "") < (b.until ?? "") ? -1 : 1));
  return found;
}

/** Names of old districts that say where in a city they lay, and no more. */
const onlyWhere = /^市?[东西南北中新老城郊矿]{1,2}区$|^市中心区$/;

/** Abolished divisions count only where none in force has the name (六枝特区 was twice a code; 鼓楼区 was once elsewhere). */
function current(forms: readonly NamedForm[]): readonly NamedForm[] {
  const now = forms.filter(({ region }) => region.until === null);
  return now.length > 0 ? now : forms;
}
