/** Costs are printed as whole numbers, so many to one. */
const SCALE = 12;
/** Beside an id: longer words begin so. */
const BEGINS = 0x8000;
/** Cost of a printed one; none is no word. */
const costOf = Float64Array.from({ length: 256 }, (_, printed) =>
  printed === 0 ? Number.POSITIVE_INFINITY : printed / SCALE,
);

/**
 * Known words as a tree over the ids of their characters, so that all that may go on behind the same characters lies side
 * by side: hundreds of characters are tried behind each of the readings of a damaged place. A node is what words begin
 * with; node 0 has nothing behind it, nodes 1 to n are single characters by their ids.
 */
export class WordTree {
  /** By node: its first slot, and how many slots it has but one. */
  readonly #starts: Int32Array;
  readonly #masks: Uint16Array;
  /** By slot: the id of a character (0: empty), the cost of the word that ends with it, the node behind it. */
  readonly #ids: Uint16Array;
  readonly #costs: Uint8Array;
  readonly #nodes: Int32Array;
  /** By node: the cost of the likeliest word that ends behind it, as printed; 0 for none. */
  readonly #least: Uint8Array;

  /** From the columns that scripts/build-character-model.mjs describes; `roots` nodes are nobody's child. */
  constructor(roots: number, ids: Uint16Array, sizes: Uint16Array, costs: Uint8Array) {
    let slots = 1;
    for (const size of sizes) slots += size === 0 ? 0 : roomFor(size);
    this.#starts = new Int32Array(sizes.length + 1);
    this.#masks = new Uint16Array(sizes.length + 1);
    this.#ids = new Uint16Array(slots);
    this.#costs = new Uint8Array(slots);
    this.#nodes = new Int32Array(slots);
    this.#least = new Uint8Array(sizes.length + 1);
    let start = 1;
    let next = roots + 1;
    let entry = 0;
    for (let node = 1; node <= sizes.length; node++) {
      const size = sizes[node - 1] ?? 0;
      if (size === 0) continue;
      const mask = roomFor(size) - 1;
      this.#starts[node] = start;
      this.#masks[node] = mask;
      let least = 0;
      for (const end = entry + size; entry < end; entry++) {
        const printed = ids[entry] ?? 0;
        const id = printed & ~BEGINS;
        let slot = id & mask;
        while (this.#ids[start + slot] !== 0) slot = (slot + 1) & mask;
        this.#ids[start + slot] = id;
        const cost = costs[entry] ?? 0;
        this.#costs[start + slot] = cost;
        if (cost !== 0 && (least === 0 || cost < least)) least = cost;
        if (printed !== id) this.#nodes[start + slot] = next++;
      }
      this.#least[node] = least;
      start += mask + 1;
    }
  }

  /** No word that ends with the next character behind a node costs less; Infinity where there is none. */
  least(node: number): number {
    return costOf[this.#least[node] ?? 0] ?? 0;
  }

  /** Cost of the word that ends with a character behind a node, Infinity where there is none. */
  cost(node: number, id: number): number {
    return costOf[this.#costs[this.#slot(node, id)] ?? 0] ?? 0;
  }

  /** The node of a character behind a node, 0 where no longer word begins so. */
  behind(node: number, id: number): number {
    return this.#nodes[this.#slot(node, id)] ?? 0;
  }

  /** Where a character behind a node stands, else an empty slot, which has no cost and nothing behind it. */
  #slot(node: number, id: number): number {
    const ids = this.#ids;
    const start = this.#starts[node] ?? 0;
    const mask = this.#masks[node] ?? 0;
    for (let slot = id & mask; ; slot = (slot + 1) & mask) {
      const there = ids[start + slot] ?? 0;
      if (there === id || there === 0) return start + slot;
    }
  }
}

/** Slots for so many entries: a power of two, at least one of them empty. */
function roomFor(size: number): number {
  let slots = 2;
  while (slots < size * 1.25) slots *= 2;
  return slots;
}
