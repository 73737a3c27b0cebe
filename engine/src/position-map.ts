import type { RawSpan, RepairedSpan } from "./span.js";
import { rawSpan, repairedSpan } from "./span.js";

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
  static readonly identity = new PositionMap([]);

  /** New length minus old length of all ranges before the n-th. */
  readonly #shift: readonly number[];

  private constructor(readonly ranges: readonly MapRange[]) {
    const shift: number[] = [];
    let sum = 0;
    for (const range of ranges) {
      shift.push(sum);
      sum += range.newSize - range.oldSize;
    }
    this.#shift = shift;
  }

  /** Builds a map from ranges in order; throws when two overlap or are out of order, because that is a broken repair. */
  static of(ranges: readonly MapRange[]): PositionMap {
    let from = 0;
    for (const { start, oldSize, newSize } of ranges) {
      if (start < from || oldSize < 0 || newSize < 0)
        throw new RangeError(`map range at ${start} overlaps or is out of order`);
      from = start + oldSize;
    }
    return ranges.length === 0 ? PositionMap.identity : new PositionMap(ranges);
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
    if (this.ranges.length === 0) return this;
    return new PositionMap(
      this.ranges.map((range, index) => ({
        start: range.start + this.#shiftAt(index),
        oldSize: range.newSize,
        newSize: range.oldSize,
      })),
    );
  }

  /** This map followed by `next`, whose old text is this map's new text. */
  followedBy(next: PositionMap): PositionMap {
    if (this.ranges.length === 0) return next;
    if (next.ranges.length === 0) return this;
    const out: MapRange[] = [];
    let a = 0;
    let b = 0;
    let shiftA = 0;
    while (a < this.ranges.length || b < next.ranges.length) {
      const firstA = this.#middle(a);
      const firstB = next.ranges[b];
      const low = Math.min(firstA?.start ?? Number.POSITIVE_INFINITY, firstB?.start ?? Number.POSITIVE_INFINITY);
      let high = low;
      let joined = 0;
      let grownA = 0;
      let grownB = 0;
      // A cluster: ranges of both maps that share characters of the middle text, or are empty at the same point.
      for (;;) {
        const ra = this.#middle(a);
        const rb = next.ranges[b];
        const takeA = ra !== undefined && joins(ra.start, ra.size, low, high, joined);
        const takeB = rb !== undefined && joins(rb.start, rb.oldSize, low, high, joined);
        if (takeA && !(takeB && (rb.start < ra.start || (rb.start === ra.start && rb.oldSize === 0)))) {
          high = Math.max(high, ra.start + ra.size);
          grownA += ra.grown;
          a++;
        } else if (takeB) {
          high = Math.max(high, rb.start + rb.oldSize);
          grownB += rb.newSize - rb.oldSize;
          b++;
        } else break;
        joined++;
      }
      const size = high - low;
      out.push({ start: low - shiftA, oldSize: size - grownA, newSize: size + grownB });
      shiftA += grownA;
    }
    return PositionMap.of(out.filter((range) => range.oldSize > 0 || range.newSize > 0));
  }

  #shiftAt(index: number): number {
    return this.#shift[index] ?? 0;
  }

  #middle(index: number): { start: number; size: number; grown: number } | undefined {
    const range = this.ranges[index];
    if (range === undefined) return undefined;
    return {
      start: range.start + this.#shiftAt(index),
      size: range.newSize,
      grown: range.newSize - range.oldSize,
    };
  }

  /** Index of the first range that ends after `at` (or begins at or after it), in the coordinates asked for. */
  #search(at: number, inverse: boolean): number {
    let low = 0;
    let high = this.ranges.length;
    while (low < high) {
      const mid = (low + high) >>> 1;
      const range = this.ranges[mid] as MapRange;
      const start = inverse ? range.start + this.#shiftAt(mid) : range.start;
      const size = inverse ? range.newSize : range.oldSize;
      if (start + size < at || (start + size === at && size > 0)) low = mid + 1;
      else high = mid;
    }
    return low;
  }

  #place(start: number, end: number, inverse: boolean): MappedPlace {
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
    let index = this.#search(at, inverse);
    let range = this.ranges[index];
    let total = index < this.ranges.length ? this.#shiftAt(index) : this.#totalShift();
    const startOf = (r: MapRange, i: number) => (inverse ? r.start + this.#shiftAt(i) : r.start);
    // Pure insertions exactly here: a start of a non-empty span steps over them.
    while (
      range !== undefined &&
      side === "start" &&
      wide &&
      startOf(range, index) === at &&
      (inverse ? range.newSize : range.oldSize) === 0
    ) {
      total += range.newSize - range.oldSize;
      index++;
      range = this.ranges[index];
    }
    const plain = inverse ? at - total : at + total;
    if (range === undefined) return { at: plain, inside: false, covered: 0 };
    const start = startOf(range, index);
    if (start >= at) return { at: plain, inside: false, covered: 0 };
    const otherSize = inverse ? range.oldSize : range.newSize;
    const other = inverse ? start - total : start + total;
    if (!wide) return { at: other, inside: true, covered: otherSize };
    return { at: side === "start" ? other : other + otherSize, inside: true, covered: 0 };
  }

  #totalShift(): number {
    const last = this.ranges.length - 1;
    const range = this.ranges[last];
    return range === undefined ? 0 : this.#shiftAt(last) + range.newSize - range.oldSize;
  }
}

/** Whether a range belongs to the cluster [low, high) of `joined` ranges: it shares a character, or both are empty at one point. */
function joins(start: number, size: number, low: number, high: number, joined: number): boolean {
  if (start < high) return true;
  return start === low && high === low && (joined === 0 || size === 0);
}
