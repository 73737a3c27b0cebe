import { characterModel } from "./character-model.js";
import { charactersByTrail, encodeUnit } from "./cp936.js";
import { scriptTable } from "./simplified-characters.js";
import { isHan } from "./word-lattice.js";

/** A character rarer than this is not tried where a whole pair of bytes is gone. */
const rareCost = 14;
const likely = new Map<string, readonly string[]>();

/** Characters and marks of running text whose second byte is `trail` and whose first is high (A1–FE) or low (81–A0). */
export function likelyByTrail(trail: number, half: "high" | "low"): readonly string[] {
  const key = `${trail}${half}`;
  let found = likely.get(key);
  if (found === undefined) {
    const model = characterModel();
    const { simplified } = scriptTable();
    found = [...charactersByTrail(trail)].filter((char) => {
      const unit = char.charCodeAt(0);
      const high = encodeUnit(unit) >> 8 >= 0xa1;
      if (high !== (half === "high")) return false;
      return isHan(unit)
        ? model.single(simplified[unit] ?? unit) < rareCost
        : "。，、；：？！“”（）《》".includes(char);
    });
    likely.set(key, found);
  }
  return found;
}
