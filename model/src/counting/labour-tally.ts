import { BitList } from "../tables/bit-list.js";
import type { RosterEntry, RosterTally, RosterVerdict } from "../tables/sheet-form.js";
import { labourCounts } from "./labour-counts.js";

const NONE = 0xffffffff;

/**
 * `countLabour` for rolls that are never in memory: 人 and 人次 of a million rows in some forty megabytes, by 64 bits of
 * each person's key and of his work. Two of a million different jobs share 64 bits once in forty million files.
 */
export class LabourTally implements RosterTally {
  readonly #jobs = new KeyTable(0);
  /** Of each person the row that counts so far: its number, its months, its start. */
  readonly #persons = new KeyTable(2);
  readonly #duplicates = new BitList();
  readonly #identities = new SmallCodes();
  readonly #destinations = new SmallCodes();
  #rows = 0;
  #lost = 0;
  #everyEast = 0;
  #everyLocal = 0;
  #everyOther = 0;

  add(at: number, entry: RosterEntry): boolean {
    this.#rows += 1;
    if (entry.idState === "damaged") this.#lost += 1;
    this.#identities.set(at, IDENTITIES.indexOf(entry.identity));
    this.#destinations.set(at, DESTINATIONS.indexOf(entry.destination));
    const [high, low] = personBits(entry.person);
    const [workHigh, workLow] = textBits(entry.job);
    if (!this.#jobs.take((high ^ workHigh) >>> 0, (low ^ workLow) >>> 0, at)) {
      this.#duplicates.add(at);
      return false;
    }
    if (entry.destination === "east") this.#everyEast += 1;
    else if (entry.destination === "local") this.#everyLocal += 1;
    else if (entry.destination === "other") this.#everyOther += 1;
    const [months, started] = [Number(entry.months ?? -1), dayNumber(entry.started)];
    const slot = this.#persons.slotOf(high, low);
    const best = this.#persons.rowIn(slot);
    const outweighs =
      best === NONE ||
      (months !== this.#persons.first[slot]
        ? months > (this.#persons.first[slot] ?? -1)
        : started > (this.#persons.second[slot] ?? 0));
    if (outweighs) this.#persons.put(slot, high, low, at, months, started);
    return true;
  }

  /** Whether the file names this work of this person, whatever its row: what is not named is missing from it. */
  names(person: string, job: string): boolean {
    const [high, low] = personBits(person);
    const [workHigh, workLow] = textBits(job);
    return this.#jobs.has((high ^ workHigh) >>> 0, (low ^ workLow) >>> 0);
  }

  end(): RosterVerdict {
    const longest = new BitList();
    const by = { east: 0, local: 0, other: 0, unknown: 0 };
    let [persons, relieved, monitored] = [0, 0, 0];
    for (const at of this.#persons.rows()) {
      longest.add(at);
      persons += 1;
      const identity = IDENTITIES[this.#identities.get(at)] ?? null;
      if (identity === "relieved") relieved += 1;
      if (identity === "monitored") monitored += 1;
      by[DESTINATIONS[this.#destinations.get(at)] ?? "unknown"] += 1;
    }
    const duplicates = this.#duplicates.size;
    return {
      duplicates: this.#duplicates,
      marked: longest,
      counts: labourCounts({
        rows: this.#rows,
        duplicates,
        jobs: this.#rows - duplicates,
        persons,
        relieved,
        monitored,
        lost: this.#lost,
        ...by,
        everyEast: this.#everyEast,
        everyLocal: this.#everyLocal,
        everyOther: this.#everyOther,
      }),
    };
  }
}

const IDENTITIES: readonly (string | null)[] = ["relieved", "monitored", "general"];
const DESTINATIONS: readonly ("east" | "local" | "other" | null)[] = ["east", "local", "other"];

/** 64 bits of a person's key, which is hexadecimal. */
function personBits(person: string): readonly [number, number] {
  return [Number.parseInt(person.slice(0, 8), 16) >>> 0, Number.parseInt(person.slice(8, 16), 16) >>> 0];
}

/** 64 bits of a text, well mixed (cyrb53 with all its bits kept). */
function textBits(text: string): readonly [number, number] {
  let one = 0xdeadbeef;
  let two = 0x41c6ce57;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    one = Math.imul(one ^ code, 2654435761);
    two = Math.imul(two ^ code, 1597334677);
  }
  one = Math.imul(one ^ (one >>> 16), 2246822507) ^ Math.imul(two ^ (two >>> 13), 3266489909);
  two = Math.imul(two ^ (two >>> 16), 2246822507) ^ Math.imul(one ^ (one >>> 13), 3266489909);
  return [one >>> 0, two >>> 0];
}

/** 2023-02 before 2023-02-15: in the order of their texts. */
function dayNumber(day: string | null): number {
  if (day === null) return 0;
  const [year = "0", month = "0", of = "0"] = day.split("-");
  return Number(year) * 10_000 + Number(month) * 100 + Number(of);
}

/** Rows by 64-bit keys in open addressing; with up to two numbers each. */
class KeyTable {
  #high = new Uint32Array(1 << 12);
  #low = new Uint32Array(1 << 12);
  #row = new Uint32Array(1 << 12).fill(NONE);
  first: Float32Array;
  second: Uint32Array;
  #count = 0;

  constructor(private readonly numbers: 0 | 2) {
    this.first = new Float32Array(numbers === 0 ? 0 : 1 << 12);
    this.second = new Uint32Array(numbers === 0 ? 0 : 1 << 12);
  }

  /** False where the key was taken before. */
  take(high: number, low: number, row: number): boolean {
    const slot = this.slotOf(high, low);
    if (this.#row[slot] !== NONE) return false;
    this.put(slot, high, low, row, 0, 0);
    return true;
  }

  has(high: number, low: number): boolean {
    return this.#row[this.slotOf(high, low)] !== NONE;
  }

  rowIn(slot: number): number {
    return this.#row[slot] ?? NONE;
  }

  slotOf(high: number, low: number): number {
    const size = this.#row.length;
    let slot = ((high ^ Math.imul(low, 0x9e3779b1)) >>> 0) % size;
    while (this.#row[slot] !== NONE && (this.#high[slot] !== high || this.#low[slot] !== low)) slot = (slot + 1) % size;
    return slot;
  }

  put(slot: number, high: number, low: number, row: number, first: number, second: number): void {
    const fresh = this.#row[slot] === NONE;
    this.#high[slot] = high;
    this.#low[slot] = low;
    this.#row[slot] = row;
    if (this.numbers === 2) {
      this.first[slot] = first;
      this.second[slot] = second;
    }
    if (!fresh) return;
    this.#count += 1;
    if (this.#count > this.#row.length * 0.8) this.#grow();
  }

  *rows(): Generator<number> {
    for (const row of this.#row) if (row !== NONE) yield row;
  }

  #grow(): void {
    const [high, low, row, first, second] = [this.#high, this.#low, this.#row, this.first, this.second];
    const size = Math.ceil(row.length * 1.6) | 1;
    this.#high = new Uint32Array(size);
    this.#low = new Uint32Array(size);
    this.#row = new Uint32Array(size).fill(NONE);
    if (this.numbers === 2) {
      this.first = new Float32Array(size);
      this.second = new Uint32Array(size);
    }
    for (let at = 0; at < row.length; at += 1) {
      if (row[at] === NONE) continue;
      const slot = this.slotOf(high[at] ?? 0, low[at] ?? 0);
      this.#high[slot] = high[at] ?? 0;
      this.#low[slot] = low[at] ?? 0;
      this.#row[slot] = row[at] ?? NONE;
      if (this.numbers === 2) {
        this.first[slot] = first[at] ?? 0;
        this.second[slot] = second[at] ?? 0;
      }
    }
  }
}

/** A small code for each row. */
class SmallCodes {
  readonly #pages: Int8Array[] = [];

  set(at: number, code: number): void {
    const page = Math.floor(at / 65_536);
    while (this.#pages.length <= page) this.#pages.push(new Int8Array(65_536).fill(-1));
    const of = this.#pages[page];
    if (of !== undefined) of[at % 65_536] = code;
  }

  get(at: number): number {
    return this.#pages[Math.floor(at / 65_536)]?.[at % 65_536] ?? -1;
  }
}
