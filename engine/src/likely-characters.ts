import { characterModel } from "./character-model.js";
import { charactersByLead, charactersByTrail, encodeUnit } from "./cp936.js";
import { scriptTable } from "./simplified-characters.js";
import { isHan } from "./word-lattice.js";

/** Marks of running text beside its characters. */
const marks = "。，、；：？！“”‘’（）《》…—·　％";
/** A character rarer than this is not tried where one of its bytes is gone, and where both are, rarer than that. */
const rareWithOneByte = 16;
const rareWithNone = 14;

const byTrail = new Map<number, string>();
const byLead = new Map<number, string>();
const byTrailAndHalf = new Map<string, string>();

/** Characters and marks of running text whose second byte is `trail`. */
export function likelyByTrail(trail: number): string {
  return remembered(byTrail, trail, () => likelyOf(charactersByTrail(trail), rareWithOneByte));
}

/** Characters and marks of running text whose first byte is `lead`. */
export function likelyByLead(lead: number): string {
  return remembered(byLead, lead, () => likelyOf(charactersByLead(lead), rareWithOneByte));
}

/** As {@link likelyByTrail}, where of the first byte only the half is known: high (A1–FE) or low (81–A0). */
export function likelyByTrailAndHalf(trail: number, half: "high" | "low"): string {
  return remembered(byTrailAndHalf, `${trail}${half}`, () =>
    [...likelyOf(charactersByTrail(trail), rareWithNone)]
      .filter((char) => encodeUnit(char.charCodeAt(0)) >> 8 >= 0xa1 === (half === "high"))
      .join(""),
  );
}

function remembered<Key>(memory: Map<Key, string>, key: Key, make: () => string): string {
  let found = memory.get(key);
  if (found === undefined) {
    found = make();
    memory.set(key, found);
  }
  return found;
}

function likelyOf(characters: string, rare: number): string {
  const model = characterModel();
  const { simplified } = scriptTable();
  return [...characters]
    .filter((char) => {
      const unit = char.charCodeAt(0);
      return isHan(unit) ? model.single(simplified[unit] ?? unit) < rare : marks.includes(char);
    })
    .join("");
}
