import { decodePair, encodeText, isPrivateUse } from "./cp936.js";

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

/** Damages a text; null when it holds a character that CP936 does not have. */
export function damage(text: string, options: DamageOptions = {}): string | null {
  const { glosses = [], cutsAtMarks = true, orphan = "?", privateUse = "stripped", folds = true } = options;
  let bytes: readonly number[] | null = toBytes(text);
  for (const [character, pinyin] of glosses) {
    const key = toBytes(character);
    const note = toBytes(`${character}(${pinyin})`);
    if (bytes === null || key === null || note === null) return null;
    bytes = replaceAll(bytes, key, note);
  }
  if (bytes === null) return null;
  let pieces: (readonly number[] | string)[] = [bytes];
  for (const mark of cutsAtMarks ? cuts : []) {
    const key = toBytes(mark) ?? [];
    pieces = pieces.flatMap((piece) => (typeof piece === "string" ? [piece] : cutAt(piece, key, mark)));
  }
  const joined = pieces
    .map((piece) => (typeof piece === "string" ? piece : decodePiece(piece, orphan, privateUse)))
    .join("");
  return folds ? fold(joined) : joined;
}

/** Full-width ASCII and the ideographic space as ASCII. */
export function fold(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replaceAll("\u3000", " ");
}

function toBytes(text: string): readonly number[] | null {
  const bytes = encodeText(text);
  return bytes === null ? null : [...bytes];
}

function matches(bytes: readonly number[], at: number, key: readonly number[]): boolean {
  return key.every((byte, offset) => bytes[at + offset] === byte);
}

function replaceAll(bytes: readonly number[], key: readonly number[], by: readonly number[]): readonly number[] {
  const out: number[] = [];
  for (let at = 0; at < bytes.length; ) {
    if (matches(bytes, at, key)) {
      out.push(...by);
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
function decodePiece(bytes: readonly number[], orphan: string, privateUse: "kept" | "stripped"): string {
  let out = "";
  for (let at = 0; at < bytes.length; ) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) {
      out += String.fromCharCode(lead);
      at++;
      continue;
    }
    const trail = bytes[at + 1];
    if (trail === undefined) return out + orphan;
    const unit = decodePair(lead, trail);
    if (unit === 0) out += isLaterPrivateUse((lead << 8) | trail) && privateUse === "stripped" ? "" : "?";
    else if (!isPrivateUse(unit) || privateUse === "kept") out += String.fromCharCode(unit);
    at += 2;
  }
  return out;
}

/** Codes that were private use when the pages were decoded and got characters of their own in a later GB18030. */
function isLaterPrivateUse(code: number): boolean {
  return (
    code === 0xa3a0 ||
    code === 0xa8bc ||
    (code >= 0xa6d9 && code <= 0xa6df) ||
    code === 0xa6ec ||
    code === 0xa6ed ||
    code === 0xa6f3 ||
    [0xfe59, 0xfe61, 0xfe66, 0xfe67, 0xfe6d, 0xfe7e, 0xfe90, 0xfea0].includes(code)
  );
}
