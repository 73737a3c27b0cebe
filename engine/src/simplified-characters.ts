import { charactersByLead } from "./cp936.js";
import { simplifiedUnit } from "./script-converter.js";

/** What script a character belongs to, one by one: enough for judging readings, not for converting text. */
export interface ScriptTable {
  /** The Simplified form of a character by its code unit (itself where nothing changes). */
  readonly simplified: Uint16Array;
  /** 1 where a character is written in Traditional text only, 2 in Simplified text only, 0 in both. */
  readonly script: Uint8Array;
}

let table: ScriptTable | undefined;

/** The table for all characters of CP936; made at the first call. */
export function scriptTable(): ScriptTable {
  table ??= build();
  return table;
}

function build(): ScriptTable {
  const simplified = new Uint16Array(0x10000);
  const script = new Uint8Array(0x10000);
  for (let unit = 0; unit < 0x10000; unit++) simplified[unit] = unit;
  const big5 = big5Characters();
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    const characters = charactersByLead(lead);
    for (let at = 0; at < characters.length; at++) {
      const unit = characters.charCodeAt(at);
      if (unit < 0x4e00 || unit > 0x9fff) continue;
      const form = simplifiedUnit(unit);
      simplified[unit] = form;
      script[unit] = form !== unit ? 1 : big5[unit] === 1 ? 0 : 2;
    }
  }
  return { simplified, script };
}

/** 1 for characters that Traditional text can be written with. */
function big5Characters(): Uint8Array {
  const bytes = new Uint8Array(0x56 * 157 * 2);
  let size = 0;
  for (let lead = 0xa4; lead <= 0xf9; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail > 0x7e && trail < 0xa1) continue;
      bytes[size++] = lead;
      bytes[size++] = trail;
    }
  }
  const characters = new TextDecoder("big5").decode(bytes.subarray(0, size));
  const written = new Uint8Array(0x10000);
  for (let at = 0; at < characters.length; at++) written[characters.charCodeAt(at)] = 1;
  return written;
}
