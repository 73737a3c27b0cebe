import { repairModel } from "./character-model.js";
import { charactersByTrail, encodeUnit, unreadableAfter } from "./cp936.js";
import { likelyOf } from "./likely-characters.js";

/**
 * A pair of bytes that the page does not show: it begins with the second byte of a character and ends with the first of
 * the next one. What is known of it is what kind of pair it was, so that few first bytes are left for the next one.
 */
export interface LostPair {
  /** Second bytes of the character before. */
  readonly trails: readonly number[];
  /** 1 where a byte may be the first of the character behind. */
  readonly leads: Uint8Array;
  /** Characters and marks behind such a pair whose second byte is `trail`. */
  behind(trail: number): string;
}

/** A character rarer than this is not tried where nothing but its second byte is known. */
const rare = 14;

const made = new Map<string, readonly LostPair[]>();

/** The pairs that show as one `?` (undefined) or as nothing (private use, stripped), those with the same first bytes as one. */
export function lostPairs(kind: "undefined" | "private"): readonly LostPair[] {
  let found = made.get(kind);
  if (found === undefined) {
    const groups = new Map<string, number[]>();
    for (let trail = 0x80; trail <= 0xfe; trail++) {
      const leads = unreadableAfter(trail, kind).join();
      if (leads !== "") groups.set(leads, [...(groups.get(leads) ?? []), trail]);
    }
    found = [...groups].map(([leads, trails]) => lostPair(trails, leads.split(",").map(Number)));
    made.set(kind, found);
  }
  return found;
}

function lostPair(trails: readonly number[], leads: readonly number[]): LostPair {
  const may = new Uint8Array(0x100);
  for (const lead of leads) may[lead] = 1;
  const memory = new Map<number, string>();
  return {
    trails,
    leads: may,
    behind(trail) {
      let found = memory.get(trail);
      if (found === undefined) {
        found = [...likelyOf(charactersByTrail(trail), rare, repairModel())]
          .filter((char) => may[encodeUnit(char.charCodeAt(0)) >> 8] === 1)
          .join("");
        memory.set(trail, found);
      }
      return found;
    },
  };
}
