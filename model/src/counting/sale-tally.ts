import { BitList } from "../tables/bit-list.js";
import { finding } from "../tables/finding.js";
import type { RosterEntry, RosterTally, RosterVerdict } from "../tables/sheet-form.js";
import { KeyTable, NONE, textBits } from "./key-table.js";
import { blankRegionTexts, saleCounts } from "./sale-counts.js";
import { invoiceKey, ruledOut, type SaleLine, takenBack } from "./sale-exclusions.js";

/** What a row of a sales ledger is counted by; its subject is the invoice, its part the whole key. */
export interface SaleEntry extends RosterEntry {
  readonly line: Omit<SaleLine, "id">;
  /** The part of the row of its return (退货冲减), where its note tells of one. */
  readonly back: string | null;
  /** Whether it says where its buyer is, and where it stands for those that do not. */
  readonly placed: boolean;
  readonly sheet: string;
  readonly row: number;
}

/** A row that does not count, and its invoice's key: by what the counted row of it is found. */
interface Excluded {
  readonly at: number;
  readonly high: number;
  readonly low: number;
}

/**
 * `countSales` for ledgers that are never in memory: which of a million invoices stands twice (重复票), by 64 bits of each. Of a
 * doubled invoice the purchase (采购) counts, wherever in the file it stands, else the first row.
 */
export class SaleTally implements RosterTally<SaleEntry> {
  readonly #year: number | null;
  /** Rows by their whole key. */
  readonly #told = new KeyTable(0);
  /** Rows whose return stands in the file itself, as in a ledger that was printed with it. */
  readonly #backTold = new BitList();
  /** Returns that notes tell, by the key of the row that they become. */
  readonly #backs = new KeyTable(0);
  /** Of each invoice the row that counts so far, and its mode. */
  readonly #invoices = new KeyTable(2);
  /** What came back of rows that count until a purchase of the same invoice is met. */
  readonly #open = new Map<number, bigint>();
  readonly #duplicates = new BitList();
  readonly #excluded: Excluded[] = [];
  readonly #sums: [none: bigint, purchase: bigint, assisted: bigint] = [0n, 0n, 0n];
  #rows = 0;
  #ruledOut = 0;
  #returns = 0;
  #unplaced = 0;
  #firstUnplaced: SaleEntry | null = null;

  constructor({ year }: { readonly year: number | null }) {
    this.#year = year;
  }

  add(at: number, entry: SaleEntry): boolean {
    this.#rows += 1;
    if (!entry.placed) {
      this.#unplaced += 1;
      this.#firstUnplaced ??= entry;
    }
    const bits = textBits(entry.part);
    if (this.#backs.has(...bits)) {
      // Told by the note of its sale already, and counted there.
      this.#rows -= 1;
      this.#duplicates.add(at);
      return false;
    }
    this.#count(at, entry);
    const fresh = this.#told.take(...bits, at);
    if (!fresh) this.#duplicates.add(at);
    return fresh;
  }

  names({ part }: RosterEntry): boolean {
    const bits = textBits(part);
    return this.#told.has(...bits) || this.#backs.has(...bits);
  }

  end(): RosterVerdict {
    const [byPurchase, byAssisted] = [new BitList(), new BitList()];
    for (const { at, high, low } of this.#excluded) {
      const counted = MODES[this.#invoices.second[this.#invoices.slotOf(high, low)] ?? 0];
      (counted === "assisted" ? byAssisted : byPurchase).add(at);
    }
    const [none, purchase, assisted] = this.#sums;
    const excluded = this.#excluded.length + this.#ruledOut;
    const counted = this.#rows - excluded + this.#returns;
    const total = none + purchase + assisted;
    const sums = { rows: this.#rows, excluded, returns: this.#returns, counted, purchase, assisted, total };
    const first = this.#firstUnplaced;
    return {
      duplicates: this.#duplicates,
      marks: [byPurchase, byAssisted, this.#backTold],
      counts: saleCounts(sums, this.#year),
      findings:
        first === null
          ? []
          : [
              finding("check/warning", blankRegionTexts(this.#unplaced), {
                sheet: first.sheet,
                place: { row: first.row, column: 0 },
              }),
            ],
    };
  }

  #count(at: number, { line, back }: SaleEntry): void {
    if (ruledOut(line) !== null) {
      this.#ruledOut += 1;
      return;
    }
    const key = invoiceKey(line);
    const mode = MODES.indexOf(line.mode);
    if (key === null) {
      this.#take(at, line, mode, { back, open: false });
      return;
    }
    const [high, low] = textBits(key);
    const slot = this.#invoices.slotOf(high, low);
    const before = this.#invoices.rowIn(slot);
    if (before === NONE) {
      this.#take(at, line, mode, { back, open: line.mode !== "purchase" });
      this.#invoices.put(slot, high, low, at, 0, mode);
      return;
    }
    const was = this.#invoices.second[slot] ?? 0;
    if (MODES[was] === "purchase" || line.mode !== "purchase") {
      this.#excluded.push({ at, high, low });
      return;
    }
    // The amount is part of an invoice's key: what is taken off is what was put there.
    this.#add(was, -line.amount);
    const returned = this.#open.get(before);
    if (returned !== undefined) {
      this.#open.delete(before);
      this.#add(was, returned);
      this.#returns -= 1;
    }
    this.#excluded.push({ at: before, high, low });
    this.#take(at, line, mode, { back, open: false });
    this.#invoices.put(slot, high, low, at, 0, mode);
  }

  #take(
    at: number,
    line: SaleEntry["line"],
    mode: number,
    { back, open }: { readonly back: string | null; readonly open: boolean },
  ): void {
    this.#add(mode, line.amount);
    const amount = back === null ? null : takenBack(line);
    if (back === null || amount === null) return;
    const bits = textBits(back);
    if (this.#told.has(...bits)) {
      this.#backTold.add(at);
      return;
    }
    this.#backs.take(...bits, at);
    this.#add(mode, -amount);
    this.#returns += 1;
    if (open) this.#open.set(at, amount);
  }

  #add(mode: number, amount: bigint): void {
    this.#sums[mode === 1 ? 1 : mode === 2 ? 2 : 0] += amount;
  }
}

const MODES: readonly SaleLine["mode"][] = [null, "purchase", "assisted"];
