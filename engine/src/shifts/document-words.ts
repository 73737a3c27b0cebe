import { isHan } from "../patterns/plain-character.js";
import type { CharacterCosts } from "./character-model.js";
import type { OwnWords } from "./word-lattice.js";

/** Stretches beginning at a suspicious place are left out, as far as a fault usually reaches. */
const reach = 40;
/** So are the few characters before it: what stands only there says nothing about how it goes on. */
const leadIn = 4;
/** Share of the document's own words that a stretch of two to four characters stands for. */
const share = 0.2;
/** More text than this teaches nothing new about the document. */
const most = 60_000;
/** Numbers of a slot, one of them unused: a power of two. */
const SLOT = 4;
/** Slots that a short page needs; a longer one has a table of its own. */
const fewSlots = 1 << 14;
/** Times up to which the costs are worked out once; of 0 times it is infinite. */
const fewTimes = 32;

/**
 * The document as its own dictionary: stretches of two to four characters that stand in its undamaged parts. Names and
 * terms that no word list has are mostly printed more than once. Kept is where each pair of characters stands, as the
 * places of one are few: a longer stretch is looked for there. Only one page is read at a time; its words are gone with the next.
 */
export class DocumentWords implements OwnWords {
  /** Ids of the document's characters in their order, 0 where a stretch is parted; three zeros in front. */
  readonly #ids: Uint16Array;
  /** By a character's place: the place of the same pair before it, 0 for none. */
  readonly #before: Int32Array;
  /** Open addressing by pair, {@link SLOT} numbers each: the pair, how often it stands in the document, its last place. */
  readonly #slots: Int32Array;
  /** By id: 1 where the document has a pair that ends with it. Most characters that are tried stand nowhere in it. */
  readonly #ends: Uint8Array;
  /** By id: how often the pair stands in the document that stands there most often of those that begin with it. */
  readonly #most: Uint16Array;
  readonly #mask: number;
  readonly #scale: number;
  readonly #costs: Float64Array;

  /** `triggers` are the places where damage may begin. */
  constructor(text: string, triggers: readonly number[], simplified: Uint16Array, model: CharacterCosts) {
    const longest = Math.min(text.length, most * 2) + 4;
    const columns = roomFor(longest);
    this.#ids = columns.ids;
    this.#before = columns.before;
    this.#slots = columns.slots;
    this.#ends = columns.ends;
    this.#most = columns.most;
    this.#mask = columns.mask;
    const total = this.#read(text, triggers, simplified, model, longest);
    this.#scale = share / Math.max(total, 300);
    // Most stretches stand a few times: their costs are the same ones, asked for hundreds of times a damaged place.
    this.#costs = new Float64Array(fewTimes);
    for (let count = 0; count < fewTimes; count++) this.#costs[count] = -Math.log(count * this.#scale);
  }

  cost(high: number, low: number): number {
    if (this.#ends[low & 8191] === 0) return Number.POSITIVE_INFINITY;
    const slot = this.#slot(low);
    const times = this.#slots[slot + 1] ?? 0;
    if (times === 0) return Number.POSITIVE_INFINITY;
    const count = high === 0 ? times : this.#count(slot, high, times);
    return this.#costOf(count);
  }

  /** No stretch stands there more often than its last pair. */
  least(id: number): number {
    return this.#costOf(this.#most[id] ?? 0);
  }

  #costOf(count: number): number {
    return count < fewTimes ? (this.#costs[count] ?? 0) : -Math.log(count * this.#scale);
  }

  has(high: number, low: number): boolean {
    if (this.#ends[low & 8191] === 0) return false;
    const slot = this.#slot(low);
    return (this.#slots[slot + 1] ?? 0) > 0 && (high === 0 || this.#count(slot, high, 1) > 0);
  }

  /** Reads the undamaged parts; how many characters they have. */
  #read(
    text: string,
    triggers: readonly number[],
    simplified: Uint16Array,
    model: CharacterCosts,
    longest: number,
  ): number {
    const ids = this.#ids;
    let total = 0;
    let next = 0;
    let trigger = triggers[0] ?? Number.POSITIVE_INFINITY;
    let cleanFrom = 0;
    let size = 3;
    for (let at = 0; at < text.length && total < most && size < longest; at++) {
      while (trigger <= at + leadIn) {
        cleanFrom = trigger + reach;
        trigger = triggers[++next] ?? Number.POSITIVE_INFINITY;
      }
      const unit = text.charCodeAt(at);
      if (unit === 0x28) {
        // A gloss in a bracket does not part a word.
        const close = isHan(text.charCodeAt(at + 1)) ? -1 : closingBracket(text, at);
        if (close > 0) {
          at = close;
          continue;
        }
      }
      const own = isHan(unit) && at >= cleanFrom;
      const id = own ? model.id(simplified[unit] ?? unit) : 0;
      if (own) total++;
      const left = ids[size - 1] ?? 0;
      // What parts is written once, however long it is.
      if (id === 0 && left === 0) continue;
      ids[size] = id;
      if (id !== 0 && left !== 0) this.#add(left * 8192 + id, size);
      size++;
    }
    return total;
  }

  #add(pair: number, place: number): void {
    const slot = this.#slot(pair);
    const slots = this.#slots;
    const times = slots[slot + 1] ?? 0;
    this.#before[place] = times === 0 ? 0 : (slots[slot + 2] ?? 0);
    slots[slot] = pair;
    slots[slot + 1] = times + 1;
    slots[slot + 2] = place;
    if (times >= (this.#most[pair >>> 13] ?? 0)) this.#most[pair >>> 13] = times + 1;
    this.#ends[pair & 8191] = 1;
  }

  /** How often the one or two characters of `high` stand before a pair; looked for until so many were found. */
  #count(slot: number, high: number, enough: number): number {
    const ids = this.#ids;
    const two = high & 8191;
    const three = high >>> 13;
    let count = 0;
    for (let place = this.#slots[slot + 2] ?? 0; place !== 0 && count < enough; place = this.#before[place] ?? 0)
      if (ids[place - 2] === two && (three === 0 || ids[place - 3] === three)) count++;
    return count;
  }

  /** Where the slot of a pair begins, or the empty one where it belongs. */
  #slot(pair: number): number {
    const slots = this.#slots;
    let slot = (Math.imul(pair ^ (pair >>> 13), 0x9e3779b1) >>> 15) & this.#mask;
    while (slots[slot * SLOT + 1] !== 0 && slots[slot * SLOT] !== pair) slot = (slot + 1) & this.#mask;
    return slot * SLOT;
  }
}

/** The place of a bracket's end within a few characters, -1 where there is none. */
function closingBracket(text: string, at: number): number {
  for (let close = at + 1; close < at + 9; close++) if (text.charCodeAt(close) === 0x29) return close;
  return -1;
}

interface Columns {
  readonly ids: Uint16Array;
  readonly before: Int32Array;
  readonly slots: Int32Array;
  readonly ends: Uint8Array;
  readonly most: Uint16Array;
  readonly mask: number;
}

/** The columns of short pages, used again: what they need of them is emptied. */
let spare: Columns | undefined;

function roomFor(characters: number): Columns {
  let slots = 1024;
  while (slots < characters * 1.5) slots *= 2;
  if (slots > fewSlots) return columnsOf(slots);
  spare ??= columnsOf(fewSlots);
  spare.slots.fill(0, 0, slots * SLOT);
  spare.ids.fill(0, 0, 3);
  spare.ends.fill(0);
  spare.most.fill(0);
  return { ...spare, mask: slots - 1 };
}

function columnsOf(slots: number): Columns {
  return {
    ids: new Uint16Array(slots),
    before: new Int32Array(slots),
    slots: new Int32Array(slots * SLOT),
    ends: new Uint8Array(8192),
    most: new Uint16Array(8192),
    mask: slots - 1,
  };
}
