import { type CharacterModel, wordHash } from "./character-model.js";
import { isHan, type OwnWords } from "./word-lattice.js";

/** Stretches beginning at a suspicious place are left out, as far as a fault usually reaches. */
const reach = 40;
/** So are the few characters before it: what stands only there says nothing about how it goes on. */
const leadIn = 4;
/** Share of the document's own words that a stretch of two to four characters stands for. */
const share = 0.2;
/** Times up to which the costs are worked out once; of 0 times it is infinite. */
const fewTimes = 32;
/** More text than this teaches nothing new about the document. */
const most = 60_000;

/**
 * The document as its own dictionary: stretches of two to four characters that stand in its undamaged parts. Names and
 * terms that no word list has are mostly printed more than once. `triggers` are the places where damage may begin.
 */
export function documentWords(
  text: string,
  triggers: readonly number[],
  simplified: Uint16Array,
  model: CharacterModel,
): OwnWords {
  const counts = emptyCounts(Math.min(text.length, most) * 3);
  let total = 0;
  let next = 0;
  let cleanFrom = 0;
  // Ids of the last three characters, 0 where a stretch is parted.
  let id1 = 0;
  let id2 = 0;
  let id3 = 0;
  for (let at = 0; at < text.length && total < most; at++) {
    while ((triggers[next] ?? Number.POSITIVE_INFINITY) <= at + leadIn) {
      cleanFrom = (triggers[next] ?? 0) + reach;
      next++;
    }
    const unit = text.charCodeAt(at);
    if (unit === 0x28) {
      // A gloss in a bracket does not part a word.
      const close = text.indexOf(")", at);
      if (close > at && close - at < 9 && !isHan(text.charCodeAt(at + 1))) {
        at = close;
        continue;
      }
    }
    const own = isHan(unit) && at >= cleanFrom;
    const id = own ? model.id(simplified[unit] ?? unit) : 0;
    if (own) total++;
    if (id !== 0 && id1 !== 0) {
      const low = id1 * 8192 + id;
      counts.add(0, low);
      if (id2 !== 0) {
        counts.add(id2, low);
        if (id3 !== 0) counts.add(id3 * 8192 + id2, low);
      }
    }
    id3 = id2;
    id2 = id1;
    id1 = id;
  }
  const scale = share / Math.max(total, 300);
  // Most stretches stand a few times: their costs are the same ones, asked for hundreds of times a damaged place.
  const costs = Float64Array.from({ length: fewTimes }, (_, count) => -Math.log(count * scale));
  return {
    cost(high, low) {
      if (!counts.mayHold(low)) return Number.POSITIVE_INFINITY;
      const count = counts.get(high, low);
      return count < fewTimes ? (costs[count] ?? 0) : -Math.log(count * scale);
    },
    has: (high, low) => counts.mayHold(low) && counts.get(high, low) > 0,
  };
}

/** The table of a short page, used again for the next one: the words of a page are asked only while it is repaired. */
let spare: StretchCounts | undefined;
const spareSlots = 1 << 15;

function emptyCounts(most: number): StretchCounts {
  let slots = 1024;
  while (slots < most * 1.5) slots *= 2;
  if (slots > spareSlots) return new StretchCounts(slots);
  spare ??= new StretchCounts(spareSlots);
  spare.clear();
  return spare;
}

/** How often each stretch stands in the document: a table without objects, as a page has thousands. */
class StretchCounts {
  readonly #mask: number;
  readonly #high: Int32Array;
  readonly #low: Int32Array;
  readonly #count: Uint16Array;
  /** By a character's id: 1 where it is the last but one, 2 where it is the last of some stretch. */
  readonly #ends = new Uint8Array(8192);

  constructor(slots: number) {
    this.#mask = slots - 1;
    this.#high = new Int32Array(slots);
    this.#low = new Int32Array(slots);
    this.#count = new Uint16Array(slots);
  }

  clear(): void {
    this.#count.fill(0);
    this.#ends.fill(0);
  }

  add(high: number, low: number): void {
    const slot = this.#slot(high, low);
    this.#high[slot] = high;
    this.#low[slot] = low;
    this.#ends[low >>> 13] = (this.#ends[low >>> 13] ?? 0) | 1;
    this.#ends[low & 8191] = (this.#ends[low & 8191] ?? 0) | 2;
    this.#count[slot] = Math.min(0xffff, (this.#count[slot] ?? 0) + 1);
  }

  /** False: no stretch ends with these two. Most characters that are tried stand nowhere in the document. */
  mayHold(low: number): boolean {
    return ((this.#ends[low & 8191] ?? 0) & 2) !== 0 && ((this.#ends[low >>> 13] ?? 0) & 1) !== 0;
  }

  get(high: number, low: number): number {
    return this.#count[this.#slot(high, low)] ?? 0;
  }

  #slot(high: number, low: number): number {
    let slot = wordHash(high, low, 0) & this.#mask;
    while (this.#count[slot] !== 0 && (this.#low[slot] !== low || this.#high[slot] !== high))
      slot = (slot + 1) & this.#mask;
    return slot;
  }
}
