import { decodePair, encodeUnit, isLaterPrivateUse, isPrivateUse } from "../decoding/cp936.js";

/**
 * The fault that repair undoes, as the pages suffered it (measured from the pages themselves): glosses are put in and
 * marks are cut out of the CP936 bytes without respect for character boundaries, and each piece is decoded on its own.
 * Used to make the damaged sample, to test the repair and to measure it.
 */
export interface DamageOptions {
  /** Characters to gloss with their pinyin, in the order of the replacing. */
  readonly glosses?: readonly (readonly [character: string, pinyin: string])[];
  /** Whether the text is cut at marks. Default true. */
  readonly cutsAtMarks?: boolean;
  /** What a lone lead byte becomes: `?`, on some sites nothing. Default `?`. */
  readonly orphan?: string;
  /** Whether private-use characters stay in the page or were stripped from it. Default stripped. */
  readonly privateUse?: "kept" | "stripped";
  /** Whether full-width ASCII is folded at the end. Default true. */
  readonly folds?: boolean;
}

/** The marks in the order in which the text is cut; 。must come last, or nothing would break at it. */
const cuts = ["！", "；", "？", "，", "。"];

/** A damaged text, and which characters of the clean one nothing in it tells any more. */
export interface Damaged {
  readonly text: string;
  /**
   * Places in the clean text of ASCII characters that were swallowed as the second byte of an undefined pair: the pair
   * came out as one `?`, whatever the swallowed character was. Line ends are not among them.
   */
  readonly swallowed: readonly number[];
}

/** Damages a text; null when it holds a character that CP936 does not have. */
export function damage(text: string, options: DamageOptions = {}): string | null {
  return damaged(text, options)?.text ?? null;
}

/** As {@link damage}, with the places of what is gone for good. */
export function damaged(text: string, options: DamageOptions = {}): Damaged | null {
  const { glosses = [], cutsAtMarks = true, folds = true } = options;
  let bytes: readonly number[] | null = toBytes(text);
  for (const [character, pinyin] of glosses) {
    const key = toBytes(character);
    const note = toBytes(`(${pinyin})`);
    if (bytes === null || key === null || note === null) return null;
    bytes = noteBehind(bytes, plain(key), plain(note));
  }
  if (bytes === null) return null;
  let pieces: (readonly number[] | string)[] = [bytes];
  for (const mark of cutsAtMarks ? cuts : []) {
    const key = plain(toBytes(mark) ?? []);
    pieces = pieces.flatMap((piece) => (typeof piece === "string" ? [piece] : cutAt(piece, key, mark)));
  }
  const swallowed: number[] = [];
  const joined = pieces
    .map((piece) => (typeof piece === "string" ? piece : decodePiece(piece, options, swallowed)))
    .join("");
  return {
    text: folds ? fold(joined) : joined,
    swallowed: swallowed.filter((at) => text.charAt(at) !== "\n"),
  };
}

/** Full-width ASCII and the ideographic space as ASCII. */
export function fold(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replaceAll("\u3000", " ");
}

/** The bytes of a text, each with the place of its character above the low eight bits (`place << 8 | byte`). */
function toBytes(text: string): readonly number[] | null {
  const out: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    const code = unit < 0x80 ? unit : encodeUnit(unit);
    if (unit >= 0x80 && code === 0) return null;
    const place = (at + 1) * 0x100;
    if (code >= 0x100) out.push(place + (code >> 8));
    out.push(place + (code & 0xff));
  }
  return out;
}

/** Bytes that belong to no place of the text. */
function plain(bytes: readonly number[]): readonly number[] {
  return bytes.map((byte) => byte & 0xff);
}

function matches(bytes: readonly number[], at: number, key: readonly number[]): boolean {
  return key.every((byte, offset) => ((bytes[at + offset] ?? 0) & 0xff) === byte);
}

function noteBehind(bytes: readonly number[], key: readonly number[], note: readonly number[]): readonly number[] {
  const out: number[] = [];
  for (let at = 0; at < bytes.length; ) {
    if (matches(bytes, at, key)) {
      for (let i = 0; i < key.length; i++) out.push(bytes[at + i] ?? 0);
      out.push(...note);
      at += key.length;
    } else out.push(bytes[at++] ?? 0);
  }
  return out;
}

function cutAt(bytes: readonly number[], key: readonly number[], mark: string): (readonly number[] | string)[] {
  const out: (readonly number[] | string)[] = [];
  let from = 0;
  for (let at = 0; at < bytes.length; ) {
    if (matches(bytes, at, key)) {
      out.push(bytes.slice(from, at), mark);
      at += key.length;
      from = at;
    } else at++;
  }
  out.push(bytes.slice(from));
  return out;
}

/** Decodes a piece as the page's software did: an unmapped pair is one `?`, a lone lead byte the orphan. */
function decodePiece(bytes: readonly number[], options: DamageOptions, swallowed: number[]): string {
  const { orphan = "?", privateUse = "stripped" } = options;
  let out = "";
  for (let at = 0; at < bytes.length; ) {
    const lead = (bytes[at] ?? 0) & 0xff;
    if (lead < 0x80) {
      out += String.fromCharCode(lead);
      at++;
      continue;
    }
    if (at + 1 >= bytes.length) return out + orphan;
    const second = bytes[at + 1] ?? 0;
    const trail = second & 0xff;
    const unit = decodePair(lead, trail);
    if (unit === 0) {
      out += isLaterPrivateUse((lead << 8) | trail) && privateUse === "stripped" ? "" : "?";
      if (trail < 0x80 && second >= 0x100) swallowed.push(Math.floor(second / 0x100) - 1);
    } else if (!isPrivateUse(unit) || privateUse === "kept") out += String.fromCharCode(unit);
    at += 2;
  }
  return out;
}
