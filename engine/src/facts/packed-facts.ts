import type { Evidence, Fact } from "../fact.js";
import { partAt } from "../files/part-at.js";
import type { RawPart } from "../reader.js";
import { distinct, join } from "./joined-facts.js";

/** Bytes of a piece of memory; what is longer has one of its own. */
const PIECE = 1 << 20;
/** Numbers kept of a fact: its piece, where it begins there, its length in bytes, its first and last evidence. */
const OF_FACT = 5;
/** Bytes of an id: a SHA-256. */
const ID = 32;
/** Numbers kept of an evidence: its place, and the next one of the same fact (its index + 1). */
const OF_EVIDENCE = 3;

/** Facts of one rule and kind that have the same fields, in their order. */
interface Shape {
  readonly number: number;
  readonly names: readonly string[];
  readonly rule: string;
  readonly kind: string;
}

/**
 * The facts of a very long document, in the order in which they were first said, as bytes: the values of their fields as
 * JSON, the names of the fields once for all facts that have them, their evidence as places alone (the quotes stand in the
 * raw text). That is a tenth of what they take as objects, and nothing of it is the garbage collector's work. What JSON does
 * not hold (fields that are undefined) is not kept.
 */
export class PackedFacts {
  readonly #pieces: Buffer[] = [];
  /** Bytes written to the last piece. */
  #used = 0;
  #count = 0;
  #facts = new Uint32Array(OF_FACT * 1024);
  #ids = new Uint8Array(ID * 1024);
  readonly #shapes = new Map<string, Shape>();
  readonly #shapeList: Shape[] = [];
  #evidence = new Uint32Array(OF_EVIDENCE * 4096);
  #evidenceCount = 0;
  /** Open addressing by the beginning of the id: the number of a fact + 1. */
  #slots = new Uint32Array(4096);

  constructor(
    readonly raw: string,
    readonly parts: readonly RawPart[],
  ) {}

  /** Takes a fact in, or joins it to what says the same. Its id is a SHA-256 in hex. */
  add(fact: Fact): void {
    const slot = this.#slot(fact.id);
    const known = this.#slots[slot] ?? 0;
    if (known !== 0) {
      const number = known - 1;
      const earlier = this.#said(number);
      const joined = this.#packed(join(this.#read(number, earlier), { ...fact, evidence: [] }));
      if (joined !== earlier) this.#write(number, joined);
      this.#prove(number, fact.evidence);
      return;
    }
    const number = this.#count++;
    if (number * OF_FACT === this.#facts.length) {
      this.#facts = grown(this.#facts);
      const ids = new Uint8Array(this.#ids.length * 2);
      ids.set(this.#ids);
      this.#ids = ids;
    }
    this.#ids.set(Buffer.from(fact.id, "hex"), number * ID);
    this.#write(number, this.#packed(fact));
    this.#prove(number, fact.evidence);
    this.#slots[slot] = number + 1;
    if (this.#count * 2 > this.#slots.length) this.#widen();
  }

  *values(): Generator<Fact> {
    for (let number = 0; number < this.#count; number++) {
      const rows: Evidence[] = [];
      let at = this.#facts[number * OF_FACT + 3] ?? 0;
      for (; at !== 0; at = this.#evidence[(at - 1) * OF_EVIDENCE + 2] ?? 0) {
        const [start = 0, end = 0] = this.#evidence.subarray((at - 1) * OF_EVIDENCE, (at - 1) * OF_EVIDENCE + 2);
        rows.push(evidenceAt(this.raw, this.parts, start, end));
      }
      yield { ...this.#read(number, this.#said(number)), evidence: distinct(rows) };
    }
  }

  /** The number of its shape and the values of its fields but for id, rule, kind and evidence. */
  #packed(fact: Fact): string {
    const fields = fact as unknown as Readonly<Record<string, unknown>>;
    const names = Object.keys(fact).filter((name) => fields[name] !== undefined);
    const key = `${fact.rule} ${fact.kind} ${names.join()}`;
    let shape = this.#shapes.get(key);
    if (shape === undefined) {
      shape = { number: this.#shapeList.length, names, rule: fact.rule, kind: fact.kind };
      this.#shapes.set(key, shape);
      this.#shapeList.push(shape);
    }
    return `${shape.number}${JSON.stringify(names.filter((name) => !apart.has(name)).map((name) => fields[name]))}`;
  }

  /** A fact without its evidence. */
  #read(number: number, packed: string): Fact {
    const begin = packed.indexOf("[");
    const shape = this.#shapeList[Number(packed.slice(0, begin))];
    if (shape === undefined) throw new Error("a fact without a shape");
    const values = JSON.parse(packed.slice(begin)) as readonly unknown[];
    const fact: Record<string, unknown> = {};
    let at = 0;
    for (const name of shape.names) {
      if (name === "id") fact.id = this.#idOf(number);
      else if (name === "rule") fact.rule = shape.rule;
      else if (name === "kind") fact.kind = shape.kind;
      else if (name === "evidence") fact.evidence = [];
      else fact[name] = values[at++];
    }
    return fact as unknown as Fact;
  }

  /** What a fact says, in the place of what it said before where that is long enough. */
  #write(number: number, packed: string): void {
    const at = number * OF_FACT;
    const size = Buffer.byteLength(packed);
    let [piece = 0, from = 0, room = 0] = this.#facts.subarray(at, at + 3);
    if (size > room) {
      if (this.#used + size > (this.#pieces.at(-1)?.length ?? 0)) {
        this.#pieces.push(Buffer.allocUnsafeSlow(Math.max(PIECE, size)));
        this.#used = 0;
      }
      [piece, from, room] = [this.#pieces.length - 1, this.#used, size];
      this.#used += size;
    }
    this.#pieces[piece]?.write(packed, from, "utf8");
    this.#facts.set([piece, from, size], at);
  }

  /** Adds evidence behind what a fact has. */
  #prove(number: number, rows: readonly Evidence[]): void {
    const at = number * OF_FACT + 3;
    for (const { start, end } of rows) {
      const own = this.#evidenceCount++;
      if (own * OF_EVIDENCE === this.#evidence.length) this.#evidence = grown(this.#evidence);
      this.#evidence.set([start, end], own * OF_EVIDENCE);
      const last = this.#facts[at + 1] ?? 0;
      if (last === 0) this.#facts[at] = own + 1;
      else this.#evidence[(last - 1) * OF_EVIDENCE + 2] = own + 1;
      this.#facts[at + 1] = own + 1;
    }
  }

  #bytes(number: number): Buffer {
    const [piece = 0, from = 0, length = 0] = this.#facts.subarray(number * OF_FACT, number * OF_FACT + 3);
    return (this.#pieces[piece] ?? Buffer.alloc(0)).subarray(from, from + length);
  }

  #said(number: number): string {
    return this.#bytes(number).toString("utf8");
  }

  /** The slot of an id, or the empty one where it belongs. */
  #slot(id: string): number {
    const mask = this.#slots.length - 1;
    let slot = Number.parseInt(id.slice(0, 8), 16) & mask;
    for (let known = this.#slots[slot] ?? 0; known !== 0; known = this.#slots[slot] ?? 0) {
      if (this.#idOf(known - 1) === id) break;
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  #idOf(number: number): string {
    return Buffer.from(this.#ids.buffer, number * ID, ID).toString("hex");
  }

  #widen(): void {
    this.#slots = new Uint32Array(this.#slots.length * 4);
    for (let number = 0; number < this.#count; number++) this.#slots[this.#slot(this.#idOf(number))] = number + 1;
  }
}

/** Fields that are kept by themselves. */
const apart: ReadonlySet<string> = new Set(["id", "rule", "kind", "evidence"]);

/** The words at a place of the raw text, with the part of the file that they stand in. */
export function evidenceAt(raw: string, parts: readonly RawPart[], start: number, end: number): Evidence {
  const quote = raw.slice(start, end);
  const part = partAt(parts, start);
  return part === null ? { start, end, quote } : { start, end, quote, part };
}

function grown(column: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const wider = new Uint32Array(column.length * 2);
  wider.set(column);
  return wider;
}
