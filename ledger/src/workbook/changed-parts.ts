import { bookLimits } from "./workbook-limits.js";
import { ZipParts } from "./zip-parts.js";
import { type Pieces, ZipWriter } from "./zip-writer.js";

/** Parts that were changed or added, over the package as it was. */
export class ChangedParts {
  readonly #parts: ZipParts;
  readonly #changed = new Map<string, string>();
  readonly #streamed = new Map<string, Pieces>();
  readonly #late = new Map<string, () => string>();
  readonly #added: string[] = [];
  readonly #dropped = new Set<string>();

  constructor(parts: ZipParts) {
    this.#parts = parts;
  }

  async text(part: string): Promise<string | null> {
    return this.#changed.get(part.toLowerCase()) ?? this.#parts.text(part);
  }

  set(part: string, xml: string): void {
    if (!this.#parts.has(part) && !this.#changed.has(part.toLowerCase())) this.#added.push(part);
    this.#changed.set(part.toLowerCase(), xml);
  }

  /** A part that stands is written in pieces as they come, once. */
  stream(part: string, pieces: Pieces): void {
    this.#streamed.set(part.toLowerCase(), pieces);
  }

  /** A part that is known only when the streamed ones are written: it goes behind them. */
  late(part: string, xml: () => string): void {
    this.#late.set(part.toLowerCase(), xml);
  }

  /** Names of all parts of the package as it was. */
  get names(): readonly string[] {
    return this.#parts.names;
  }

  drop(part: string): void {
    this.#dropped.add(part.toLowerCase());
  }

  /** A name that no part has: `xl/comments7.xml`. */
  freeName(start: string, ending: string): string {
    let number = 1;
    while (
      this.#parts.has(`${start}${number}${ending}`) ||
      this.#changed.has(`${start}${number}${ending}`.toLowerCase())
    )
      number++;
    return `${start}${number}${ending}`;
  }

  async zipped(): Promise<Uint8Array> {
    const pieces: Uint8Array[] = [];
    const zip = new ZipWriter((piece) => void pieces.push(Buffer.from(piece)));
    for (const name of this.#parts.names) {
      const written = this.#parts.entry(name)?.fileName ?? name;
      if (written.endsWith("/") || this.#dropped.has(name.toLowerCase())) continue;
      if (this.#late.has(name.toLowerCase())) continue;
      const text = this.#changed.get(name);
      await zip.add(
        written,
        text === undefined ? (this.#streamed.get(name.toLowerCase()) ?? this.#parts.chunks(name)) : [text],
      );
    }
    for (const [name, xml] of this.#late) await zip.add(this.#parts.entry(name)?.fileName ?? name, [xml()]);
    for (const name of this.#added) await zip.add(name, [this.#changed.get(name.toLowerCase()) ?? ""]);
    await zip.end();
    return Buffer.concat(pieces);
  }
}

/** A package with some parts changed: `work` gets the text of parts and gives the new ones. Others go over as they are. */
export async function changeParts(
  bytes: Uint8Array,
  work: (
    text: (part: string) => Promise<string | null>,
    names: readonly string[],
  ) => Promise<ReadonlyMap<string, string>>,
): Promise<Uint8Array> {
  const parts = await ZipParts.open(bytes, bookLimits);
  try {
    const changed = new ChangedParts(parts);
    for (const [part, xml] of await work((name) => changed.text(name), parts.names)) changed.set(part, xml);
    return await changed.zipped();
  } finally {
    parts.close();
  }
}
