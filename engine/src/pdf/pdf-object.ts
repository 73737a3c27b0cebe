/** Objects of a PDF file (ISO 32000-1, 7.3) as they are read. Strings are bytes: what they mean depends on the font. */
export class PdfName {
  constructor(readonly name: string) {}
}

export class PdfReference {
  constructor(readonly number: number) {}
}

export type PdfDictionary = ReadonlyMap<string, PdfValue>;

export class PdfStream {
  /** `owner`: number of the object that it is, for its key where the file is encrypted; −1 for what is not. */
  constructor(
    readonly dictionary: PdfDictionary,
    readonly bytes: Uint8Array,
    readonly owner: number,
  ) {}
}

/** An operator or a word that is no object: `BT`, `obj`, `endstream`. */
export class PdfWord {
  constructor(readonly word: string) {}
}

export type PdfValue =
  | null
  | boolean
  | number
  | PdfName
  | PdfReference
  | PdfStream
  | Uint8Array
  | readonly PdfValue[]
  | PdfDictionary;

export function isDictionary(value: unknown): value is PdfDictionary {
  return value instanceof Map;
}
