/** Which characters and pairs trigger which patterns, as columns of numbers. */
export type TriggerColumns = {
  /** By first character: bit 1 where it alone is a trigger, bit 2 where it begins one of two. */
  readonly begins: Uint8Array;
  /** Open addressing: first character × 65,536 + second (0 for a character alone). */
  readonly keys: Uint32Array;
  /** By slot, where its patterns begin in `patterns`, which end with -1; -1 for an empty slot. */
  readonly lists: Int32Array;
  readonly patterns: Int32Array;
  /** 1 for a pattern that needs one of its triggers; 0 where nothing is certain, so that it may stand anywhere. */
  readonly certain: Uint8Array;
};

/** `grams[i]`: what pattern i needs, null where it may stand anywhere. */
export function triggerColumns(grams: readonly (readonly string[] | null)[]): TriggerColumns {
  const wanted = new Map<string, number[]>();
  grams.forEach((list, pattern) => {
    for (const gram of list ?? []) {
      const users = wanted.get(gram);
      if (users === undefined) wanted.set(gram, [pattern]);
      else users.push(pattern);
    }
  });
  let size = 64;
  while (size < wanted.size * 4) size *= 2;
  const begins = new Uint8Array(65536);
  const keys = new Uint32Array(size);
  const lists = new Int32Array(size).fill(-1);
  const patterns: number[] = [];
  for (const [gram, users] of wanted) {
    const first = gram.charCodeAt(0);
    begins[first] = (begins[first] ?? 0) | (gram.length === 1 ? 1 : 2);
    const key = ((first << 16) | (gram.length === 1 ? 0 : gram.charCodeAt(1))) >>> 0;
    let slot = slotOf(key) & (size - 1);
    while ((lists[slot] ?? -1) >= 0) slot = (slot + 1) & (size - 1);
    keys[slot] = key;
    lists[slot] = patterns.length;
    patterns.push(...users, -1);
  }
  return {
    begins,
    keys,
    lists,
    patterns: Int32Array.from(patterns),
    certain: Uint8Array.from(grams, (list) => (list === null ? 0 : 1)),
  };
}

/**
 * One pass over a text that notes where the triggers of every pattern stand, so that a rule asks a table instead of
 * running its expression over sentences that cannot hold it.
 */
export class TriggerScan {
  readonly #columns: TriggerColumns;
  readonly #mask: number;
  /** Null for a pattern of which nothing is certain: it may stand anywhere. */
  readonly #hits: (Hits | null)[];
  #text = "";
  #scanned = false;

  constructor(columns: TriggerColumns) {
    this.#columns = columns;
    this.#mask = columns.lists.length - 1;
    this.#hits = Array.from(columns.certain, (certain) => (certain === 0 ? null : new Hits()));
  }

  /** Whether a trigger of the pattern lies wholly in the stretch. The last text asked about is kept scanned. */
  within(pattern: number, text: string, start: number, end: number): boolean {
    if (!this.#scanned || text !== this.#text) this.#scan(text);
    // The same text read anew is another string: comparing the two each time would cost its length.
    else this.#text = text;
    return this.#hits[pattern]?.within(start, end) ?? true;
  }

  #scan(text: string): void {
    for (const hits of this.#hits) hits?.clear();
    this.#text = text;
    this.#scanned = true;
    const { begins } = this.#columns;
    const last = text.length - 1;
    let code = text.charCodeAt(0);
    for (let at = 0; at <= last; at++) {
      const next = at < last ? text.charCodeAt(at + 1) : 0;
      const kind = begins[code] ?? 0;
      if (kind !== 0) {
        if ((kind & 1) !== 0) this.#note((code << 16) >>> 0, at);
        if ((kind & 2) !== 0 && next !== 0) this.#note(((code << 16) | next) >>> 0, at);
      }
      code = next;
    }
  }

  /** Notes the place for every pattern that this character or pair triggers. */
  #note(key: number, at: number): void {
    const { keys, lists, patterns } = this.#columns;
    let slot = slotOf(key) & this.#mask;
    let next = lists[slot] ?? -1;
    while (next >= 0 && keys[slot] !== key) {
      slot = (slot + 1) & this.#mask;
      next = lists[slot] ?? -1;
    }
    if (next < 0) return;
    for (let pattern = patterns[next] ?? -1; pattern >= 0; pattern = patterns[++next] ?? -1)
      this.#hits[pattern]?.add(at);
  }
}

function slotOf(key: number): number {
  const mixed = Math.imul(key, 0x9e3779b1);
  return (mixed ^ (mixed >>> 15)) >>> 0;
}

/** Places of one pattern's triggers, ascending. Questions mostly go forward through a text, so the last answer is where to look. */
class Hits {
  #places = new Int32Array(16);
  #count = 0;
  #cursor = 0;

  clear(): void {
    this.#count = 0;
    this.#cursor = 0;
    if (this.#places.length > 16_384) this.#places = new Int32Array(16);
  }

  add(at: number): void {
    if (this.#count === this.#places.length) {
      const grown = new Int32Array(this.#count * 2);
      grown.set(this.#places);
      this.#places = grown;
    }
    this.#places[this.#count++] = at;
  }

  /** A place in [start, end); a trigger of two characters whose second lies outside counts, which is harmless. */
  within(start: number, end: number): boolean {
    const places = this.#places;
    const count = this.#count;
    if (count === 0) return false;
    let at = this.#cursor;
    if (at >= count || (places[at] ?? 0) >= start) {
      // Back to the first place that is not before the stretch.
      let low = 0;
      let high = Math.min(at, count);
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((places[middle] ?? 0) < start) low = middle + 1;
        else high = middle;
      }
      at = low;
    } else {
      let step = 1;
      while (at + step < count && (places[at + step] ?? 0) < start) step *= 2;
      let low = at + (step >> 1);
      let high = Math.min(at + step, count);
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((places[middle] ?? 0) < start) low = middle + 1;
        else high = middle;
      }
      at = low;
    }
    this.#cursor = at;
    return at < count && (places[at] ?? 0) < end;
  }
}
