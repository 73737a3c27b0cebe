import { encodeUnit } from "../decoding/cp936.js";
import { cost } from "./fault-costs.js";
import { glossesIn } from "./glosses.js";
import { charactersWithReading, isReading } from "./readings.js";

/** Which characters a page glosses, each always alike: looked up at the first fault that a gloss made. */
export class GlossedKeys {
  #seen: ReadonlySet<string> | undefined;
  readonly #costs = new Map<string, number>();

  constructor(readonly text: string) {}

  /**
   * The characters that a gloss may stand for of which the first byte is known, each with what it costs that the page
   * glosses it: nothing where it does so elsewhere, much where it never does. A page glosses few: where one that it is seen
   * to gloss fits, another is unlikely.
   */
  fitting(pinyin: string, lead: number): readonly (readonly [key: string, unlikely: number])[] {
    const keys = [...charactersWithReading(pinyin)].filter((key) => encodeUnit(key.charCodeAt(0)) >> 8 === lead);
    this.#seen ??= keysIn(this.text);
    const seen = this.#seen;
    const others = keys.some((key) => seen.has(key)) ? cost.otherKey : 0;
    return keys.map((key) => [key, seen.has(key) ? 0 : this.#unseen(key) + others]);
  }

  #unseen(key: string): number {
    let found = this.#costs.get(key);
    if (found === undefined) {
      found = Math.min(cost.unglossedKey, cost.unknownKey + cost.bareKey * timesIn(this.text, key));
      this.#costs.set(key, found);
    }
    return found;
  }
}

function keysIn(text: string): ReadonlySet<string> {
  const keys = new Set<string>();
  // A reading is looked up once.
  const readings = new Map<string, string>();
  for (const { start, letters } of glossesIn(text)) {
    const char = text.charAt(start - 1);
    const known = readings.get(char);
    if (known !== undefined && known.length === letters && text.startsWith(known, start + 1)) continue;
    const pinyin = text.slice(start + 1, start + 1 + letters);
    if (!isReading(char, pinyin)) continue;
    readings.set(char, pinyin);
    keys.add(char);
  }
  return keys;
}

/** How often a character stands in a text. */
function timesIn(text: string, char: string): number {
  let times = 0;
  for (let at = text.indexOf(char); at >= 0; at = text.indexOf(char, at + 1)) times++;
  return times;
}
