import { encodeUnit } from "./cp936.js";
import { cost } from "./fault-costs.js";
import type { PageSearch } from "./reading-step.js";
import { charactersWithReading } from "./readings.js";

/**
 * The characters that a gloss may stand for of which the first byte is known, each with what it costs that the page glosses
 * it. A page glosses few: where one that it is seen to gloss fits, another is unlikely.
 */
export function keysOf(
  page: PageSearch,
  pinyin: string,
  lead: number,
): readonly (readonly [key: string, unlikely: number])[] {
  const fitting = [...charactersWithReading(pinyin)].filter((key) => encodeUnit(key.charCodeAt(0)) >> 8 === lead);
  const seen = fitting.some((key) => page.glossed.has(key));
  return fitting.map((key) => [key, page.keyCost(key) + (seen && !page.glossed.has(key) ? cost.otherKey : 0)]);
}
