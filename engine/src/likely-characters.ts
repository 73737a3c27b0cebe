import { candidatesBy } from "./candidates.js";
import { charactersByLead, charactersByTrail } from "./cp936.js";
import { isHan } from "./plain-character.js";
import { repairModel } from "./repair-model.js";
import { scriptTable } from "./simplified-characters.js";

/** Marks of running text beside its characters. */
const marks = "。，、；：？！“”‘’（）《》…—·　％";
/** A character rarer than this is not tried where one of its bytes is gone. */
const rare = 16;

/** Characters and marks of running text whose second byte is `trail`. */
export const likelyByTrail = candidatesBy((trail) => likelyOf(charactersByTrail(trail), rare));

/** Characters and marks of running text whose first byte is `lead`. */
export const likelyByLead = candidatesBy((lead) => likelyOf(charactersByLead(lead), rare));

/** Of these characters those that running text has, the likeliest first: marks, and characters that cost less than `rare`. */
export function likelyOf(characters: string, rare: number): string {
  return [...characters]
    .filter((char) => (isHan(char.charCodeAt(0)) ? likelihood(char) < rare : marks.includes(char)))
    .sort((one, other) => likelihood(one) - likelihood(other))
    .join("");
}

/** What a character costs as a word of its own; nothing where it is no Chinese one, so that marks come first. */
export function likelihood(char: string): number {
  const unit = char.charCodeAt(0);
  return isHan(unit) ? repairModel().single(scriptTable().simplified[unit] ?? unit) : 0;
}
