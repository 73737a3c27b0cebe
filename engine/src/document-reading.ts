import type { Extraction, Furniture, Reading, RepairEdit, SecrecyMark } from "./extraction.js";
import type { Repaired } from "./repair.js";

/** All that is said of a document. One shape for every document; a copy for another thread has the edits too. */
export class DocumentReading implements Reading {
  declare readonly edits: readonly RepairEdit[];
  readonly raw: string;
  readonly repaired: string;
  readonly #repaired: Repaired;

  constructor(
    readonly extraction: Extraction,
    repaired: Repaired,
    readonly furniture: readonly Furniture[],
    readonly secrecy: readonly SecrecyMark[],
  ) {
    this.raw = repaired.raw;
    this.repaired = repaired.text;
    this.#repaired = repaired;
    Object.defineProperty(this, "edits", DocumentReading.#edits);
  }

  /** Put together when they are first read, which few ask for; one property for all documents. */
  static readonly #edits: PropertyDescriptor & ThisType<DocumentReading> = {
    enumerable: true,
    get() {
      return this.#repaired.edits;
    },
  };
}
