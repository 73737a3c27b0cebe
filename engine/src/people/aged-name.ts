import type { Candidate } from "./byline-reader.js";
import type { Item } from "./items.js";
import { likeness } from "./name-characters.js";
import { nameAtStart } from "./name-shape.js";
import { wordsBeforeDotted } from "./sounding-names.js";

/** 28岁的曲比阿牛告诉…: a name behind an age, without any post. */
export function agedName(text: string, item: Item, again: (name: string) => number): Candidate | null {
  const match = /[0-9]{2}岁的/.exec(text.slice(item.start, item.end));
  if (match === null) return null;
  const told = item.start + match.index + match[0].length;
  const at = told + wordsBeforeDotted(text.slice(told, Math.min(item.end, told + 24))); // 62岁的村民图尔荪江·…
  const name = nameAtStart(text.slice(at, item.end), again);
  if (name === null || name.shape === "plain") return null;
  if (!name.sure && (name.name.length < 3 || likeness(name.name) < 3)) return null; // 24岁的赵某花吃完早饭
  return { start: at, end: at + name.name.length, name: name.name };
}
