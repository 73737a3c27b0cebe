import type { RawSpan, RepairedSpan } from "../span.js";
import { rawSpan, repairedSpan } from "../span.js";

/** One replaced stretch: where it began in the old text, how long it was, how long its replacement is. */
export interface MapRange {
  readonly start: number;
  readonly oldSize: number;
  readonly newSize: number;
}

/** Where a place of one text lies in the other; `deleted` says that the place itself is gone (it lay inside a replaced stretch). */
export interface MappedPlace {
  readonly start: number;
  readonly end: number;
  readonly deleted: boolean;
}

/**
 * Carries places between two texts of which the second was made by editing the first (the idea is prosemirror-transform's
 * step map). Built while editing, never by searching. A stretch that kept its length is not listed, so that a map holds
 * only what moves places; a span that touches the inside of a replaced stretch covers the whole stretch on the other side.
 */
export class PositionMap {
  static readonly identity = new PositionMap(new Int32Array(0), new Int32Array(0), new Int32Array(0));

  /** New length minus old length of all ranges before the n-th; at the end of all. */
  readonly #shift: Int32Array;
  readonly #starts: Int32Array;
  readonly #oldSizes: Int32Array;
  readonly #newSizes: Int32Array;

  private constructor(starts: Int32Array, oldSizes: Int32Array, newSizes: Int32Array) {
    this.#starts = starts;
    this.#oldSizes = oldSizes;
    this.#newSizes = newSizes;
    const shift = new Int32Array(starts.length + 1);
    let sum = 0;
    for (let at = 0; at < starts.length; at++) {
      sum += (newSizes[at] ?? 0) - (oldSizes[at] ?? 0);
      shift[at + 1] = sum;
    }
    this.#shift = shift;
  }

  /** Builds a map from ranges in order; throws when two overlap or are out of order, because that is a broken repair. */
  static of(ranges: readonly MapRange[]): PositionMap {
    return PositionMap.ofColumns(
      Int32Array.from(ranges, ({ start }) => start),
      Int32Array.from(ranges, ({ oldSize }) => oldSize),
      Int32Array.from(ranges, ({ newSize }) => newSize),
    );
  }

  /** Of a text from which stretches are taken out, given by starts and ends in turn. */
  static without(stretches: Int32Array): PositionMap {
    const count = stretches.length / 2;
    const starts = new Int32Array(count);
    const sizes = new Int32Array(count);
    for (let at = 0; at < count; at++) {
      starts[at] = stretches[at * 2] ?? 0;
      sizes[at] = (stretches[at * 2 + 1] ?? 0) - (stretches[at * 2] ?? 0);
    }
    return PositionMap.ofColumns(starts, sizes, new Int32Array(count));
  }

  /** As {@link PositionMap.of}, from columns; the map keeps them. */
  static ofColumns(starts: Int32Array, oldSizes: Int32Array, newSizes: Int32Array): PositionMap {
    let from = 0;
    for (let at = 0; at < starts.length; at++) {
      const start = starts[at] ?? 0;
      const oldSize = oldSizes[at] ?? 0;
      if (start < from || oldSize < 0 || (newSizes[at] ?? 0) < 0)
        throw new RangeError(`map range at ${start} overlaps or is out of order`);
      from = start + oldSize;
    }
    return starts.length === 0 ? PositionMap.identity : new PositionMap(starts, oldSizes, newSizes);
  }

  /** The replaced stretches, in order. */
  get ranges(): readonly MapRange[] {
    return Array.from(this.#starts, (start, at) => ({
      start,
      oldSize: this.#oldSizes[at] ?? 0,
      newSize: this.#newSizes[at] ?? 0,
    }));
  }

  /** The place in the new text of a span of the old text. */
  forward(start: number, end: number): MappedPlace {
    return this.#place(start, end, false);
  }

  /** The place in the old text of a span of the new text. */
  backward(start: number, end: number): MappedPlace {
    return this.#place(start, end, true);
  }

  /** Raw → repaired, for a map that was built from the raw text. */
  toRepaired(span: RawSpan): RepairedSpan {
    const place = this.forward(span.start, span.end);
    return repairedSpan(place.start, place.end);
  }

  /** Repaired → raw, for a map that was built from the raw text. */
  toRaw(span: RepairedSpan): RawSpan {
    const place = this.backward(span.start, span.end);
    return rawSpan(place.start, place.end);
  }

  /** The map that leads back: old and new change places. */
  invert(): PositionMap {
    if (this.#starts.length === 0) return this;
    const starts = this.#starts.map((start, at) => start + this.#shiftAt(at));
    return new PositionMap(starts, this.#newSizes, this.#oldSizes);
  }

  /** This map followed by `next`, whose old text is this map's new text. */
  followedBy(next: PositionMap): PositionMap {
    const countA = this.#starts.length;
    const countB = next.#starts.length;
    if (countA === 0) return next;
    if (countB === 0) return this;
    const starts = new Int32Array(countA + countB);
    const oldSizes = new Int32Array(countA + countB);
    const newSizes = new Int32Array(countA + countB);
    let count = 0;
    let a = 0;
    let b = 0;
    let shiftA = 0;
    while (a < countA || b < countB) {
      // Places in the text between the two maps.
      let startA = a < countA ? (this.#starts[a] ?? 0) + this.#shiftAt(a) : beyond;
      let startB = b < countB ? (next.#starts[b] ?? 0) : beyond;
      const low = Math.min(startA, startB);
      let high = low;
      let joined = 0;
      let grownA = 0;
      let grownB = 0;
      // A cluster: ranges of both maps that share characters of the middle text, or are empty at the same point.
      for (;;) {
        const sizeA = this.#newSizes[a] ?? 0;
        const sizeB = next.#oldSizes[b] ?? 0;
        const takeA = a < countA && joins(startA, sizeA, low, high, joined);
        const takeB = b < countB && joins(startB, sizeB, low, high, joined);
        if (takeA && !(takeB && (startB < startA || (startB === startA && sizeB === 0)))) {
          high = Math.max(high, startA + sizeA);
          grownA += sizeA - (this.#oldSizes[a] ?? 0);
          a++;
          startA = a < countA ? (this.#starts[a] ?? 0) + this.#shiftAt(a) : beyond;
        } else if (takeB) {
          high = Math.max(high, startB + sizeB);
          grownB += (next.#newSizes[b] ?? 0) - sizeB;
          b++;
          startB = b < countB ? (next.#starts[b] ?? 0) : beyond;
        } else break;
        joined++;
      }
      const oldSize = high - low - grownA;
      const newSize = high - low + grownB;
      if (oldSize > 0 || newSize > 0) {
        starts[count] = low - shiftA;
        oldSizes[count] = oldSize;
        newSizes[count] = newSize;
        count++;
      }
      shiftA += grownA;
    }
    return PositionMap.ofColumns(starts.slice(0, count), oldSizes.slice(0, count), newSizes.slice(0, count));
  }

  #shiftAt(index: number): number {
    return this.#shift[index] ?? 0;
  }

  /** Index of the first range that ends after `at` (or begins at or after it), in the coordinates asked for. */
  #search(at: number, inverse: boolean): number {
    let low = 0;
    let high = this.#starts.length;
    while (low < high) {
      const mid = (low + high) >>> 1;
      const start = this.#startOf(mid, inverse);
      const size = (inverse ? this.#newSizes[mid] : this.#oldSizes[mid]) ?? 0;
      if (start + size < at || (start + size === at && size > 0)) low = mid + 1;
      else high = mid;
    }
    return low;
  }

  #place(start: number, end: number, inverse: boolean): MappedPlace {
    // Most documents needed no repair that moves places.
    if (this.#starts.length === 0) return { start, end: Math.max(start, end), deleted: end < start };
    const first = this.#bound(start, inverse, "start", end > start);
    if (end === start) return { start: first.at, end: first.at + first.covered, deleted: first.inside };
    const last = this.#bound(end, inverse, "end", true);
    return { start: first.at, end: Math.max(first.at, last.at), deleted: first.at >= last.at };
  }

  /**
   * One end of a span. A start at a pure insertion lies behind it, an end before it, so that spans are tight;
   * inside a replaced stretch a start takes the stretch's beginning and an end its end.
   */
  #bound(at: number, inverse: boolean, side: "start" | "end", wide: boolean) {
    const count = this.#starts.length;
    const [own, other] = inverse ? [this.#newSizes, this.#oldSizes] : [this.#oldSizes, this.#newSizes];
    let index = this.#search(at, inverse);
    // Pure insertions exactly here: a start of a non-empty span steps over them.
    while (index < count && side === "start" && wide && this.#startOf(index, inverse) === at && own[index] === 0)
      index++;
    const total = this.#shiftAt(index);
    const plain = inverse ? at - total : at + total;
    if (index >= count) return { at: plain, inside: false, covered: 0 };
    const start = this.#startOf(index, inverse);
    if (start >= at) return { at: plain, inside: false, covered: 0 };
    const otherSize = other[index] ?? 0;
    const place = inverse ? start - total : start + total;
    if (!wide) return { at: place, inside: true, covered: otherSize };
    return { at: side === "start" ? place : place + otherSize, inside: true, covered: 0 };
  }

  /** Where a range begins in the coordinates asked for. */
  #startOf(index: number, inverse: boolean): number {
    return (this.#starts[index] ?? 0) + (inverse ? this.#shiftAt(index) : 0);
  }
}

/** Behind every place. */
const beyond = Number.POSITIVE_INFINITY;

/** Whether a range belongs to the cluster [low, high) of `joined` ranges: it shares a character, or both are empty at one point. */
function joins(start: number, size: number, low: number, high: number, joined: number): boolean {
  if (start < high) return true;
  return start === low && high === low && (joined === 0 || size === 0);
}
