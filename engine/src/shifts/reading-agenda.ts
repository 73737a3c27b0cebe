import type { LostPair } from "./lost-pairs.js";
import type { ReadingStep } from "./reading-step.js";
import { Lattices, type Words } from "./word-lattice.js";

/** The pairing is right: the next displayed character is a true one. */
export const inPhase = -1;
/** The first byte was in a pair that the page does not show. */
export const pairLost = -2;

/** How many readings are kept. */
export interface Beam {
  /** No more than this go on from one place with the same pairing: those of another one must not crowd out the right. */
  readonly width: number;
  /** A reading that costs so much more than the best one at a place cannot win any more. */
  readonly slack: number;
}

/** On a page that shows all its bytes little is open. */
export const narrow: Beam = { width: 8, slack: 13 };
/** Where pairs of bytes may be missing anywhere, the right reading is often behind for a while. */
export const wide: Beam = { width: 10, slack: 16 };

/** Readings that wait at a place with the same pairing, the cheapest first; of those with the same future only one. */
export class WaitingReadings {
  pending = inPhase;
  pair: LostPair | null = null;
  size = 0;
  readonly rows = new Int32Array(Math.max(narrow.width, wide.width));
  /** What a reading must cost less than to be kept here: the last one's cost where all places are taken. */
  worst = Number.POSITIVE_INFINITY;
}

/** All that wait at one place. */
class Slot {
  /** The least cost that ever reached the place. */
  best = Number.POSITIVE_INFINITY;
  /** How many came since they were taken last. */
  came = 0;
  used = 0;
  readonly waiting: WaitingReadings[] = [];
}

/** Numbers of a row: pending byte, the reading before, from, to, flags with the text's length, its two code units. */
const STEP = 8;
const guessedFlag = 4;
const beginsFlag = 8;
/** The text is what the line shows. */
const asShown = 3;

/**
 * The readings of a line so far and where they wait, as rows of numbers: a reading is where it stands, what its words cost
 * ({@link Lattices}, the same row), the step that it took last and the reading before. Made once and used for every line,
 * as a damaged place takes thousands of them.
 */
export class ReadingAgenda {
  readonly lattices: Lattices;
  #beam: Beam = narrow;
  #base = 0;
  #last = 0;
  /** The last place that was ever asked about. */
  #touched = 0;
  #rows = 0;
  #room = 1024;
  #steps = new Int32Array(STEP * 1024);
  readonly #pairs: (LostPair | null)[] = [];
  readonly #slots: Slot[] = [];
  #taken = new Int32Array(64);

  constructor(words: Words) {
    this.lattices = new Lattices(words);
  }

  /** Forgets all readings; the first one begins at a place. Its row, whose words are to be read. */
  begin(words: Words, beam: Beam, at: number): number {
    this.lattices.words = words;
    this.#beam = beam;
    for (let index = 0; index <= this.#touched; index++) {
      const slot = this.#slots[index];
      if (slot === undefined) continue;
      slot.best = Number.POSITIVE_INFINITY;
      slot.came = 0;
      slot.used = 0;
    }
    this.#base = at;
    this.#last = at;
    this.#touched = 0;
    this.#rows = 0;
    return this.draft;
  }

  /** The row that the next reading will have: its words are drafted there before it is kept. Behind it is one more. */
  get draft(): number {
    return this.#rows;
  }

  /** The last place at which a reading ever waited. */
  get last(): number {
    return this.#last;
  }

  pending(row: number): number {
    return this.#steps[row * STEP] ?? inPhase;
  }

  pair(row: number): LostPair | null {
    return this.#pairs[row] ?? null;
  }

  /** Where the step that a reading took last began, if it was a guess. -1: it was none, or the first has taken no step. */
  guessedFrom(row: number): number {
    return ((this.#steps[row * STEP + 4] ?? 0) & guessedFlag) === 0 ? -1 : (this.#steps[row * STEP + 2] ?? -1);
  }

  /** Where that step ended. */
  cameTo(row: number): number {
    return this.#steps[row * STEP + 3] ?? -1;
  }

  /** Whether that step read nothing. */
  readNothing(row: number): boolean {
    return ((this.#steps[row * STEP + 4] ?? 0) & asShown) === 0;
  }

  /** What a reading may cost at a place to be worth keeping. */
  most(index: number): number {
    return (this.#slots[index - this.#base]?.best ?? Number.POSITIVE_INFINITY) + this.#beam.slack;
  }

  /** Those that wait at a place with this pairing. */
  waiting(index: number, pending: number, pair: LostPair | null): WaitingReadings {
    const slot = this.#slot(index);
    for (let at = 0; at < slot.used; at++) {
      const found = slot.waiting[at];
      if (found !== undefined && found.pending === pending && found.pair === pair) return found;
    }
    let made = slot.waiting[slot.used];
    if (made === undefined) {
      made = new WaitingReadings();
      slot.waiting.push(made);
    }
    slot.used++;
    made.pending = pending;
    made.pair = pair;
    made.size = 0;
    made.worst = Number.POSITIVE_INFINITY;
    return made;
  }

  /** Lets the first reading wait, of which {@link begin} told the row. */
  start(at: number): void {
    this.keep(this.waiting(at, inPhase, null), -1, at, at, 0, 0, 0, false, false);
  }

  /**
   * Keeps the drafted reading among those that wait at `to`, unless a better one has the same future: behind `previous`, it
   * read [from, to) as `length` code units (`first`, `second`).
   */
  keep(
    among: WaitingReadings,
    previous: number,
    from: number,
    to: number,
    length: number,
    first: number,
    second: number,
    guessed: boolean,
    begins: boolean,
  ): void {
    const { lattices } = this;
    const row = this.#rows;
    const own = lattices.cost(row);
    const slot = this.#slot(to);
    if (to > this.#last) this.#last = to;
    slot.came++;
    if (own < slot.best) slot.best = own;
    if (own >= among.worst) return;
    const { rows } = among;
    let at = among.size;
    for (let other = 0; other < among.size; other++) {
      const known = rows[other] ?? 0;
      if (!lattices.sameWords(known, row)) continue;
      if (lattices.cost(known) <= own) return;
      at = other;
      break;
    }
    if (at === among.size) {
      if (among.size < this.#beam.width) among.size++;
      else at--;
    }
    for (; at > 0 && lattices.cost(rows[at - 1] ?? 0) > own; at--) rows[at] = rows[at - 1] ?? 0;
    rows[at] = row;
    if (among.size === this.#beam.width) among.worst = lattices.cost(rows[among.size - 1] ?? 0);
    const steps = this.#steps;
    const start = row * STEP;
    steps[start] = among.pending;
    steps[start + 1] = previous;
    steps[start + 2] = from;
    steps[start + 3] = to;
    steps[start + 4] = length | (guessed ? guessedFlag : 0) | (begins ? beginsFlag : 0);
    steps[start + 5] = first;
    steps[start + 6] = second;
    this.#pairs[row] = among.pair;
    this.#rows++;
    if (this.#rows + 2 >= this.#room) this.#grow();
  }

  /** As {@link keep} for a stretch that stays as the line shows it: the reading before, farther on. */
  keepShown(previous: number, from: number, to: number): void {
    this.lattices.copy(previous, this.draft, 0);
    const among = this.waiting(to, this.pending(previous), this.pair(previous));
    this.keep(among, previous, from, to, asShown, 0, 0, false, false);
  }

  /** Takes the readings that wait at a place away, the cheapest first; how many, each to be asked with {@link taken}. */
  take(index: number): number {
    const slot = this.#slots[index - this.#base];
    if (slot === undefined || slot.came === 0) return 0;
    const { lattices } = this;
    const limit = slot.came < 2 ? Number.POSITIVE_INFINITY : slot.best + this.#beam.slack;
    let count = 0;
    for (let at = 0; at < slot.used; at++) {
      const among = slot.waiting[at];
      if (among === undefined) continue;
      for (let rank = 0; rank < among.size; rank++) {
        const row = among.rows[rank] ?? 0;
        const price = lattices.cost(row);
        if (price > limit) break;
        if (count === this.#taken.length) this.#taken = grown(this.#taken);
        const taken = this.#taken;
        // Of two that cost the same the one that came first.
        let to = count++;
        for (; to > 0; to--) {
          const before = taken[to - 1] ?? 0;
          const other = lattices.cost(before);
          if (other < price || (other === price && before < row)) break;
          taken[to] = before;
        }
        taken[to] = row;
      }
    }
    slot.came = 0;
    slot.used = 0;
    return count;
  }

  /** Forgets the readings that wait at a place. */
  drop(index: number): void {
    const slot = this.#slots[index - this.#base];
    if (slot === undefined) return;
    slot.came = 0;
    slot.used = 0;
  }

  taken(at: number): number {
    return this.#taken[at] ?? 0;
  }

  /** The steps of a reading, first to last. */
  stepsOf(row: number, line: string): readonly ReadingStep[] {
    const steps: ReadingStep[] = [];
    for (let at = row; at >= 0; at = this.#steps[at * STEP + 1] ?? -1) {
      const start = at * STEP;
      const [previous = -1, from = 0, to = 0, flags = 0, first = 0, second = 0] = this.#steps.subarray(
        start + 1,
        start + 7,
      );
      if (previous < 0) break;
      const length = flags & asShown;
      const text = length === asShown ? line.slice(from, to) : String.fromCharCode(first, second).slice(0, length);
      steps.push({ from, to, text, guessed: (flags & guessedFlag) !== 0, begins: (flags & beginsFlag) !== 0 });
    }
    return steps.reverse();
  }

  #slot(index: number): Slot {
    const at = index - this.#base;
    if (at > this.#touched) this.#touched = at;
    let slot = this.#slots[at];
    if (slot === undefined) {
      while (this.#slots.length < at) this.#slots.push(new Slot());
      slot = new Slot();
      this.#slots[at] = slot;
    }
    return slot;
  }

  #grow(): void {
    this.#room *= 2;
    this.lattices.reserve(this.#room);
    this.#steps = grown(this.#steps);
  }
}

function grown(column: Int32Array): Int32Array<ArrayBuffer> {
  const wider = new Int32Array(column.length * 2);
  wider.set(column);
  return wider;
}
