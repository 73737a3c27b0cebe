import type { LostPair } from "./lost-pairs.js";
import type { ReadingStep } from "./reading-step.js";
import type { Lattice, Stems } from "./word-lattice.js";

/** A reading of the line so far. */
export interface ReadingNode {
  /** The first byte of a character whose second comes next; or {@link inPhase}, or {@link pairLost}. */
  readonly pending: number;
  /** With {@link pairLost}: what is known of the pair in which the first byte was. */
  readonly pair: LostPair | null;
  readonly lattice: Lattice;
  stems: Stems | null;
  readonly previous: ReadingNode | null;
  readonly step: ReadingStep | null;
}

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

/** The readings that wait at each place of a line. */
export class ReadingAgenda {
  readonly #waiting: (ReadingNode[] | undefined)[] = [];
  /** The least cost that reached a place. */
  readonly #best: number[] = [];

  constructor(readonly beam: Beam) {}

  /** The last place at which a reading ever waited. */
  get last(): number {
    return this.#waiting.length - 1;
  }

  /** What a reading may cost at a place to be worth keeping. */
  most(index: number): number {
    return (this.#best[index] ?? Number.POSITIVE_INFINITY) + this.beam.slack;
  }

  add(index: number, node: ReadingNode): void {
    const best = this.#best[index];
    if (best === undefined || node.lattice.cost < best) this.#best[index] = node.lattice.cost;
    const list = this.#waiting[index];
    if (list === undefined) this.#waiting[index] = [node];
    else list.push(node);
  }

  /** Takes the readings that wait at a place away, the cheapest first, of those with the same future only one. */
  take(index: number): readonly ReadingNode[] {
    const nodes = this.#waiting[index] ?? [];
    if (this.#waiting[index] !== undefined) this.#waiting[index] = undefined;
    if (nodes.length < 2) return nodes;
    const limit = this.most(index);
    const able = nodes.filter((node) => node.lattice.cost <= limit).sort((a, b) => a.lattice.cost - b.lattice.cost);
    const out: ReadingNode[] = [];
    const { width } = this.beam;
    for (const node of able) {
      let alike = 0;
      let known = false;
      for (const better of out) {
        if (better.pending !== node.pending || better.pair !== node.pair) continue;
        alike++;
        known = sameWords(better.lattice, node.lattice);
        if (known || alike === width) break;
      }
      if (!known && alike < width) out.push(node);
    }
    return out;
  }
}

/** Whether all that can follow with the same pairing costs the same after both. */
function sameWords(a: Lattice, b: Lattice): boolean {
  return a.c1 === b.c1 && a.c2 === b.c2 && a.c3 === b.c3;
}

/** The steps of a reading, first to last. */
export function stepsOf(node: ReadingNode): readonly ReadingStep[] {
  const steps: ReadingStep[] = [];
  for (let at: ReadingNode | null = node; at !== null; at = at.previous) if (at.step !== null) steps.push(at.step);
  return steps.reverse();
}
