import { charactersByLead } from "./cp936.js";
import { toSimplified } from "./script-converter.js";

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
  let all = "";
  for (let lead = 0x81; lead <= 0xfe; lead++) all += charactersByLead(lead);
  const characters = [...all].filter((char) => char >= "\u4e00" && char <= "\u9fff");
  // A mark between the characters keeps phrases from forming.
  const converted = toSimplified()(characters.join("|")).split("|");
  const big5 = big5Characters();
  for (const [index, char] of characters.entries()) {
    const unit = char.charCodeAt(0);
    simplified[unit] = (converted[index] ?? char).charCodeAt(0);
    script[unit] = simplified[unit] !== unit ? 1 : big5.has(char) ? 0 : 2;
  }
  return { simplified, script };
}

/** Characters that Traditional text can be written with. */
function big5Characters(): ReadonlySet<string> {
  const bytes: number[] = [];
  for (let lead = 0xa4; lead <= 0xf9; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) if (trail <= 0x7e || trail >= 0xa1) bytes.push(lead, trail);
  }
  return new Set(new TextDecoder("big5").decode(Uint8Array.from(bytes)));
}
