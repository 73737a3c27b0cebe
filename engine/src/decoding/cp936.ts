/**
 * CP936 (GBK) as the pages that reach us were held: two-byte codes, lead 0x81–0xFE. Built from the platform's GB18030
 * decoder; codes that GB18030 added later are not part of it (they came out of the decoders of these pages as `?`).
 * The user-defined areas are kept as private-use characters: their bytes are needed until repair has run.
 */

const LOW_LEAD = 0x81;
const HIGH = 0xfe;
const LOW_TRAIL = 0x40;
const TRAILS = HIGH - LOW_TRAIL + 1;

interface Tables {
  /** Code unit by (lead, trail); 0 where nothing is mapped. */
  readonly decode: Uint16Array;
  /** lead << 8 | trail by code unit; 0 where nothing is mapped. */
  readonly encode: Uint16Array;
  /** Characters by trail, in order of their lead: what can stand where only the second byte is known. */
  readonly byTrail: readonly string[];
  /** Characters by lead. */
  readonly byLead: readonly string[];
}

let tables: Tables | undefined;

/** Two-byte codes that GB18030 maps and CP936 does not. */
function isLaterThanCp936(code: number): boolean {
  return (
    code === 0xa2e3 ||
    code === 0xa3a0 ||
    code === 0xa8bc ||
    code === 0xa8bf ||
    (code >= 0xa989 && code <= 0xa995) ||
    (code >= 0xa6d9 && code <= 0xa6df) ||
    code === 0xa6ec ||
    code === 0xa6ed ||
    code === 0xa6f3 ||
    code >= 0xfe50
  );
}

/** Whether a code unit is private use (U+E000–U+F8FF). */
export function isPrivateUse(unit: number): boolean {
  return unit >= 0xe000 && unit <= 0xf8ff;
}

function build(): Tables {
  const decode = new Uint16Array((HIGH - LOW_LEAD + 1) * TRAILS);
  const encode = new Uint16Array(0x10000);
  const byTrail = Array.from({ length: 0x100 }, () => "");
  const byLead = Array.from({ length: 0x100 }, () => "");
  // One call of the decoder for all pairs, each on a line of its own: no pair swallows a line's end.
  const pairs: number[] = [];
  for (let lead = LOW_LEAD; lead <= HIGH; lead++)
    for (let trail = LOW_TRAIL; trail <= HIGH; trail++) pairs.push(lead, trail, 0x0a);
  const characters = new TextDecoder("gb18030").decode(Uint8Array.from(pairs)).split("\n");
  const trailsOf: number[][] = Array.from({ length: 0x100 }, () => []);
  for (let lead = LOW_LEAD, index = 0; lead <= HIGH; lead++) {
    const row: number[] = [];
    for (let trail = LOW_TRAIL; trail <= HIGH; trail++, index++) {
      const char = characters[index] ?? "";
      const unit = char.charCodeAt(0);
      if (trail === 0x7f || char.length !== 1 || unit === 0xfffd) continue;
      if (!isPrivateUse(unit) && isLaterThanCp936((lead << 8) | trail)) continue;
      decode[(lead - LOW_LEAD) * TRAILS + trail - LOW_TRAIL] = unit;
      if (encode[unit] === 0) encode[unit] = (lead << 8) | trail;
      if (isPrivateUse(unit)) continue;
      trailsOf[trail]?.push(unit);
      row.push(unit);
    }
    byLead[lead] = String.fromCharCode(...row);
  }
  for (const [trail, units] of trailsOf.entries()) byTrail[trail] = String.fromCharCode(...units);
  return { decode, encode, byTrail, byLead };
}

function loaded(): Tables {
  tables ??= build();
  return tables;
}

/** The code unit of a byte pair, 0 when CP936 maps nothing there. */
export function decodePair(lead: number, trail: number): number {
  if (lead < LOW_LEAD || lead > HIGH || trail < LOW_TRAIL || trail > HIGH) return 0;
  return loaded().decode[(lead - LOW_LEAD) * TRAILS + trail - LOW_TRAIL] ?? 0;
}

/** The character of a byte pair; 0 where there is none that a text can hold: private use comes from wrong pairs only. */
export function trueCharacter(lead: number, trail: number): number {
  const unit = decodePair(lead, trail);
  return isPrivateUse(unit) ? 0 : unit;
}

/** lead << 8 | trail of a code unit, 0 when it is ASCII or not in CP936. */
export function encodeUnit(unit: number): number {
  return loaded().encode[unit] ?? 0;
}

/** The characters (not private use) whose second byte is `trail`. */
export function charactersByTrail(trail: number): string {
  return loaded().byTrail[trail] ?? "";
}

/** The characters (not private use) whose first byte is `lead`. */
export function charactersByLead(lead: number): string {
  return loaded().byLead[lead] ?? "";
}

/**
 * Which first bytes make, behind `first`, a pair that the page shows as nothing readable: `undefined` (it came out as
 * one `?`) or `private` (private use, which many sites strip). By the decoder of the pages, byte for byte; codes that got
 * characters of their own later may be either.
 */
export function unreadableAfter(first: number, kind: "undefined" | "private"): readonly number[] {
  const out: number[] = [];
  for (let second = LOW_LEAD; second <= HIGH; second++) {
    const unit = decodePair(first, second);
    const isPrivate = isPrivateUse(unit) || (unit === 0 && isLaterPrivateUse((first << 8) | second));
    if (kind === "private" ? isPrivate : unit === 0) out.push(second);
  }
  return out;
}

/** Codes that were private use when the pages were decoded and got characters of their own in a later GB18030. */
export function isLaterPrivateUse(code: number): boolean {
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

/** A text as CP936 bytes; null when it holds a character that CP936 does not have. */
export function encodeText(text: string): Uint8Array | null {
  const out: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) {
      out.push(unit);
      continue;
    }
    const code = encodeUnit(unit);
    if (code === 0) return null;
    out.push(code >> 8, code & 0xff);
  }
  return Uint8Array.from(out);
}
