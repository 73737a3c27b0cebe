import { type CharacterModel, repairModel } from "./character-model.js";
import { charactersByLead, charactersByTrail } from "./cp936.js";
import { scriptTable } from "./simplified-characters.js";
import { isHan } from "./word-lattice.js";

/** Marks of running text beside its characters. */
const marks = "。，、；：？！“”‘’（）《》…—·　％";
/** A character rarer than this is not tried where one of its bytes is gone. */
const rare = 16;

const byTrail = new Map<number, string>();
const byLead = new Map<number, string>();

/** Characters and marks of running text whose second byte is `trail`. */
export function likelyByTrail(trail: number): string {
  return remembered(byTrail, trail, () => likelyOf(charactersByTrail(trail), rare, repairModel()));
}

/** Characters and marks of running text whose first byte is `lead`. */
export function likelyByLead(lead: number): string {
  return remembered(byLead, lead, () => likelyOf(charactersByLead(lead), rare, repairModel()));
}

function remembered(memory: Map<number, string>, byte: number, make: () => string): string {
  let found = memory.get(byte);
  if (found === undefined) {
    found = make();
    memory.set(byte, found);
  }
  return found;
}

/** Of these characters those that running text has: marks, and characters that cost less than `rare`. */
export function likelyOf(characters: string, rare: number, model: CharacterModel): string {
  const { simplified } = scriptTable();
  return [...characters]
    .filter((char) => {
      const unit = char.charCodeAt(0);
      return isHan(unit) ? model.single(simplified[unit] ?? unit) < rare : marks.includes(char);
    })
    .join("");
}
