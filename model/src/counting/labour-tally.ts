import { BitList } from "../tables/bit-list.js";
import type { RosterEntry, RosterTally, RosterVerdict } from "../tables/sheet-form.js";
import { KeyTable, NONE, textBits } from "./key-table.js";
import { labourCounts } from "./labour-counts.js";

/** What a row of a labour roll is counted by; its subject is the person, its part the work in its year. */
export interface LabourEntry extends RosterEntry {
  readonly year: number;
  readonly idState: string;
  readonly identity: string | null;
  readonly destination: "east" | "local" | "other" | null;
  readonly months: string | null;
  readonly started: string | null;
}

/**
 * `countLabour` for rolls that are never in memory: 人 and 人次 of a million rows in some forty megabytes, by 64 bits of
 * each person's key and of his work. Two of a million different jobs share 64 bits once in forty million files.
 */
export class LabourTally implements RosterTally<LabourEntry> {
  readonly #jobs = new KeyTable(0);
  /** Of each person the row that counts so far: its number, its months, its start. */
  readonly #persons = new KeyTable(2);
  readonly #duplicates = new BitList();
  readonly #identities = new SmallCodes();
  readonly #destinations = new SmallCodes();
  readonly #years = new Set<number>();
  #rows = 0;
  #lost = 0;
  #everyEast = 0;
  #everyLocal = 0;
  #everyOther = 0;

  add(at: number, entry: LabourEntry): boolean {
    this.#rows += 1;
    if (entry.idState === "damaged") this.#lost += 1;
    this.#identities.set(at, IDENTITIES.indexOf(entry.identity));
    this.#destinations.set(at, DESTINATIONS.indexOf(entry.destination));
    const [high, low] = personBits(entry.subject);
    const [workHigh, workLow] = textBits(entry.part);
    if (!this.#jobs.take((high ^ workHigh) >>> 0, (low ^ workLow) >>> 0, at)) {
      this.#duplicates.add(at);
      return false;
    }
    if (entry.destination === "east") this.#everyEast += 1;
    else if (entry.destination === "local") this.#everyLocal += 1;
    else if (entry.destination === "other") this.#everyOther += 1;
    const [months, started] = [Number(entry.months ?? -1), dayNumber(entry.started)];
    this.#years.add(entry.year);
    // A person counts once in each year.
    const yearly = (low ^ Math.imul(entry.year, 0x9e3779b1)) >>> 0;
    const slot = this.#persons.slotOf(high, yearly);
    const best = this.#persons.rowIn(slot);
    const outweighs =
      best === NONE ||
      (months !== this.#persons.first[slot]
        ? months > (this.#persons.first[slot] ?? -1)
        : started > (this.#persons.second[slot] ?? 0));
    if (outweighs) this.#persons.put(slot, high, yearly, at, months, started);
    return true;
  }

  /** Whether the file names this work of this person, whatever its row: what is not named is missing from it. */
  names({ subject, part }: RosterEntry): boolean {
    const [high, low] = personBits(subject);
    const [workHigh, workLow] = textBits(part);
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
      marks: [longest],
      counts: labourCounts({
        rows: this.#rows,
        years: this.#years.size,
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
      findings: [],
    };
  }
}

const IDENTITIES: readonly (string | null)[] = ["relieved", "monitored", "general"];
const DESTINATIONS: readonly ("east" | "local" | "other" | null)[] = ["east", "local", "other"];

/** 64 bits of a person's key, which is hexadecimal. */
function personBits(person: string): readonly [number, number] {
  return [Number.parseInt(person.slice(0, 8), 16) >>> 0, Number.parseInt(person.slice(8, 16), 16) >>> 0];
}

/** 2023-02 before 2023-02-15: in the order of their texts. */
function dayNumber(day: string | null): number {
  if (day === null) return 0;
  const [year = "0", month = "0", of = "0"] = day.split("-");
  return Number(year) * 10_000 + Number(month) * 100 + Number(of);
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
