import { charactersByTrail, decodePair, encodeUnit, unreadableAfter } from "../decoding/cp936.js";
import { Candidates, candidatesBy } from "./candidates.js";
import { likelyOf } from "./likely-characters.js";
import { repairModel } from "./repair-model.js";

/**
 * A pair of bytes that the page does not show: it begins with the second byte of a character and ends with the first of
 * the next one. What is known of it is what kind of pair it was, so that few first bytes are left for the next one.
 */
export interface LostPair {
  /** Second bytes of the character before. */
  readonly trails: readonly number[];
  /** Characters and marks behind such a pair whose second byte is `trail`. */
  behind(trail: number): Candidates;
}

/** Characters before a lost pair, and with which of the pairs each goes on. */
export interface BeforeLostPair {
  readonly candidates: Candidates;
  readonly pairs: readonly LostPair[];
}

/** Pairs that show alike. */
export interface LostPairs {
  /** Those with the same first bytes as one. */
  readonly all: readonly LostPair[];
  /** Characters before such a pair whose first byte is `lead`: the pair begins with their second. */
  ahead(lead: number): BeforeLostPair;
}

/** A character rarer than this is not tried where nothing but its second byte is known. */
const rare = 14;

const made = new Map<string, LostPairs>();

/** The pairs that show as one `?` (undefined) or as nothing (private use, stripped). */
export function lostPairs(kind: "undefined" | "private"): LostPairs {
  let found = made.get(kind);
  if (found === undefined) {
    found = pairsOf(kind);
    made.set(kind, found);
  }
  return found;
}

function pairsOf(kind: "undefined" | "private"): LostPairs {
  const groups = new Map<string, number[]>();
  for (let trail = 0x80; trail <= 0xfe; trail++) {
    const leads = unreadableAfter(trail, kind).join();
    if (leads !== "") groups.set(leads, [...(groups.get(leads) ?? []), trail]);
  }
  const all = [...groups].map(([leads, trails]) => lostPair(trails, leads.split(",").map(Number)));
  const before: (BeforeLostPair | undefined)[] = [];
  return {
    all,
    ahead(lead) {
      let found = before[lead];
      if (found === undefined) {
        found = beforeThem(all, lead);
        before[lead] = found;
      }
      return found;
    },
  };
}

function beforeThem(all: readonly LostPair[], lead: number): BeforeLostPair {
  const pairs: LostPair[] = [];
  let characters = "";
  for (const pair of all)
    for (const trail of pair.trails) {
      const unit = decodePair(lead, trail);
      if (unit === 0) continue;
      characters += String.fromCharCode(unit);
      pairs.push(pair);
    }
  return { candidates: new Candidates(characters), pairs };
}

/** `leads`: bytes that may be the first of the character behind. */
function lostPair(trails: readonly number[], leads: readonly number[]): LostPair {
  const may = new Set(leads);
  return {
    trails,
    behind: candidatesBy((trail) =>
      [...likelyOf(charactersByTrail(trail), rare, repairModel())]
        .filter((char) => may.has(encodeUnit(char.charCodeAt(0)) >> 8))
        .join(""),
    ),
  };
}
