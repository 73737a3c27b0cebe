import { simplifiedOnly, simplifiedUnit } from "./script-converter.js";

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
  for (let unit = 0x4e00; unit <= 0x9fa5; unit++) {
    const form = simplifiedUnit(unit);
    if (form === unit) continue;
    simplified[unit] = form;
    script[unit] = 1;
  }
  const own = simplifiedOnly();
  for (let at = 0; at < own.length; at++) script[own.charCodeAt(at)] = 2;
  return { simplified, script };
}
