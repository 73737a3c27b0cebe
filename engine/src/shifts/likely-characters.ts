import { charactersByLead, charactersByTrail } from "../decoding/cp936.js";
import { isHan } from "../patterns/plain-character.js";
import { scriptTable } from "../text/simplified-characters.js";
import { candidatesBy } from "./candidates.js";
import { type RepairModel, repairModel } from "./repair-model.js";

/** Marks of running text beside its characters. */
const marks = "。，、；：？！“”‘’（）《》…—·　％";
/** A character rarer than this is not tried where one of its bytes is gone. */
const rare = 16;

/** Characters and marks of running text whose second byte is `trail`. */
export const likelyByTrail = candidatesBy((trail) => likelyOf(charactersByTrail(trail), rare, repairModel()));

/** Characters and marks of running text whose first byte is `lead`. */
export const likelyByLead = candidatesBy((lead) => likelyOf(charactersByLead(lead), rare, repairModel()));

/** Of these characters those that running text has: marks, and characters that cost less than `rare`. */
export function likelyOf(characters: string, rare: number, model: RepairModel): string {
  const { simplified } = scriptTable();
  return [...characters]
    .filter((char) => {
      const unit = char.charCodeAt(0);
      return isHan(unit) ? model.single(simplified[unit] ?? unit) < rare : marks.includes(char);
    })
    .join("");
}
